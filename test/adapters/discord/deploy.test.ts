import { describe, expect, test } from "vitest";
import { SetupError } from "../../../src/adapters/adapter.ts";
import { commandDefinitions } from "../../../src/adapters/discord/commands/definitions.ts";
import { ENGLISH } from "../../../src/adapters/discord/commands/texts.ts";
import { deployCommands } from "../../../src/adapters/discord/deploy.ts";
import { topicLabel } from "../../../src/answers/next.ts";
import { TOPICS } from "../../../src/knowledge/topics.ts";
import { realKnowledge } from "../../support/brain.ts";
import type { DiscordServer } from "../../support/discord-server/server.ts";
import { parseCommand } from "../../support/discord-server/validate/commands.ts";
import { startBot, startServer } from "./bot.ts";

const ALL = [
  "ask",
  "compare",
  "role",
  "path",
  "find",
  "tips",
  "help",
  "privacy",
  "Explain the role in this post",
];
const settingsOf = (server: DiscordServer) => ({ token: server.token, apiUrl: server.apiUrl });
const writes = (server: DiscordServer) => server.calls.filter(({ method }) => method !== "GET");
const names = (server: DiscordServer, scope: string) =>
  (server.commands.get(scope) ?? []).map(({ name }) => name);

describe("the commands", () => {
  test("are what Discord takes, in servers, DMs and for people who installed the app", () => {
    for (const command of commandDefinitions()) {
      const parsed = parseCommand(command, []);
      expect(parsed.integration_types).toEqual([0, 1]);
      expect(parsed.contexts).toEqual([0, 1, 2]);
    }
    expect(commandDefinitions().map(({ name }) => name)).toEqual(ALL);
  });

  test("call the topics as answers and their menus do", async () => {
    const knowledge = await realKnowledge();
    const called = new Map<string, string>(TOPICS.map((topic) => [topic, topicLabel(topic, knowledge)]));
    const json = JSON.stringify(commandDefinitions());
    const choices = [...json.matchAll(/\{"name":"([^"]+)","name_localizations":\{\},"value":"([^"]+)"\}/g)];
    expect(new Set(choices.map(([, , value]) => value))).toEqual(new Set(TOPICS));
    for (const [, name, value = ""] of choices) expect(name).toBe(called.get(value));
  });

  test("take another language from one record, and fall back to English where it lacks a key", () => {
    const reversed = Object.fromEntries(
      Object.entries(ENGLISH)
        .filter(([key]) => key !== "tips")
        .map(([key, text]) => [
          key,
          {
            name: [...text.name].reverse().join(""),
            ...("description" in text ? { description: "Ünïcode" } : {}),
          },
        ]),
    );
    const commands = commandDefinitions({ de: reversed });
    for (const command of commands) parseCommand(command, []);
    expect(commands.find(({ name }) => name === "compare")).toMatchObject({
      name_localizations: { de: "erapmoc" },
      description_localizations: { de: "Ünïcode" },
      options: expect.arrayContaining([
        expect.objectContaining({ name: "role-a", name_localizations: { de: "a-elor" } }),
      ]),
    });
    expect(commands.find(({ name }) => name === "tips")).toMatchObject({ name_localizations: {} });
    expect(commands.at(-1)).toMatchObject({ name_localizations: { de: "tsop siht ni elor eht nialpxE" } });
  });
});

describe("deploying", () => {
  test("registers all at first and writes nothing the second time", async () => {
    const server = await startServer();
    const settings = settingsOf(server);
    expect(await deployCommands({ settings, dryRun: false })).toEqual({
      scope: "global",
      added: ALL,
      changed: [],
      removed: [],
      cleared: [],
      written: true,
    });
    expect(names(server, "global").toSorted()).toEqual(ALL.toSorted());
    const before = writes(server).length;
    expect(await deployCommands({ settings, dryRun: false })).toMatchObject({
      added: [],
      changed: [],
      written: false,
    });
    expect(writes(server)).toHaveLength(before);
    expect(server.refused()).toEqual([]);
  });

  test("writes only what was added, changed or removed", async () => {
    const server = await startServer();
    const settings = settingsOf(server);
    await deployCommands({ settings, dryRun: false });
    const stored = server.commands.get("global")!;
    const compare = stored.find(({ name }) => name === "compare")!;
    Object.assign(compare, { description: "An older description" });
    Object.assign(stored.find(({ name }) => name === "tips")!, { name: "advice" });
    const before = writes(server).length;
    const report = await deployCommands({ settings, dryRun: false });
    expect(report).toMatchObject({
      added: ["tips"],
      changed: ["compare"],
      removed: ["advice"],
      written: true,
    });
    expect(
      writes(server)
        .slice(before)
        .map(({ method }) => method),
    ).toEqual(["DELETE", "PATCH", "POST"]);
    expect(names(server, "global").toSorted()).toEqual(ALL.toSorted());
    expect(await deployCommands({ settings, dryRun: true })).toMatchObject({
      changed: [],
      added: [],
      removed: [],
    });
  });

  test("shows the difference without writing on a dry run", async () => {
    const server = await startServer();
    const report = await deployCommands({ settings: settingsOf(server), dryRun: true });
    expect(report).toMatchObject({ added: ALL, written: false });
    expect(writes(server)).toEqual([]);
  });

  test("for one guild clears the commands everywhere, so that none appears twice, and back", async () => {
    const server = await startServer();
    const settings = settingsOf(server);
    const inGuild = { ...settings, guildId: server.guild.id };
    await deployCommands({ settings, dryRun: false });
    expect(await deployCommands({ settings: inGuild, dryRun: false })).toMatchObject({
      scope: server.guild.id,
      added: ALL,
      cleared: ["global"],
    });
    expect(names(server, "global")).toEqual([]);
    expect(await deployCommands({ settings, dryRun: false })).toMatchObject({ cleared: [server.guild.id] });
    expect(names(server, server.guild.id)).toEqual([]);
    expect(names(server, "global")).toHaveLength(ALL.length);
  });

  test("with a wrong token says so in one line", async () => {
    const server = await startServer();
    const settings = { ...settingsOf(server), token: "wrong" };
    await expect(deployCommands({ settings, dryRun: true })).rejects.toBeInstanceOf(SetupError);
  });
});

describe("at the start", () => {
  test("commands are registered where there are none", async () => {
    const bot = await startBot();
    await bot.server.until(() => names(bot.server, "global").length === ALL.length, "the commands");
  });

  test("commands that differ are left alone and told of", async () => {
    const bot = await startBot({}, (server) => {
      const command = {
        name: "older",
        description: "From before",
        type: 1 as const,
        id: "1",
        application_id: "1",
        version: "1",
      };
      server.commands.set("global", [command]);
    });
    const entry = await bot.server.until(
      () => bot.logged.find(({ level }) => level === "warn"),
      "a line in the log",
    );
    expect(entry.message).toContain("rolewise discord deploy");
    expect(entry.fields).toMatchObject({ removed: ["older"], added: ALL });
    expect(writes(bot.server)).toEqual([]);
  });
});
