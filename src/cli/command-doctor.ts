import { ConfigError } from "../config.ts";
import { loadKnowledge } from "../knowledge/load.ts";
import { KnowledgeError } from "../knowledge/problem.ts";
import type { CommandContext } from "./commands.ts";

/** Checks configuration, knowledge and database, and says what to mend, most fundamental first; exit 1 where anything is wrong. */
export async function doctor({ io, config }: CommandContext): Promise<number> {
  const say = (line: string) => void io.stdout.write(`${line}\n`);
  let settings: ReturnType<typeof config>;
  try {
    settings = config();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const { variable, message, fix } of error.problems) say(`wrong  ${variable} ${message}. ${fix}`);
    return 1;
  }
  say(
    `ok     configuration: ${[settings.slack && `Slack (${settings.slack.mode})`, settings.discord && "Discord"].filter(Boolean).join(" and ") || "no tokens, so the terminal"}`,
  );
  let wrong = 0;
  try {
    const knowledge = await loadKnowledge(settings.knowledgeDir);
    say(
      `ok     knowledge: ${knowledge.roles.size} roles, ${knowledge.skills.size} skills, version ${knowledge.version}`,
    );
  } catch (error) {
    wrong += 1;
    say(`wrong  ${error instanceof KnowledgeError ? error.message : `knowledge: ${String(error)}`}`);
  }
  if (settings.slack || settings.discord) {
    try {
      const { openStorage } = await import("../storage/open.ts");
      const quiet = { info() {}, warn() {}, error() {} };
      const storage = await openStorage({ ...settings.database, now: Date.now, log: quiet });
      await storage.check();
      await storage.close();
      say("ok     database");
    } catch (error) {
      wrong += 1;
      say(`wrong  database: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return wrong === 0 ? 0 : 1;
}
