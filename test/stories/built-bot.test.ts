import { describe, expect, it } from "vitest";
import { Bin } from "../cli/bin.ts";
import { createSchema, describePostgres } from "../storage/support/postgres.ts";
import { startDiscordServer } from "../support/discord-server/server.ts";
import { flatten } from "../support/discord-server/validate/components.ts";
import type { StoredMessage } from "../support/discord-server/world.ts";
import { APP_TOKEN, SlackServer } from "../support/slack-server/server.ts";
import type { Message } from "../support/slack-server/world.ts";
import { until } from "./platforms/platform.ts";

const RUNNING = "Rolewise is running";
const INTRODUCTION =
  "BI analyst at Zebrafish Ltd, 3 yrs, SQL + Tableau, some python, want to become a data engineer, 5h a week, berlin";

/** The built bot's Slack: one workspace, and what it writes to one person. */
async function startSlackWorld() {
  const slack = await SlackServer.start();
  slack.world.addWorkspace("T1");
  slack.world.addChannel({ id: "C1", teamId: "T1" });
  const env = { SLACK_BOT_TOKEN: "xoxb-T1-bot", SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: slack.apiUrl };
  const posts = (user: string) => slack.world.posts.filter(({ channel }) => channel === `D${user}`);
  const shown = (message: Message) => JSON.stringify(message.blocks);
  /** Waits for one more message in somebody's direct messages. */
  const next = async (user: string, act: () => Promise<unknown>): Promise<Message> => {
    const before = posts(user).length;
    await act();
    return until("an answer in Slack", () => posts(user)[before]);
  };
  return { slack, env, posts, shown, next };
}

async function startBin(env: Record<string, string>): Promise<Bin> {
  const bin = new Bin(["start"], env);
  await bin.until("the bot", ({ stderr }) => stderr.includes(RUNNING));
  return bin;
}

async function end(bin: Bin): Promise<string> {
  bin.child.kill("SIGTERM");
  return (await bin.ended).stderr;
}

describePostgres("two processes of the built bot on one database", () => {
  it("answer each message once, and go on with what was said to the other", { timeout: 60_000 }, async () => {
    const { slack, env, posts, shown, next } = await startSlackWorld();
    const schema = await createSchema();
    const database = { DATABASE_URL: schema.url, STORAGE_SECRET: "a secret that only tests use" };
    try {
      const both = await Promise.all([startBin({ ...env, ...database }), startBin({ ...env, ...database })]);
      expect(slack.socket.connections).toBe(2);
      // Each event goes to both at once, so that whichever answers, the other one must not.
      slack.people.doubled = true;
      const says = (text: string) => next("UADA", () => slack.people.direct("T1", "UADA", text));
      expect(shown(await says("what does a data engineer do?"))).toContain("Data engineer: What they do");
      expect(shown(await says("and the salary?"))).toContain("Data engineer: Pay");
      const card = await says(INTRODUCTION);
      expect(shown(card)).toContain("Here is what I understood");

      // A button goes to one of them, by turns.
      await slack.people.press(card, "UADA", "Remember");
      await until("the gap in the card's place", () => card.edits === 1);
      expect(shown(await says("show my plan"))).toContain("Your plan towards data engineer");
      const [plan] = posts("UADA").slice(-1);
      const done = await next("UADA", () => slack.people.press(plan!, "UADA", "Step 1 is done"));
      expect(shown(done)).toContain("Well done");
      expect(shown(await says("my progress"))).toContain("1 step done");
      expect(shown(await says("forget me"))).toContain("Forget everything about you?");
      expect(shown(await says("yes"))).toContain("is erased");
      expect(shown(await says("show my data"))).toContain("I keep no profile of you");

      // Long enough for a second answer to any of them.
      await new Promise((resolve) => setTimeout(resolve, 300));
      const said = slack.world.messages.filter(({ byBot, channel }) => !byBot && channel === "DUADA").length;
      const parts = posts("UADA").filter(({ blocks }) => /continued \d/.test(JSON.stringify(blocks))).length;
      expect(posts("UADA").length - parts).toBe(said + 1);
      expect(slack.acks.violations).toEqual([]);
      for (const bin of both) expect(await end(bin)).not.toContain('"level":50');
    } finally {
      await slack.close();
      await schema.drop();
    }
  });
});

/** Every word that a person said, and what the bot made of it and said to them of themself. */
const SECRETS = [
  "zebrafish",
  "tableau",
  "berlin",
  "sql",
  "analyst",
  "data engineer",
  "salary",
  "dashboards",
  "understood",
  "must-have",
  "ada-lovelace",
];

describe("the logs of the built bot at their most talkative", () => {
  it("hold no text, name or profile of a whole talk on both platforms", { timeout: 60_000 }, async () => {
    const { slack, env, posts, next, shown } = await startSlackWorld();
    const discord = await startDiscordServer({ token: "MTIz.of-the-log.tests" });
    const ada = discord.world.addUser("ada-lovelace");
    const direct = discord.world.dmWith(ada);
    try {
      const bin = await startBin({
        ...env,
        DISCORD_TOKEN: discord.token,
        DISCORD_API_URL: discord.apiUrl,
        LOG_LEVEL: "trace",
      });
      const toDiscord = async (text: string): Promise<StoredMessage> => {
        const before = discord.posted(direct.id).length;
        discord.people.say({ in: direct, by: ada, text });
        return until("an answer in Discord", () => discord.posted(direct.id)[before]);
      };
      const toSlack = (text: string) => next("UADA", () => slack.people.direct("T1", "UADA", text));
      for (const say of [toSlack, toDiscord])
        for (const text of [
          "what does a data engineer earn?",
          INTRODUCTION,
          "yes please",
          "show my plan",
          "review my CV: Built 12 dashboards for Zebrafish in Tableau.\nCut the close by 3 days with SQL.",
          "show my data",
        ])
          await say(text);
      const exported = await toSlack("export my data");
      expect(shown(exported)).toContain("Your data");
      await until("the file", () =>
        posts("UADA").some((post) => shown(post).includes("rolewise-my-data.json")),
      );
      const form = await toSlack("my profile");
      await slack.people.press(form, "UADA", "Edit");
      const view = await until("the form", () => slack.world.views[0]);
      await slack.people.submit(view, "UADA", { skills: "SQL 4, Zebrafish 3" });
      await slack.people.mention("C1", "UADA", `${INTRODUCTION}, how far am I?`);
      await until("the whisper", () => slack.world.ephemerals[0]);
      await slack.people.openHome("T1", "UADA", "home");
      await until("App Home", () => slack.world.homes.get("UADA"));
      for (const say of [toSlack, toDiscord]) for (const text of ["forget me", "yes"]) await say(text);
      expect(
        flatten(discord.posted(direct.id).at(-1)?.components ?? []).map(({ content }) => content),
      ).toEqual(expect.arrayContaining([expect.stringContaining("is erased")]));

      const logs = (await end(bin)).toLowerCase();
      expect(logs).toContain("connected to discord");
      for (const secret of SECRETS) expect(logs, secret).not.toContain(secret);
    } finally {
      await slack.close();
      await discord.stop();
    }
  });
});
