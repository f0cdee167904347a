import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Message } from "../../support/slack-server/world.ts";
import { ANN, type Bench, CHANNEL, type Mode, startBench, TEAM, until } from "./harness.ts";

const DM = `D${ANN}`;

describe.each<Mode>(["socket", "http"])("what concerns one person in Slack over %s", (mode) => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await startBench(mode);
    // Every message is about its writer.
    bench.conversations.receive = async () => bench.conversations.personalReply("Here is what I understood");
  });
  afterEach(async () => {
    const { violations } = bench.slack.acks;
    const refused = bench.slack.calls.filter(({ error }) => error !== undefined);
    await bench.close();
    expect(violations).toEqual([]);
    expect(refused).toEqual([]);
    expect(bench.log.lines.filter(({ level }) => level === "error")).toEqual([]);
  });
  const people = () => bench.slack.people;
  const posts = () => bench.slack.world.posts;
  const whispers = () => bench.slack.world.ephemerals.filter(({ onlyFor }) => onlyFor === ANN);
  const views = () => bench.slack.world.views;
  const home = async () => {
    await people().openHome(TEAM, ANN, "home");
    const view = await until("App Home", () => bench.slack.world.homes.get(ANN));
    return { id: "VHOME", userId: ANN, teamId: TEAM, view };
  };
  async function inDm(): Promise<Message> {
    await people().direct(TEAM, ANN, "BI analyst, 3 years");
    return until("the card", () => posts()[0]);
  }
  async function whispered(): Promise<Message> {
    await people().mention(CHANNEL, ANN, "BI analyst, 3 years");
    return until("the whispered card", () => whispers()[0]);
  }

  it("shows the buttons before the follow-ups, the first one stressed, and says them in the text twin", async () => {
    const card = await inDm();
    const buttons = card.blocks.flatMap((block) => (block.type === "actions" ? block.elements : []));
    expect(buttons).toMatchObject([
      { text: { text: "Make my plan" }, value: "@plan", style: "primary" },
      { text: { text: "Edit" }, value: "@edit-profile" },
      { text: { text: "Forget me" }, value: "@erase:ask", style: "danger" },
    ]);
    expect(card.text).toContain("Choose: Make my plan · Edit · Forget me");
    expect(JSON.stringify(card.blocks)).not.toMatch(/feedback_buttons|Why this answer|Share in channel/);
  });

  it("writes what is new below, and puts a step of a question in the question's place", async () => {
    const card = await inDm();
    await people().press(card, ANN, "Make my plan");
    const plan = await until("the plan", () => posts()[1]);
    expect(plan).toMatchObject({ channel: DM, text: expect.stringContaining("Done: @plan") });
    await people().press(card, ANN, "Forget me");
    await until("the question", () => card.text.includes("Done: @erase:ask"));
    expect(posts()).toHaveLength(2);
    expect(bench.conversations.actions.map(({ place }) => place)).toEqual([
      expect.objectContaining({ workspaceId: TEAM, channelId: DM, userId: ANN }),
      expect.objectContaining({ workspaceId: TEAM, channelId: DM, userId: ANN }),
    ]);
  });

  it("never leaves the whisper where others read along", async () => {
    const card = await whispered();
    await people().press(card, ANN, "Make my plan");
    await until("the plan", () => card.text.includes("Done: @plan"));
    expect(posts()).toEqual([]);
  });

  it("goes on in a direct message with what gives the reply again, where anything does", async () => {
    const card = await whispered();
    await people().press(card, ANN, "Continue in DM");
    const direct = await until("the direct message", () => posts()[0]);
    expect(direct).toMatchObject({ channel: DM, text: expect.stringContaining("Done: @profile") });
    bench.conversations.besides = { again: undefined };
    await people().mention(CHANNEL, ANN, "review my CV: …");
    const review = await until("the review", () => whispers()[1]);
    expect(JSON.stringify(review.blocks)).not.toContain("Continue in DM");
  });

  it("hands a file over as code to copy, in as many parts as it takes", async () => {
    const text = `${JSON.stringify({ list: Array.from({ length: 900 }, (_, n) => `<item> & ${n}`) }, null, 2)}\n`;
    bench.conversations.besides = { file: { name: "data.json", text, description: "Your data" } };
    await inDm();
    const parts = await until("all parts", () => {
      const shown = posts().slice(1);
      const [, total] = /data\.json, part 1 of (\d+): Your data/.exec(shown[0]?.text ?? "") ?? [];
      return shown.length === Number(total) && shown;
    });
    expect(parts.length).toBeGreaterThan(2);
    const copied = parts
      .flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.type === "section" ? [block.text?.text] : [])),
      )
      .map((code) => code?.replace(/^```\n|\n```$/g, ""))
      .join("\n");
    const plain = copied.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
    expect(JSON.parse(plain)).toEqual(JSON.parse(text));
  });

  describe("the profile form", () => {
    it("opens filled with what is known, in all ten fields", async () => {
      await people().press(await inDm(), ANN, "Edit");
      const { view } = await until("the form", () => views()[0]);
      const inputs = view.blocks.flatMap((block) => (block.type === "input" ? [block] : []));
      expect(inputs.map(({ block_id }) => block_id)).toHaveLength(10);
      expect(inputs.every(({ optional }) => optional === true)).toBe(true);
      expect(inputs.find(({ block_id }) => block_id === "hours")?.element).toMatchObject({
        type: "number_input",
        initial_value: "5",
      });
      expect(inputs.find(({ block_id }) => block_id === "degree")?.element).toMatchObject({
        initial_option: { value: "master" },
      });
    });

    it("hands over what was filled in, an emptied field as empty, and shows the card in the old one's place", async () => {
      const card = await inDm();
      await people().press(card, ANN, "Edit");
      const form = await until("the form", () => views()[0]);
      await people().submit(form, ANN, { skills: "SQL 4", hours: "" });
      await until("the card", () => card.edits === 1);
      expect(bench.conversations.submitted).toEqual([
        {
          place: expect.objectContaining({ channelId: DM, userId: ANN }),
          values: expect.objectContaining({ skills: "SQL 4", hours: "", degree: "master", current: "" }),
        },
      ]);
      expect(posts()).toHaveLength(1);
    });

    it("says in the form what is wrong, and stays open", async () => {
      bench.conversations.formErrors = { hours: "Write a number from 0.5 to 60." };
      const card = await inDm();
      await people().press(card, ANN, "Edit");
      const form = await until("the form", () => views()[0]);
      expect(await people().submit(form, ANN, { hours: "99" })).toMatchObject({
        response_action: "errors",
        errors: { hours: "Write a number from 0.5 to 60." },
      });
      expect(card.edits).toBe(0);
    });

    it("from a whisper changes the whisper", async () => {
      const card = await whispered();
      await people().press(card, ANN, "Edit");
      const form = await until("the form", () => views()[0]);
      await people().submit(form, ANN, { skills: "SQL 4" });
      await until("the card", () => card.edits === 1);
      expect(posts()).toEqual([]);
    });
  });

  describe("App Home", () => {
    it("shows profile, plan, and what there is to do with one's data", async () => {
      const shown = JSON.stringify((await home()).view);
      for (const part of ["Your profile", "Your progress", "Show my data", "Export my data", "Forget me"])
        expect(shown).toContain(part);
    });

    it("opens what is pressed in a modal, goes on in it, and is written anew", async () => {
      await people().actInView(await home(), ANN, "Show my data");
      const modal = await until("the modal", () => views()[0]);
      expect(JSON.stringify(modal.view)).toContain("Done: @show-data");
      const published = () => bench.slack.callsOf("views.publish").length;
      await until("App Home again", () => published() === 2);
      await people().actInView(modal, ANN, "Make my plan");
      await until("the plan", () => JSON.stringify(modal.view).includes("Done: @plan"));
      await until("App Home again", () => published() === 3);
      expect(posts()).toEqual([]);
    });

    it("is written anew after its profile form was sent", async () => {
      const shown = await home();
      await people().actInView(shown, ANN, "Edit");
      const form = await until("the form", () => views()[0]);
      await people().submit(form, ANN, { skills: "SQL 4" });
      await until("App Home again", () => bench.slack.callsOf("views.publish").length === 2);
      expect(bench.conversations.submitted).toHaveLength(1);
    });
  });

  it.each([
    ["privacy show", "@show-data"],
    ["privacy export", "@export-data"],
    ["Privacy  erase", "@erase:ask"],
  ])("does /rolewise %s to its giver alone", async (words, action) => {
    await people().command(CHANNEL, ANN, "/rolewise", words);
    const answer = await until("the answer", () => whispers()[0]);
    expect(answer.text).toContain(`Done: ${action}`);
    expect(posts()).toEqual([]);
  });

  it("writes a reminder to the person directly, and says where it could not", async () => {
    const { bot, conversations, slack } = bench;
    const reminder = conversations.personalReply("Your weekly reminder");
    expect(await bot.remind({ workspaceId: TEAM, userId: ANN }, reminder)).toBe(true);
    expect(posts()).toMatchObject([{ channel: DM, text: expect.stringContaining("Your weekly reminder") }]);
    slack.faults.plan("chat.postMessage", { kind: "refuse", error: "user_disabled" }, "UGONE");
    expect(await bot.remind({ workspaceId: TEAM, userId: "UGONE" }, reminder)).toBe(false);
    slack.calls.length = 0;
  });
});
