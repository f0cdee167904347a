import type { Knowledge } from "../knowledge/knowledge.ts";
import { TOPICS } from "../knowledge/topics.ts";
import type { Evidence } from "../understanding/evidence.ts";
import type { Intent } from "../understanding/question.ts";
import type { Answer } from "./answer.ts";
import { finish } from "./document.ts";
import { plainParagraph } from "./markdown.ts";
import { topicLabel } from "./next.ts";
import { inSentence } from "./role-words.ts";

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

const READING_WORDS: Readonly<Record<Intent, string>> = {
  lookup: "about a role",
  compare: "a comparison",
  transition: "a way to a role",
  "find-roles": "roles that fit",
  advice: "tips",
  openings: "job openings",
  "list-roles": "the list of roles",
  help: "what I can do",
  greeting: "a greeting",
  thanks: "thanks",
  privacy: "what I keep",
  "out-of-scope": "something else",
};
const READINGS = new Map<string, string>(Object.entries(READING_WORDS));

/** A sentence that speaks of roles by their ids, with their names instead. */
function withNames(sentence: string, knowledge: Knowledge): string {
  return sentence.replace(/[a-z]+(?:-[a-z]+)+/g, (id) => {
    const role = knowledge.roles.get(id);
    return role ? `the ${inSentence(role)}` : id;
  });
}

export function evidenceLines(evidence: Evidence, knowledge: Knowledge): string[] {
  const role = (id: string) => knowledge.roles.get(id)?.name ?? id;
  const topic = (id: string) => {
    const known = TOPICS.find((each) => each === id);
    return known ? topicLabel(known, knowledge).toLowerCase() : id;
  };
  const skill = (id: string) => knowledge.skills.get(id)?.name ?? id;
  const shares = evidence.intents
    .map(({ intent, probability }) => ({ intent, percent: Math.round(probability * 100) }))
    .filter(({ percent }) => percent > 0);
  const lines = [
    ...evidence.roles.map(({ id, words, how }) => `"${words}" names ${role(id)} (${how}).`),
    ...evidence.topics.map(({ id, words, how }) =>
      words ? `"${words}" asks for ${topic(id)} (${how}).` : `It asks for ${topic(id)}: ${how}.`,
    ),
    ...evidence.skills.map(({ id, words, how }) => `"${words}" is ${skill(id)} (${how}).`),
    ...evidence.cues.map((cue) => `A sign: ${cue}.`),
    ...evidence.focus.map((focus) => `From our talk: ${withNames(focus, knowledge)}.`),
    ...(shares.length > 0
      ? [
          `Likeliest readings: ${shares.map(({ intent, percent }) => `${READINGS.get(intent) ?? intent} ${percent}%`).join(", ")}.`,
        ]
      : []),
  ];
  // One word may be found in two ways that read the same.
  return [...new Set(lines)];
}
