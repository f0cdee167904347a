import type { Knowledge, Role } from "../knowledge/knowledge.ts";
import type { Question } from "../understanding/question.ts";
import { answerGreeting, answerHelp, answerListRoles, answerPrivacy, answerThanks } from "./about-the-bot.ts";
import { answerAdvice } from "./advice.ts";
import type { Answer } from "./answer.ts";
import { answerComparison } from "./compare.ts";
import { answerFindRoles } from "./find-roles.ts";
import { answerLookup } from "./lookup.ts";
import type { OpeningsSource } from "./openings/search.ts";
import { answerOpenings } from "./openings.ts";
import { answerTransition } from "./transition.ts";
import { askWhich, decline } from "./uncertain.ts";

/**
 * Answers a question from the knowledge base, and one about openings from the job feeds. But for these, the same question
 * and knowledge give the same answer.
 */
export function answerQuestion(question: Question, knowledge: Knowledge, openings?: OpeningsSource): Answer {
  const roles = [...new Set(question.roles)].flatMap((id): Role[] => [knowledge.roles.get(id) ?? []].flat());
  const doubt = { question, alternatives: [], nearest: [] };
  switch (question.intent) {
    case "lookup":
      return roles[0] ? answerLookup(roles[0], question.topics, knowledge) : askWhich(doubt, knowledge);
    case "compare":
      return roles.length >= 2
        ? answerComparison(roles, question.topics, knowledge)
        : // A role beside itself is a comparison that lacks its other side.
          askWhich({ ...doubt, question: { ...question, roles: roles.map((role) => role.id) } }, knowledge);
    case "transition": {
      const from = question.from === null ? undefined : knowledge.roles.get(question.from);
      return roles[0]
        ? answerTransition(from, roles[0], question.topics, knowledge)
        : askWhich(doubt, knowledge);
    }
    case "find-roles":
      return answerFindRoles(question.skills, question.topics, knowledge);
    case "advice":
      return answerAdvice(roles[0], question.topics, knowledge);
    case "openings":
      return answerOpenings(question, knowledge, openings);
    case "list-roles":
      return answerListRoles(knowledge);
    case "help":
      return answerHelp(knowledge);
    case "greeting":
      return answerGreeting(knowledge);
    case "thanks":
      return answerThanks(knowledge);
    case "privacy":
      return answerPrivacy(knowledge);
    case "out-of-scope":
      return decline(doubt, knowledge);
  }
}
