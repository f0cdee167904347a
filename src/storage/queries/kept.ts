import type { Selectable } from "kysely";
import { KEPT_FIELDS } from "../kept.ts";
import type { Kept, KeptChange } from "../storage.ts";
import type { Tables } from "../tables.ts";
import type { Vault } from "../vault.ts";

type Row = Pick<Selectable<Tables["rolewise_people"]>, "profile" | "plan" | "nudge_settings">;

const COLUMN = { profile: "profile", plan: "plan", nudgeSettings: "nudge_settings" } as const;

/** Decrypts a row of people. */
export function openKept(vault: Vault, person: string, row: Row): Kept {
  const kept: Kept = {};
  for (const field of KEPT_FIELDS) {
    const column = COLUMN[field];
    const sealed = row[column];
    if (sealed !== null) kept[field] = vault.open(place(person, column), sealed);
  }
  return kept;
}

/** Encrypts a change: columns that it does not name are missing from the result, removed ones are null. */
export function sealChange(vault: Vault, person: string, change: KeptChange): Partial<Row> {
  const row: Partial<Row> = {};
  for (const field of KEPT_FIELDS) {
    const column = COLUMN[field];
    const document = change[field];
    if (document === undefined) continue;
    row[column] = document === null ? null : vault.seal(place(person, column), document);
  }
  return row;
}

function place(person: string, column: string): string {
  return `people.${column}:${person}`;
}
