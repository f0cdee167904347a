import { describe, expect, test } from "vitest";
import type { Interaction } from "../../support/discord-server/interactions.ts";
import { flatten } from "../../support/discord-server/validate/components.ts";
import type { Channel, StoredMessage } from "../../support/discord-server/world.ts";
import { type Bot, customIdOf, textOf as markdownOf, posted, startBot } from "./bot.ts";

const EPHEMERAL = 1 << 6;
const general = (bot: Bot) => bot.server.world.channels.get(bot.server.guild.channelIds[0]!)!;
const direct = (bot: Bot) => bot.server.world.dmWith(bot.ada);
/** The words without the backslashes that keep them literal. */
const textOf = (message: StoredMessage) => markdownOf(message).replaceAll("\\", "");
const isHidden = ({ flags }: StoredMessage) => (flags & EPHEMERAL) !== 0;
const press = (bot: Bot, label: string, on: StoredMessage, where: Channel) =>
  bot.server.people.press(customIdOf(on, label), on, { in: where, by: bot.ada });

/** A bot to which every message is about its writer. */
async function startPersonal(): Promise<Bot> {
  const bot = await startBot();
  bot.conversations.receive = async () => bot.conversations.personalReply("Here is what I understood");
  return bot;
}

async function cardInDm(bot: Bot): Promise<StoredMessage> {
  bot.server.people.say({ in: direct(bot), by: bot.ada, text: "BI analyst, 3 years" });
  const [card] = await posted(bot, direct(bot).id);
  return card!;
}

/** What the button under the line in the channel opens. */
async function cardAlone(bot: Bot): Promise<Interaction> {
  const where = general(bot);
  bot.server.people.say({
    in: where,
    by: bot.ada,
    text: `<@${bot.server.world.bot.id}> BI analyst, 3 years`,
  });
  const [line] = await posted(bot, where.id);
  const opened = press(bot, "Show me alone", line!, where);
  await opened.answer();
  return opened;
}

describe("in a direct message", () => {
  test("the buttons stand before anything else to press, and nothing is there to rate or share", async () => {
    const bot = await startPersonal();
    const card = await cardInDm(bot);
    const buttons = flatten(card.components).filter((one) => one.type === 2);
    expect(buttons).toMatchObject([
      { label: "Make my plan", custom_id: "@plan", style: 1 },
      { label: "Edit", custom_id: "@edit-profile", style: 2 },
      { label: "Forget me", custom_id: "@erase:ask", style: 4 },
    ]);
  });

  test("what is new is written below, and a step of a question takes the question's place", async () => {
    const bot = await startPersonal();
    const card = await cardInDm(bot);
    const plan = await press(bot, "Make my plan", card, direct(bot)).answer();
    expect(textOf(plan)).toContain("Done: @plan");
    expect(plan.id).not.toBe(card.id);
    await press(bot, "Forget me", card, direct(bot)).answer();
    expect(textOf(card)).toContain("Done: @erase:ask");
    expect(bot.conversations.actions.map(({ place }) => place.workspaceId)).toEqual(["@me", "@me"]);
    expect(bot.server.refused()).toEqual([]);
  });

  test("a file comes as an attachment with words for those who do not see it", async () => {
    const bot = await startPersonal();
    const file = { name: "rolewise-my-data.json", text: '{ "profile": {} }\n', description: "Your data" };
    bot.conversations.besides = { file, buttons: [] };
    bot.server.people.say({ in: direct(bot), by: bot.ada, text: "export my data" });
    const [sent] = await posted(bot, direct(bot).id);
    expect(sent?.attachments).toMatchObject([
      {
        filename: file.name,
        description: file.description,
        text: file.text,
        content_type: "application/json",
      },
    ]);
    expect(bot.server.refused()).toEqual([]);
  });

  test("a file that Discord refuses comes as text", async () => {
    const bot = await startPersonal();
    const file = { name: "rolewise-my-data.json", text: '{ "profile": {} }\n', description: "Your data" };
    bot.conversations.besides = { file, buttons: [] };
    const path = /callback$/;
    bot.server.faults.add({ path, what: { status: 403, code: 50013, message: "Missing Permissions" } });
    const asked = { in: general(bot), by: bot.ada };
    const given = bot.server.people.command("privacy", {}, asked, "export");
    const parts = () => [given.original, ...given.followUps].flatMap((part) => part ?? []);
    await bot.server.until(() => parts().some((part) => textOf(part).includes('"profile"')), "the text");
    expect(parts().every(isHidden)).toBe(true);
  });
});

describe("in a channel", () => {
  test("nothing about the asker is said; a button opens it for them alone, and goes on there", async () => {
    const bot = await startPersonal();
    const opened = await cardAlone(bot);
    expect(opened.original && isHidden(opened.original)).toBe(true);
    expect(textOf(opened.original!)).toContain("Done: @profile");
    const next = press(bot, "Make my plan", opened.original!, general(bot));
    await next.answer();
    expect(textOf(opened.original!)).toContain("Done: @plan");
    const shown = bot.server.posted(general(bot).id).filter((message) => !isHidden(message));
    expect(shown.map(textOf)).toEqual(["That is about you, so I answer it to you alone."]);
    expect(bot.server.refused()).toEqual([]);
  });

  test("what cannot be given twice is to be asked where nobody reads along", async () => {
    const bot = await startPersonal();
    bot.conversations.besides = { again: undefined };
    bot.server.people.say({
      in: general(bot),
      by: bot.ada,
      text: `<@${bot.server.world.bot.id}> review my CV: …`,
    });
    const [line] = await posted(bot, general(bot).id);
    expect(textOf(line!)).toContain("Ask me with `/ask` or in a direct message");
    expect(flatten(line!.components).filter((one) => one.type === 2)).toEqual([]);
  });

  test("the further parts of a long answer stay with their reader", async () => {
    const bot = await startPersonal();
    const opened = await cardAlone(bot);
    const reply = bot.conversations.personalReply("Your plan");
    const answer = { ...reply.answer, summary: "words ".repeat(2_000) };
    bot.conversations.besides = { answer };
    const plan = press(bot, "Make my plan", opened.original!, general(bot));
    await bot.server.until(() => plan.followUps.length > 0, "the further parts");
    expect(plan.followUps.every(isHidden)).toBe(true);
  });

  test.each([
    ["show", "@show-data"],
    ["export", "@export-data"],
    ["erase", "@erase:ask"],
  ])("/privacy %s is done to its giver alone", async (sub, action) => {
    const bot = await startPersonal();
    const given = bot.server.people.command("privacy", {}, { in: general(bot), by: bot.ada }, sub);
    const answer = await given.answer();
    expect(textOf(answer)).toContain(`Done: ${action}`);
    expect(isHidden(answer)).toBe(true);
  });
});

describe("the profile form", () => {
  test("opens with the first five fields, filled with what is known", async () => {
    const bot = await startPersonal();
    const form = press(bot, "Edit", await cardInDm(bot), direct(bot));
    await bot.server.until(() => form.acknowledgement, "the form");
    const { data } = form.acknowledgement as { data: { components: { component: object }[] } };
    expect(data.components.map(({ component }) => component)).toMatchObject([
      { custom_id: "current" },
      { custom_id: "skills", style: 2 },
      { custom_id: "targets" },
      { custom_id: "hours", value: "5" },
      { custom_id: "years" },
    ]);
  });

  test("hands over what was filled in, and shows what became of it to its sender alone", async () => {
    const bot = await startPersonal();
    const fields = { current: "BI analyst", skills: "SQL 4", targets: "", hours: "8", years: "3" };
    const sent = bot.server.people.submit("profile-form", fields, { in: general(bot), by: bot.ada });
    const card = await sent.answer();
    expect(textOf(card)).toContain("Here is what I understood");
    expect(isHidden(card)).toBe(true);
    expect(bot.conversations.submitted).toMatchObject([
      { values: fields, place: { workspaceId: bot.server.guild.id, userId: bot.ada.id } },
    ]);
  });

  test("says what is wrong by the field's name, and opens again", async () => {
    const bot = await startPersonal();
    bot.conversations.formErrors = { hours: "Write a number from 0.5 to 60." };
    const sent = bot.server.people.submit("profile-form", { hours: "99" }, { in: general(bot), by: bot.ada });
    const answer = await sent.answer();
    expect(textOf(answer)).toContain("**Hours a week for learning**: Write a number from 0.5 to 60");
    expect(customIdOf(answer, "Open the form again")).toBe("@edit-profile");
  });
});

describe("a reminder", () => {
  test("comes as a direct message, and its buttons speak of the guild that it is about", async () => {
    const bot = await startPersonal();
    const guildId = bot.server.guild.id;
    const reply = bot.conversations.personalReply("Your weekly reminder");
    expect(await bot.adapter.remind({ workspaceId: guildId, userId: bot.ada.id }, reply)).toBe(true);
    const [reminder] = await posted(bot, direct(bot).id);
    expect(customIdOf(reminder!, "Forget me")).toBe(`@erase:ask~${guildId}`);
    await press(bot, "Forget me", reminder!, direct(bot)).answer();
    expect(bot.conversations.actions).toMatchObject([
      { place: { workspaceId: guildId, userId: bot.ada.id } },
    ]);
    // What follows speaks of the same member.
    expect(customIdOf(reminder!, "Make my plan")).toBe(`@plan~${guildId}`);
    const sent = bot.server.people.submit(`profile-form~${guildId}`, {}, { in: direct(bot), by: bot.ada });
    await sent.answer();
    expect(bot.conversations.submitted).toMatchObject([{ place: { workspaceId: guildId } }]);
    expect(bot.server.refused()).toEqual([]);
  });

  test("that somebody does not take is said, not thrown", async () => {
    const bot = await startPersonal();
    const reply = bot.conversations.personalReply("Your weekly reminder");
    const what = { status: 403, code: 50007, message: "Cannot send messages to this user" };
    bot.server.faults.add({ method: "POST", path: /\/messages$/, what });
    expect(await bot.adapter.remind({ workspaceId: "@me", userId: bot.ada.id }, reply)).toBe(false);
  });
});
