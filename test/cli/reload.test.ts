import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { PROJECT_ROOT } from "../support/brain.ts";
import { startDiscordServer } from "../support/discord-server/server.ts";
import { Bin } from "./bin.ts";

const TOKEN = "MTIz.of-the-command-line.tests";

it("a running bot takes over a changed role, refuses a broken one and goes on answering from the old", async () => {
  const folder = mkdtempSync(join(tmpdir(), "rolewise-reload-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(PROJECT_ROOT, "knowledge"), folder, { recursive: true });
  const discord = await startDiscordServer({ token: TOKEN });
  onTestFinished(() => discord.stop());
  const bin = new Bin(["start"], {
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_URL: discord.apiUrl,
    KNOWLEDGE_DIR: folder,
    KNOWLEDGE_WATCH: "1",
  });
  await bin.until("the bot", ({ stderr }) => stderr.includes("Rolewise is running"));
  const ada = discord.world.addUser("ada");
  const direct = discord.world.dmWith(ada);
  const answers = () => discord.posted(direct.id).map((post) => JSON.stringify(post.components));
  const ask = async (count: number) => {
    discord.people.say({ in: direct, by: ada, text: "statistician" });
    await discord.until(() => answers().length === count, `answer ${count}`);
    return answers().at(-1) ?? "";
  };

  const file = join(folder, "roles", "statistician.md");
  const before = readFileSync(file, "utf8");
  expect(await ask(1)).not.toContain("Quillwort");

  writeFileSync(file, before.replace(/^overview: >-\n {2}\S+/m, "overview: >-\n  Quillwort"));
  await bin.until("the new version", ({ stderr }) => stderr.includes("loaded anew"));
  expect(await ask(2)).toContain("Quillwort");

  appendFileSync(file, "\n## Hobbies\n\nNone.\n");
  await bin.until("the refusal", ({ stderr }) => stderr.includes("refused"));
  expect(bin.stderr).toContain("Hobbies");
  expect(await ask(3)).toContain("Quillwort");
});
