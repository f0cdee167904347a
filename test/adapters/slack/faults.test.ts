import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ANN, type Bench, CHANNEL, quiet, startBench, TEAM, until } from "./harness.ts";

describe("when Slack fails", () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await startBench();
    bench.slack.world.addChannel({ id: "C2", teamId: TEAM });
  });
  afterEach(async () => {
    const { violations } = bench.slack.acks;
    await bench.close();
    expect(violations).toEqual([]);
  });
  const posts = () => bench.slack.world.posts;
  const ask = (text = "data engineer", channel = CHANNEL) => bench.slack.people.mention(channel, ANN, text);
  const warned = (message: string) => bench.log.lines.some((line) => line.message.includes(message));

  it("waits as long as Slack says in the limited channel, and not in another", async () => {
    bench.slack.faults.plan("chat.postMessage", { kind: "rate-limited", retryAfter: 1 }, CHANNEL);
    await ask("first");
    await until("the 429", () => bench.slack.callsOf("chat.postMessage").length === 1);
    await ask("second");
    await ask("elsewhere", "C2");
    await until("the other channel", () => posts().some(({ channel }) => channel === "C2"));
    expect(posts().filter(({ channel }) => channel === CHANNEL)).toEqual([]);
    await until("both answers", () => posts().length === 3);
    const [limited, , ...again] = bench.slack.callsOf("chat.postMessage");
    expect((again[0]?.at ?? 0) - (limited?.at ?? 0)).toBeGreaterThan(950);
    const inChannel = posts().filter(({ channel }) => channel === CHANNEL);
    expect(inChannel.map(({ text }) => text.split("\n")[0])).toEqual(["About first", "About second"]);
  });

  it.each([
    ["the connection breaks after Slack took it", { kind: "lost-answer" as const }],
    ["Slack breaks down after it took it", { kind: "server-error" as const, done: true }],
    ["Slack breaks down before it took it", { kind: "server-error" as const, done: false }],
  ])("posts once when %s", async (_, fault) => {
    bench.slack.faults.plan("chat.postMessage", fault);
    await ask();
    await until("the post", () => posts()[0]);
    await quiet(1_200);
    expect(posts()).toHaveLength(1);
    expect(warned("went unconfirmed")).toBe(true);
  });

  it("posts once when Slack breaks down again and again", async () => {
    for (const done of [false, false, true])
      bench.slack.faults.plan("chat.postMessage", { kind: "server-error", done });
    await ask();
    await until("the post", () => posts()[0]);
    await quiet(1_200);
    expect(posts()).toHaveLength(1);
    expect(bench.slack.callsOf("chat.postMessage")).toHaveLength(3);
  });

  it("posts once in a direct message too, where there is no thread to look in", async () => {
    bench.slack.faults.plan("chat.postMessage", { kind: "lost-answer" });
    await bench.slack.people.direct(TEAM, ANN, "data engineer");
    await quiet(1_200);
    expect(posts()).toHaveLength(1);
  });

  it("rather leaves an answer out than posts it twice when it cannot look", async () => {
    bench.slack.faults.plan("chat.postMessage", { kind: "lost-answer" });
    bench.slack.faults.plan("conversations.replies", { kind: "refuse", error: "missing_scope" });
    await ask();
    await quiet(1_200);
    expect(posts()).toHaveLength(1);
    expect(bench.slack.callsOf("chat.postMessage")).toHaveLength(1);
  });

  it("sends the text where Slack refuses the blocks, and logs which", async () => {
    bench.conversations.answer = () => ({
      tables: [{ caption: "c", columns: ["a", "b"], rows: [["one cell"]] }],
    });
    await ask();
    const post = await until("the post", () => posts()[0]);
    expect(post.blocks).toEqual([]);
    expect(post.text).toContain("one cell");
    const line = bench.log.lines.find(({ message }) => message.includes("sent as text"));
    expect(line?.fields).toMatchObject({ error: "invalid_blocks" });
    expect(JSON.stringify(line?.fields)).toContain("json-pointer:/blocks/");
  });

  it("shortens a text that Slack finds too long", async () => {
    bench.slack.faults.plan("chat.postMessage", { kind: "refuse", error: "msg_too_long" });
    await ask();
    const post = await until("the post", () => posts()[0]);
    expect(post.text.length).toBeLessThanOrEqual(4_000);
    expect(post.blocks).toEqual([]);
  });

  it.each(["not_in_channel", "channel_not_found", "is_archived"])(
    "logs what to do about %s and goes on",
    async (error) => {
      bench.slack.faults.plan("chat.postMessage", { kind: "refuse", error });
      await ask();
      await until("the log", () => warned("could not answer there"));
      expect(
        bench.log.lines.find(({ message }) => message.includes("could not answer there"))?.fields,
      ).toMatchObject({
        error,
        remedy: expect.any(String),
      });
      await ask("again");
      await until("the next answer", () => posts().length === 1);
    },
  );

  it("shows a command's answer otherwise when its response URL is used up", async () => {
    await bench.slack.people.command(CHANNEL, ANN, "/role", "data engineer", 0);
    await until("the whisper", () => bench.slack.callsOf("chat.postEphemeral").length === 1);
    expect(bench.slack.world.ephemerals).toMatchObject([{ onlyFor: ANN }]);
  });

  it("writes to the person where it is in no way in the channel", async () => {
    bench.slack.world.addChannel({ id: "C3", teamId: TEAM, hasBot: false });
    await bench.slack.people.command("C3", ANN, "/role", "data engineer", 0);
    const post = await until("the direct message", () => posts()[0]);
    expect(post.channel).toBe(`D${ANN}`);
  });

  it("says to invite it when an answer is shared where it is no member", async () => {
    bench.slack.world.addChannel({ id: "C3", teamId: TEAM, hasBot: false });
    await bench.slack.people.command("C3", ANN, "/role", "data engineer");
    const answer = await until("the answer", () => bench.slack.world.ephemerals[0]);
    await bench.slack.people.press(answer, ANN, "Share in channel");
    const line = await until("the line", () => bench.slack.world.ephemerals[1]);
    expect(line.text).toContain("/invite");
    expect(posts()).toEqual([]);
  });

  it("shows the answer anew when a press comes with a response URL that is used up", async () => {
    await bench.slack.people.command(CHANNEL, ANN, "/role", "data engineer");
    const answer = await until("the answer", () => bench.slack.world.ephemerals[0]);
    await bench.slack.people.press(answer, ANN, "Pay", 0);
    await until("the new answer", () => bench.slack.world.ephemerals.length === 2);
    expect(answer.edits).toBe(0);
  });

  it("says how to write it out when a form could not be opened in time", async () => {
    bench.slack.faults.plan("views.open", { kind: "refuse", error: "expired_trigger_id" });
    await bench.slack.people.command(CHANNEL, ANN, "/compare", "");
    const line = await until("the line", () => bench.slack.world.ephemerals[0]);
    expect(line.text).toContain("/compare data engineer vs data scientist");
  });

  it("acknowledges at once even while answers take long", async () => {
    bench.conversations.delayMs = 1_500;
    await Promise.all([
      ask(),
      bench.slack.people.command(CHANNEL, ANN, "/role", "data engineer"),
      bench.slack.people.direct(TEAM, ANN, "data engineer"),
    ]);
    expect(Math.max(...bench.slack.acks.times)).toBeLessThan(3_000);
    await until("all answers", () => posts().length === 2 && bench.slack.world.ephemerals.length === 1);
  });

  it("logs no text of messages and no token", async () => {
    bench.slack.faults.plan("chat.postMessage", { kind: "refuse", error: "is_archived" });
    await ask("my secret plan");
    await bench.slack.people.command(CHANNEL, ANN, "/role", "my secret plan", 0);
    await until("the log", () => warned("could not answer there"));
    const written = JSON.stringify(bench.log.lines);
    expect(written).not.toContain("secret plan");
    expect(written).not.toContain("xoxb-");
    expect(written).not.toContain("xapp-");
  });
});
