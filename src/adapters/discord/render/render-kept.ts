import type { Answer } from "../../../answers/answer.ts";
import { formatQuestion } from "../../../understanding/question-string.ts";
import type { DiscordMessage } from "./message-body.ts";
import { type RenderOptions, renderAnswer } from "./render.ts";

/**
 * `renderAnswer`, with what it made kept for as long as the answer itself is: the answers to common questions
 * are the same objects each time, and rendering costs about as much as everything else the adapter does for a reply.
 */
export function renderKept(answer: Answer, options: RenderOptions): readonly DiscordMessage[] {
  const made = keptOf(answer);
  const { shown, question, byline = "", mentors = false } = options;
  const key = [shown, formatQuestion(question), byline, mentors].join("\n");
  const ready = made.get(key);
  if (ready) return ready;
  const messages = renderAnswer(answer, options);
  // A byline names a person and will hardly come again.
  if (options.byline === undefined) made.set(key, messages);
  return messages;
}

const kept = new WeakMap<Answer, Map<string, readonly DiscordMessage[]>>();

function keptOf(answer: Answer): Map<string, readonly DiscordMessage[]> {
  const known = kept.get(answer);
  if (known) return known;
  const made = new Map<string, readonly DiscordMessage[]>();
  kept.set(answer, made);
  return made;
}
