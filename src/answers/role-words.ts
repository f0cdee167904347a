import type { Knowledge, Role } from "../knowledge/knowledge.ts";
import type { SkillNeed } from "../knowledge/schema.ts";

/** "data engineer", "BI analyst", "Head of data": a name inside a sentence keeps the capitals of its abbreviations. */
export function inSentence(role: Pick<Role, "name">): string {
  const [first = "", ...rest] = role.name.split(" ");
  const lower = /^[A-Z][a-z]+$/.test(first) ? first.toLowerCase() : first;
  return [lower, ...rest].join(" ");
}

export function withArticle(role: Pick<Role, "name">): string {
  const name = inSentence(role);
  return `${/^(?:[aeio]|un|MLO|ML |NLP|LLM|AI )/i.test(name) && !/^(?:uni|one)/i.test(name) ? "an" : "a"} ${name}`;
}

export function plural(role: Pick<Role, "name">): string {
  const name = inSentence(role);
  return name.startsWith("head of ") ? name.replace("head", "heads") : `${name}s`;
}

export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Names of the skills or tools asked for, must before nice, higher level first. */
export function namesOf(needs: readonly SkillNeed[], knowledge: Knowledge): string[] {
  const weight = (need: SkillNeed) => (need.need === "must" ? 10 : 0) + need.level;
  return [...needs].sort((a, b) => weight(b) - weight(a)).map((need) => skillName(need.id, knowledge));
}

export function skillName(id: string, knowledge: Knowledge): string {
  const term =
    knowledge.skills.get(id) ??
    knowledge.degrees.get(id) ??
    knowledge.fields.get(id) ??
    knowledge.industries.get(id);
  return term?.name ?? id.replaceAll("-", " ");
}

export function musts(role: Role): SkillNeed[] {
  return [...role.skills, ...role.tools].filter((need) => need.need === "must");
}

const DEGREE_WORDS = {
  none: "no degree",
  certificate: "a certificate",
  bachelor: "a bachelor's degree",
  master: "a master's degree",
  doctorate: "a doctorate",
} as const;

export function educationWords(role: Role): string {
  const usual = role.education.usual.map((degree) => DEGREE_WORDS[degree]);
  return usual.length > 1 ? `${usual.slice(0, -1).join(", ")} or ${usual.at(-1)}` : (usual[0] ?? "");
}

export function yearsWords(role: Role): string {
  const { from, to } = role.experience;
  if (from === 0 && to === null) return "none needed";
  const unit = (to ?? from) === 1 ? "year" : "years";
  if (to === null) return `${from} ${unit} or more`;
  return from === to ? `${from} ${unit}` : `${from} to ${to} ${unit}`;
}
