import type { Log } from "../../../src/adapters/log.ts";
import { type RunningSlack, type SlackDeps, startSlack } from "../../../src/adapters/slack/start.ts";
import { bound } from "../../support/bound.ts";
import { APP_TOKEN, SIGNING_SECRET, SlackServer } from "../../support/slack-server/server.ts";
import { FakeConversations } from "./fake-conversations.ts";

export const TEAM = "T1";
export const CHANNEL = "C1";
export const ANN = "UANN";
export const BEN = "UBEN";

export interface LogLine {
  level: "debug" | "info" | "warn" | "error";
  fields: object;
  message: string;
}

export function recordingLog(): Log & { lines: LogLine[] } {
  const lines: LogLine[] = [];
  const at = (level: LogLine["level"]) => (fields: object, message: string) =>
    void lines.push({ level, fields, message });
  return { lines, debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}

export interface Bench {
  slack: SlackServer;
  conversations: FakeConversations;
  bot: RunningSlack;
  log: ReturnType<typeof recordingLog>;
  /** Moves the bot's clock. */
  passTime(ms: number): void;
  close(): Promise<void>;
}

export type Mode = "socket" | "http";

/** The bot, connected with the real Bolt to a local Slack with one workspace and one channel. */
export async function startBench(mode: Mode = "socket", over: Partial<SlackDeps> = {}): Promise<Bench> {
  const slack = await SlackServer.start();
  slack.world.addWorkspace(TEAM);
  slack.world.addChannel({ id: CHANNEL, teamId: TEAM });
  const conversations = new FakeConversations();
  const log = recordingLog();
  let ahead = 0;
  const common = { conversations: bound(conversations), log, now: () => Date.now() + ahead };
  const botToken = `xoxb-${TEAM}-bot`;
  const settings: SlackDeps["settings"] =
    mode === "socket"
      ? { mode, botToken, appToken: APP_TOKEN, apiUrl: slack.apiUrl }
      : {
          mode,
          access: { kind: "token", botToken },
          signingSecret: SIGNING_SECRET,
          port: 0,
          apiUrl: slack.apiUrl,
        };
  const bot = await startSlack({ ...common, settings, ...over });
  if (bot.port !== undefined) slack.postTo(`http://127.0.0.1:${bot.port}/slack/events`);
  return {
    slack,
    conversations,
    bot,
    log,
    passTime: (ms) => {
      ahead += ms;
    },
    close: async () => {
      await bot.stop(2_000);
      await slack.close();
    },
  };
}

/** Waits until `check` gives something; fails with what it was waiting for. */
export async function until<T>(what: string, check: () => T | undefined | false, ms = 5_000): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const value = check();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Long enough for an answer that should not come. */
export function quiet(ms = 150): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
