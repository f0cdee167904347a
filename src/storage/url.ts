import { StorageSetupError } from "./errors.ts";

/** The path of the database file that DATABASE_URL names (`PATH` or `file:PATH`); undefined for a PostgreSQL server. */
export function fileOf(url: string): string | undefined {
  if (/^postgres(ql)?:\/\//i.test(url)) return undefined;
  const file = url.replace(/^file:(\/\/(?=\/))?/i, "");
  if (/^\s*$|^:memory:|^[a-z][a-z0-9+.-]+:\/\//i.test(file)) {
    throw new StorageSetupError(
      "bad-url",
      "DATABASE_URL is neither postgres://USER:PASSWORD@HOST/DATABASE nor the path of a file. Leave it out for a file under data/.",
    );
  }
  return file;
}
