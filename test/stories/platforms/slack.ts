import { startSlack } from "../../../src/adapters/slack/start.ts";
import { APP_TOKEN, SlackServer } from "../../support/slack-server/server.ts";
import type { Message } from "../../support/slack-server/world.ts";
import type { Recorder } from "../recorder.ts";
import type { Turn, Where } from "../story.ts";
import { type Platform, type Seen, silentLog, type Talk, until } from "./platform.ts";

const TEAM = "T1";
const CHANNEL = "C1";

/** Slack over Socket Mode, with the real Bolt. */
export async function startSlackStories({ conversations }: Recorder): Promise<Platform> {
  const slack = await SlackServer.start();
  slack.world.addWorkspace(TEAM);
  slack.world.addChannel({ id: CHANNEL, teamId: TEAM });
  const botToken = `xoxb-${TEAM}-bot`;
  const bot = await startSlack({
    settings: { mode: "socket", botToken, appToken: APP_TOKEN, apiUrl: slack.apiUrl },
    conversations,
    log: silentLog,
    now: Date.now,
  });
  let people = 0;
  return {
    begin: (where) => talkOf(slack, where, `U${++people}`),
    complaints: () => [
      ...slack.acks.violations,
      ...slack.calls.flatMap(({ method, error }) => (error === undefined ? [] : [`${method}: ${error}`])),
    ],
    stop: async () => {
      await bot.stop(2_000);
      await slack.close();
    },
  };
}

function talkOf(slack: SlackServer, where: Where, user: string): Talk {
  /** In a channel the first mention opens a thread; a thread of others is there before the bot is asked. */
  let thread =
    where === "thread"
      ? slack.world.say({ teamId: TEAM, channel: CHANNEL, user: "UOTHER", text: "Careers, anyone?" }).ts
      : undefined;
  let last: Message | undefined;
  /** All parts of the last answer: its buttons stand under the last of them. */
  let lastParts: () => Message[] = () => [];

  const answers = () =>
    slack.world.messages.filter(
      ({ byBot, deleted, onlyFor, channel, thread: at }) =>
        byBot &&
        !deleted &&
        (onlyFor === user ||
          (onlyFor === undefined && (channel === `D${user}` || (channel === CHANNEL && at === thread)))),
    );

  async function act({ says, presses }: Turn): Promise<void> {
    if (presses !== undefined && last !== undefined) {
      const offered = () => lastParts().find(({ blocks }) => wordsIn(blocks).includes(presses));
      const under = await until(`the button "${presses}"`, offered);
      return void (await slack.people.press(under, user, presses));
    }
    if (where === "dm") return void (await slack.people.direct(TEAM, user, says));
    if (where === "command") return slack.people.command(CHANNEL, user, "/rolewise", says);
    if (where === "thread") return void (await slack.people.mention(CHANNEL, user, says, thread));
    if (thread !== undefined)
      return void (await slack.people.say({ channel: CHANNEL, user, text: says, thread }));
    thread = (await slack.people.mention(CHANNEL, user, says)).ts;
  }

  async function take(turn: Turn): Promise<() => Seen> {
    const before = thread === undefined && where === "channel" ? 0 : answers().length;
    const edits = last?.edits ?? 0;
    slack.people.doubled = turn.twice;
    await act(turn);
    slack.people.doubled = false;
    // A pressed button changes the message it stands in.
    const edited = () => (last !== undefined && last.edits > edits ? last : undefined);
    const answer = await until("an answer in Slack", () => answers().slice(before)[0] ?? edited());
    last = answer;
    const alone = answer.onlyFor === user || answer.channel === `D${user}`;
    lastParts = () => {
      const fresh = answers().slice(before);
      return fresh.length > 0 ? fresh : [answer];
    };
    const parts = lastParts;
    return () => {
      return {
        messages: parts().map(({ text, blocks }) => ({
          shown: unescaped(wordsIn(blocks).join(" ")),
          twin: unescaped(text),
        })),
        by: alone ? "the asker alone" : "everybody",
      };
    };
  }

  return { take };
}

/** Every text that blocks show, in order. */
function wordsIn(blocks: unknown): string[] {
  if (Array.isArray(blocks)) return blocks.flatMap(wordsIn);
  if (typeof blocks !== "object" || blocks === null) return [];
  return Object.entries(blocks).flatMap(([key, value]) =>
    key === "text" && typeof value === "string" ? [value] : wordsIn(value),
  );
}

function unescaped(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
