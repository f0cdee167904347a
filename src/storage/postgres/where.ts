import { StorageSetupError } from "../errors.ts";

/** Host, port and database of a PostgreSQL URL, for messages: never the user, password or options. */
export function whereOf(url: string): string {
  if (!URL.canParse(url)) {
    throw new StorageSetupError(
      "bad-url",
      "DATABASE_URL starts with postgres:// but is not a URL. It reads postgres://USER:PASSWORD@HOST:5432/DATABASE; " +
        "write special characters of the password percent-encoded (@ as %40, / as %2F).",
    );
  }
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
