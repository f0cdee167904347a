import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Message } from "../../support/slack-server/world.ts";
import { ANN, BEN, type Bench, CHANNEL, type Mode, quiet, startBench, TEAM, until } from "./harness.ts";

describe.each<Mode>(["socket", "http"])("Slack over %s", (mode) => {
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
  const posts = () => bench.slack.world.posts;
  const shownTo = (user: string) => bench.slack.world.ephemerals.filter(({ onlyFor }) => onlyFor === user);
  const onePost = () => until("a post", () => posts()[0]);
  const oneEphemeral = (user = ANN): Promise<Message> => until("an ephemeral answer", () => shownTo(user)[0]);

  it("answers a mention in the thread of the message, with the mention taken out", async () => {
    const question = await bench.slack.people.mention(
      CHANNEL,
      ANN,
      "what does a <data engineer> &amp; co do?",
    );
    const post = await onePost();
    expect(post.thread).toBe(question.ts);
    expect(post.text).toContain("Builds the pipelines");
    expect(bench.conversations.received).toMatchObject([
      {
        platform: "slack",
        workspaceId: TEAM,
        channelId: CHANNEL,
        threadId: question.ts,
        messageId: question.ts,
        userId: ANN,
        addressed: "mention",
        audience: "public",
        text: "what does a data engineer & co do?",
      },
    ]);
  });

  it("answers a direct message where it was written", async () => {
    await bench.slack.people.direct(TEAM, ANN, "data engineer pay");
    const post = await onePost();
    expect(post).toMatchObject({ channel: `D${ANN}`, thread: undefined });
    expect(bench.conversations.received).toMatchObject([{ addressed: "direct", audience: "private" }]);
    // At once: no "thinking" before it, and no previews of its links.
    const written = bench.slack.calls.filter(({ method }) => /^(?:chat|assistant)\./.test(method));
    expect(written.map(({ method }) => method)).toEqual(["chat.postMessage"]);
    expect(written[0]?.args).toMatchObject({ unfurl_links: "false", unfurl_media: "false" });
  });

  it("follows a thread whose root mentioned it, while it is a talk of two", async () => {
    const root = await bench.slack.people.mention(CHANNEL, ANN, "data engineer");
    await onePost();
    await bench.slack.people.say({ channel: CHANNEL, user: ANN, text: "and the salary?", thread: root.ts });
    await until("a second post", () => posts().length === 2);
    expect(bench.conversations.received[1]).toMatchObject({ addressed: "thread", threadId: root.ts });

    await bench.slack.people.say({ channel: CHANNEL, user: BEN, text: "I earn more", thread: root.ts });
    await bench.slack.people.say({ channel: CHANNEL, user: ANN, text: "really?", thread: root.ts });
    await quiet();
    expect(posts()).toHaveLength(2);
  });

  it("answers a command to its giver alone and lets them share it", async () => {
    await bench.slack.people.command(CHANNEL, ANN, "/compare", "ds manager and ml lead, pay");
    const answer = await oneEphemeral();
    expect(bench.conversations.received).toMatchObject([
      { text: "compare ds manager and ml lead, pay", addressed: "command", channelId: CHANNEL, userId: ANN },
    ]);
    expect(posts()).toEqual([]);
    await bench.slack.people.press(answer, ANN, "Share in channel");
    const shared = await onePost();
    expect(JSON.stringify(shared.blocks)).toContain(`Shared by <@${ANN}>`);
    await until("the private answer to go", () => shownTo(ANN).length === 0);
  });

  it.each([
    ["/role", "ML engineer tools", "ML engineer tools"],
    ["/role", "", "role"],
    ["/role", "help", "help"],
    ["/path", "?", "help"],
    ["/tips", "for me", "career tips"],
    ["/path", "data analyst to data scientist", "how do I move from data analyst to data scientist"],
    ["/path", "from data analyst to data scientist", "how do I move from data analyst to data scientist"],
    ["/tips", "", "career tips"],
    ["/tips", "data analyst", "career tips for data analyst"],
    ["/rolewise", "what does a data engineer do", "what does a data engineer do"],
  ])("passes %s %s on in free wording", async (command, text, wording) => {
    await bench.slack.people.command(CHANNEL, ANN, command, text);
    await oneEphemeral();
    expect(bench.conversations.received).toMatchObject([{ text: wording, addressed: "command" }]);
    // What is asked freely may go on from what was said before.
    expect(bench.conversations.received[0]?.afresh).toBe(command === "/rolewise" ? undefined : true);
  });

  it("edits the same message when a follow-up button is pressed", async () => {
    await bench.slack.people.mention(CHANNEL, ANN, "data engineer");
    const post = await onePost();
    await bench.slack.people.press(post, BEN, "Pay");
    await until("the edit", () => post.edits === 1);
    expect(post.text).toContain("About lookup data-engineer salary");
    expect(posts()).toHaveLength(1);
    expect(bench.conversations.presses).toMatchObject([
      { userId: BEN, channelId: CHANNEL, audience: "public", question: { topics: ["salary"] } },
    ]);
  });

  it("edits a private answer in place too", async () => {
    await bench.slack.people.command(CHANNEL, ANN, "/role", "data engineer");
    const answer = await oneEphemeral();
    await bench.slack.people.press(answer, ANN, "Pay");
    await until("the edit", () => answer.edits === 1);
    expect(shownTo(ANN)).toHaveLength(1);
  });

  it("says politely that an old button no longer means anything", async () => {
    await bench.slack.people.mention(CHANNEL, ANN, "data engineer");
    const post = await onePost();
    const old = JSON.parse(
      JSON.stringify(post.blocks).replaceAll("lookup:data-engineer:salary", "lookup:gone:salary"),
    );
    await bench.slack.people.press({ ...post, blocks: old }, ANN, "Pay");
    const line = await oneEphemeral();
    expect(line.text).toContain("from an older answer");
    expect(post.edits).toBe(0);
  });

  it("answers one message once, however often and in whatever form Slack delivers it", async () => {
    bench.slack.people.doubled = true;
    await bench.slack.people.mention(CHANNEL, ANN, "data engineer");
    await bench.slack.people.direct(TEAM, ANN, "data engineer");
    await until("two posts", () => posts().length === 2);
    await quiet();
    expect(posts()).toHaveLength(2);
  });

  it("leaves alone bots, itself, Slackbot, system messages and talk that is not for it", async () => {
    const { people, world } = bench.slack;
    const [workspace] = world.workspaces;
    if (workspace === undefined) throw new Error("no workspace");
    const said = {
      type: "message",
      channel: `D${ANN}`,
      channel_type: "im",
      text: "data engineer",
      ts: "1.1",
      user: ANN,
    };
    world.directMessage(TEAM, ANN);
    await people.event(workspace, { ...said, bot_id: "B9" });
    await people.event(workspace, { ...said, user: workspace.botUserId });
    await people.event(workspace, { ...said, user: "USLACKBOT" });
    await people.event(workspace, { ...said, subtype: "channel_join" });
    await people.event(workspace, { ...said, type: "app_mention", channel: CHANNEL, bot_id: "B9" });
    await people.say({ channel: CHANNEL, user: ANN, text: "<!everyone> lunch?" });
    await quiet();
    expect(bench.conversations.received).toEqual([]);
    expect(posts()).toEqual([]);
  });

  it("finishes what is in hand when it is stopped", async () => {
    bench.conversations.delayMs = 300;
    await bench.slack.people.mention(CHANNEL, ANN, "data engineer");
    await bench.bot.stop(5_000);
    expect(posts()).toHaveLength(1);
    expect(bench.bot.health().connected).toBe(false);
  });
});
