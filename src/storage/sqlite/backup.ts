import { copyFile, mkdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import Database from "libsql";
import { codeOf, StorageSetupError } from "../errors.ts";
import { cannotOpen } from "./open.ts";

/** A command may wait where a bot may not. */
const PATIENCE_MS = 10_000;

/**
 * Copies a database file into a folder as it is at one moment, also while a bot writes to it, and its secret beside it
 * where it has one. Returns the paths of what was written. Never writes over an earlier backup.
 */
export async function backupSqlite(file: string, folder: string): Promise<string[]> {
  const target = join(folder, basename(file));
  // libsql would make a file that is not there.
  if (!(await exists(file)))
    throw new StorageSetupError(
      "cannot-open",
      `There is no database file ${file}: nothing is kept yet, or DATABASE_URL names another place.`,
    );
  for (const path of [target, `${target}.secret`]) {
    if (await exists(path))
      throw new StorageSetupError(
        "cannot-open",
        `${path} is there already: name another folder for this backup.`,
      );
  }
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const database = new Database(file);
    try {
      database.pragma(`busy_timeout = ${PATIENCE_MS}`);
      // One transaction that reads: what is committed meanwhile belongs to the next backup.
      database.prepare("vacuum into ?").run(target);
    } finally {
      database.close();
    }
  } catch (error) {
    throw cannotOpen(file, error);
  }
  const secret = `${file}.secret`;
  const copied = await copyFile(secret, `${target}.secret`).then(
    () => true,
    (error: unknown) => {
      if (codeOf(error) === "ENOENT") return false;
      throw error;
    },
  );
  return copied ? [target, `${target}.secret`] : [target];
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
