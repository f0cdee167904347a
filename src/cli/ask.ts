import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { z } from "zod";
import { plainText } from "../answers/plain-text.ts";
import { evidenceLines } from "../answers/why.ts";
import type { Brain, Response } from "../conversations/brain.ts";
import { nextFocus } from "../conversations/next-focus.ts";
import type { Focus } from "../understanding/focus.ts";
import { toJson } from "./reply-json.ts";

/** Width of an answer on standard output: a comfortable line. */
const WIDTH = 96;

/** One answer as text. */
export async function askText(brain: Brain, text: string, options: { explain: boolean }): Promise<string> {
  const response = await brain.respond(text, undefined);
  const answer = plainText(response.answer, { width: WIDTH });
  return options.explain ? `${answer}\n\n${explanation(response, brain)}` : answer;
}

/** One answer as one JSON object. */
export async function askJson(brain: Brain, text: string, id?: string | number): Promise<string> {
  const started = performance.now();
  const response = await brain.respond(text, undefined);
  return JSON.stringify(toJson(response, { id, text, ms: performance.now() - started }));
}

export function explanation(response: Pick<Response, "evidence">, brain: Brain): string {
  return [
    "Why:",
    ...[response.evidence.decision, ...evidenceLines(response.evidence, brain.knowledge)].map(
      (line) => `- ${line}`,
    ),
  ].join("\n");
}

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  text: z.string(),
  conversation: z.string().optional(),
});

/** Talks remembered at a time; the longest silent is forgotten first. */
const MOST_TALKS = 10_000;

/** Reads questions line by line and writes an object a line, in order. Lines of one `conversation` share its memory. */
export async function askLines(brain: Brain, input: Readable, output: Writable): Promise<void> {
  const talks = new Map<string, Focus | undefined>();
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === "") continue;
    const parsed = lineSchema.safeParse(parseJson(line));
    const written = parsed.success
      ? await respond(parsed.data)
      : JSON.stringify({
          id: null,
          error: `This line is not {"id"?, "text", "conversation"?}: ${z.prettifyError(parsed.error).replaceAll("\n", " ")}`,
        });
    if (!output.write(`${written}\n`)) await new Promise<void>((resolve) => output.once("drain", resolve));
  }

  async function respond({ id, text, conversation }: z.infer<typeof lineSchema>): Promise<string> {
    const started = performance.now();
    const focus = conversation === undefined ? undefined : talks.get(conversation);
    const response = await brain.respond(text, focus);
    if (conversation !== undefined) {
      talks.delete(conversation);
      talks.set(conversation, nextFocus(response, focus));
      if (talks.size > MOST_TALKS) talks.delete(talks.keys().next().value ?? "");
    }
    return JSON.stringify(toJson(response, { id, text, ms: performance.now() - started }));
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
