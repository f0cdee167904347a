import type { CommandContext } from "./commands.ts";

/** `slack manifest [--mode http|socket]`: the app manifest to create the Slack app from. */
export async function slack({ args, io }: CommandContext): Promise<number> {
  if (args.words[0] !== "manifest") {
    io.stderr.write("Use: rolewise slack manifest [--mode socket|http]\n");
    return 2;
  }
  const { slackManifest } = await import("../adapters/slack/manifest.ts");
  io.stdout.write(
    `${JSON.stringify(slackManifest(args.flags.get("mode") === "http" ? "http" : "socket"), null, 2)}\n`,
  );
  return 0;
}
