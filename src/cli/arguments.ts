/** The command line, taken apart: `rolewise ask --json what is dbt` gives command "ask", flags {json}, words ["what", …]. */
export interface Arguments {
  command: string;
  flags: ReadonlyMap<string, string | true>;
  words: string[];
}

/** Flags that take the next word as their value. */
const WITH_VALUE = new Set(["guild", "floor", "since", "misses", "mode"]);

export function readArguments(argv: readonly string[]): Arguments {
  const [command = "start", ...rest] = argv;
  const flags = new Map<string, string | true>();
  const words: string[] = [];
  for (let at = 0; at < rest.length; at++) {
    const part = rest[at]!;
    if (part === "--") {
      words.push(...rest.slice(at + 1));
      break;
    }
    if (!part.startsWith("--")) words.push(part);
    else {
      const [name = "", ...values] = part.slice(2).split("=");
      const value = values.length > 0 ? values.join("=") : undefined;
      const next = rest[at + 1];
      if (value !== undefined) flags.set(name, value);
      else if (WITH_VALUE.has(name) && next !== undefined) {
        flags.set(name, next);
        at += 1;
      } else flags.set(name, true);
    }
  }
  return { command, flags, words };
}
