import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { RoleDescriptions } from "../vocabulary/described-roles.ts";
import { maskTokens, type Reading } from "./reading.ts";

/** Below this share of its words being said of the role, a description names nobody. */
const LIKE_ENOUGH = 0.3;

/** Where somebody is described and no role is named, adds the role that fits the description best. */
export function addDescribedRole(
  reading: Reading,
  descriptions: RoleDescriptions,
  knowledge: Knowledge,
): Reading {
  const found = descriptions.find(reading.tokens);
  if (!found || found.likeness < LIKE_ENOUGH) return reading;
  const inside = (start: number, end: number) => start < found.end && end > found.start;
  if (reading.mentions.some((mention) => mention.kind === "role" && inside(mention.start, mention.end)))
    return reading;
  const rivals = found.next && found.next.likeness > 0.8 * found.likeness ? [found.next.role] : [];
  const mentions = [
    ...reading.mentions.filter((mention) => !inside(mention.start, mention.end)),
    {
      kind: "role" as const,
      role: found.role,
      how: "described" as const,
      start: found.start,
      end: found.end,
      rivals,
    },
  ].sort((a, b) => a.start - b.start);
  return { ...reading, mentions, masked: maskTokens(reading.tokens, mentions, knowledge) };
}
