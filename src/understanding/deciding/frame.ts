import type { Topic } from "../../knowledge/topics.ts";
import type { Intent, Question } from "../question.ts";
import type { Mention } from "../reading/mentions.ts";
import type { Reading } from "../reading/reading.ts";
import { type PeopleNamed, unique } from "./people-named.ts";

/** Puts what was found into the question that an intent makes of it. */
export function frameOf(
  intent: Intent,
  people: PeopleNamed,
  reading: Reading,
  topics: readonly Topic[],
): Question {
  const asked = [...topics];
  switch (intent) {
    case "lookup":
      return { intent, roles: lookedUp(people), topics: asked };
    case "compare":
      return { intent, roles: people.roles.length >= 2 ? people.roles : people.rolesOrAreas, topics: asked };
    case "transition":
      return { intent, ...ends(people), topics: asked };
    case "find-roles": {
      const skills = termsNamed(reading.mentions);
      return { intent, roles: [], topics: skills.length > 0 ? [] : asked, skills };
    }
    case "advice":
      return { intent, roles: ownRole(people), topics: asked, skills: termsNamed(reading.mentions) };
    case "openings":
      return { intent, roles: people.rolesOrAreas.slice(0, 1), topics: [] };
    default:
      return { intent, roles: [], topics: [] };
  }
}

function lookedUp(people: PeopleNamed): string[] {
  const [first] = people.roles;
  if (first === undefined) return people.rolesOrAreas.slice(0, 1);
  // "as a data analyst, what does a data engineer earn": the asker's own role is not what is asked about.
  const others = people.roles.filter((role) => role !== people.start);
  return [people.goals[0] ?? others[0] ?? first];
}

function ends(people: PeopleNamed): { from: string | null; roles: string[] } {
  const all = people.roles.length >= 2 || people.rolesOrAreas.length < 2 ? people.roles : people.rolesOrAreas;
  const named = all.length > 0 ? all : people.rolesOrAreas;
  let from = people.start;
  let goals = people.goals.filter((role) => role !== from);
  if (goals.length === 0) goals = named.filter((role) => role !== from);
  if (from === undefined && goals.length >= 2 && people.goals.length === 0) {
    from = goals[0];
    goals = goals.slice(1);
  }
  if (from === undefined)
    from = (people.other ? undefined : named.find((role) => !goals.includes(role))) ?? null;
  return { from, roles: unique(goals) };
}

function ownRole(people: PeopleNamed): string[] {
  if (typeof people.start === "string") return [people.start];
  return people.roles.slice(0, 1);
}

/** Ids of the skills, degrees, fields of study and industries named and not ruled out. */
export function termsNamed(mentions: readonly Mention[]): string[] {
  return unique(
    mentions.flatMap((mention) => {
      if (mention.kind === "area") return mention.negated || !mention.term ? [] : [mention.term.id];
      if (!("id" in mention) || mention.negated) return [];
      return [mention.id];
    }),
  );
}
