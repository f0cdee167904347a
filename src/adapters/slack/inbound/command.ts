import type { IncomingMessage } from "../../../conversations/message.ts";
import type { Action as PersonalAction } from "../../../conversations/personal/action.ts";
import { plainQuestion } from "../../../understanding/question.ts";
import type { CommandName } from "../surface.ts";
import { openCompareModal } from "./compare-modal.ts";
import { askReason } from "./feedback.ts";
import { type Command, commandSchema } from "./payloads.ts";
import { placeOf } from "./places.ts";
import { showPrivately, showReplyPrivately, tell } from "./private-answer.ts";
import type { Respond } from "./respond.ts";
import type { Runtime, Workspace } from "./runtime.ts";
import { plainFromSlack } from "./text.ts";

type Asking = Pick<IncomingMessage, "text" | "rolesTyped">;

/** What a command with its words asks, in free wording, and what of it was typed for roles. */
export const WORDINGS: Record<Exclude<CommandName, "/rolewise">, (words: string) => Asking> = {
  "/compare": (words) => ({
    text: `compare ${words}`,
    rolesTyped: { intent: "compare", words: fieldsOf(words, /(?:^|\s+)(?:vs\.?|versus)(?:\s+|$)/i) },
  }),
  "/role": (words) => ({ text: words || "role", rolesTyped: { intent: "lookup", words: fieldsOf(words) } }),
  "/path": (words) => {
    const way = words.replace(/^from\s+/i, "");
    return {
      text: `how do I move from ${way}`,
      rolesTyped: { intent: "transition", words: fieldsOf(way, /(?:^|\s+)to(?:\s+|$)|\s*->\s*/i) },
    };
  },
  "/tips": (words) => {
    const whom = words.replace(/^for\s+/i, "");
    if (/^(?:me|myself|)$/i.test(whom)) return { text: "career tips" };
    return { text: `career tips for ${whom}`, rolesTyped: { intent: "advice", words: [whom] } };
  },
};

/** What stands between the joining words, each without what follows its comma. */
function fieldsOf(words: string, joint?: RegExp): string[] {
  const parts = joint === undefined ? [words] : words.split(joint);
  return parts.map((part) => part.split(",")[0]?.trim() ?? "").filter((part) => part !== "");
}

const ASKS_HELP = /^(?:help|\?|-h|--help)$/i;

/** What `/rolewise privacy …` does with what is kept about whoever gives it. */
const DATA_ACTIONS: Readonly<Record<string, PersonalAction>> = {
  "privacy show": { do: "show-data" },
  "privacy export": { do: "export-data" },
  "privacy erase": { do: "erase", sure: "ask" },
};

/** A slash command, acknowledged already. Its answer is seen by who gave it, who may share it. */
export async function onCommand(
  runtime: Runtime,
  workspace: Workspace,
  name: CommandName,
  payload: unknown,
  respond: Respond | undefined,
): Promise<void> {
  const command = commandSchema.parse(payload);
  const words = plainFromSlack(command.text);
  if (name === "/rolewise") return onRolewise(runtime, workspace, command, words, respond);
  if (words === "" && name === "/compare") return openCompareModal(runtime, workspace, command, respond);
  const asking = ASKS_HELP.test(words) ? { text: "help" } : WORDINGS[name](words);
  await ask(runtime, workspace, command, { afresh: true, ...asking }, respond);
}

async function onRolewise(
  runtime: Runtime,
  workspace: Workspace,
  command: Command,
  words: string,
  respond: Respond | undefined,
): Promise<void> {
  const place = placeOf(workspace.teamId, command.channel_id, command.user_id);
  const data = DATA_ACTIONS[words.toLowerCase().replace(/^privacy\s+/, "privacy ")];
  if (data !== undefined) {
    const reply = await runtime.conversations.pressAction(place, data);
    await showReplyPrivately(runtime, workspace, place, reply, respond);
    return;
  }
  switch (words.toLowerCase()) {
    case "":
    case "help":
    case "privacy": {
      const question = plainQuestion(words.toLowerCase() === "privacy" ? "privacy" : "help");
      const reply = await runtime.conversations.press({ ...place, question, audience: "private" });
      await showReplyPrivately(runtime, workspace, place, reply, respond);
      return;
    }
    case "feedback": {
      const last = await runtime.conversations.explainLast(place);
      await showPrivately(runtime, workspace, place, [askReason(last.question)], respond);
      return;
    }
    case "why": {
      const why = await runtime.conversations.explainLast(place);
      await showReplyPrivately(runtime, workspace, place, why, respond);
      return;
    }
    default:
      await ask(runtime, workspace, command, { text: words }, respond);
  }
}

async function ask(
  runtime: Runtime,
  workspace: Workspace,
  command: Command,
  asking: Asking & Pick<IncomingMessage, "afresh">,
  respond: Respond | undefined,
): Promise<void> {
  const place = placeOf(workspace.teamId, command.channel_id, command.user_id);
  const message: IncomingMessage = {
    ...place,
    ...asking,
    // A command has no ts; its trigger is as unique.
    messageId: command.trigger_id,
    addressed: "command",
    audience: "private",
  };
  const reply = await runtime.conversations.receive(message);
  if (reply === undefined) return;
  if (!(await showReplyPrivately(runtime, workspace, place, reply, respond)))
    await tell(
      runtime,
      workspace,
      place,
      "Your answer could not be shown here. Please ask me in a direct message.",
      undefined,
    );
}
