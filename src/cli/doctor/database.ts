import { type Finding, note, ok, wrong } from "../../adapters/finding.ts";
import type { Config } from "../../config/read-config.ts";
import { StorageSetupError, StorageUnavailable } from "../../storage/errors.ts";
import { inspectStorage } from "../../storage/inspect.ts";

/** Looks at the database without creating or changing it. */
export async function checkDatabase({ url, secret }: Config["database"]): Promise<Finding> {
  try {
    const { where, schema } = await inspectStorage(url, secret);
    if (schema === "current") return ok(`database: ${where}`);
    return schema === "new"
      ? note(`database: ${where} is made at the first start`)
      : note(
          `database: ${where} is of an earlier version and is brought forward at the next start; make a backup before`,
        );
  } catch (error) {
    if (error instanceof StorageSetupError) return setupFinding(error);
    if (error instanceof StorageUnavailable)
      return wrong(
        inSentence(error.message),
        "Start it, or check host and port in DATABASE_URL. Until then the bot answers and remembers nothing.",
      );
    throw error;
  }
}

/** The first sentence says what is wrong, the others what to do. */
function setupFinding({ message }: StorageSetupError): Finding {
  const [what = "", ...rest] = message.split(/(?<=\.) (?=[A-Z])/);
  return wrong(inSentence(what), rest.join(" "));
}

/** "The database is down." as a line of the report: "the database is down". */
function inSentence(message: string): string {
  return message.replace(/^The (?=[a-z])/, "the ").replace(/\.$/, "");
}
