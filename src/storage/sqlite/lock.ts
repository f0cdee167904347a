import type Database from "libsql";
import { codeOf, StorageSetupError } from "../errors.ts";

/**
 * Makes this process the only writer of `file`, until the returned function is called or the process ends, however it ends.
 *
 * The lock is a reserved lock on a small SQLite file beside it: the operating system lets go of it when a process is
 * killed, it works wherever SQLite does, and unlike a lock on the database itself it lets backups and inspection read.
 */
export function lockFile(open: (path: string) => Database.Database, file: string, pid: number): () => void {
  const lock = open(`${file}.lock`);
  try {
    lock.pragma("busy_timeout = 0");
    lock.pragma("journal_mode = MEMORY");
    lock.exec("begin immediate");
    lock.exec("create table if not exists holder (pid integer not null)");
    lock.exec(`delete from holder; insert into holder values (${Math.trunc(pid)})`);
    lock.exec("commit");
    lock.exec("begin immediate");
  } catch (error) {
    if (codeOf(error)?.startsWith("SQLITE_BUSY")) throw lockedError(file, holderOf(lock), error);
    throw error;
  }
  return () => {
    // libsql closes the file only when its statements are collected, so the lock is given back by hand.
    lock.exec("rollback");
    lock.close();
  };
}

function holderOf(lock: Database.Database): number | undefined {
  try {
    const row = lock.prepare("select pid from holder").get();
    return typeof row === "object" && row !== null && "pid" in row ? Number(row.pid) : undefined;
  } catch {
    return undefined;
  }
}

function lockedError(file: string, holder: number | undefined, cause: unknown): StorageSetupError {
  const who = holder === undefined ? "Another Rolewise" : `Another Rolewise (process ${holder})`;
  return new StorageSetupError(
    "locked",
    `${who} is using the database file ${file}, and only one may write to it. Stop that one, set DATABASE_URL to another ` +
      "file, or set DATABASE_URL=postgres://… to run several instances on one database.",
    cause,
  );
}
