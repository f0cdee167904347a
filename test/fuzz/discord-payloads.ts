import { formatAction } from "../../src/adapters/discord/render/custom-id.ts";
import { plainQuestion } from "../../src/understanding/question.ts";
import type { Bot } from "../adapters/discord/bot.ts";
import { CANARY, type Json } from "./mutator.ts";

const QUESTION = plainQuestion("lookup", ["data-engineer"], ["salary"]);

/** Every event that the local Discord dispatches while `act` runs, with its payload. */
async function dispatched(
  bot: Bot,
  act: () => void,
): Promise<{ event: string; data: Json; guildId: string | undefined }[]> {
  const events: { event: string; data: Json; guildId: string | undefined }[] = [];
  const { gateway } = bot.server;
  const dispatch = gateway.dispatch.bind(gateway);
  gateway.dispatch = (event, data, guildId) => {
    events.push({ event, data: JSON.parse(JSON.stringify(data)), guildId });
  };
  act();
  gateway.dispatch = dispatch;
  return events;
}

/** One good event of each kind that Discord sends, as it would arrive, to be broken. */
export async function goodEvents(
  bot: Bot,
): Promise<{ event: string; data: Json; guildId: string | undefined }[]> {
  const { server, ada } = bot;
  const { world, people, guild } = server;
  const general = world.channels.get(guild.channelIds[0]!)!;
  const asked = { in: general, by: ada };
  const pressed = world.store({
    channel_id: general.id,
    guild_id: guild.id,
    type: 0,
    author: world.bot,
    content: CANARY,
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    components: [],
    embeds: [],
    attachments: [],
    flags: 0,
    edited_timestamp: null,
  });
  const customId = formatAction({ do: "ask", question: QUESTION });
  return dispatched(bot, () => {
    const said = people.say({ ...asked, text: `<@${world.bot.id}> ${CANARY}` });
    people.say({ in: world.dmWith(ada), by: ada, text: CANARY });
    people.edit(said, `<@${world.bot.id}> again ${CANARY}`);
    people.command("ask", { question: CANARY }, asked);
    people.command("role", { name: "data-engineer" }, asked);
    people.autocomplete("role", "name", CANARY, asked);
    people.messageMenu("Explain this post", said, asked);
    people.press(customId, pressed, asked);
    people.select(formatAction({ do: "topic", question: QUESTION }), "salary", pressed, asked);
    people.submit("ask", { question: CANARY }, asked);
    server.join(world.addGuild("Another"));
    server.gateway.dispatch(
      "CHANNEL_CREATE",
      { id: world.newId(), type: 0, guild_id: guild.id, name: "new", position: 1 },
      guild.id,
    );
    server.gateway.dispatch(
      "THREAD_CREATE",
      { id: world.newId(), type: 11, guild_id: guild.id, parent_id: general.id, name: "t" },
      guild.id,
    );
    server.gateway.dispatch("GUILD_MEMBER_UPDATE", { guild_id: guild.id, user: ada, roles: [] }, guild.id);
  });
}
