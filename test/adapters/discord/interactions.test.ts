import { describe, expect, test } from "vitest";
import { TIMES } from "../../../src/adapters/discord/render/limits.ts";
import type { Interaction } from "../../support/discord-server/interactions.ts";
import { type Bot, customIdOf, posted, quiet, startBot, textOf } from "./bot.ts";

const general = (bot: Bot) => bot.server.world.channels.get(bot.server.guild.channelIds[0]!)!;
const asked = (bot: Bot) => ({ in: general(bot), by: bot.ada });
const isHidden = (interaction: Interaction) => ((interaction.original?.flags ?? 0) & 64) === 64;

describe("slash commands build their question from ids", () => {
  test.each([
    [
      "compare",
      { "role-a": "data-engineer", "role-b": "data-scientist" },
      "compare:data-engineer+data-scientist",
      false,
    ],
    [
      "compare",
      {
        "role-a": "data-engineer",
        "role-b": "data-scientist",
        "role-c": "lead-machine-learning-engineer",
        topic: "salary",
        private: true,
      },
      "compare:data-engineer+data-scientist+lead-machine-learning-engineer:salary",
      true,
    ],
    ["role", { name: "data-engineer", topic: "tools" }, "lookup:data-engineer:tools", false],
    [
      "path",
      { from: "data-engineer", to: "data-scientist" },
      "transition:data-engineer\\>data-scientist",
      false,
    ],
    ["find", { skill: "sql", "skill-2": "python", topic: "salary" }, "find-roles::salary:sql+python", false],
    ["tips", {}, "advice", true],
    ["help", {}, "help", true],
  ])("/%s %j", async (name, options, question, hidden) => {
    const bot = await startBot();
    const interaction = bot.server.people.command(name, options, asked(bot));
    expect(textOf(await interaction.answer())).toContain(`Asked: ${question}`);
    expect(isHidden(interaction)).toBe(hidden);
    expect(bot.server.refused()).toEqual([]);
  });
});

describe("text typed past the suggestions is understood as words", () => {
  test.each([
    [
      "compare",
      { "role-a": "ds manager", "role-b": "data-engineer", topic: "salary" },
      "compare ds manager and data-engineer, salary",
    ],
    ["role", { name: "ML lead" }, "ML lead"],
    ["path", { from: "nurse", to: "data-engineer" }, "how do I get from nurse to data-engineer"],
    ["find", { skill: "kubernetes" }, "which roles use kubernetes"],
    ["ask", { question: "what does a data engineer do" }, "what does a data engineer do"],
  ])("/%s %j", async (name, options, text) => {
    const bot = await startBot();
    const interaction = bot.server.people.command(name, options, asked(bot));
    await interaction.answer();
    expect(bot.conversations.received).toEqual([
      expect.objectContaining({ text, addressed: "command", messageId: interaction.id, userId: bot.ada.id }),
    ]);
    // What is asked freely may go on from what was said before.
    expect(bot.conversations.received[0]?.afresh).toBe(name === "ask" ? undefined : true);
  });
});

describe("half or wrong input", () => {
  test.each([
    ["compare", { "role-a": "nurse", "role-b": "plumber" }],
    ["role", { name: "blorp" }],
    ["path", { from: "nurse", to: "plumber" }],
    ["find", { skill: "basket weaving" }],
    ["ask", { question: "who won the world cup?" }],
  ])("of /%s %j is answered to the asker alone", async (name, options) => {
    for (const outcome of ["clarify", "declined"] as const) {
      const bot = await startBot();
      bot.conversations.more = { outcome };
      const interaction = bot.server.people.command(name, options, asked(bot));
      await interaction.answer();
      expect(isHidden(interaction)).toBe(true);
      expect(bot.server.refused()).toEqual([]);
    }
  });

  test("of somebody who compares a role with itself too, though it was chosen", async () => {
    const bot = await startBot();
    bot.conversations.more = { outcome: "clarify" };
    const options = { "role-a": "data-engineer", "role-b": "data-engineer" };
    const interaction = bot.server.people.command("compare", options, asked(bot));
    await interaction.answer();
    expect(isHidden(interaction)).toBe(true);
  });

  test("that names a role of ours after all is answered to all", async () => {
    const bot = await startBot();
    const interaction = bot.server.people.command("role", { name: "ML lead" }, asked(bot));
    await interaction.answer();
    expect(isHidden(interaction)).toBe(false);
  });

  test("whose reading takes long is deferred in private, and a good answer can be shared", async () => {
    const bot = await startBot();
    bot.conversations.delayMs = TIMES.deferAfter + 200;
    const interaction = bot.server.people.command("role", { name: "ML lead" }, asked(bot));
    const answer = await interaction.answer();
    expect(interaction.acknowledgement).toEqual({ type: 5, ephemeral: true });
    expect(customIdOf(answer, "Share")).toBeDefined();
  });

  test("in a direct message needs no hiding", async () => {
    const bot = await startBot();
    bot.conversations.more = { outcome: "declined" };
    const dm = bot.server.world.dmWith(bot.ada);
    const interaction = bot.server.people.command("role", { name: "blorp" }, { in: dm, by: bot.ada });
    await interaction.answer();
    expect(isHidden(interaction)).toBe(false);
  });
});

test("/ask without a question opens a form, whose text is answered", async () => {
  const bot = await startBot();
  const opened = await bot.server.people
    .command("ask", {}, asked(bot))
    .until((self) => !!self.acknowledgement);
  expect(opened.acknowledgement).toMatchObject({ type: 9, data: { custom_id: "ask-form" } });
  const form = bot.server.people.submit("ask-form", { question: "how do I start?" }, asked(bot));
  expect(textOf(await form.answer())).toContain("You asked: how do I start?");
});

describe("suggestions while typing", () => {
  test("name roles and carry their ids", async () => {
    const bot = await startBot();
    const typing = bot.server.people.autocomplete("compare", "role-b", "lead", asked(bot));
    await typing.until((self) => self.acknowledgement !== undefined);
    expect(typing.acknowledgement).toEqual({
      type: 8,
      data: {
        choices: [{ name: "Lead machine learning engineer", value: "lead-machine-learning-engineer" }],
      },
    });
  });

  test("name skills where a skill is asked for", async () => {
    const bot = await startBot();
    const typing = bot.server.people.autocomplete("find", "skill-2", "p", asked(bot));
    await typing.until((self) => self.acknowledgement !== undefined);
    expect(typing.acknowledgement).toMatchObject({
      data: { choices: [{ name: "Python", value: "python" }] },
    });
  });

  test("that come too late are logged with their milliseconds", async () => {
    const bot = await startBot();
    bot.server.people.autocomplete("role", "name", "d", { ...asked(bot), age: 3_100 });
    const entry = await bot.server.until(
      () => bot.logged.find(({ level }) => level === "warn"),
      "a line in the log",
    );
    expect(entry.fields).toMatchObject({ code: 10062 });
    expect(Number(entry.fields.ms)).toBeGreaterThan(3_000);
  });
});

describe("buttons under an answer", () => {
  const answered = async (bot: Bot) => {
    bot.conversations.more = {
      followUps: [
        {
          label: "And the tools",
          question: { intent: "lookup", roles: ["data-engineer"], topics: ["tools"] },
        },
      ],
    };
    bot.server.people.say({ ...asked(bot), text: `<@${bot.server.world.bot.id}> data engineer` });
    const [message] = await posted(bot, general(bot).id);
    return message!;
  };

  test("a follow-up changes the message in place", async () => {
    const bot = await startBot();
    const message = await answered(bot);
    const press = bot.server.people.press(customIdOf(message, "And the tools"), message, asked(bot));
    expect(await press.answer()).toBe(message);
    expect(textOf(message)).toContain("Asked: lookup:data-engineer:tools");
    expect(press.acknowledgement?.type).toBe(7);
    expect(bot.server.posted(general(bot).id)).toHaveLength(1);
  });

  test("the menu asks the same about another topic", async () => {
    const bot = await startBot();
    const message = await answered(bot);
    await bot.server.people
      .select(customIdOf(message, "Another topic"), "interview", message, asked(bot))
      .answer();
    expect(textOf(message)).toContain("Asked: lookup:data-engineer:interview");
  });

  test("a personal answer goes to the one who pressed, and the message stays", async () => {
    const bot = await startBot();
    const message = await answered(bot);
    const before = textOf(message);
    bot.conversations.audience = "private";
    const press = bot.server.people.press(customIdOf(message, "And the tools"), message, asked(bot));
    expect((await press.answer()).flags & 64).toBe(64);
    expect(textOf(message)).toBe(before);
  });

  test('"Why?" explains to the one who pressed alone', async () => {
    const bot = await startBot();
    const message = await answered(bot);
    const press = bot.server.people.press(customIdOf(message, "Why?"), message, asked(bot));
    expect(textOf(await press.answer())).toContain("Because of your words");
    expect(isHidden(press)).toBe(true);
    expect(bot.conversations.whys[0]).toMatchObject({ channelId: general(bot).id, userId: bot.ada.id });
  });

  test('"Helpful" is kept and thanked for', async () => {
    const bot = await startBot();
    const message = await answered(bot);
    await bot.server.people.press(customIdOf(message, "Helpful"), message, asked(bot)).answer();
    expect(bot.conversations.feedback).toEqual([
      { question: { intent: "lookup", roles: ["data-engineer"], topics: ["salary"] }, verdict: "helpful" },
    ]);
  });

  test('"Not right" asks what was wrong; the thanks take the question\'s place', async () => {
    const bot = await startBot();
    const message = await answered(bot);
    const reasons = await bot.server.people
      .press(customIdOf(message, "Not right"), message, asked(bot))
      .answer();
    expect(textOf(reasons)).toBe("What was not right?");
    await bot.server.people.press(customIdOf(reasons, "Outdated"), reasons, asked(bot)).answer();
    expect(bot.conversations.feedback).toMatchObject([{ verdict: "outdated" }]);
    expect(textOf(reasons)).toBe("Thank you, that helps.");
  });

  test('"Move to a thread" starts one named after the answer and takes the talk along', async () => {
    const bot = await startBot();
    const message = await answered(bot);
    const press = bot.server.people.press(customIdOf(message, "Move to a thread"), message, asked(bot));
    expect(textOf(await press.answer())).toContain(`Let us go on in <#${message.id}>`);
    const thread = bot.server.world.channels.get(message.id);
    expect(thread).toMatchObject({ type: 11, name: "Asked: lookup:data-engineer:salary" });
    expect(textOf((await posted(bot, message.id))[0]!)).toContain("Ask on here");
    expect(bot.conversations.pressed.at(-1)).toMatchObject({
      threadId: message.id,
      channelId: general(bot).id,
    });
    const again = bot.server.people.press(customIdOf(message, "Move to a thread"), message, asked(bot));
    expect(textOf(await again.answer())).toContain("There is a thread already");
  });

  test("a thread that may not be started is refused with the permission's name", async () => {
    const bot = await startBot({}, ({ guild }) => {
      guild.permissions &= ~(1n << 35n);
    });
    const message = await answered(bot);
    const press = bot.server.people.press(customIdOf(message, "Move to a thread"), message, asked(bot));
    expect(textOf(await press.answer())).toContain("I lack the permission Create Public Threads");
  });

  test.each(["a/lookup:a-role-that-is-gone:tools", "an-older-form", "ask-form"])(
    "one that no longer means anything (%s) gets a polite line",
    async (customId) => {
      const bot = await startBot();
      const message = await answered(bot);
      const press = bot.server.people.press(customId, message, asked(bot));
      expect(textOf(await press.answer())).toContain("from an older version");
      expect(isHidden(press)).toBe(true);
    },
  );

  test("a button made before a restart still works", async () => {
    const bot = await startBot();
    const customId = customIdOf(await answered(bot), "And the tools");
    const other = await startBot();
    const message = await answered(other);
    await other.server.people.press(customId, message, asked(other)).answer();
    expect(textOf(message)).toContain("Asked: lookup:data-engineer:tools");
  });
});

test("a private answer can be shared by its asker", async () => {
  const bot = await startBot();
  const tips = await bot.server.people.command("tips", {}, asked(bot)).answer();
  const share = bot.server.people.press(customIdOf(tips, "Share"), tips, asked(bot));
  const shared = await share.answer();
  expect(textOf(shared)).toBe(`-# Shared by <@${bot.ada.id}>\n## Asked: advice`);
  expect(isHidden(share)).toBe(false);
  expect(bot.server.refused()).toEqual([]);
});

describe('"Explain the role in this post"', () => {
  test("reads the post for the one who asked alone", async () => {
    const bot = await startBot();
    const bob = bot.server.world.addUser("bob");
    const post = bot.server.people.say({
      in: general(bot),
      by: bob,
      text: "We need someone for our pipelines",
    });
    const explained = bot.server.people.messageMenu("Explain the role in this post", post, asked(bot));
    expect(textOf(await explained.answer())).toContain("That post sounds like a data engineer");
    expect(isHidden(explained)).toBe(true);
    expect(bot.conversations.posts).toEqual([
      { place: expect.objectContaining({ userId: bot.ada.id }), post: "We need someone for our pipelines" },
    ]);
  });

  test("says so where a post has no text", async () => {
    const bot = await startBot();
    const post = bot.server.people.say({ in: general(bot), by: bot.ada, text: " " });
    const explained = bot.server.people.messageMenu("Explain the role in this post", post, asked(bot));
    expect(textOf(await explained.answer())).toContain("no text that I could read");
  });
});

describe("deadlines", () => {
  test("an answer that takes long is deferred within a second and then replaces the deferral", async () => {
    const bot = await startBot();
    bot.conversations.delayMs = 1_200;
    const interaction = bot.server.people.command("role", { name: "data-engineer" }, asked(bot));
    expect(textOf(await interaction.answer())).toContain("Asked: lookup:data-engineer");
    expect(interaction.acknowledgement).toEqual({ type: 5, ephemeral: false });
    expect(interaction.acknowledgedAfter).toBeLessThan(3_000);
    expect(interaction.secondAcknowledgements).toBe(0);
  });

  test("a button that takes long leaves its message until the answer is there", async () => {
    const bot = await startBot();
    const tips = await bot.server.people.command("tips", {}, asked(bot)).answer();
    bot.conversations.delayMs = 1_000;
    const press = bot.server.people.press("a/lookup:data-engineer", tips, asked(bot));
    await press.answer();
    expect(press.acknowledgement?.type).toBe(6);
    expect(textOf(tips)).toContain("Asked: lookup:data-engineer");
  });

  test("where the answer may be personal it is deferred in private", async () => {
    const bot = await startBot();
    bot.conversations.delayMs = 900;
    bot.conversations.audience = "private";
    const interaction = bot.server.people.command("ask", { question: "what am I missing?" }, asked(bot));
    await interaction.answer();
    expect(interaction.acknowledgement).toEqual({ type: 5, ephemeral: true });
    expect(isHidden(interaction)).toBe(true);
  });

  test("a public deferral with a personal answer shows it to the asker alone", async () => {
    const bot = await startBot();
    bot.conversations.delayMs = 900;
    bot.conversations.audience = "private";
    const interaction = bot.server.people.command("role", { name: "data-engineer" }, asked(bot));
    await interaction.until((self) => self.followUps.length > 0);
    expect(textOf(interaction.original!)).toBe("I answer this to you alone.");
    expect(interaction.followUps[0]!.flags & 64).toBe(64);
  });

  test("an interaction that arrives too late is logged with its milliseconds, once", async () => {
    const bot = await startBot();
    const late = bot.server.people.command("role", { name: "data-engineer" }, { ...asked(bot), age: 3_050 });
    const entry = await bot.server.until(
      () => bot.logged.find(({ fields }) => fields.code === 10062),
      "a log line",
    );
    expect(Number(entry.fields.ms)).toBeGreaterThan(3_000);
    await quiet();
    expect(late.acknowledgement).toBeUndefined();
    expect(bot.logged.filter(({ level }) => level === "error")).toEqual([]);
  });

  test("an acknowledgement whose confirmation gets lost does not show its answer twice", async () => {
    const bot = await startBot();
    bot.server.faults.add({ path: /callback$/, what: "lost" });
    const interaction = bot.server.people.command("role", { name: "data-engineer" }, asked(bot));
    await interaction.until((self) => self.secondAcknowledgements === 1);
    await quiet();
    expect(interaction.visible).toBe(1);
    expect(interaction.followUps).toEqual([]);
    expect(bot.logged.filter(({ level }) => level === "error")).toEqual([]);
  });

  test("the same interaction delivered twice is acknowledged once", async () => {
    const bot = await startBot();
    const interaction = bot.server.people.command("role", { name: "data-engineer" }, asked(bot));
    bot.server.people.redeliver(interaction);
    await interaction.answer();
    await quiet();
    expect(interaction.secondAcknowledgements).toBe(0);
    expect(interaction.visible).toBe(1);
  });
});

test("a fault of ours is told politely and logged without anybody's words", async () => {
  const bot = await startBot();
  bot.conversations.fail = true;
  const interaction = bot.server.people.command("ask", { question: "my secret words" }, asked(bot));
  expect(textOf(await interaction.answer())).toBe("Something went wrong on my side. Please try again.");
  await quiet();
  expect(bot.logged.some(({ level }) => level === "error")).toBe(true);
  expect(JSON.stringify(bot.logged)).not.toContain("my secret words");
  expect(JSON.stringify(bot.logged)).not.toContain(interaction.token);
});

describe("an app that a person installed works anywhere", () => {
  test("in a DM between people, where others read along", async () => {
    const bot = await startBot();
    const group = bot.server.world.groupDm(bot.ada, bot.server.world.addUser("bob"));
    const interaction = bot.server.people.command(
      "role",
      { name: "data-engineer" },
      { in: group, by: bot.ada },
    );
    await interaction.answer();
    expect(bot.conversations.pressed[0]).toMatchObject({ workspaceId: "@me", audience: "public" });
  });

  test("in a DM with the bot, where nothing needs to be hidden", async () => {
    const bot = await startBot();
    const dm = bot.server.world.dmWith(bot.ada);
    const interaction = bot.server.people.command("tips", {}, { in: dm, by: bot.ada });
    await interaction.answer();
    expect(bot.conversations.pressed[0]).toMatchObject({ audience: "private" });
    expect(isHidden(interaction)).toBe(false);
  });
});

describe("what another instance has claimed is left to it", () => {
  test("a command in words", async () => {
    const bot = await startBot();
    bot.conversations.receive = async () => undefined;
    const interaction = bot.server.people.command("ask", { question: "data engineer pay" }, asked(bot));
    await quiet(TIMES.deferAfter + 500);
    expect(interaction.acknowledgement).toBeUndefined();
  });

  test("and anything else but what is suggested while somebody types", async () => {
    const bot = await startBot();
    bot.conversations.takes = false;
    const { people } = bot.server;
    const interaction = people.command("role", { name: "data-engineer", topic: "salary" }, asked(bot));
    const typed = people.autocomplete("role", "name", "data", asked(bot));
    await typed.until(({ acknowledgement }) => acknowledgement?.type === 8);
    await quiet(TIMES.deferAfter + 500);
    expect(interaction.acknowledgement).toBeUndefined();
    expect(bot.conversations.pressed).toEqual([]);
  });
});
