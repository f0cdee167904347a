import type { Answer } from "../answers/answer.ts";
import type { Discretion } from "../policy/gate.ts";
import { type Evidence, NO_EVIDENCE } from "../understanding/evidence.ts";
import { plainQuestion, type Question } from "../understanding/question.ts";
import type { Response } from "./brain.ts";
import { errorAnswer } from "./error-answer.ts";
import type { Reply } from "./message.ts";
import type { PersonalReply } from "./personal/personal-reply.ts";

export const PRESSED: Evidence = {
  ...NO_EVIDENCE,
  cues: ["a button was pressed"],
  decision: "The button said what was asked.",
};
export const ABOUT_YOU = "It was about you, so I answered from what you told me of yourself.";
export const PRESSED_OWN: Evidence = { ...PRESSED, decision: ABOUT_YOU };
/** What a button about a person asks, as far as a question can say it. */
const TIPS: Question = { intent: "advice", roles: [], topics: [], skills: [] };
const PRIVACY = plainQuestion("privacy");

/** A question that could not be answered alone may have leant on what was said before. */
export function withoutMemory(response: Response): Response {
  const { answer } = response;
  if (answer.outcome === "answered") return response;
  const summary = `${answer.summary} I cannot remember just now what we talked about, so please name the role.`;
  return { ...response, answer: { ...answer, summary } };
}

export function toReply({ answer, question, confidence, evidence }: Response): Reply {
  return { answer, question, confidence, evidence };
}

export function replyWith(answer: Answer): Reply {
  return { answer, question: plainQuestion("help"), confidence: 1, evidence: NO_EVIDENCE };
}

export function withDiscretion(discretion: Discretion | undefined, reply: Reply): Reply {
  return discretion === undefined ? reply : { ...reply, discretion };
}

export function faultReply(errorId: string): Reply {
  return { ...replyWith(errorAnswer(errorId)), aside: "fault" };
}

/** What somebody says of themself asks nothing that a question could say. */
export function askedBy({ again }: PersonalReply): Question {
  const isAboutData = again?.do === "show-data" || again?.do === "export-data" || again?.do === "erase";
  return isAboutData ? PRIVACY : TIPS;
}

export function personalReply(mine: PersonalReply, question = askedBy(mine), evidence = PRESSED_OWN): Reply {
  const { answer, buttons, file, again } = mine;
  return { answer, question, confidence: 1, evidence, buttons, file, again };
}
