import { SetupError } from "../adapters/adapter.ts";
import type { CommandContext } from "./commands.ts";

/** `discord deploy [--guild ID] [--dry-run]`: registers the commands, and shows what differs. */
export async function discord({ args, io, config }: CommandContext): Promise<number> {
  if (args.words[0] !== "deploy") {
    io.stderr.write("Use: rolewise discord deploy [--guild ID] [--dry-run]\n");
    return 2;
  }
  const settings = config().discord;
  if (!settings) {
    throw new SetupError(
      "DISCORD_TOKEN is missing: copy it from https://discord.com/developers/applications, your application, Bot.",
    );
  }
  const guild = args.flags.get("guild");
  const { deployCommands } = await import("../adapters/discord/deploy.ts");
  const report = await deployCommands({
    settings: typeof guild === "string" ? { ...settings, guildId: guild } : settings,
    dryRun: args.flags.has("dry-run"),
  });
  const line = (word: string, names: readonly string[]) =>
    names.length > 0 ? [`${word}: ${names.join(", ")}`] : [];
  const lines = [
    ...line("added", report.added),
    ...line("changed", report.changed),
    ...line("removed", report.removed),
    ...line("cleared elsewhere", report.cleared),
  ];
  const where = report.scope === "global" ? "everywhere" : `in server ${report.scope}`;
  const end = lines.length === 0 ? "nothing differs" : report.written ? "written" : "not written (dry run)";
  io.stdout.write(`Commands ${where}: ${end}\n${lines.map((each) => `  ${each}\n`).join("")}`);
  return 0;
}
