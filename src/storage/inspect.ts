import { access, constants, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { StorageSetupError } from "./errors.ts";
import type { SchemaState } from "./migrate.ts";
import { fileOf } from "./url.ts";

/** What is there before anything is opened: `new` where there are no tables yet. */
export interface StorageState {
  /** The file, or host and database. */
  where: string;
  schema: SchemaState | "new";
}

/**
 * Looks at a storage without writing to it or keeping anybody out. Throws `StorageSetupError` or `StorageUnavailable` as
 * opening it would.
 */
export async function inspectStorage(url: string, secret: string | undefined): Promise<StorageState> {
  const file = fileOf(url);
  if (file === undefined) return (await import("./postgres/inspect.ts")).inspectPostgres(url, secret);
  if (await exists(file)) return (await import("./sqlite/inspect.ts")).inspectSqlite(file, secret);
  await checkFolder(file);
  return { where: file, schema: "new" };
}

/** The nearest folder that is there must take new ones. */
async function checkFolder(file: string): Promise<void> {
  let folder = dirname(resolve(file));
  while (!(await exists(folder)) && folder !== dirname(folder)) folder = dirname(folder);
  try {
    // With a slash at its end, a file that stands where a folder should be is none.
    await access(`${folder}/`, constants.W_OK);
  } catch (error) {
    throw new StorageSetupError(
      "cannot-open",
      `The database file ${file} cannot be created: ${folder} is no folder that can be written. Mend that, or set DATABASE_URL to another file.`,
      error,
    );
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
