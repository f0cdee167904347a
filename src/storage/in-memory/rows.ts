import type { Erased, MissKind, Person, Workspace } from "../storage.ts";
import { deleteWhere, Expiring } from "./expiring.ts";

/** Documents are held as JSON text: what is read is a copy, and nothing is kept that a database could not keep. */
export type Json = string;

export interface PersonRow {
  owner: Person;
  kept: Json;
  createdAt: number;
  changedAt: number;
}

export interface NudgeRow {
  owner: Person;
  address: Json;
  dueAt: number;
  leasedUntil: number;
}

export interface FeedbackRow {
  owner: Person;
  question: string;
  verdict: string;
  at: number;
}

export interface MissRow {
  workspace: string;
  folded: string;
  text: string;
  day: number;
  kinds: Record<MissKind, number>;
}

/** The tables of the storage in process memory. */
export class Rows {
  readonly people = new Map<string, PersonRow>();
  readonly nudges = new Map<string, NudgeRow>();
  readonly feedback = new Map<string, FeedbackRow>();
  readonly misses = new Map<string, MissRow>();
  readonly installations = new Map<string, Json>();
  readonly claims: Expiring<{ expiresAt: number }>;
  readonly memory: Expiring<{ owner: Person; focus: Json; expiresAt: number }>;

  constructor(now: () => number) {
    this.claims = new Expiring(now);
    this.memory = new Expiring(now);
  }

  eraseOwned(matches: (owner: Person) => boolean): Erased {
    const owned = (row: { owner: Person }) => matches(row.owner);
    return {
      people: deleteWhere(this.people, owned),
      nudges: deleteWhere(this.nudges, owned),
      memory: this.memory.deleteWhere(owned),
      feedback: deleteWhere(this.feedback, owned),
    };
  }
}

export function keyOf(...parts: (string | number)[]): string {
  return JSON.stringify(parts);
}

export function personKey({ platform, workspaceId, userId }: Person): string {
  return keyOf(platform, workspaceId, userId);
}

export function workspaceKey({ platform, workspaceId }: Workspace): string {
  return keyOf(platform, workspaceId);
}

/** The three fields alone: callers pass whole places. */
export function onlyIds({ platform, workspaceId, userId }: Person): Person {
  return { platform, workspaceId, userId };
}

/** Throws for undefined and functions, as the databases do. */
export function toJson(document: unknown): Json {
  const text = JSON.stringify(document);
  if (text === undefined) throw new TypeError("only a JSON value can be kept");
  return text;
}
