import type { TurnEvidence } from "../candidates/signs.ts";
import type { Question } from "../question.ts";
import { ownMention } from "../reading/own-role.ts";

/** Where the asker says that they stand: a role, null for what is no role of ours, undefined where they do not say. */
export function ownPlaceSaid(
  question: Question,
  { turn, pointing }: Pick<TurnEvidence, "turn" | "pointing">,
): string | null | undefined {
  if (question.intent === "transition" && question.from !== null) return question.from;
  const { cues, people, reading } = turn;
  if (pointing.start !== people.start) return pointing.start;
  // Two names side by side say nothing of who asks.
  const says =
    question.intent === "transition" ||
    question.intent === "advice" ||
    cues.has("my-start") ||
    cues.has("here") ||
    ownMention(reading) !== undefined ||
    (typeof people.start === "string" && cues.has("first-person"));
  return says ? people.start : undefined;
}
