import type { HomeView, KnownBlock } from "@slack/types";
import type { Answer } from "../../../answers/answer.ts";
import type { Reply } from "../../../conversations/message.ts";
import type { ActionButton } from "../../../conversations/personal/personal-reply.ts";
import { plainQuestion, type Question } from "../../../understanding/question.ts";
import { formatQuestion } from "../../../understanding/question-string.ts";
import { ACTIONS } from "../names.ts";
import { faultOf } from "../outbound/faults.ts";
import { actionButtons, actions, button, section } from "../render/blocks.ts";
import { SLACK_LIMITS } from "../render/limits.ts";
import { renderAnswer } from "../render/render.ts";
import { SUGGESTED_PROMPTS } from "../surface.ts";
import { roleSelect } from "./compare-modal.ts";
import { homeOpenedSchema } from "./payloads.ts";
import { placeOf } from "./places.ts";
import type { Runtime, Workspace } from "./runtime.ts";

/** `app_home_opened`: the Home tab is written anew; in the Messages tab example questions are offered. */
export async function onHomeOpened(runtime: Runtime, workspace: Workspace, event: unknown): Promise<void> {
  const opened = homeOpenedSchema.safeParse(event);
  if (!opened.success) return;
  if (opened.data.tab === "messages") await offerPrompts(runtime, workspace, opened.data.channel);
  else await publishHome(runtime, workspace, opened.data.user);
}

/** Writes the Home tab of one person anew. */
export async function publishHome(runtime: Runtime, workspace: Workspace, userId: string): Promise<void> {
  const place = { ...placeOf(workspace.teamId, userId, userId), audience: "private" as const };
  const yours = await runtime.conversations.overview(place);
  const help = await runtime.conversations.press({ ...place, question: plainQuestion("help") });
  const roles = await runtime.conversations.press({ ...place, question: plainQuestion("list-roles") });
  try {
    const view = homeView(yours, help.answer, roles.answer);
    await workspace.client.views.publish({ user_id: userId, view });
  } catch (error) {
    runtime.log.warn({ fault: faultOf(error) }, "App Home could not be written");
  }
}

const DIVIDER = { type: "divider" } as const;

/** A menu over the roles, the person's own profile, plan and data, what the bot can do; at most 100 blocks. Pure. */
export function homeView(yours: { profile: Reply; plan?: Reply }, help: Answer, roles: Answer): HomeView {
  const quiet = (answer: Answer) =>
    renderAnswer({ ...answer, followUps: [] }, { tables: "lines" }).flatMap((part) => part.blocks);
  const blocks: KnownBlock[] = [
    section("*Look up a role*, or read on for what I can do."),
    actions([
      roleSelect(ACTIONS.homeRole),
      button("Career tips", `${ACTIONS.ask}:tips`, formatQuestion(TIPS)),
      button("Privacy", `${ACTIONS.ask}:privacy`, formatQuestion(plainQuestion("privacy"))),
    ]),
    DIVIDER,
    ...own(yours.profile),
    ...(yours.plan ? [DIVIDER, ...own(yours.plan)] : []),
    DIVIDER,
    section("*Your data.* What I keep about you here is yours to see, to take along and to have erased."),
    ...actionButtons(DATA_BUTTONS),
    DIVIDER,
    ...quiet(help),
    DIVIDER,
    ...quiet(roles),
  ];
  return { type: "home", blocks: blocks.slice(0, SLACK_LIMITS.blocksPerView) };
}

/** What concerns the person, with what it offers to do. */
function own({ answer, buttons }: Reply): KnownBlock[] {
  const bare = { ...answer, followUps: [] };
  return renderAnswer(bare, { tables: "lines", buttons: buttons ?? [] }).flatMap((part) => part.blocks);
}

const DATA_BUTTONS: readonly ActionButton[] = [
  { label: "Show my data", action: { do: "show-data" } },
  { label: "Export my data", action: { do: "export-data" } },
  { label: "Forget me", action: { do: "erase", sure: "ask" }, look: "danger" },
];

const TIPS: Question = { intent: "advice", roles: [], topics: [], skills: [] };

/** The agent's Messages tab offers four examples; a workspace without it says so, and direct messages stay as they were. */
async function offerPrompts(runtime: Runtime, workspace: Workspace, channel: string): Promise<void> {
  try {
    await workspace.client.assistant.threads.setSuggestedPrompts({
      channel_id: channel,
      title: "Ask about a role",
      prompts: SUGGESTED_PROMPTS.map((prompt) => ({ ...prompt })),
    });
    runtime.agents.add(workspace.teamId);
  } catch (error) {
    runtime.agents.delete(workspace.teamId);
    runtime.log.debug({ fault: faultOf(error) }, "this workspace has no agent messages");
  }
}

/** Names a new thread of the Messages tab, where the workspace has agent messages. */
export async function nameThread(
  runtime: Runtime,
  workspace: Workspace,
  channel: string,
  thread: string,
  title: string,
): Promise<void> {
  if (!runtime.agents.has(workspace.teamId)) return;
  try {
    await workspace.client.assistant.threads.setTitle({
      channel_id: channel,
      thread_ts: thread,
      title,
    });
  } catch (error) {
    runtime.log.debug({ fault: faultOf(error) }, "a thread could not be named");
  }
}
