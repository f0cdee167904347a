/**
 * Why the database did not serve a call.
 * unreachable: no connection, or no answer in time · timeout: the server gave the statement up, or the turn's time was up ·
 * busy: another writer held on · full: no space · refused: credentials, rights, read-only ·
 * unreadable: a stored document does not decrypt · closed: `close` was called · fault: anything else, a defect of ours most
 * likely.
 */
export type UnavailableReason =
  | "unreachable"
  | "timeout"
  | "busy"
  | "full"
  | "refused"
  | "unreadable"
  | "closed"
  | "fault";

const SENTENCE: Record<UnavailableReason, string> = {
  unreachable: "The database does not answer.",
  timeout: "The database took too long.",
  busy: "The database is held by another writer.",
  full: "The database has no space left.",
  refused: "The database refuses access.",
  unreadable: "A stored document cannot be decrypted.",
  closed: "The storage has been closed.",
  fault: "The database failed.",
};

/** A call that was not confirmed. It may work a second later; the facts need no database. */
export class StorageUnavailable extends Error {
  override readonly name = "StorageUnavailable";
  readonly reason: UnavailableReason;

  constructor(reason: UnavailableReason, cause?: unknown) {
    super(SENTENCE[reason], { cause });
    this.reason = reason;
  }
}

export type SetupFault =
  | "bad-url"
  | "cannot-open"
  | "locked"
  | "newer-schema"
  | "secret-missing"
  | "secret-changed"
  | "secret-weak";

/** The storage cannot be opened as it is set up, and waiting does not help. The message says what to do. */
export class StorageSetupError extends Error {
  override readonly name = "StorageSetupError";
  readonly fault: SetupFault;

  constructor(fault: SetupFault, message: string, cause?: unknown) {
    super(message, { cause });
    this.fault = fault;
  }
}

/** The driver's error code (SQLSTATE, SQLITE_*, errno), for logs: unlike its message, it can hold nothing that a person typed. */
export function codeOf(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string" && at.code !== "") return at.code;
  }
  return undefined;
}
