import type { Knowledge } from "../knowledge/knowledge.ts";

/** Whether one skill is a step towards another, over any number of `towards`. */
export function leadsTo(from: string, to: string, knowledge: Knowledge): boolean {
  return reachable(from, knowledge).has(to);
}

/** All that a skill is a step towards, near or far; never the skill itself. */
export function reachable(from: string, knowledge: Knowledge): Set<string> {
  const seen = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const next of knowledge.skills.get(id)?.towards ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(next);
    }
  }
  seen.delete(from);
  return seen;
}

/**
 * Puts groups of skills in an order in which no group leads to an earlier one, keeping the given order where it can.
 * Undefined where groups lead to each other in a circle.
 */
export function orderGroups<T extends { skills: readonly string[] }>(
  groups: readonly T[],
  knowledge: Knowledge,
): T[] | undefined {
  const before = (a: T, b: T) =>
    a !== b && a.skills.some((x) => b.skills.some((y) => leadsTo(x, y, knowledge)));
  const open = [...groups];
  const ordered: T[] = [];
  while (open.length > 0) {
    const free = open.findIndex((group) => !open.some((other) => before(other, group)));
    if (free < 0) return undefined;
    ordered.push(...open.splice(free, 1));
  }
  return ordered;
}
