import type { Nudges } from "../storage.ts";
import { onlyIds, personKey, type Rows, toJson } from "./rows.ts";

export function nudges(rows: Rows, now: () => number): Nudges {
  return {
    schedule: async (person, address, dueAt) => {
      rows.nudges.set(personKey(person), {
        owner: onlyIds(person),
        address: toJson(address),
        dueAt,
        leasedUntil: 0,
      });
    },
    claimDue: async (limit, leaseMs) => {
      const time = now();
      const due = [...rows.nudges.values()]
        .filter((row) => row.dueAt <= time && row.leasedUntil <= time)
        .sort((one, other) => one.dueAt - other.dueAt)
        .slice(0, limit);
      for (const row of due) row.leasedUntil = time + leaseMs;
      return due.map(({ owner, address, dueAt }) => ({
        person: owner,
        address: JSON.parse(address),
        dueAt,
      }));
    },
    reschedule: async (person, dueAt) => {
      const row = rows.nudges.get(personKey(person));
      if (row) Object.assign(row, { dueAt, leasedUntil: 0 });
      return row !== undefined;
    },
    stop: async (person) => rows.nudges.delete(personKey(person)),
  };
}
