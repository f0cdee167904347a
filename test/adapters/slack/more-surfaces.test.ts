import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkView } from "../../support/slack-server/blocks.ts";
import type { Message } from "../../support/slack-server/world.ts";
import { ROLES } from "./fake-conversations.ts";
import { ANN, BEN, type Bench, CHANNEL, type Mode, quiet, startBench, TEAM, until } from "./harness.ts";

const MINUTE = 60_000;

describe.each<Mode>(["socket", "http"])("Slack's other surfaces over %s", (mode) => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await startBench(mode);
  });
  afterEach(async () => {
    const { violations } = bench.slack.acks;
    await bench.close();
    expect(violations).toEqual([]);
    expect(bench.log.lines.filter(({ level }) => level === "error")).toEqual([]);
  });
  const people = () => bench.slack.people;
  const posts = () => bench.slack.world.posts;
  const shownTo = (user: string) => bench.slack.world.ephemerals.filter(({ onlyFor }) => onlyFor === user);
  const onePost = () => until("a post", () => posts()[0]);
  const oneEphemeral = (user = ANN): Promise<Message> => until("an ephemeral", () => shownTo(user)[0]);

  describe("in a channel", () => {
    it("says once to each person how follow-ups work", async () => {
      const note = "Ask on in this thread without a mention";
      await people().mention(CHANNEL, ANN, "data engineer");
      const first = await onePost();
      expect(JSON.stringify(first.blocks)).toContain(note);
      expect(first.text).toContain(note);
      await people().mention(CHANNEL, ANN, "data scientist");
      const second = await until("the second", () => posts()[1]);
      expect(JSON.stringify(second.blocks)).not.toContain(note);
    });

    it("shows short help to whoever mentions it with nothing else", async () => {
      await people().mention(CHANNEL, ANN, " ");
      await oneEphemeral();
      expect(bench.conversations.received).toMatchObject([{ text: "help", addressed: "mention" }]);
      expect(posts()).toEqual([]);
    });

    it("follows for 15 minutes after it last spoke, and no longer", async () => {
      const root = await people().mention(CHANNEL, ANN, "data engineer");
      await onePost();
      await quiet();
      bench.passTime(15 * MINUTE - 1_000);
      await people().say({ channel: CHANNEL, user: ANN, text: "and pay?", thread: root.ts });
      await until("the follow-up", () => posts().length === 2);
      await quiet();
      bench.passTime(15 * MINUTE + 1_000);
      await people().say({ channel: CHANNEL, user: ANN, text: "and tools?", thread: root.ts });
      await quiet();
      expect(posts()).toHaveLength(2);
    });

    it("leaves the thread once the asker turns to somebody else", async () => {
      const root = await people().mention(CHANNEL, ANN, "data engineer");
      await onePost();
      await people().say({
        channel: CHANNEL,
        user: ANN,
        text: `<@${BEN}> what do you think?`,
        thread: root.ts,
      });
      await people().say({ channel: CHANNEL, user: ANN, text: "anyone?", thread: root.ts });
      await quiet();
      expect(posts()).toHaveLength(1);
    });

    it("does not follow a thread that it was only called into", async () => {
      const root = await people().say({ channel: CHANNEL, user: ANN, text: "let us talk" });
      await people().mention(CHANNEL, ANN, "data engineer", root.ts);
      const post = await onePost();
      expect(post.thread).toBe(root.ts);
      await people().say({ channel: CHANNEL, user: ANN, text: "thanks all", thread: root.ts });
      await quiet();
      expect(posts()).toHaveLength(1);
    });

    it("edits its answer when the question is edited within five minutes", async () => {
      const question = await people().mention(CHANNEL, ANN, "data enginer");
      const post = await onePost();
      await people().edit(question, question.text.replace("enginer", "scientist"));
      await until("the edit", () => post.edits === 1);
      expect(post.text).toContain("About data scientist");
      expect(bench.conversations.reconsidered).toMatchObject([
        { messageId: question.ts, text: "data scientist" },
      ]);

      await quiet();
      bench.passTime(5 * MINUTE + 1_000);
      await people().edit(question, question.text.replace("scientist", "analyst"));
      await quiet();
      expect(post.edits).toBe(1);
      expect(posts()).toHaveLength(1);
    });

    it("edits the answer of a question that is edited while it is being answered", async () => {
      bench.conversations.delayMs = 200;
      const question = await people().mention(CHANNEL, ANN, "data enginer");
      await people().edit(question, question.text.replace("enginer", "scientist"));
      const post = await onePost();
      await until("the edit", () => post.edits === 1);
      expect(post.text).toContain("About data scientist");
      expect(posts()).toHaveLength(1);
    });

    it("does not take an unfolded link for an edit", async () => {
      const question = await people().mention(CHANNEL, ANN, "data engineer");
      const post = await onePost();
      await people().edit(question, question.text);
      await quiet();
      expect(post.edits).toBe(0);
    });

    it("adds and removes parts when an edited answer grows and shrinks", async () => {
      const long = (text: string) =>
        text.includes("long") ? { summary: "words ".repeat(4_000) } : { summary: "Short." };
      bench.conversations.answer = long;
      const question = await people().mention(CHANNEL, ANN, "short");
      await onePost();
      await people().edit(question, question.text.replace("short", "long"));
      const parts = await until("more parts", () => posts().length > 1 && posts().length);
      expect(posts().every(({ thread }) => thread === question.ts)).toBe(true);
      expect(parts).toBeGreaterThan(1);
      await people().edit(question, question.text.replace("long", "short"));
      await until("one part", () => posts().length === 1);
    });

    it("answers what is personal to its asker alone and goes on in a direct message", async () => {
      bench.conversations.answer = () => ({ audience: "private", summary: "You lack SQL." });
      await people().mention(CHANNEL, ANN, "what do I lack?");
      const whisper = await oneEphemeral();
      expect(posts()).toEqual([]);
      expect(JSON.stringify(whisper.blocks)).not.toContain("Share in channel");
      await people().press(whisper, ANN, "Continue in DM");
      const direct = await onePost();
      expect(direct.channel).toBe(`D${ANN}`);
      await until("the whisper to say so", () => whisper.text.includes("direct message"));
      expect(bench.conversations.presses).toMatchObject([{ audience: "private", userId: ANN }]);
    });

    it("does not share what has become personal", async () => {
      await people().command(CHANNEL, ANN, "/role", "data engineer");
      const answer = await oneEphemeral();
      bench.conversations.answer = () => ({ audience: "private" });
      await people().press(answer, ANN, "Share in channel");
      const line = await until("the line", () => shownTo(ANN)[1]);
      expect(line.text).toContain("personal");
      expect(posts()).toEqual([]);
    });
  });

  describe("under an answer", () => {
    it("changes the topic by the menu, in place", async () => {
      await people().mention(CHANNEL, ANN, "data engineer");
      const post = await onePost();
      await people().choose(post, ANN, "topic", "Career path");
      await until("the edit", () => post.edits === 1);
      expect(bench.conversations.presses).toMatchObject([
        { question: { intent: "lookup", roles: ["data-engineer"], topics: ["career-path"] } },
      ]);
    });

    it("compares with another role by a type-ahead menu that leaves out the role itself", async () => {
      await people().mention(CHANNEL, ANN, "data engineer");
      const post = await onePost();
      const offered = await people().suggest(post, ANN, "compare-with", "");
      expect(offered.map(({ text }) => text.text)).toEqual([
        "Data scientist",
        "Lead machine learning engineer",
      ]);
      await people().choose(post, ANN, "compare-with", "Data scientist");
      await until("the edit", () => post.edits === 1);
      expect(bench.conversations.presses).toMatchObject([
        { question: { intent: "compare", roles: ["data-engineer", "data-scientist"] } },
      ]);
    });

    it("takes a thumbs-up", async () => {
      await people().mention(CHANNEL, ANN, "data engineer");
      await people().press(await onePost(), ANN, "Helpful");
      await oneEphemeral();
      expect(bench.conversations.feedback).toMatchObject([
        { verdict: "helpful", about: { intent: "lookup", roles: ["data-engineer"] } },
      ]);
    });

    it("asks in one tap what was not right", async () => {
      await people().mention(CHANNEL, ANN, "data engineer");
      await people().press(await onePost(), ANN, "Not right");
      const reasons = await oneEphemeral();
      await people().press(reasons, ANN, "Outdated");
      await until("the thanks", () => reasons.text.startsWith("Thank you"));
      expect(bench.conversations.feedback).toMatchObject([{ verdict: "outdated" }]);
      expect(shownTo(ANN)).toHaveLength(1);
    });

    it("explains why it answered so, to whoever asks", async () => {
      await people().mention(CHANNEL, ANN, "data engineer");
      await people().press(await onePost(), BEN, "Why this answer?");
      expect((await oneEphemeral(BEN)).text).toContain("About why");
      expect(posts()).toHaveLength(1);
    });
  });

  describe("with /rolewise", () => {
    it.each(["help", "privacy"] as const)("answers %s", async (what) => {
      await people().command(CHANNEL, ANN, "/rolewise", what);
      await oneEphemeral();
      expect(bench.conversations.presses).toMatchObject([
        { question: { intent: what }, audience: "private" },
      ]);
    });

    it("asks for feedback on the last answer", async () => {
      await people().command(CHANNEL, ANN, "/rolewise", "feedback");
      await people().press(await oneEphemeral(), ANN, "Wrong role");
      await until("the feedback", () => bench.conversations.feedback.length === 1);
      expect(bench.conversations.feedback).toMatchObject([{ verdict: "wrong-role" }]);
    });
  });

  describe("with /compare and no words", () => {
    const form = async () => {
      await people().command(CHANNEL, ANN, "/compare", "");
      return until("the form", () => bench.slack.world.views[0]);
    };

    it("opens a form whose menus know all roles, nearest first", async () => {
      const view = await form();
      const offered = await people().suggest(view, ANN, "role-a", "scientist");
      expect(offered).toMatchObject([{ value: "data-scientist" }]);
      expect(await people().suggest(view, ANN, "role-b", "")).toHaveLength(ROLES.length);
    });

    it("answers where the command was given", async () => {
      const view = await form();
      const chosen = { "role-a": "data-engineer", "role-b": "data-scientist", topic: "salary" };
      expect((await people().submit(view, ANN, chosen)) ?? {}).not.toHaveProperty("response_action");
      const answer = await oneEphemeral();
      expect(answer.channel).toBe(CHANNEL);
      expect(bench.conversations.presses).toMatchObject([
        { question: { intent: "compare", roles: ["data-engineer", "data-scientist"], topics: ["salary"] } },
      ]);
    });

    it("refuses to compare a role with itself", async () => {
      const view = await form();
      const chosen = { "role-a": "data-engineer", "role-b": "data-engineer" };
      expect(await people().submit(view, ANN, chosen)).toMatchObject({
        response_action: "errors",
        errors: { "role-b": expect.stringContaining("other") },
      });
      expect(bench.conversations.presses).toEqual([]);
    });
  });

  it("reads a post for whoever uses the shortcut, and for nobody else", async () => {
    const advert = await people().say({
      channel: CHANNEL,
      user: BEN,
      text: "We hire: SQL &amp; <https://e.org|dbt>",
    });
    await people().shortcut(advert, ANN, "explain-post");
    await oneEphemeral();
    expect(bench.conversations.explained).toMatchObject([
      { post: "We hire: SQL & dbt", place: { userId: ANN } },
    ]);
    expect(posts()).toEqual([]);
  });

  describe("in App Home", () => {
    it("shows what it can do and the roles, within what a view takes", async () => {
      await people().openHome(TEAM, ANN, "home");
      const home = await until("the Home tab", () => bench.slack.world.homes.get(ANN));
      expect(checkView(home)).toHaveProperty("view");
      expect(bench.conversations.presses.map(({ question }) => question.intent)).toEqual([
        "help",
        "list-roles",
      ]);
    });

    it("opens a role in a modal, and follow-ups in the same modal", async () => {
      bench.conversations.answer = () => ({
        tables: [{ caption: "c", columns: ["a", "b"], rows: [["x", "y"]] }],
      });
      await people().openHome(TEAM, ANN, "home");
      const view = await until("the Home tab", () => bench.slack.world.homes.get(ANN));
      await people().actInView(
        { id: "VH", teamId: TEAM, userId: ANN, view },
        ANN,
        "home-role",
        "Data scientist",
      );
      const modal = await until("the modal", () => bench.slack.world.views[0]);
      expect(bench.conversations.presses.at(-1)).toMatchObject({
        question: { intent: "lookup", roles: ["data-scientist"] },
      });
      const before = JSON.stringify(modal.view);
      await people().actInView(modal, ANN, "Pay");
      await until("the modal to change", () => JSON.stringify(modal.view) !== before);
      expect(bench.slack.world.views).toHaveLength(1);
    });
  });

  describe("in the Messages tab", () => {
    it("offers examples, threads each question and names the thread, where the workspace has agents", async () => {
      Object.assign(bench.slack.world.workspaces[0]!, { agentView: true });
      await people().openHome(TEAM, ANN, "messages");
      const offered = await until("the examples", () => bench.slack.world.prompts[0]);
      expect(offered.prompts).toHaveLength(4);
      const question = await people().direct(TEAM, ANN, "data engineer");
      expect((await onePost()).thread).toBe(question.ts);
      const title = await until("the title", () => bench.slack.world.titles.get(`D${ANN}:${question.ts}`));
      expect(title).toBe("About data engineer");
    });

    it("names a thread that begins with a question back after what was asked", async () => {
      Object.assign(bench.slack.world.workspaces[0]!, { agentView: true });
      await people().openHome(TEAM, ANN, "messages");
      await until("the examples", () => bench.slack.world.prompts[0]);
      bench.conversations.answer = () => ({ title: "Which role suits you? 1 of 6", outcome: "clarify" });
      const question = await people().direct(TEAM, ANN, "Which role   suits me &lt;!here&gt;?");
      const title = await until("the title", () => bench.slack.world.titles.get(`D${ANN}:${question.ts}`));
      expect(title).toBe("Which role suits me !here ?");
    });

    it("answers as in any direct message where it has not", async () => {
      await people().openHome(TEAM, ANN, "messages");
      await people().direct(TEAM, ANN, "data engineer");
      expect((await onePost()).thread).toBeUndefined();
      expect(bench.slack.world.titles.size).toBe(0);
    });
  });
});

describe("a thread that another instance, or an earlier run, answered in", () => {
  it("is read from Slack once and followed", async () => {
    const first = await startBench();
    const root = await first.slack.people.mention(CHANNEL, ANN, "data engineer");
    await until("the answer", () => first.slack.world.posts.length === 1);
    await first.bot.stop(1_000);

    const { startSlack } = await import("../../../src/adapters/slack/start.ts");
    const { APP_TOKEN } = await import("../../support/slack-server/server.ts");
    const second = await startSlack({
      settings: {
        mode: "socket",
        botToken: `xoxb-${TEAM}-bot`,
        appToken: APP_TOKEN,
        apiUrl: first.slack.apiUrl,
      },
      conversations: first.conversations,
      log: first.log,
      now: Date.now,
    });
    await first.slack.people.say({ channel: CHANNEL, user: ANN, text: "and the salary?", thread: root.ts });
    await until("the follow-up", () => first.slack.world.posts.length === 2);
    expect(first.conversations.received[1]).toMatchObject({ addressed: "thread" });

    const other = await first.slack.people.say({ channel: CHANNEL, user: BEN, text: "lunch?" });
    await first.slack.people.say({ channel: CHANNEL, user: ANN, text: "yes", thread: other.ts });
    await first.slack.people.say({ channel: CHANNEL, user: ANN, text: "now", thread: other.ts });
    await quiet();
    expect(first.slack.world.posts).toHaveLength(2);
    expect(first.slack.callsOf("conversations.replies")).toHaveLength(2);
    await second.stop(1_000);
    await first.slack.close();
  });
});
