import { afterEach, describe, expect, it } from "vitest";
import { createMentors } from "../../../src/conversations/mentors.ts";
import { answerOf } from "./fake-conversations.ts";
import { ANN, BEN, type Bench, CHANNEL, quiet, startBench, TEAM, until } from "./harness.ts";

const MENTORS = "C2";

let bench: Bench;
afterEach(async () => {
  const { violations } = bench.slack.acks;
  await bench.close();
  expect(violations).toEqual([]);
});

async function start({ mentors = false } = {}): Promise<Bench> {
  bench = await startBench("socket", mentors ? { mentors: createMentors(MENTORS, Date.now) } : {});
  bench.slack.world.addChannel({ id: MENTORS, teamId: TEAM });
  return bench;
}

const posts = () => bench.slack.world.posts;
const shownTo = (user: string) => bench.slack.world.ephemerals.filter(({ onlyFor }) => onlyFor === user);
const shownToAnn = (count = 1) =>
  until(`${count} shown to Ann`, () => (shownTo(ANN).length >= count ? shownTo(ANN) : undefined));
const labels = (blocks: object[]) => JSON.stringify(blocks);

describe("an answer that the policy keeps to its asker", () => {
  it("is whispered where it was asked, and can be shared from there", async () => {
    const { slack, conversations } = await start();
    conversations.more = { discretion: "asker-may-share" };
    await slack.people.mention(CHANNEL, ANN, "data engineer");
    const [whisper] = await shownToAnn();
    expect(posts()).toEqual([]);
    if (whisper === undefined) throw new Error("nothing was shown");
    await slack.people.press(whisper, ANN, "Share in channel");
    const post = await until("the shared answer", () => posts()[0]);
    expect(JSON.stringify(post.blocks)).toContain(`Shared by <@${ANN}>`);
  });

  it("cannot be shared where the policy says so, whoever presses an older button", async () => {
    const { slack, conversations } = await start();
    await slack.people.command(CHANNEL, ANN, "/role", "data engineer");
    const [older] = await shownToAnn();
    conversations.more = { discretion: "asker" };
    await slack.people.mention(CHANNEL, ANN, "data engineer");
    const [, whisper] = await shownToAnn(2);
    expect(labels(whisper?.blocks ?? [])).not.toContain("Share in channel");
    if (older === undefined) throw new Error("nothing was shown");
    await slack.people.press(older, ANN, "Share in channel");
    const told = await until("a line about it", () =>
      shownTo(ANN).find(({ text }) => text.includes("kept to their askers")),
    );
    expect(told.text).not.toContain("!");
    expect(posts()).toEqual([]);
  });

  it("leaves a post as it is when its question is edited, or its button pressed, after the policy changed", async () => {
    const { slack, conversations } = await start();
    const question = await slack.people.mention(CHANNEL, ANN, "data engineer");
    const post = await until("a post", () => posts()[0]);
    conversations.more = { discretion: "asker" };
    await slack.people.edit(question, `<@UBOT${TEAM}> data scientist`);
    await until("the edit", () => conversations.reconsidered.length === 1);
    await slack.people.press(post, BEN, "Pay");
    await until("an answer for Ben", () => shownTo(BEN).length === 1);
    await quiet();
    expect(posts().map(({ edits }) => edits)).toEqual([0]);
  });
});

describe("a notice of the policy", () => {
  const notice = {
    title: "Not in this channel",
    summary: "Ask me in a direct message.",
    audience: "private",
    outcome: "declined",
  } as const;

  it("is whispered, with no button under it", async () => {
    const { slack, conversations } = await start({ mentors: true });
    conversations.answer = () => ({ ...notice, sections: [], followUps: [] });
    conversations.more = { aside: "notice" };
    await slack.people.mention(CHANNEL, ANN, "data engineer");
    const [whisper] = await shownToAnn();
    expect(whisper?.text).toContain("Ask me in a direct message.");
    expect(whisper?.blocks.some(({ type }) => type === "actions")).toBe(false);
    expect(posts()).toEqual([]);
  });
});

it("a report is posted in a channel, unasked, and a channel that is not there is said to be so", async () => {
  const { bot, slack } = await start();
  await bot.announce(MENTORS, answerOf({ title: "Questions without an answer" }));
  expect(posts().map(({ channel, text }) => [channel, text.includes("Questions without")])).toEqual([
    [MENTORS, true],
  ]);
  await expect(bot.announce("C9", answerOf())).rejects.toThrow("channel_not_found");
  expect(slack.world.posts).toHaveLength(1);
});

describe("mentors", () => {
  async function declined() {
    const { slack, conversations } = await start({ mentors: true });
    conversations.answer = () => ({ outcome: "declined", summary: "I do not know." });
    await slack.people.mention(CHANNEL, ANN, "how do I tell my boss?");
    const post = await until("a post", () => posts()[0]);
    return { slack, post };
  }

  async function opened() {
    const { slack, post } = await declined();
    await slack.people.press(post, ANN, "Ask a person");
    const view = await until("the form", () => slack.world.views[0]);
    return { slack, view };
  }

  it("are asked what their form was sent with, under the asker's name, and nothing before", async () => {
    const { slack, view } = await opened();
    expect(labels(view.view.blocks)).toContain(`posted in <#${MENTORS}> with your name`);
    expect(posts().filter(({ channel }) => channel === MENTORS)).toEqual([]);
    await slack.people.submit(view, ANN, { question: "How do I *tell* <!channel> my boss?" });
    const asked = await until("the question", () => posts().find(({ channel }) => channel === MENTORS));
    expect(asked.text).toBe(`<@${ANN}> asks: How do I *tell* &lt;!channel&gt; my boss?`);
    expect(asked.blocks).toMatchObject([
      { text: { type: "mrkdwn", text: `<@${ANN}> asks:` } },
      { text: { type: "plain_text", text: "How do I *tell* <!channel> my boss?" } },
    ]);
    const [told] = await shownToAnn();
    expect(told?.text).toBe(`Your question is in <#${MENTORS}> now.`);
    expect(told?.channel).toBe(CHANNEL);
  });

  it("are not asked by an empty form, nor a fourth time within the hour", async () => {
    const { slack, view } = await opened();
    expect(await slack.people.submit(view, ANN, { question: "  " })).toMatchObject({
      response_action: "errors",
      errors: { question: "Please write your question." },
    });
    for (const question of ["one", "two", "three"]) await slack.people.submit(view, ANN, { question });
    expect(await slack.people.submit(view, ANN, { question: "four" })).toMatchObject({
      response_action: "errors",
      errors: { question: expect.stringMatching(/^Three questions an hour.*in 60 min\.$/) },
    });
    await until("three questions", () => posts().filter(({ channel }) => channel === MENTORS).length === 3);
  });

  it("that cannot be reached are said to be so, to the asker and to whoever runs the bot", async () => {
    const { slack, view } = await opened();
    const channel = slack.world.channels.get(MENTORS);
    if (channel) channel.hasBot = false;
    await slack.people.submit(view, ANN, { question: "Anybody there?" });
    const [told] = await shownToAnn();
    expect(told?.text).toMatch(/^I could not reach the mentors, and your question was not posted\./);
    expect(bench.log.lines.filter(({ level }) => level === "error")).toHaveLength(1);
    expect(JSON.stringify(bench.log.lines)).not.toContain("Anybody there");
  });

  it("are offered under no answer, and nowhere without a channel of theirs", async () => {
    await start({ mentors: true });
    await bench.slack.people.mention(CHANNEL, ANN, "data engineer");
    expect(labels((await until("a post", () => posts()[0])).blocks)).not.toContain("Ask a person");
    await bench.close();
    const { slack, conversations } = await start();
    conversations.answer = () => ({ outcome: "declined" });
    await slack.people.mention(CHANNEL, ANN, "how do I tell my boss?");
    expect(labels((await until("a post", () => posts()[0])).blocks)).not.toContain("Ask a person");
  });
});
