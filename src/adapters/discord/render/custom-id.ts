import { VERDICTS, type Verdict } from "../../../conversations/conversations.ts";
import type { Question } from "../../../understanding/question.ts";
import { formatQuestion } from "../../../understanding/question-string.ts";
import { LIMITS } from "./limits.ts";

/** What a button or menu does. Everything is in its `custom_id`, so that it works after a restart and on any instance. */
export type Action =
  /** Answers in place of the message it sits on. */
  | { do: "ask"; question: Question }
  /** Answers to the one who pressed alone. */
  | { do: "private"; question: Question }
  /** Shows a private answer to the channel. */
  | { do: "share"; question: Question }
  /** Answers the same about another topic, which the menu's value names. */
  | { do: "topic"; question: Question }
  | { do: "thread"; question: Question }
  | { do: "why"; question: Question }
  /** Asks what was wrong. */
  | { do: "wrong"; question: Question }
  | { do: "rate"; question: Question; verdict: Verdict };

/** One letter each: a question may take 84 of the 100 characters. */
const LETTERS = {
  ask: "a",
  private: "p",
  share: "s",
  topic: "t",
  thread: "m",
  why: "w",
  wrong: "x",
} as const;

export function formatAction(action: Action): string {
  const question = formatQuestion(action.question);
  const lead = action.do === "rate" ? `r${VERDICTS.indexOf(action.verdict)}` : LETTERS[action.do];
  return `${lead}/${question}`;
}

/** Undefined for what this version does not write (any more), or where the question names an id that is gone. */
export function parseAction(
  customId: string,
  readQuestion: (text: string) => Question | undefined,
): Action | undefined {
  if (customId.length > LIMITS.customId) return undefined;
  const slash = customId.indexOf("/");
  const lead = customId.slice(0, Math.max(slash, 0));
  const question = slash < 0 ? undefined : readQuestion(customId.slice(slash + 1));
  if (!question) return undefined;
  switch (lead) {
    case "a":
      return { do: "ask", question };
    case "p":
      return { do: "private", question };
    case "s":
      return { do: "share", question };
    case "t":
      return { do: "topic", question };
    case "m":
      return { do: "thread", question };
    case "w":
      return { do: "why", question };
    case "x":
      return { do: "wrong", question };
    default: {
      const verdict = /^r\d$/.test(lead) ? VERDICTS[Number(lead.slice(1))] : undefined;
      return verdict ? { do: "rate", question, verdict } : undefined;
    }
  }
}
