import { type DiscordServer, startDiscordServer } from "../../test/support/discord-server/server.ts";
import { environmentOf } from "../bots/where.ts";
import { askInFlight, type Platform } from "./platform.ts";

const PEOPLE = 40;
/** As long as a real one. */
const TOKEN = "MTIz.of-the.benchmarks";

/** Asked by slash commands, since Discord limits how fast a bot may post into a channel. */
export const discord: Platform = {
  name: "Discord",
  client: "discord.js",
  async open() {
    const server = await startDiscordServer({ token: TOKEN });
    const people = Array.from({ length: PEOPLE }, (_, n) => server.world.addUser(`person-${n}`));
    return {
      env: environmentOf({ discord: { apiUrl: server.apiUrl, token: server.token } }),
      ask: (count, questions) =>
        askInFlight(count, (question, n) => command(server, people[n % PEOPLE]!, question), questions),
      lastAnswer: () => {
        const { components = [], flags = 0 } = [...server.interactions.values()].at(-1)?.original ?? {};
        return { components: components as object[], flags };
      },
      close: () => server.stop(),
    };
  },
};

async function command(
  { people, world, guild }: DiscordServer,
  by: ReturnType<DiscordServer["world"]["addUser"]>,
  question: string,
): Promise<void> {
  const channel = world.channels.get(guild.channelIds[0]!)!;
  await people.command("ask", { question }, { in: channel, by }).answer(10_000);
}
