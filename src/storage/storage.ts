/**
 * A person as a platform names them. Any object with these three fields serves (a `Place` does).
 * The three together are the key, so one human on two platforms or in two workspaces is two people here.
 */
export interface Person {
  platform: string;
  workspaceId: string;
  userId: string;
}

export interface Workspace {
  platform: string;
  workspaceId: string;
}

/** What is kept of a person, as JSON documents whose shape belongs to the floors above. A missing field was never kept, or was removed. */
export interface Kept {
  profile?: unknown;
  plan?: unknown;
  nudgeSettings?: unknown;
}

/** A change to what is kept: a missing field stays as it is, `null` removes it. */
export type KeptChange = Kept;

/** All that is kept of a person, readable. Times are milliseconds since the epoch. */
export interface PersonExport extends Kept {
  /** When something was first kept, and last changed; undefined where no document is kept. */
  keptSince?: number;
  changedAt?: number;
  nudge?: { dueAt: number; address: unknown };
  /** Conversation focuses that have not expired yet, oldest first. */
  memory: { focus: unknown; expiresAt: number }[];
  /** Oldest first. */
  feedback: { question: string; verdict: string; at: number }[];
}

/** How many of each were erased. Rows that had expired but were not swept yet count too. */
export interface Erased {
  people: number;
  nudges: number;
  memory: number;
  feedback: number;
}

export interface ErasedWorkspace extends Erased {
  misses: number;
  installations: number;
}

/** How many expired rows `sweep` removed. */
export interface Swept {
  claims: number;
  memory: number;
  misses: number;
}

/** A nudge that this caller alone may send until its lease ends. `address` is the document given to `schedule`. */
export interface DueNudge {
  person: Person;
  address: unknown;
  dueAt: number;
}

/** Slack's own ids. A team's installation is keyed by the team, an org-wide one (no team) by the enterprise. */
export interface InstallationKey {
  enterpriseId?: string | undefined;
  teamId?: string | undefined;
}

/**
 * Everything that outlives one message. Each call settles within {@link CALL_LIMIT_MS}; when the database is down, slow
 * or full it rejects with `StorageUnavailable`, after which nobody can say whether a write happened: it was not confirmed.
 * Documents are JSON values. Times are milliseconds since the epoch, durations milliseconds.
 */
export interface Storage {
  /** True for exactly one caller, over all instances, until `ttlMs` have passed; then it can be taken again. */
  claim(key: string, ttlMs: number): Promise<boolean>;
  readonly memory: ConversationMemory;
  readonly people: People;
  readonly nudges: Nudges;
  readonly feedback: Feedback;
  readonly misses: Misses;
  readonly installations: Installations;
  /** Erases all that belongs to a workspace or guild: its people with everything of theirs, its misses, its installation. */
  eraseWorkspace(workspace: Workspace): Promise<ErasedWorkspace>;
  /**
   * Removes what has expired, in bites that each keep the limit. An open database does this by itself every few minutes;
   * queries never see expired rows.
   */
  sweep(): Promise<Swept>;
  /** Resolves when the database answers now; for readiness checks. */
  check(): Promise<void>;
  /** Waits for what is in hand and lets go of the file or the connections. */
  close(): Promise<void>;
}

/** What a conversation was last about, for {@link FOCUS_TTL_MS} after the last `put`. */
export interface ConversationMemory {
  get(conversation: string): Promise<unknown>;
  /** `owner` is the person who talks here: erasing them erases this. */
  put(conversation: string, focus: unknown, owner: Person): Promise<void>;
  forget(conversation: string): Promise<void>;
}

/** What people agreed to have kept. */
export interface People {
  get(person: Person): Promise<Kept | undefined>;
  put(person: Person, change: KeptChange): Promise<void>;
  /**
   * Reads, lets `decide` make a change of it, and writes; decides again when somebody else wrote in between, so that no
   * change is lost. `decide` has no effects and may return undefined for "leave it". Returns what is kept afterwards.
   */
  change(
    person: Person,
    decide: (kept: Kept | undefined) => KeptChange | undefined,
  ): Promise<Kept | undefined>;
  /** Everything of the person over all tables, decrypted. */
  export(person: Person): Promise<PersonExport>;
  /** Erases everything of the person over all tables, at once or not at all. */
  erase(person: Person): Promise<Erased>;
}

/** One nudge a person, kept until it is stopped. */
export interface Nudges {
  /** Sets or replaces the person's nudge. `address` is what sending it takes (channel, time zone); encrypted at rest. */
  schedule(person: Person, address: unknown, dueAt: number): Promise<void>;
  /**
   * Takes up to `limit` due nudges, the longest due first, for this caller alone. One that is neither rescheduled nor
   * stopped within `leaseMs` (its sender died) falls due again.
   */
  claimDue(limit: number, leaseMs: number): Promise<DueNudge[]>;
  /** Sets the next time and ends the lease. False where the nudge was stopped or erased meanwhile. */
  reschedule(person: Person, dueAt: number): Promise<boolean>;
  /** False where there was none. */
  stop(person: Person): Promise<boolean>;
}

/** What people thought of answers: a question's string form and a verdict, never text. A person's last verdict on a question counts. */
export interface Feedback {
  add(person: Person, question: string, verdict: string): Promise<void>;
  /** Counts since a time, most frequent first. */
  since(time: number): Promise<{ question: string; verdict: string; count: number }[]>;
}

/**
 * Questions that could not be answered: text without author, counted by day, gone after {@link MISS_DAYS} days. Having no
 * author they cannot be erased with one; they go with their workspace.
 */
export interface Misses {
  add(workspace: Workspace, text: string, kind: MissKind): Promise<void>;
  /** Grouped over workspaces without regard to case and spacing, from the UTC day of `time` on, most frequent first. */
  since(time: number): Promise<Miss[]>;
}

/** declined: refused · unclear: the bot asked which was meant · disliked: an answer was given, and rated down. */
export const MISS_KINDS = ["declined", "unclear", "disliked"] as const;
export type MissKind = (typeof MISS_KINDS)[number];

export interface Miss {
  text: string;
  count: number;
  /** How many of them were of each kind. */
  kinds: Record<MissKind, number>;
  /** 2026-11-24 */
  lastDay: string;
}

/** Slack installations (tokens), encrypted at rest; the document is opaque here. */
export interface Installations {
  get(key: InstallationKey): Promise<unknown>;
  put(key: InstallationKey, installation: unknown): Promise<void>;
  /** False where there was none. */
  remove(key: InstallationKey): Promise<boolean>;
}

/** A pino logger serves. Never given ids, names, texts or documents. */
export interface StorageLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** No call takes longer. Slack and Discord wait three seconds for an acknowledgement; this leaves one to answer without memory. */
export const CALL_LIMIT_MS = 2000;

export const FOCUS_TTL_MS = 15 * 60_000;
export const MISS_DAYS = 30;
