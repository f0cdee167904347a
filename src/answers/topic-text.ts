import type { Role } from "../knowledge/knowledge.ts";
import type { Topic } from "../knowledge/topics.ts";

/** The first paragraph of a topic, in plain words: it answers on its own. */
export function leadOf(role: Role, topic: Topic): string {
  const [first = ""] = role.sections[topic].markdown.split(/\n\s*\n/);
  return withoutMarks(first);
}

/** The lead's first sentence, for a cell of a table. */
export function firstSentence(role: Role, topic: Topic): string {
  const lead = leadOf(role, topic);
  return /^.*?[.!?](?=\s[A-Z]|$)/.exec(lead)?.[0] ?? lead;
}

/** What follows the lead. */
export function restOf(role: Role, topic: Topic): string {
  return role.sections[topic].markdown
    .split(/\n\s*\n/)
    .slice(1)
    .join("\n\n");
}

/** The source keys of the lead alone. */
export function leadKeys(role: Role, topic: Topic): string[] {
  const [first = ""] = role.sections[topic].markdown.split(/\n\s*\n/);
  return [...first.matchAll(/\[\^([a-z0-9-]+)\]/g)].map((match) => match[1] ?? "");
}

function withoutMarks(markdown: string): string {
  return markdown
    .replace(/\[\^[a-z0-9-]+\]/g, "")
    .replace(/\*\*|__|`/g, "")
    .replace(/(^|[\s(])[*_]([^*_]+)[*_]/g, "$1$2")
    .replace(/\[([^\]]+)\]\([^)]+\)/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}
