import type { Config } from "../config/read-config.ts";
import type { Arguments } from "./arguments.ts";
import type { Process } from "./run.ts";

export interface CommandContext {
  args: Arguments;
  io: Process;
  /** @throws ConfigError */
  config(): Config;
}
/** Returns the exit code. Each loads what it needs when it is called, so that a short command starts fast. */
export type Command = (context: CommandContext) => Promise<number>;

export const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ["start", async (context) => (await import("./command-start.ts")).start(context)],
  ["chat", async (context) => (await import("./command-chat.ts")).chatCommand(context)],
  ["ask", async (context) => (await import("./command-ask.ts")).ask(context)],
  ["evaluate", async (context) => (await import("./command-evaluate.ts")).evaluate(context)],
  ["misses", async (context) => (await import("./command-misses.ts")).misses(context)],
  ["knowledge", async (context) => (await import("./command-knowledge.ts")).knowledge(context)],
  ["backup", async (context) => (await import("./command-backup.ts")).backup(context)],
  ["sources", async (context) => (await import("./command-sources.ts")).sources(context)],
  ["slack", async (context) => (await import("./command-slack.ts")).slack(context)],
  ["discord", async (context) => (await import("./command-discord.ts")).discord(context)],
  ["doctor", async (context) => (await import("./command-doctor.ts")).doctor(context)],
]);
