import type { Answer } from "../answers/answer.ts";
import { answerQuestion } from "../answers/answer-question.ts";
import { askWhich, decline, emptyQuestion, tooLong } from "../answers/uncertain.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Openings } from "../openings/open-openings.ts";
import { NO_EVIDENCE } from "../understanding/evidence.ts";
import type { Focus } from "../understanding/focus.ts";
import type { Meaning } from "../understanding/model/meaning.ts";
import type { Models } from "../understanding/model/models.ts";
import { type PostReading, readPost } from "../understanding/post.ts";
import type { Question } from "../understanding/question.ts";
import { formatQuestion } from "../understanding/question-string.ts";
import type { Reading } from "../understanding/reading/reading.ts";
import { Suggester } from "../understanding/suggest.ts";
import type { Lexicon } from "../understanding/text/lexicon.ts";
import { MAX_CHARACTERS, normalize } from "../understanding/text/normalize.ts";
import { createUnderstander, type Understanding } from "../understanding/understand.ts";
import { openingsSource } from "./openings-source.ts";

/** Understanding and answering over one version of the knowledge base. A reload makes another brain and drops this one. */
export interface Brain {
  readonly knowledge: Knowledge;
  readonly roles: Suggester;
  readonly skills: Suggester;
  /** Reads and answers a text in the light of what the talk is about. */
  respond(text: string, focus: Focus | undefined): Promise<Response>;
  answer(question: Question): Answer;
  /** Finds the names in a text, deciding nothing. */
  read(text: string): Reading;
  readPost(text: string): PostReading;
}

export interface Response extends Understanding {
  answer: Answer;
}

/** Answers are pure in the question, so the commonest are kept ready; openings come and go. */
const ANSWERS_KEPT = 500;

export function createBrain(
  knowledge: Knowledge,
  models: Models,
  lexicon: Lexicon,
  meaning?: Meaning,
  openings?: Openings,
): Brain {
  const understander = createUnderstander(knowledge, models, lexicon, meaning, openings);
  const source = openings && openingsSource(openings, understander.read);
  const roles = new Suggester(
    [...knowledge.roles.values()].map((role) => ({
      id: role.id,
      name: role.name,
      names: [...role.aliases, ...role.hiddenAliases],
    })),
  );
  const skills = new Suggester(
    [...knowledge.skills.values()].map((skill) => ({ id: skill.id, name: skill.name, names: skill.aliases })),
  );
  const kept = new Map<string, Answer>();

  function answer(question: Question): Answer {
    if (question.intent === "openings") return answerQuestion(question, knowledge, source);
    const key = `${formatQuestion(question)}`;
    const ready = kept.get(key);
    if (ready) return ready;
    const made = answerQuestion(question, knowledge);
    if (kept.size >= ANSWERS_KEPT) kept.delete(kept.keys().next().value ?? "");
    kept.set(key, made);
    return made;
  }

  async function respond(text: string, focus: Focus | undefined): Promise<Response> {
    if (text.length > MAX_CHARACTERS)
      return unread(tooLong(text.length, MAX_CHARACTERS, knowledge), TOO_LONG);
    if (!/[\p{L}\p{N}]/u.test(normalize(text)))
      return unread(emptyQuestion(knowledge), "There are no words in it.");
    const understanding = await understander.understand(text, focus);
    const { question, outcome, alternatives } = understanding;
    if (outcome === "answered") {
      const made = answer(question);
      return { ...understanding, outcome: made.outcome, answer: made };
    }
    const nearest = nearestRoles(understanding).filter((id) => knowledge.roles.has(id));
    const likeliest = outcome === "clarify" ? answer(question) : undefined;
    const tentative = likeliest?.outcome === "answered" ? likeliest : undefined;
    const doubt = { question, alternatives, nearest, tentative };
    const made = outcome === "clarify" ? askWhich(doubt, knowledge) : decline(doubt, knowledge);
    return { ...understanding, answer: made };
  }

  return {
    knowledge,
    roles,
    skills,
    respond,
    answer,
    read: understander.read,
    readPost: (text) => readPost(text, understander.read(text.slice(0, 2 * MAX_CHARACTERS))),
  };
}

/** The decision about a text that was not read. */
export const TOO_LONG = "It is longer than I read.";

/** Roles that the words themselves spoke of, however weakly. */
function nearestRoles({ question, evidence }: Understanding): string[] {
  const named = evidence.roles.map((item) => item.id);
  const rest = question.roles.length === 0 && question.intent !== "out-of-scope" ? USUALLY_MEANT : [];
  return [...new Set([...named, ...rest])];
}

/** Offered where a question lacks its role: the roles that people ask about most. */
export const USUALLY_MEANT = ["data-scientist", "data-engineer", "data-analyst", "machine-learning-engineer"];

function unread(answer: Answer, why: string): Response {
  const question: Question = { intent: "out-of-scope", roles: [], topics: [] };
  const evidence = { ...NO_EVIDENCE, decision: why };
  return {
    question,
    outcome: answer.outcome,
    confidence: 1,
    signs: undefined,
    alternatives: [],
    why,
    own: undefined,
    evidence,
    answer,
  };
}
