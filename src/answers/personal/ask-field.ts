import type { AskedField } from "../../guidance/asking.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Answer } from "../answer.ts";
import { finish, section } from "../document.ts";

const ASKS: Record<AskedField, { title: string; ask: string }> = {
  target: {
    title: "Your goal",
    ask: "Which role would you like to get to? Name one, or take “Which role suits me?”",
  },
  current: { title: "Where you are", ask: "What is your role or background today, and for how many years?" },
  skills: {
    title: "Your skills",
    ask: "Which skills and tools do you use, and how well? For instance: SQL strong, Python basic, Excel.",
  },
  hours: { title: "Your time", ask: "How many hours a week can you learn?" },
  years: { title: "Your experience", ask: "For how many years have you worked in your role?" },
};

/** One thing that is missing for good advice. `note` tells what was just done. */
export function askField(field: AskedField, knowledge: Knowledge, note?: string): Answer {
  const { title, ask } = ASKS[field];
  return finish(
    {
      title,
      summary: ask,
      sections: note === undefined ? [] : [section(undefined, note)],
      outcome: "clarify",
      audience: "private",
    },
    knowledge,
  );
}
