import { foldName } from "../knowledge/fold-name.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";

export type NameKind = "role" | "skill" | "industry";

export interface Named {
  id: string;
  /** "SQL 4": a level named after it. */
  level: number | undefined;
}

/** Reads a list of names as a form holds it, parted by commas, semicolons or lines: whole names and aliases, nothing guessed. */
export function namesIn(
  text: string,
  kinds: readonly NameKind[],
  knowledge: Knowledge,
): { found: Named[]; unknown: string[] } {
  const book = nameBook(kinds, knowledge);
  const found = new Map<string, Named>();
  const unknown: string[] = [];
  for (const part of text.split(/[,;\n]/)) {
    const item = part.trim();
    if (item === "") continue;
    const whole = book.get(foldName(item));
    const [, name = item, digit] = /^(.*?)[\s:(]*([1-5])(?:\s?\/\s?5)?\)?$/.exec(item) ?? [];
    const id = whole ?? book.get(foldName(name));
    if (id === undefined) unknown.push(item);
    else if (!found.has(id)) found.set(id, { id, level: whole || !digit ? undefined : Number(digit) });
  }
  return { found: [...found.values()], unknown };
}

function nameBook(kinds: readonly NameKind[], knowledge: Knowledge): Map<string, string> {
  const book = new Map<string, string>();
  const add = (name: string, id: string) => {
    const folded = foldName(name);
    if (!book.has(folded)) book.set(folded, id);
  };
  const { roles, skills, industries } = knowledge;
  for (const kind of kinds) {
    if (kind === "role")
      for (const { id, name, short, aliases, hiddenAliases } of roles.values())
        for (const each of [name, short, ...aliases, ...hiddenAliases]) add(each, id);
    else
      for (const { id, name, aliases } of (kind === "skill" ? skills : industries).values())
        for (const each of [name, ...aliases]) add(each, id);
  }
  return book;
}
