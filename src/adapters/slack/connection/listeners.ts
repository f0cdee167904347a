import type { AllMiddlewareArgs, App } from "@slack/bolt";
import { onCommand } from "../inbound/command.ts";
import { onCompareForm, readCompareForm } from "../inbound/compare-modal.ts";
import { onContinueInDm, onFeedback, onReason, onShare, onWhy } from "../inbound/controls.ts";
import { onHomeOpened } from "../inbound/home.ts";
import type { InHand } from "../inbound/in-hand.ts";
import { onMention } from "../inbound/mention.ts";
import { onMessage } from "../inbound/message.ts";
import { actionBodySchema, actionSchema } from "../inbound/payloads.ts";
import { onAsk, type Pressed } from "../inbound/press.ts";
import type { Respond } from "../inbound/respond.ts";
import type { Runtime, Workspace } from "../inbound/runtime.ts";
import { onExplainPost } from "../inbound/shortcut.ts";
import { suggestOptions } from "../inbound/suggest.ts";
import { onGone, onTokensRevoked } from "../inbound/uninstall.ts";
import { ACTIONS, CALLBACKS } from "../names.ts";
import { COMMANDS, EVENTS, type EventName, SHORTCUTS, type ShortcutName } from "../surface.ts";

type EventHandler = (runtime: Runtime, workspace: Workspace, event: unknown) => Promise<void>;

const ON_EVENT: Record<EventName, EventHandler> = {
  app_mention: onMention,
  message: onMessage,
  app_home_opened: onHomeOpened,
  app_uninstalled: onGone,
  tokens_revoked: onTokensRevoked,
};

const ON_SHORTCUT: Record<ShortcutName, typeof onExplainPost> = { [CALLBACKS.explainPost]: onExplainPost };

const ON_ACTION: Record<
  Exclude<keyof typeof ACTIONS, "roleA" | "roleB">,
  (runtime: Runtime, workspace: Workspace, pressed: Pressed) => Promise<void>
> = {
  ask: onAsk,
  topic: onAsk,
  compareWith: onAsk,
  homeRole: onAsk,
  feedback: onFeedback,
  reason: onReason,
  why: onWhy,
  share: onShare,
  continueInDm: onContinueInDm,
};

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
      work().catch((error: unknown) => {
        runtime.log.error({ what, error: describe(error) }, "a Slack event could not be handled");
      }),
    );

  for (const name of keys(EVENTS))
    app.event(name, (args) =>
      run(name, () => ON_EVENT[name](runtime, workspaceOf(args, args.body.team_id), args.event)),
    );

  for (const name of keys(COMMANDS))
    app.command(name, async (args) => {
      await args.ack();
      await run(name, () =>
        onCommand(runtime, workspaceOf(args, args.command.team_id), name, args.command, args.respond),
      );
    });

  for (const name of keys(SHORTCUTS))
    app.shortcut({ callback_id: name, type: "message_action" }, async (args) => {
      await args.ack();
      await run(name, () => ON_SHORTCUT[name](runtime, workspaceOf(args), args.shortcut, args.respond));
    });

  for (const name of keys(ON_ACTION))
    app.action({ action_id: new RegExp(`^${ACTIONS[name]}(:|$)`), type: "block_actions" }, async (args) => {
      await args.ack();
      await run(name, async () => {
        const action = actionSchema.parse(args.action);
        const pressed = { action, body: actionBodySchema.parse(args.body), respond: args.respond };
        await ON_ACTION[name](runtime, workspaceOf(args), pressed);
      });
    });
  // Choices inside the comparison form are read when it is sent; Slack only wants to be heard.
  app.action({ action_id: new RegExp(`^(${ACTIONS.roleA}|${ACTIONS.roleB})$`) }, ({ ack }) => ack());

  for (const id of [ACTIONS.compareWith, ACTIONS.homeRole, ACTIONS.roleA, ACTIONS.roleB])
    app.options(id, async ({ ack, payload }) => {
      await ack({ options: suggestOptions(runtime.conversations, runtime.knownIds(), payload) });
    });

  app.view(CALLBACKS.compareModal, async (args) => {
    const form = readCompareForm(args.body);
    if ("errors" in form) return args.ack({ response_action: "errors", errors: form.errors });
    await args.ack();
    await run(CALLBACKS.compareModal, () =>
      onCompareForm(runtime, workspaceOf(args), args.body, form.question, respondAt),
    );
  });
}

function workspaceOf(
  args: Pick<AllMiddlewareArgs, "context" | "client">,
  teamId: string | undefined = args.context.teamId,
): Workspace {
  const team = teamId ?? args.context.enterpriseId ?? "";
  return { teamId: team, botUserId: args.context.botUserId ?? "", client: args.client };
}

function keys<K extends string>(table: Record<K, unknown>): K[] {
  return Object.keys(table) as K[];
}

/** An error without what people wrote: zod's messages name paths, Slack's name codes. */
function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : "unknown";
}
