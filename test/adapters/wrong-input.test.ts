import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningAdapter } from "../../src/adapters/adapter.ts";
import { startDiscord } from "../../src/adapters/discord/start.ts";
import { createConversations } from "../../src/conversations/create-conversations.ts";
import { openMemoryStorage } from "../../src/storage/in-memory/open.ts";
import { realBrain } from "../support/brain.ts";
import { type DiscordServer, startDiscordServer } from "../support/discord-server/server.ts";
import { customIdOf, recordingLog, textOf } from "./discord/bot.ts";
import { ANN, type Bench, CHANNEL, startBench, until } from "./slack/harness.ts";

/** Half and wrong input of commands from end to end: the real clients, the knowledge base and the models of the build. */
async function conversations() {
  const brain = await realBrain();
  return createConversations({
    brain: () => brain,
    storage: openMemoryStorage({ now: Date.now }),
    onFault: (error) => {
      throw error;
    },
    newId: () => "id",
  });
}

describe("in Slack", () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await startBench("socket", { conversations: await conversations() });
  });
  afterAll(() => bench.close());

  it.each([
    ["/compare", "data engineer", "With which role shall I compare the data engineer?"],
    ["/compare", "data engineer vs nurse", "I know no role called “nurse”"],
    ["/compare", "basketweaver vs plumber", "I know no role by that name"],
    ["/role", "blorp", "I know no role by that name"],
    ["/role", "", "Which role is your question for?"],
    ["/path", "data analyst", "Which role do you want to get to from data analyst?"],
    ["/path", "data engineer to nurse", "I know no role called “nurse”"],
    ["/tips", "blorp", "I know no role by that name"],
  ])("%s %s is helped on, alone, and a button goes on from there", async (command, words, said) => {
    const { world, people } = bench.slack;
    const [shown, posted] = [world.ephemerals.length, world.posts.length];
    await people.command(CHANNEL, ANN, command, words);
    const help = await until("the help", () => world.ephemerals[shown]);
    expect(help.text).toContain(said);
    const buttons = help.blocks.flatMap((block) => (block.type === "actions" ? block.elements : []));
    const [first] = buttons.flatMap((one) => (one.type === "button" ? [one.text.text] : []));
    const before = help.text;
    await people.press(help, ANN, first ?? "no button");
    await until("the answer in its place", () => help.text !== before);
    expect(world.posts).toHaveLength(posted);
  });
});

describe("in Discord", () => {
  let server: DiscordServer;
  let adapter: RunningAdapter;
  beforeAll(async () => {
    server = await startDiscordServer();
    adapter = await startDiscord({
      settings: { token: server.token, apiUrl: server.apiUrl },
      conversations: await conversations(),
      log: recordingLog([]),
      now: Date.now,
    });
  });
  afterAll(async () => {
    await adapter.stop(2_000);
    await server.stop();
  });
  const asked = () => ({
    in: server.world.channels.get(server.guild.channelIds[0]!)!,
    by: server.world.addUser("ada"),
  });

  it.each([
    [
      "compare",
      { "role-a": "data-engineer", "role-b": "nurse" },
      "I know no role called “nurse”",
      "Data engineer vs Data architect",
    ],
    [
      "compare",
      { "role-a": "data-engineer", "role-b": "data-engineer" },
      "With which role",
      "Data engineer vs Data architect",
    ],
    [
      "compare",
      { "role-a": "basketweaver", "role-b": "plumber" },
      "I know no role by that name",
      "All roles",
    ],
    ["role", { name: "engineer" }, "I know no role by that name", "All roles"],
    [
      "path",
      { from: "data-analyst", to: "nurse" },
      "I know no role called “nurse”",
      "Data analyst to Data scientist",
    ],
    ["find", { skill: "power dancing" }, "I know no skill or tool “power dancing”", "Roles for Power BI"],
    ["find", { skill: "sql", "skill-2": "basket weaving" }, "By SQL alone", "About Analytics engineer"],
    ["ask", { question: "who won the world cup?" }, "I can't help with that", "All roles"],
  ])("/%s %j is helped on, alone, and a button goes on from there", async (name, options, said, button) => {
    const who = asked();
    const help = await server.people.command(name, options, who).answer();
    expect(help.flags & 64).toBe(64);
    expect(textOf(help)).toContain(said);
    const before = textOf(help);
    await server.people.press(customIdOf(help, button), help, who).answer();
    expect(textOf(help)).not.toBe(before);
    expect(help.flags & 64).toBe(64);
    expect(server.refused()).toEqual([]);
  });
});

describe("suggestions while typing", () => {
  it.each(["", "d", "ml lead", "data sceintist", "x".repeat(100)])(
    "for %j are ready well within 100 ms",
    async (typed) => {
      const talks = await conversations();
      const started = performance.now();
      for (let round = 0; round < 10; round++) {
        expect(talks.suggestRoles(typed, 25).length).toBeLessThanOrEqual(25);
        expect(talks.suggestSkills(typed, 25).length).toBeLessThanOrEqual(25);
      }
      expect((performance.now() - started) / 20).toBeLessThan(100);
    },
  );
});
