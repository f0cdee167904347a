import { setTimeout as delay } from "node:timers/promises";
import { APP_TOKEN, SlackServer } from "../../test/support/slack-server/server.ts";
import { environmentOf } from "../bots/where.ts";
import { askInFlight, type Platform } from "./platform.ts";

const CHANNELS = 40;
const ANSWERED_WITHIN_MS = 10_000;

export const slack: Platform = {
  name: "Slack",
  client: "Bolt",
  async open() {
    const server = await SlackServer.start();
    const { botToken } = server.world.addWorkspace("T1");
    for (let at = 0; at < CHANNELS; at++) server.world.addChannel({ id: `C${at}`, teamId: "T1" });
    return {
      env: environmentOf({ slack: { apiUrl: server.apiUrl, botToken, appToken: APP_TOKEN } }),
      ask: (count, questions) => askInFlight(count, (question, n) => mention(server, question, n), questions),
      lastAnswer: () => ({ blocks: server.world.posts.at(-1)?.blocks ?? [] }),
      close: () => server.close(),
    };
  },
};

async function mention({ world, people }: SlackServer, question: string, n: number): Promise<void> {
  const before = world.messages.length;
  const { ts } = await people.mention(`C${n % CHANNELS}`, `U${n}`, question);
  const giveUpAt = performance.now() + ANSWERED_WITHIN_MS;
  while (!world.messages.slice(before).some(({ thread, byBot }) => byBot && thread === ts)) {
    if (performance.now() > giveUpAt)
      throw new Error(`a mention was not answered in ${ANSWERED_WITHIN_MS} ms`);
    await delay(1);
  }
}
