import type { Role } from "../knowledge/knowledge.ts";

/** What a role's "Getting started" says of one thing: "Portfolio project", "First three months", "Avoid". */
export function startingAdvice(role: Role, label: string): string | undefined {
  const marked = role.sections["getting-started"].markdown
    .split(/\n(?=- )/)
    .map((item) => item.replace(/^- /, ""))
    .find((item) => item.startsWith(`**${label}`));
  return marked
    ?.replace(/^\*\*[^*]+\*\*\s*/, "")
    .replace(/\[\^[a-z0-9-]+\]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** The project that proves the role's skills in one piece of work. */
export function portfolioProject(role: Role): string | undefined {
  return startingAdvice(role, "Portfolio project");
}
