import { describe, expect, it } from "vitest";
import { startDiscordServer } from "../support/discord-server/server.ts";
import { APP_TOKEN, SlackServer } from "../support/slack-server/server.ts";
import { Bin, oneLine, rolewise } from "./bin.ts";

/** Long enough for what the configuration takes for a token. */
const DISCORD_TOKEN = "MTIz.of-the-command-line.tests";
const RUNNING = "Rolewise is running";
const STOPS_WITHIN_MS = 5_000;

describe("rolewise start without tokens", () => {
  it("answers the lines of a pipe one by one, in one talk", async () => {
    const { code, stdout, stderr } = await rolewise(["start"], {
      input: "what does a ds manager do\nand the salary?\n",
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(oneLine(stdout)).toMatch(
      /Data science manager: What they do .* Data science manager: Pay Data science managers are advertised/,
    );
    expect(stdout).not.toContain("you>");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no colour in a pipe
    expect(stdout).not.toMatch(/\u001b\[/);
  });

  it("is what happens where no command is given", async () => {
    const { code, stdout } = await rolewise([], { input: "hello\n" });
    expect(code).toBe(0);
    expect(oneLine(stdout)).toContain("Hello!");
  });
});

async function slackServer(): Promise<{ slack: SlackServer; env: Record<string, string> }> {
  const slack = await SlackServer.start();
  slack.world.addWorkspace("T1");
  slack.world.addChannel({ id: "C1", teamId: "T1" });
  const env = { SLACK_BOT_TOKEN: "xoxb-T1-bot", SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: slack.apiUrl };
  return { slack, env };
}

/** What is said to whoever started it: everything on standard error but the log's JSON lines. */
function said(stderr: string): string[] {
  return stderr.split("\n").filter((line) => line !== "" && !line.startsWith("{"));
}

/** Ends a running bot as an operator would, and measures how long that takes. */
async function terminate(bin: Bin) {
  const from = performance.now();
  bin.child.kill("SIGTERM");
  const { code } = await bin.ended;
  return { code, ms: performance.now() - from };
}

describe("rolewise start with tokens", () => {
  it("answers a mention, a command and a direct message on both platforms, then ends within five seconds", async () => {
    const { slack, env } = await slackServer();
    const discord = await startDiscordServer({ token: DISCORD_TOKEN });
    try {
      const bin = new Bin(["start"], {
        ...env,
        DISCORD_TOKEN: discord.token,
        DISCORD_API_URL: discord.apiUrl,
      });
      await bin.until("both platforms", ({ stderr }) => stderr.includes(RUNNING));

      const question = "what tools does an ML lead use?";
      await slack.people.mention("C1", "UANN", question);
      await slack.people.command("C1", "UBEN", "/role", "data engineer pay");
      await slack.people.direct("T1", "UCAT", question);
      const ada = discord.world.addUser("ada");
      const general = discord.world.channels.get(discord.guild.channelIds[0] ?? "");
      if (general === undefined) throw new Error("the guild has no channel");
      const direct = discord.world.dmWith(ada);
      discord.people.say({ in: general, by: ada, text: `<@${discord.world.bot.id}> ${question}` });
      discord.people.say({ in: direct, by: ada, text: question });
      const command = discord.people.command(
        "role",
        { name: "data-engineer", topic: "salary" },
        { in: general, by: ada },
      );

      const shown = () => [
        ...slack.world.posts.map((post) => JSON.stringify(post.blocks)),
        ...[general, direct]
          .flatMap(({ id }) => discord.posted(id))
          .map((post) => JSON.stringify(post.components)),
      ];
      const tools = () => shown().filter((text) => text.includes("PyTorch"));
      await discord.until(() => tools().length === 4, "four answers in the open");
      await discord.until(() => slack.world.ephemerals.length > 0, "the answer to the Slack command");
      expect(JSON.stringify(slack.world.ephemerals[0]?.blocks)).toContain("Data engineer: Pay");
      expect(JSON.stringify((await command.answer()).components)).toContain("Data engineer: Pay");

      const { code, ms } = await terminate(bin);
      expect(code).toBe(0);
      expect(ms).toBeLessThan(STOPS_WITHIN_MS);
      expect(bin.stdout).toBe("");
      expect(slack.acks.violations).toEqual([]);
      expect(discord.refused()).toEqual([]);
      for (const secret of [env.SLACK_BOT_TOKEN, env.SLACK_APP_TOKEN, discord.token, "ML lead", "PyTorch"])
        expect(bin.stderr).not.toContain(secret);
    } finally {
      await slack.close();
      await discord.stop();
    }
  });

  it("runs Slack where Discord refuses the token, and says so", async () => {
    const { slack, env } = await slackServer();
    const discord = await startDiscordServer({ token: DISCORD_TOKEN });
    try {
      const bin = new Bin(["start"], {
        ...env,
        DISCORD_TOKEN: `${discord.token}.not-this-one`,
        DISCORD_API_URL: discord.apiUrl,
      });
      await bin.until("Slack", ({ stderr }) => stderr.includes(RUNNING));
      expect(bin.stderr).toContain("DISCORD_TOKEN");
      await slack.people.mention("C1", "UANN", "hello");
      await discord.until(() => slack.world.posts.length === 1, "an answer in Slack");
      expect((await terminate(bin)).code).toBe(0);
    } finally {
      await slack.close();
      await discord.stop();
    }
  });

  it("ends with one line where Slack refuses the bot token", async () => {
    const { slack, env } = await slackServer();
    try {
      const { code, stdout, stderr } = await rolewise(["start"], {
        env: { ...env, SLACK_BOT_TOKEN: "xoxb-wrong-and-secret" },
      });
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      expect(said(stderr)).toEqual([
        expect.stringMatching(
          /^Slack refuses SLACK_BOT_TOKEN \(invalid_auth\): copy the token again [^\n]+$/,
        ),
      ]);
      expect(stderr).not.toContain("wrong-and-secret");
    } finally {
      await slack.close();
    }
  });

  it("ends with one line where Slack refuses the app token", async () => {
    const { slack, env } = await slackServer();
    try {
      const { code, stderr } = await rolewise(["start"], {
        env: { ...env, SLACK_APP_TOKEN: "xapp-wrong-and-secret" },
      });
      expect(code).toBe(1);
      expect(said(stderr)).toEqual([expect.stringMatching(/^Slack refuses SLACK_APP_TOKEN [^\n]+$/)]);
    } finally {
      await slack.close();
    }
  });

  it("ends with one line where Discord refuses the token", async () => {
    const discord = await startDiscordServer({ token: DISCORD_TOKEN });
    try {
      const { code, stdout, stderr } = await rolewise(["start"], {
        env: { DISCORD_TOKEN: "wrong.token-that-is-secret.of-discord", DISCORD_API_URL: discord.apiUrl },
      });
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      expect(said(stderr)).toEqual([
        expect.stringMatching(/^DISCORD_TOKEN is not accepted by Discord: [^\n]+$/),
      ]);
      expect(stderr).not.toContain("token-that-is-secret");
    } finally {
      await discord.stop();
    }
  });

  it("ends with one line where Slack cannot be reached", async () => {
    const { slack, env } = await slackServer();
    await slack.close();
    const { code, stderr } = await rolewise(["start"], { env });
    expect(code).toBe(1);
    expect(said(stderr)).toEqual([
      expect.stringMatching(/^Slack cannot be reached \(.+\): check the network/),
    ]);
  });
});
