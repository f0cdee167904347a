import { dayOf, isoDay } from "../day.ts";
import { foldMiss, missText } from "../miss-text.ts";
import { oldestKeptDay } from "../retention.ts";
import { type Feedback, MISS_KINDS, type Miss, type Misses } from "../storage.ts";
import { compare } from "./people.ts";
import { keyOf, onlyIds, personKey, type Rows, workspaceKey } from "./rows.ts";

export function feedback(rows: Rows, now: () => number): Feedback {
  return {
    add: async (person, question, verdict) => {
      const row = { owner: onlyIds(person), question, verdict, at: now() };
      rows.feedback.set(keyOf(personKey(person), question), row);
    },
    since: async (time) => {
      const groups = new Map<string, { question: string; verdict: string; count: number }>();
      for (const { question, verdict, at } of rows.feedback.values()) {
        if (at < time) continue;
        const key = keyOf(question, verdict);
        groups.set(key, { question, verdict, count: (groups.get(key)?.count ?? 0) + 1 });
      }
      return [...groups.values()].sort(
        (one, other) =>
          other.count - one.count ||
          compare(one.question, other.question) ||
          compare(one.verdict, other.verdict),
      );
    },
  };
}

export function misses(rows: Rows, now: () => number): Misses {
  return {
    add: async (workspace, text, kind) => {
      const folded = foldMiss(text);
      if (folded === "") return;
      const day = dayOf(now());
      const key = keyOf(workspaceKey(workspace), folded, day);
      const kinds = { declined: 0, unclear: 0, disliked: 0 };
      const first = { workspace: workspaceKey(workspace), folded, text: missText(text), day, kinds };
      const row = rows.misses.get(key) ?? first;
      row.kinds[kind]++;
      rows.misses.set(key, row);
    },
    since: async (time) => {
      const from = Math.max(dayOf(time), oldestKeptDay(now()));
      const groups = new Map<string, Omit<Miss, "lastDay"> & { day: number }>();
      for (const row of rows.misses.values()) {
        if (row.day < from) continue;
        const group = groups.get(row.folded);
        const kinds = { ...row.kinds };
        for (const kind of MISS_KINDS) kinds[kind] += group?.kinds[kind] ?? 0;
        groups.set(row.folded, {
          text: group && group.text < row.text ? group.text : row.text,
          count: MISS_KINDS.reduce((sum, kind) => sum + kinds[kind], 0),
          kinds,
          day: Math.max(group?.day ?? row.day, row.day),
        });
      }
      return [...groups]
        .sort(([oneKey, one], [otherKey, other]) => other.count - one.count || compare(oneKey, otherKey))
        .map(([, { day, ...miss }]) => ({ ...miss, lastDay: isoDay(day) }));
    },
  };
}
