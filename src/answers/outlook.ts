import type { Knowledge, Role } from "../knowledge/knowledge.ts";
import { count, occupationWords } from "./pay.ts";

/** The official projection of the closest occupation, named as such; Markdown with its source. */
export function projectionSentence(role: Role, knowledge: Knowledge): string | undefined {
  const occupation = knowledge.occupations.get(role.occupation.soc);
  if (!occupation) return undefined;
  const { growthPercent } = occupation;
  const change =
    growthPercent === 0
      ? "stay as it is"
      : `${growthPercent > 0 ? "grow" : "shrink"} by ${Math.abs(growthPercent)}%`;
  const who = occupationWords(role, occupation.title);
  const openings = occupation.openingsPerYear
    ? `, with about ${count(occupation.openingsPerYear)} openings a year${occupation.openingsNote ? ` (${occupation.openingsNote})` : ""}`
    : "";
  return `**Official projection:** ${who} is expected to ${change} in the US from ${occupation.baseYear} to ${occupation.targetYear}${openings}.[^${occupation.source}]`;
}

export function growthCell(role: Role, knowledge: Knowledge): string {
  const occupation = knowledge.occupations.get(role.occupation.soc);
  if (!occupation) return "no official figure";
  const growth = `${occupation.growthPercent > 0 ? "+" : ""}${occupation.growthPercent}%`;
  return `${growth} ${occupation.baseYear}-${String(occupation.targetYear).slice(2)}, US (${occupation.title})`;
}
