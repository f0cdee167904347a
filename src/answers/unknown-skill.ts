import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Topic } from "../knowledge/topics.ts";
import type { Answer } from "./answer.ts";
import { rolesForSkills } from "./describe.ts";
import { finish, listWords } from "./document.ts";
import { answerFindRoles } from "./find-roles.ts";
import { quote } from "./quote.ts";
import { musts, skillName } from "./role-words.ts";

/** What a command was given for skills. */
export interface SkillsTyped {
  /** Ids of what is known of it. */
  known: readonly string[];
  /** The words of the rest, as typed. */
  unknown: readonly string[];
  /** Ids of the skills that come nearest to those. */
  nearest: readonly string[];
}

/** Says which skill it does not know, and answers by the others if there are any. For its asker alone: it is help. */
export function answerUnknownSkills(
  { known, unknown, nearest }: SkillsTyped,
  topics: readonly Topic[],
  knowledge: Knowledge,
): Answer {
  const near = nearest.map((id) => rolesForSkills([...known, id], topics, knowledge));
  const words = listWords(unknown.map(quote).filter(Boolean), "or");
  const lack =
    words === "" ? "I could not read that as a skill or a tool." : `I know no skill or tool ${words}.`;
  if (known.length > 0) {
    const answer = answerFindRoles(known, topics, knowledge);
    const names = listWords(known.map((id) => skillName(id, knowledge)));
    return {
      ...answer,
      summary: `${lack} By ${names} alone: ${answer.summary}`,
      followUps: [...near, ...answer.followUps].slice(0, MOST_OFFERED),
      audience: "private",
    };
  }
  return finish(
    {
      title: unknown.length > 1 ? "I know no skills by those names" : "I know no skill by that name",
      summary: `${lack} ${near.length > 0 ? "These come nearest: pick one" : "Pick one of the suggestions that come while you type"}, or name another, such as SQL or Tableau.`,
      outcome: "declined",
      audience: "private",
      followUps:
        near.length > 0 ? near : mostAskedFor(knowledge).map((id) => rolesForSkills([id], topics, knowledge)),
    },
    knowledge,
  );
}

const MOST_OFFERED = 8;

const EXAMPLES = 3;

/** The skills that most roles must have. */
function mostAskedFor({ roles }: Knowledge): string[] {
  const counts = new Map<string, number>();
  for (const { id } of [...roles.values()].flatMap(musts)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts.entries()]
    .sort(([, a], [, b]) => b - a)
    .slice(0, EXAMPLES)
    .map(([id]) => id);
}
