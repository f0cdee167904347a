import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Description } from "../vocabulary/described-roles.ts";
import type { RoleMention } from "./mentions.ts";
import { maskTokens, type Reading } from "./reading.ts";

/** Below this a description names nobody. */
const LIKE_ENOUGH = 0.3;
/** A runner-up this near makes the bot ask. */
const NEAR = 0.85;

/** Where a role is named, somebody described beside it counts only if the two are set against each other. */
const SET_AGAINST = /\b(?:vs|versus|or|than|between|compared?|difference|against)\b/;

/** Descriptions of somebody whom the same words do not also name. */
export function unnamed(descriptions: readonly Description[], reading: Reading): Description[] {
  const isNamed = reading.mentions.some((mention) => mention.kind === "role");
  if (isNamed && !SET_AGAINST.test(reading.masked)) return [];
  return descriptions.filter(
    (each) => !reading.mentions.some((mention) => mention.kind === "role" && within(mention, each)),
  );
}

/** Puts the role that fits each description best among the mentions. */
export function addDescribedRoles(
  reading: Reading,
  descriptions: readonly Description[],
  knowledge: Knowledge,
): Reading {
  const described = descriptions.flatMap((each) => mentionOf(each) ?? []);
  if (described.length === 0) return reading;
  const others = reading.mentions.filter((mention) => !described.some((each) => within(mention, each)));
  const mentions = [...others, ...described].sort((a, b) => a.start - b.start);
  return { ...reading, mentions, masked: maskTokens(reading.tokens, mentions, knowledge) };
}

function mentionOf({ start, end, likeness }: Description): RoleMention | undefined {
  const [best, next] = [...likeness].sort((a, b) => b[1] - a[1]);
  if (!best || best[1] < LIKE_ENOUGH) return undefined;
  const rivals = next && next[1] > NEAR * best[1] ? [next[0]] : [];
  return { kind: "role", role: best[0], how: "described", start, end, rivals };
}

function within(
  mention: { start: number; end: number },
  description: { start: number; end: number },
): boolean {
  return mention.start < description.end && mention.end > description.start;
}
