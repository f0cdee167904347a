import { SetupError } from "../adapters/adapter.ts";
import { ConfigError } from "../config/problems.ts";
import { readConfig } from "../config/read-config.ts";
import { KnowledgeError } from "../knowledge/problem.ts";
import { StorageSetupError } from "../storage/errors.ts";
import type { Arguments } from "./arguments.ts";
import { COMMANDS } from "./commands.ts";
import { CONFIG_SOURCES } from "./config-sources.ts";

export type Process = Pick<
  NodeJS.Process,
  "env" | "stdin" | "stdout" | "stderr" | "on" | "off" | "exit" | "exitCode"
>;

/** Runs one command; returns the exit code. Faults that a person can mend are said in plain lines, without a stack. */
export async function run(args: Arguments, io: Process): Promise<number> {
  const command = COMMANDS.get(args.command);
  if (!command) {
    const names = [...COMMANDS.keys()].join(", ");
    io.stderr.write(`There is no command "${args.command.slice(0, 40)}". The commands are: ${names}.\n`);
    return 2;
  }
  try {
    return await command({ args, io, config: () => readConfig(io.env, CONFIG_SOURCES) });
  } catch (error) {
    if (error instanceof ConfigError)
      io.stderr.write(
        `The configuration needs mending (rolewise doctor checks the rest, too):\n${error.message}\n`,
      );
    else if (
      error instanceof KnowledgeError ||
      error instanceof SetupError ||
      error instanceof StorageSetupError
    )
      io.stderr.write(`${error.message}\n`);
    else io.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return 1;
  }
}
