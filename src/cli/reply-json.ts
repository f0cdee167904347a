import { plainText } from "../answers/plain-text.ts";
import type { Response } from "../conversations/brain.ts";
import type { Question } from "../understanding/question.ts";
import { formatQuestion } from "../understanding/question-string.ts";

/** The JSON object that outside programs rely on; its fields are a contract. */
export function toJson(
  response: Response,
  { id, text, ms }: { id: string | number | undefined; text: string; ms: number },
) {
  const { answer, question } = response;
  return {
    id: id ?? null,
    text,
    question: withoutFilters(question),
    outcome: response.outcome,
    confidence: response.confidence,
    answer: {
      title: answer.title,
      text: plainText(answer),
      sources: answer.sources.map(({ key, title, url }) => ({ key, title, url })),
      followUps: answer.followUps.map((next) => ({
        label: next.label,
        question: formatQuestion(next.question),
      })),
    },
    ms: Math.round(ms * 1000) / 1000,
  };
}

/** What openings are narrowed down by is no part of the contract; the follow-ups' strings carry it. */
function withoutFilters(question: Question): Question {
  if (question.intent !== "openings") return question;
  const { filters: _, ...rest } = question;
  return rest;
}
