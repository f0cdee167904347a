import type { Answer } from "../answers/answer.ts";

/** An answer of two lines for its asker alone, made without the knowledge base: where that is not what was asked for, or failed. */
export function bareAnswer({ title, summary }: Pick<Answer, "title" | "summary">): Answer {
  return {
    title,
    summary,
    sections: [],
    tables: [],
    sources: [],
    followUps: [],
    outcome: "declined",
    audience: "private",
  };
}
