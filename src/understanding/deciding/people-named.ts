import { aroundMentions } from "../reading/around.ts";
import { type Mention, namesRole } from "../reading/mentions.ts";
import type { Reading } from "../reading/reading.ts";
import type { Slot } from "../reading/slots.ts";

/** The roles that a question names, by what they are to it; ids in order of mention, each once. */
export interface PeopleNamed {
  /** Every role named outright. */
  roles: string[];
  /** Roles, and fields that can stand for one. */
  rolesOrAreas: string[];
  /** Where the asker stands: a role's id, or null for a job, degree or field that is no role of ours. */
  start: string | null | undefined;
  goals: string[];
  /** Another profession is the goal. */
  otherGoal: boolean;
  /** A profession or background is named at all. */
  other: boolean;
}

export function peopleNamed(reading: Reading, slots: readonly Slot[]): PeopleNamed {
  const { mentions } = reading;
  const roleOf = (mention: Mention) => (namesRole(mention) ? mention.role : undefined);
  const roles = unique(mentions.flatMap((mention) => (mention.kind === "role" ? [mention.role] : [])));
  // A field that seldom means its job counts where it is a start or a goal, or is set beside a role.
  const around = aroundMentions(reading);
  const beside = (n: number) => ALONGSIDE.test(around[n]?.before ?? "");
  // "prompt engineering.. will that last" speaks of one field, and of nothing else.
  const isSubject = (n: number) =>
    mentions.length === 1 && around[n]?.before === "" && /^[.,]/.test(around[n]?.after ?? "");
  const rolesOrAreas = unique(
    mentions.flatMap((mention, n) => {
      const counts =
        mention.kind !== "area" || mention.alone || slots[n] !== undefined || beside(n) || isSubject(n);
      return counts ? (roleOf(mention) ?? []) : [];
    }),
  );

  let startAt = mentions.findIndex((mention, n) => slots[n] === "start" && mention.kind === "role");
  if (startAt < 0)
    startAt = mentions.findIndex((mention, n) => slots[n] === "start" && isPlaceToStart(mention));
  const goals = unique(
    mentions.flatMap((mention, n) => (slots[n] === "goal" ? (roleOf(mention) ?? []) : [])),
  );
  const starting = mentions[startAt];
  const named = starting === undefined ? undefined : (roleOf(starting) ?? null);
  // "to get into bi analysis as a bi analyst": the goal said twice is no start.
  const start = typeof named === "string" && roles.length === 1 && goals.includes(named) ? undefined : named;
  return {
    roles,
    rolesOrAreas,
    start,
    goals: goals.filter((role) => role !== start || goals.length === 1),
    otherGoal: mentions.some((mention, n) => mention.kind === "profession" && slots[n] === "goal"),
    other: mentions.some((mention) => mention.kind === "profession" || mention.kind === "background"),
  };
}

const ALONGSIDE = /(?:ROLE|AREA)\d+ (?:vs|versus|or|than) (?:an? |the |in )?$/;

function isPlaceToStart(mention: Mention): boolean {
  if (mention.kind === "area") return mention.alone;
  return mention.kind !== "skill" && mention.kind !== "industry";
}

export function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
