import type { Kysely } from "kysely";
import type { Person, Workspace } from "./storage.ts";
import type { Tables } from "./tables.ts";
import type { Vault } from "./vault.ts";

export type Run = <T>(operation: string, work: (db: Kysely<Tables>) => Promise<T>) => Promise<T>;

/** What the queries stand on. `run` and `runPassing` are the only ways to the database, so no call can miss its deadline or its error type. */
export interface Context {
  run: Run;
  /**
   * The same for what is worth nothing in a quarter of an hour. It outlives the process, and need not outlive the machine's
   * power: a disk that must say so takes longer than the answer.
   */
  runPassing: Run;
  vault: Vault;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Called after rows were erased: wipes what the database keeps of deleted rows outside its tables. */
  erased(db: Kysely<Tables>): Promise<void>;
}

export function personHash(vault: Vault, person: Person): string {
  return vault.hash("person", person.platform, person.workspaceId, person.userId);
}

export function workspaceHash(vault: Vault, workspace: Workspace): string {
  return vault.hash("workspace", workspace.platform, workspace.workspaceId);
}

/** The two columns by which a row is erased. */
export function owner(vault: Vault, person: Person): { person: string; workspace: string } {
  return { person: personHash(vault, person), workspace: workspaceHash(vault, person) };
}
