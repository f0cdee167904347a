import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Question } from "../understanding/question.ts";
import { starters } from "./about-the-bot.ts";
import type { Answer } from "./answer.ts";
import { describe, label, rolesForSkills } from "./describe.ts";
import { finish, followUp, listWords } from "./document.ts";
import { nearRoles, topicLabel } from "./next.ts";
import { inSentence } from "./role-words.ts";

/** What the bot knows of a question that it will not answer as it stands. */
export interface Doubt {
  question: Question;
  /** Other readings, likeliest first. */
  alternatives: readonly Question[];
  /** The answer to the likeliest reading, where it can be answered as it stands. */
  tentative?: Answer | undefined;
  /** Roles that are nearest to what was typed. */
  nearest: readonly string[];
}

const MOST_OFFERED = 5;

/** Asks which was meant, with a button for each reading. */
export function askWhich(
  { question, alternatives, nearest, tentative }: Doubt,
  knowledge: Knowledge,
): Answer {
  const offered = [...(isWhole(question) ? [question] : []), ...alternatives.filter(isWhole)];
  const start = question.intent === "transition" ? question.from : undefined;
  const half = question.intent === "compare" && question.roles.length === 1;
  const others = half ? besideOf(question.roles[0]!, nearest, knowledge) : nearest;
  const roles =
    half || question.roles.length === 0
      ? others
          .filter((id) => !question.roles.includes(id) && id !== start)
          .map((id) => withRole(question, id))
      : [];
  // What half a comparison lacks is another role; what else its words may mean is unlikelier.
  const followUps = (half ? [...roles, ...offered] : [...offered, ...roles])
    .slice(0, MOST_OFFERED)
    .map((each) => followUp(label(each, knowledge), each));
  return finish(
    {
      title: "Which do you mean?",
      summary: tentative
        ? `If you mean “${describe(question, knowledge)}”: ${tentative.summary} Or pick another reading.`
        : whatIsAsked(question, offered.length, knowledge),
      sourceKeys: tentative?.sources.map((source) => source.key) ?? [],
      outcome: "clarify",
      followUps: followUps.length > 0 ? followUps : starters(knowledge),
    },
    knowledge,
  );
}

/** Says that it does not know, and what it does know that is nearest. */
export function decline({ alternatives, nearest }: Doubt, knowledge: Knowledge): Answer {
  const near = nearest.slice(0, 3).map((id) =>
    followUp(`About ${knowledge.roles.get(id)?.short ?? id}`, {
      intent: "lookup",
      roles: [id],
      topics: [],
    }),
  );
  const offered = alternatives
    .filter(isWhole)
    .slice(0, 2)
    .map((each) => followUp(label(each, knowledge), each));
  const followUps = [...offered, ...near];
  return finish(
    {
      title: "I can't help with that",
      summary:
        "I only know careers in data and machine learning: what a role is and does, its skills, pay, outlook and interviews, how two roles differ, and how to get from one to another.",
      outcome: "declined",
      followUps: followUps.length > 0 ? followUps : starters(knowledge),
    },
    knowledge,
  );
}

/** A command was given a name that is none of our roles': says so, with the names that are nearest to it, and the roles for what are skills. */
export function unknownRole(
  nearest: readonly string[],
  knowledge: Knowledge,
  skills: readonly string[] = [],
): Answer {
  const near = nearest.map((id) =>
    followUp(`About ${knowledge.roles.get(id)?.short ?? id}`, withRole(plain, id)),
  );
  const bySkill = skills.length > 0 ? [rolesForSkills(skills, [], knowledge)] : [];
  return finish(
    {
      title: "I know no role by that name",
      summary: `${near.length > 0 ? "These come nearest. " : ""}I know careers in data and machine learning: pick a role, or say it in other words, such as “data engineer” or “ML lead”.`,
      outcome: "declined",
      followUps:
        near.length + bySkill.length > 0
          ? [...bySkill, ...near, followUp("All roles", { intent: "list-roles", roles: [], topics: [] })]
          : starters(knowledge),
    },
    knowledge,
  );
}

const plain: Question = { intent: "lookup", roles: [], topics: [] };

export function tooLong(length: number, most: number, knowledge: Knowledge): Answer {
  return finish(
    {
      title: "That is too long for me",
      summary: `Your message has ${length.toLocaleString("en-US")} characters and I read at most ${most.toLocaleString("en-US")}. Ask your question in a sentence or two, please.`,
      outcome: "declined",
      followUps: starters(knowledge),
    },
    knowledge,
  );
}

export function emptyQuestion(knowledge: Knowledge): Answer {
  return finish(
    {
      title: "Ask me something",
      summary:
        "There were no words in that. Ask about a role in data or machine learning, for example: what does a data engineer do?",
      outcome: "clarify",
      followUps: starters(knowledge),
    },
    knowledge,
  );
}

function whatIsAsked(question: Question, readings: number, knowledge: Knowledge): string {
  if (question.intent === "transition" && question.roles.length === 0 && question.from) {
    return `Which role do you want to get to from ${roleName(question.from, knowledge)}?`;
  }
  if (question.roles.length === 0 && readings === 0) {
    const about =
      question.topics.length > 0
        ? ` about ${listWords(question.topics.map((topic) => topicLabel(topic, knowledge).toLowerCase()))}`
        : "";
    if (question.intent === "compare") return "Which two roles shall I set side by side?";
    if (question.intent === "transition")
      return "Which role do you want to get to? Tell me also where you start from.";
    return `Which role is your question${about} for?`;
  }
  if (question.intent === "compare" && question.roles.length === 1) {
    return `With which role shall I compare the ${roleName(question.roles[0]!, knowledge)}?`;
  }
  return "I can read that in more than one way. Pick one, or say it in other words.";
}

/** Roles to set beside one: those that were spoken of, or its neighbours. */
function besideOf(id: string, spokenOf: readonly string[], knowledge: Knowledge): readonly string[] {
  const role = knowledge.roles.get(id);
  if (!role || spokenOf.some((other) => other !== id)) return spokenOf;
  return nearRoles(role, knowledge)
    .slice(0, NEIGHBOURS_OFFERED)
    .map((other) => other.id);
}

const NEIGHBOURS_OFFERED = 3;

function isWhole(question: Question): boolean {
  if (question.intent === "lookup" || question.intent === "transition") return question.roles.length > 0;
  return question.intent !== "compare" || question.roles.length >= 2;
}

function withRole(question: Question, id: string): Question {
  if (question.intent === "compare") return { ...question, roles: [...question.roles, id] };
  if (question.intent === "transition") return { ...question, roles: [id] };
  return { intent: "lookup", roles: [id], topics: question.topics };
}

function roleName(id: string, knowledge: Knowledge): string {
  const role = knowledge.roles.get(id);
  return role ? inSentence(role) : id;
}
