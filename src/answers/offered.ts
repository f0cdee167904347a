import type { Answer, FollowUp } from "./answer.ts";

const UNDER_AN_ANSWER = 5;

/**
 * The follow-ups that are shown: the same on every platform, as buttons and in the text twin. A few under an answer; all
 * where the bot asks which was meant, or offers something else.
 */
export function offered({ followUps, outcome }: Pick<Answer, "followUps" | "outcome">): FollowUp[] {
  return outcome === "answered" ? followUps.slice(0, UNDER_AN_ANSWER) : followUps;
}
