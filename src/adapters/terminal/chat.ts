import { createInterface, type Interface } from "node:readline";
import { PassThrough, type Readable, type Writable } from "node:stream";
import type { Conversations } from "../../conversations/conversations.ts";
import type { Place, Reply } from "../../conversations/message.ts";
import { choicesOf, choiceText, chosenBy, isStrayLetter } from "./choices.ts";
import { renderTerminal } from "./render.ts";

export interface TerminalOptions {
  conversations: Conversations;
  input: Readable & { isTTY?: boolean };
  output: Writable & { isTTY?: boolean; columns?: number };
  /** Lines to show under each answer, for `--explain`. */
  explain: boolean;
  /** No colour even on a terminal: NO_COLOR is set. */
  plain: boolean;
  /** Earlier questions, newest first, and where to keep new ones. */
  history?: { lines: string[]; keep(lines: string[]): void };
}

const WIDEST = 100;
/** There is one place, and whoever sits at it is alone. */
const PLACE: Place = { platform: "terminal", workspaceId: "local", channelId: "terminal", userId: "you" };

/** A talk in the terminal until the input ends (Ctrl-D). Lines from a pipe are answered one by one. */
export async function chat({
  conversations,
  input,
  output,
  explain,
  plain,
  history,
}: TerminalOptions): Promise<void> {
  const interactive = input.isTTY === true && output.isTTY === true;
  const lines = createInterface({
    input,
    output: interactive ? output : undefined,
    terminal: interactive,
    history: history?.lines ?? [],
    prompt: "you> ",
  });
  if (interactive) {
    output.write("Rolewise: careers in data and machine learning. Ask in your own words; Ctrl-D ends.\n\n");
    if (history) lines.on("history", (all: string[]) => history.keep(all));
    lines.prompt();
  }
  let n = 0;
  let last: Reply | undefined;
  const answer = (line: string): Promise<Reply | undefined> => {
    const chosen = last && chosenBy(line, choicesOf(last));
    if (chosen) return conversations.pressAction(PLACE, chosen);
    n += 1;
    const message = { messageId: String(n), text: line, addressed: "direct", audience: "private" } as const;
    return conversations.receive({ ...PLACE, ...message });
  };
  for await (const line of interactive ? pasted(lines) : lines) {
    const choices = last ? choicesOf(last) : [];
    if (isStrayLetter(line, choices)) {
      output.write(`Choose ${choices.map(choiceText).join(" · ")}, or ask in your own words.\n\n`);
    } else if (line.trim() !== "") {
      const reply = await answer(line);
      const width = Math.min(WIDEST, output.columns ?? WIDEST);
      if (reply) {
        last = reply;
        output.write(`${renderTerminal(reply, { width, colour: interactive && !plain, explain })}\n\n`);
      }
    }
    if (interactive) lines.prompt();
  }
  if (interactive) output.write("\n");
}

/** Lines that come at once were pasted, such as a CV: they are one message. */
function pasted(lines: Interface): AsyncIterable<string> {
  const messages = new PassThrough({ objectMode: true });
  let waiting: string[] = [];
  const flush = () => {
    if (waiting.length > 0) messages.write(waiting.join("\n"));
    waiting = [];
  };
  lines.on("line", (line) => {
    if (waiting.length === 0) setImmediate(flush);
    waiting.push(line);
  });
  lines.on("close", () => {
    flush();
    messages.end();
  });
  return messages;
}
