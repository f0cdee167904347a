import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Evidence } from "../understanding/evidence.ts";
import type { Answer } from "./answer.ts";
import { finish } from "./document.ts";
import { plainParagraph } from "./markdown.ts";

/** The evidence behind an answer in plain words. Words of the asker are put in as plain text, never as Markdown. */
export function answerWhy(evidence: Evidence | undefined, knowledge: Knowledge): Answer {
  if (!evidence) {
    return finish(
      {
        title: "Why that answer",
        summary: "I no longer remember the last answer here; I forget a talk after 15 minutes.",
        outcome: "declined",
        audience: "private",
      },
      knowledge,
    );
  }
  const lines = evidenceLines(evidence, knowledge);
  return finish(
    {
      title: "Why that answer",
      summary: evidence.decision,
      sections: lines.map((line) => ({ heading: undefined, body: plainParagraph(line) })),
      audience: "private",
    },
    knowledge,
  );
}

export function evidenceLines(evidence: Evidence, knowledge: Knowledge): string[] {
  const role = (id: string) => knowledge.roles.get(id)?.name ?? id;
  return [
    ...evidence.roles.map(({ id, words, how }) => `"${words}" names ${role(id)} (${how}).`),
    ...evidence.topics.map(({ id, words, how }) =>
      words ? `"${words}" asks for ${id} (${how}).` : `It asks for ${id}: ${how}.`,
    ),
    ...evidence.skills.map(({ id, words, how }) => `"${words}" is ${id} (${how}).`),
    ...evidence.cues.map((cue) => `A sign: ${cue}.`),
    ...evidence.focus.map((focus) => `From our talk: ${focus}.`),
    ...(evidence.intents.length > 0
      ? [
          `Likeliest readings: ${evidence.intents.map(({ intent, probability }) => `${intent} ${Math.round(probability * 100)}%`).join(", ")}.`,
        ]
      : []),
  ];
}
