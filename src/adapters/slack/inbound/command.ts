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

/** What a command with its words asks, in free wording; undefined where it needs words and has none. */
export const WORDINGS: Record<Exclude<CommandName, "/rolewise">, (words: string) => string | undefined> = {
  "/compare": (words) => (words === "" ? undefined : `compare ${words}`),
  "/role": (words) => (words === "" ? undefined : words),
  "/path": (words) =>
    words === "" ? undefined : `how do I move ${/^from\b/i.test(words) ? "" : "from "}${words}`,
  "/tips": (words) => (words === "" ? "career tips" : `career tips for ${words}`),
};

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
  const text = WORDINGS[name](words);
  if (text === undefined && name === "/compare")
    return openCompareModal(runtime, workspace, command, respond);
  const typed = words === "" ? {} : { rolesTyped: words };
  await ask(runtime, workspace, command, text ?? "help", respond, { afresh: true, ...typed });
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
      await ask(runtime, workspace, command, words, respond);
  }
}

async function ask(
  runtime: Runtime,
  workspace: Workspace,
  command: Command,
  text: string,
  respond: Respond | undefined,
  how: Pick<IncomingMessage, "afresh" | "rolesTyped"> = {},
): Promise<void> {
  const place = placeOf(workspace.teamId, command.channel_id, command.user_id);
  const message: IncomingMessage = {
    ...place,
    ...how,
    // A command has no ts; its trigger is as unique.
    messageId: command.trigger_id,
    text,
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
