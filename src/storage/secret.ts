import { randomBytes } from "node:crypto";
import { open, readFile, stat } from "node:fs/promises";
import { codeOf, StorageSetupError } from "./errors.ts";
import type { StorageLog } from "./storage.ts";

const SECRET_BYTES = 32;

/** A shorter one can be guessed offline by whoever has the file. */
const SECRET_MIN = 16;

/** Returns the secret, or throws where it is too short to protect anything. */
export function checkSecret(secret: string): string {
  if (secret.length >= SECRET_MIN) return secret;
  throw new StorageSetupError(
    "secret-weak",
    `STORAGE_SECRET is shorter than ${SECRET_MIN} characters. Make one with: openssl rand -base64 32`,
  );
}

/** PostgreSQL is reached by several instances, so no file beside one of them can hold the secret. */
export function requireSecret(secret: string | undefined): string {
  if (secret !== undefined) return checkSecret(secret);
  throw new StorageSetupError(
    "secret-missing",
    "STORAGE_SECRET is not set. It encrypts what people asked to have remembered, and every instance on one PostgreSQL " +
      "needs the same. Make one with: openssl rand -base64 32",
  );
}

/**
 * Reads the secret kept beside the database file, or makes it at the first start (mode 0600, on disk before it is used).
 * `needed` says that the database was written with a secret already: a new one could read nothing of it.
 */
export async function readOrMakeSecret(file: string, needed: boolean, log: StorageLog): Promise<string> {
  const path = `${file}.secret`;
  const found = await readSecret(path, log);
  if (found !== undefined) return found;
  if (needed) {
    throw new StorageSetupError(
      "secret-missing",
      `The secret of the database file ${file} is missing: restore ${path}, or set STORAGE_SECRET to what it held. ` +
        `Without it nothing in the file can be read; to begin again, move ${file} away.`,
    );
  }
  const secret = randomBytes(SECRET_BYTES).toString("base64url");
  const handle = await open(path, "wx", 0o600);
  try {
    await handle.writeFile(`${secret}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  log.info({ path }, "made a storage secret; back it up with the database file");
  return secret;
}

async function readSecret(path: string, log: StorageLog): Promise<string | undefined> {
  try {
    const secret = (await readFile(path, "utf8")).trim();
    // Left by a power cut at the first start, before anything was encrypted with it.
    if (secret === "") throw emptySecret(path);
    if (((await stat(path)).mode & 0o077) !== 0 && process.platform !== "win32") {
      log.warn({ path }, "the storage secret can be read by others; restrict it with chmod 600");
    }
    return checkSecret(secret);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

function emptySecret(path: string): StorageSetupError {
  return new StorageSetupError(
    "secret-missing",
    `${path} is empty. Restore it from a backup, or delete it if the database is new.`,
  );
}
