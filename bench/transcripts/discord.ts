import { startDiscord } from "../../src/adapters/discord/start.ts";
import type { Conversations } from "../../src/conversations/conversations.ts";
import type { Interaction } from "../../test/support/discord-server/interactions.ts";
import { type DiscordServer, startDiscordServer } from "../../test/support/discord-server/server.ts";
import { flatten } from "../../test/support/discord-server/validate/components.ts";
import type { Channel, StoredMessage } from "../../test/support/discord-server/world.ts";
import { indent, step } from "./print.ts";

interface Control {
  type: number;
  label?: string;
  placeholder?: string;
  custom_id?: string;
  content?: string;
}

/** Every surface of Discord, one after the other, in one server. */
export async function discordTranscript(conversations: Conversations): Promise<void> {
  const server = await startDiscordServer();
  const { people, world } = server;
  const warned: object[] = [];
  const warn = (fields: object, message: string) => void warned.push({ ...fields, message });
  const adapter = await startDiscord({
    settings: { token: server.token, apiUrl: server.apiUrl },
    conversations,
    log: { debug: () => undefined, info: () => undefined, warn, error: warn },
    now: Date.now,
  });
  const ada = world.addUser("ada");
  const ben = world.addUser("ben");
  const general = world.channels.get(server.guild.channelIds[0]!)!;
  const asked = { in: general, by: ada };
  const mention = (text: string) => `<@${world.bot.id}> ${text}`;

  const show = (title: string, sent: string, act: () => unknown) =>
    step(`Discord: ${title}`, sent, () => look(server), act);
  const say = (title: string, channel: Channel, text: string, replyTo?: StoredMessage) =>
    show(title, text.replace(mention(""), "@Rolewise "), () =>
      people.say({ in: channel, by: ada, text, ...(replyTo ? { replyTo } : {}) }),
    );
  const command = (name: string, options: Record<string, string | boolean> = {}, sub?: string) =>
    show(`command /${name}`, `/${name} ${sub ?? ""} ${JSON.stringify(options)}`, () =>
      people.command(name, options, asked, sub),
    );
  const lastPost = (channel = general) => server.posted(channel.id).at(-1)!;
  const lastHidden = () => [...world.messages.values()].filter(({ flags }) => (flags & 64) !== 0).at(-1)!;
  const press = (label: string, on: () => StoredMessage = lastPost) =>
    show(`button "${label}"`, `(presses ${label})`, () => people.press(idOf(on(), label), on(), asked));

  await say("mention", general, mention("what tools does a data engineer use?"));
  await say("reply to the bot", general, "and the pay?", lastPost());
  await say("reply to the bot", general, "compare that with a data scientist", lastPost());
  await press("Why?");
  await press("Helpful");
  await press("Not right");
  await press("Outdated", lastHidden);
  await show("topic menu", "(chooses interview)", () =>
    people.select(idOf(lastPost(), "Another topic"), "interview", lastPost(), asked),
  );
  await press("Move to a thread");
  const thread = [...world.channels.values()].find(({ type }) => type === 11);
  if (thread) await say("thread", thread, mention("and the skills?"));
  await show("edited question", "(mentions, then edits) ml enginer tools → ml engineer pay", async () => {
    const question = people.say({ ...asked, text: mention("ml enginer tools") });
    const before = server.posted(general.id).length;
    await server.until(() => server.posted(general.id).length > before, "an answer");
    people.edit(question, mention("ml engineer pay"));
  });
  await say("empty mention", general, mention(""));
  await say("role mention", general, `<@&${server.guild.botRoleId}> what is a data engineer?`);
  await say("something else", general, mention("who won the world cup?"));
  await say(
    "personal question",
    general,
    mention("I'm a BI analyst with 3 years of SQL, how do I become a data engineer?"),
  );
  const direct = world.dmWith(ada);
  for (const text of ["what does an ML lead earn in the UK?", "ds manager vs ml lead", "asdf qwer", "hi"])
    await say("direct message", direct, text);

  await command("ask", { question: "what does a data engineer do" });
  await command("ask");
  await show("ask form", "how do I start in data science?", () =>
    people.submit("ask-form", { question: "how do I start in data science?" }, asked),
  );
  await command("compare", { "role-a": "data-engineer", "role-b": "data-scientist" });
  await command("compare", { "role-a": "ds manager", "role-b": "ml lead", topic: "salary", private: true });
  await press("Share", lastHidden);
  await command("compare", { "role-a": "nurse", "role-b": "plumber" });
  await command("role", { name: "data-engineer", topic: "tools" });
  await command("role", { name: "blorp" });
  await command("path", { from: "data-analyst", to: "data-scientist" });
  await command("path", { from: "nurse", to: "data-engineer" });
  await command("find", { skill: "sql", "skill-2": "python", topic: "salary" });
  await command("find", { skill: "kubernetes" });
  await command("find", { skill: "basket weaving" });
  await command("tips");
  await command("help");
  for (const sub of ["show", "export", "erase"]) await command("privacy", {}, sub);
  for (const [name, option, typed] of [
    ["role", "name", ""],
    ["role", "name", "ml lead"],
    ["compare", "role-b", "data sceintist"],
    ["find", "skill", "kub"],
  ] as const)
    await show("autocomplete", `/${name} ${option}: ${typed}`, () =>
      people.autocomplete(name, option, typed, asked),
    );

  const ad =
    "We hire a Senior Data Engineer: Airflow, dbt, Snowflake, Python; $130k to 160k, remote in the US.";
  for (const text of [ad, "lunch at noon?"])
    await show("context menu", `(on) ${text}`, () =>
      people.messageMenu("Explain the role in this post", people.say({ in: general, by: ben, text }), asked),
    );

  console.log("\nrefused calls:", server.refused());
  console.log("log:", warned);
  await adapter.stop(2_000);
  await server.stop();
}

function look({ world, interactions }: DiscordServer): Map<string, string> {
  return new Map([
    ...[...world.messages.values()]
      .filter(({ author }) => author.id === world.bot.id)
      .map((one): [string, string] => [one.id, messageLook(one, world.channels.get(one.channel_id))]),
    ...[...interactions.values()].flatMap((one): [string, string][] => formLook(one)),
  ]);
}

function formLook({ id, acknowledgement }: Interaction): [string, string][] {
  if (acknowledgement?.type === 9) return [[id, `form ${JSON.stringify(acknowledgement.data)}`]];
  if (acknowledgement?.type !== 8) return [];
  return [[id, `choices: ${acknowledgement.data.choices.map(({ name }) => name).join(", ")}`]];
}

function messageLook(
  { content, components, flags, message_reference, attachments }: StoredMessage,
  channel?: Channel,
): string {
  const where = [
    channel?.type === 1 ? "DM" : channel?.type === 11 ? `thread "${channel.name}"` : `#${channel?.name}`,
    ...(message_reference ? ["as a reply"] : []),
    ...((flags & 64) === 0 ? [] : ["private"]),
    ...(attachments.length > 0 ? [`${attachments.length} file`] : []),
  ].join(", ");
  const parts = flatten(components) as Control[];
  const texts = parts.flatMap((one) => (one.content === undefined ? [] : [one.content]));
  const controls = parts.flatMap(({ label, placeholder }) => label ?? (placeholder ? `▾${placeholder}` : []));
  return `${where}\n${indent([content, ...texts].filter((text) => text !== "").join("\n"))}\n    [${controls.join(" | ")}]`;
}

function idOf(message: StoredMessage, label: string): string {
  const parts = flatten(message.components) as Control[];
  const id = parts.find((one) => one.label === label || one.placeholder === label)?.custom_id;
  if (id === undefined)
    throw new Error(`no "${label}" among ${parts.map((one) => one.label ?? one.placeholder).join(", ")}`);
  return id;
}
