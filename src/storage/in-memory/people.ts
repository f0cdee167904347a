import { applyChange } from "../kept.ts";
import type { Kept, KeptChange, People, Person, PersonExport } from "../storage.ts";
import { onlyIds, personKey, type Rows, toJson } from "./rows.ts";

export function people(rows: Rows, now: () => number): People {
  const read = (person: Person): Kept | undefined => {
    const row = rows.people.get(personKey(person));
    return row && JSON.parse(row.kept);
  };
  const write = (person: Person, change: KeptChange): Kept => {
    const kept = applyChange(read(person), change);
    rows.people.set(personKey(person), {
      owner: onlyIds(person),
      kept: toJson(kept),
      createdAt: rows.people.get(personKey(person))?.createdAt ?? now(),
      changedAt: now(),
    });
    return kept;
  };
  return {
    get: async (person) => read(person),
    put: async (person, change) => {
      write(person, change);
    },
    change: async (person, decide) => {
      const kept = read(person);
      const change = decide(kept);
      return change === undefined ? kept : write(person, change);
    },
    export: async (person) => exportPerson(rows, person),
    erase: async (person) => rows.eraseOwned((owner) => personKey(owner) === personKey(person)),
  };
}

function exportPerson(rows: Rows, person: Person): PersonExport {
  const key = personKey(person);
  const own = (row: { owner: Person }) => personKey(row.owner) === key;
  const row = rows.people.get(key);
  const nudge = rows.nudges.get(key);
  return {
    ...(row && { ...JSON.parse(row.kept), keptSince: row.createdAt, changedAt: row.changedAt }),
    ...(nudge && { nudge: { dueAt: nudge.dueAt, address: JSON.parse(nudge.address) } }),
    memory: rows.memory
      .live()
      .filter(own)
      .sort((one, other) => one.expiresAt - other.expiresAt)
      .map(({ focus, expiresAt }) => ({ focus: JSON.parse(focus), expiresAt })),
    feedback: [...rows.feedback.values()]
      .filter(own)
      .sort((one, other) => one.at - other.at || compare(one.question, other.question))
      .map(({ question, verdict, at }) => ({ question, verdict, at })),
  };
}

/** Code unit order, which does not depend on the machine's language. */
export function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
