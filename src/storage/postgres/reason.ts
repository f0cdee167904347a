import pg from "pg";
import type { UnavailableReason } from "../errors.ts";

/** By SQLSTATE class or code, first match (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const BY_SQLSTATE: readonly [RegExp, UnavailableReason][] = [
  [/^55P03|^57014/, "timeout"],
  [/^08|^25P03|^57P|^58/, "unreachable"],
  [/^40|^53300/, "busy"],
  [/^53/, "full"],
  [/^25006|^28|^3D000|^42501/, "refused"],
];

/** What an error of pg means. One that the server did not send is a matter of the connection. */
export function reasonOf(error: unknown): UnavailableReason {
  if (!(error instanceof pg.DatabaseError)) return "unreachable";
  const { code = "" } = error;
  return BY_SQLSTATE.find(([pattern]) => pattern.test(code))?.[1] ?? "fault";
}
