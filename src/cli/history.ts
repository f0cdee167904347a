import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

const MOST_LINES = 200;

/** Earlier questions for the arrow keys, in the user's state folder and readable by them alone. Failing to keep them is no fault. */
export function openHistory(env: Readonly<Record<string, string | undefined>>) {
  const file = join(env.XDG_STATE_HOME || join(homedir(), ".local", "state"), "rolewise", "history");
  return {
    lines: readLines(file),
    keep(lines: string[]): void {
      try {
        mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
        writeFileSync(file, lines.slice(0, MOST_LINES).join("\n"), { mode: 0o600 });
      } catch {
        // A read-only home: the arrow keys then know this session alone.
      }
    },
  };
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line !== "");
  } catch {
    return [];
  }
}
