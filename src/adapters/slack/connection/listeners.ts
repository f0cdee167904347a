import type { AllMiddlewareArgs, App } from "@slack/bolt";
import { asRequest } from "../../request.ts";
import { onCommand } from "../inbound/command.ts";
import { onCompareForm, readCompareForm } from "../inbound/compare-modal.ts";
import { onContinueInDm, onFeedback, onReason, onShare, onWhy } from "../inbound/controls.ts";
import { onHomeOpened } from "../inbound/home.ts";
import type { InHand } from "../inbound/in-hand.ts";
import { onMention } from "../inbound/mention.ts";
import { onMentorForm, onMentors, readMentorForm } from "../inbound/mentor-form.ts";
import { onMessage } from "../inbound/message.ts";
import { actionBodySchema, actionSchema } from "../inbound/payloads.ts";
import { onAct, onAsk, type Pressed } from "../inbound/press.ts";
import { onProfileForm, placeOfForm, readProfileForm } from "../inbound/profile-form.ts";
import type { Respond } from "../inbound/respond.ts";
import type { Runtime, Workspace } from "../inbound/runtime.ts";
import { onExplainPost } from "../inbound/shortcut.ts";
import { suggestOptions } from "../inbound/suggest.ts";
import { onGone, onTokensRevoked } from "../inbound/uninstall.ts";
import { ACTIONS, CALLBACKS } from "../names.ts";
import { COMMANDS, type EventName, type ShortcutName } from "../surface.ts";

type EventHandler = (runtime: Runtime, workspace: Workspace, event: unknown) => Promise<void>;

const ON_EVENT: Record<EventName, EventHandler> = {
  app_mention: onMention,
  message: onMessage,
  app_home_opened: onHomeOpened,
  app_uninstalled: onGone,
  tokens_revoked: onTokensRevoked,
};

const ON_SHORTCUT: Record<ShortcutName, typeof onExplainPost> = { [CALLBACKS.explainPost]: onExplainPost };

type ActionHandler = (runtime: Runtime, workspace: Workspace, pressed: Pressed) => Promise<void>;

/** By the action id up to its colon. */
const ON_ACTION: ReadonlyMap<string, ActionHandler> = new Map([
  [ACTIONS.ask, onAsk],
  [ACTIONS.act, onAct],
  [ACTIONS.topic, onAsk],
  [ACTIONS.compareWith, onAsk],
  [ACTIONS.homeRole, onAsk],
  [ACTIONS.feedback, onFeedback],
  [ACTIONS.reason, onReason],
  [ACTIONS.why, onWhy],
  [ACTIONS.share, onShare],
  [ACTIONS.mentors, onMentors],
  [ACTIONS.continueInDm, onContinueInDm],
]);

/**
 * Registers a listener for everything in surface.ts. Each acknowledges before anything else, and runs on as work in
 * hand, so that a stop can wait for it. Events are acknowledged by Bolt before a listener sees them.
 */
export function registerListeners(
  app: App,
  runtime: Runtime,
  inHand: InHand,
  respondAt: (url: string) => Respond,
): void {
  const run = (what: string, work: () => Promise<void>) =>
    inHand.track(
      asRequest(work).catch((error: unknown) => {
        runtime.log.error({ what, error: describe(error) }, "a Slack event could not be handled");
      }),
    );

  // One listener a kind: Bolt runs every listener's chain for every event, so more of them slow each message down.
  app.event(oneOf(ON_EVENT), (args) => {
    const name = args.event.type;
    return isKey(ON_EVENT, name)
      ? run(name, () => ON_EVENT[name](runtime, workspaceOf(args), args.event))
      : Promise.resolve();
  });

  app.command(oneOf(COMMANDS), async (args) => {
    await args.ack();
    const { command } = args;
    const name = command.command;
    if (isKey(COMMANDS, name))
      await run(name, () => onCommand(runtime, workspaceOf(args), name, command, args.respond));
  });

  app.shortcut({ callback_id: oneOf(ON_SHORTCUT), type: "message_action" }, async (args) => {
    await args.ack();
    const name = args.shortcut.callback_id;
    if (isKey(ON_SHORTCUT, name))
      await run(name, () => ON_SHORTCUT[name](runtime, workspaceOf(args), args.shortcut, args.respond));
  });

  // A choice inside the comparison form is read when it is sent, and a button we no longer know means nothing;
  // Slack wants to be heard all the same.
  app.action({ type: "block_actions" }, async (args) => {
    await args.ack();
    await run("action", async () => {
      const action = actionSchema.parse(args.action);
      const pressed = { action, body: actionBodySchema.parse(args.body), respond: args.respond };
      await ON_ACTION.get(action.action_id.split(":")[0] ?? "")?.(runtime, workspaceOf(args), pressed);
    });
  });

  app.options<"block_suggestion">({ type: "block_suggestion" }, async ({ ack, payload }) => {
    await ack({ options: suggestOptions(runtime.conversations, runtime.knownIds, payload) });
  });

  app.view(CALLBACKS.compareModal, async (args) => {
    const form = readCompareForm(args.body);
    if ("errors" in form) return args.ack({ response_action: "errors", errors: form.errors });
    await args.ack();
    await run(CALLBACKS.compareModal, () =>
      onCompareForm(runtime, workspaceOf(args), args.body, form.question, respondAt),
    );
  });

  app.view(CALLBACKS.mentorForm, async (args) => {
    const { mentors } = runtime;
    if (mentors === undefined) return args.ack();
    const workspace = workspaceOf(args);
    const form = readMentorForm(mentors, workspace, args.body);
    if ("errors" in form) return args.ack({ response_action: "errors", errors: form.errors });
    await args.ack();
    await run(CALLBACKS.mentorForm, () => onMentorForm(runtime, workspace, mentors, form));
  });

  app.view(CALLBACKS.profileForm, async (args) => {
    const workspace = workspaceOf(args);
    const opened = placeOfForm(workspace, args.body);
    // What is wrong stands in the form, so it is taken before the form is let go; the storage gives up in time for that.
    const taken = await inHand.track(
      runtime.conversations.submitProfile(opened.place, readProfileForm(args.body)),
    );
    if ("errors" in taken) return args.ack({ response_action: "errors", errors: taken.errors });
    await args.ack();
    await run(CALLBACKS.profileForm, () => onProfileForm(runtime, workspace, opened, taken, respondAt));
  });
}

/** In a channel shared between workspaces, `context` names the one that installed the bot. */
function workspaceOf({ context, client }: Pick<AllMiddlewareArgs, "context" | "client">): Workspace {
  const teamId = context.teamId ?? context.enterpriseId ?? "";
  return { teamId, botUserId: context.botUserId ?? "", client };
}

function oneOf(table: Record<string, unknown>): RegExp {
  return new RegExp(`^(?:${Object.keys(table).join("|")})$`);
}

function isKey<K extends string>(table: Record<K, unknown>, name: string): name is K {
  return Object.hasOwn(table, name);
}

/** An error without what people wrote: zod's messages name paths, Slack's name codes. */
function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : "unknown";
}
