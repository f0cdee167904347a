import { PassThrough } from "node:stream";
import { chat } from "../../../src/adapters/terminal/chat.ts";
import type { Recorder } from "../recorder.ts";
import type { Turn } from "../story.ts";
import { type Platform, type Seen, until } from "./platform.ts";

/** The terminal: lines from a pipe, answered one by one. It has one place, and whoever sits at it is alone. */
export async function startTerminal(recorder: Recorder): Promise<Platform> {
  const input = new PassThrough();
  const output = new PassThrough();
  let shown = "";
  output.setEncoding("utf8").on("data", (text: string) => {
    shown += text;
  });
  const ended = chat({ conversations: recorder.conversations, input, output, explain: false, plain: true });

  async function take(turn: Turn): Promise<() => Seen> {
    const from = shown.length;
    const before = recorder.received();
    input.write(`${turn.says}\n`);
    await until("an answer in the terminal", () => recorder.received() > before && shown.length > from);
    return () => ({ messages: [{ shown: shown.slice(from) }], by: "the asker alone" });
  }

  return {
    begin: () => ({ take }),
    complaints: () => [],
    stop: async () => {
      input.end();
      await ended;
    },
  };
}
