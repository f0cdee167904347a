import { expect, it } from "vitest";
import { answerView } from "../../../../src/adapters/slack/inbound/answer-view.ts";
import { compareView } from "../../../../src/adapters/slack/inbound/compare-modal.ts";
import { mentorView } from "../../../../src/adapters/slack/inbound/mentor-form.ts";
import { profileView } from "../../../../src/adapters/slack/inbound/profile-form.ts";
import { SLACK_LIMITS } from "../../../../src/adapters/slack/render/limits.ts";
import { answerQuestion } from "../../../../src/answers/answer-question.ts";
import { emptyProfile } from "../../../../src/guidance/profile.ts";
import { formOf } from "../../../../src/guidance/profile-form.ts";
import { NO_EVIDENCE } from "../../../../src/understanding/evidence.ts";
import { plainQuestion } from "../../../../src/understanding/question.ts";
import { lookups } from "../../../contract/questions.ts";
import { realKnowledge } from "../../../support/brain.ts";
import { checkView } from "../../../support/slack-server/blocks.ts";
import { answerOf } from "../fake-conversations.ts";

const knowledge = await realKnowledge();
const fields = formOf(emptyProfile(), knowledge);
const forms = [
  compareView({ channel: "C1" }, [{ id: "salary", name: "Pay" }]),
  mentorView("C9", {}),
  profileView(fields, {}),
];
const viewOf = (answer: ReturnType<typeof answerOf>) =>
  answerView({ answer, question: plainQuestion("help"), confidence: 1, evidence: NO_EVIDENCE });

it.each(forms)("the form $callback_id has a title and buttons that fit uncut", (view) => {
  expect(checkView(view)).toHaveProperty("view");
  for (const text of [view.title.text, view.submit?.text ?? "", view.close?.text ?? ""]) {
    expect(text.length).toBeLessThanOrEqual(SLACK_LIMITS.modalTitle);
    expect(text).not.toContain("…");
  }
});

it("no label of a form is cut", () => {
  const labels = profileView(fields, {}).blocks.map((block) => "label" in block && block.label?.text);
  expect(labels).toEqual(fields.map(({ label }) => label));
});

it("an answer's modal has a title that fits uncut, and its whole title once", () => {
  for (const question of [...lookups(knowledge), plainQuestion("help"), plainQuestion("list-roles")]) {
    const answer = answerQuestion(question, knowledge);
    const view = viewOf(answer);
    expect(view.title.text.length).toBeLessThanOrEqual(SLACK_LIMITS.modalTitle);
    expect(view.title.text).not.toContain("…");
    const headers = view.blocks.flatMap((block) =>
      "text" in block && block.type === "header" ? block.text : [],
    );
    const titles = [view.title, ...headers].map((each) => each?.text);
    expect(titles.filter((text) => text === answer.title)).toEqual([answer.title]);
  }
});

it("a title at the edge stands in the modal, one longer gives way to what it is about", () => {
  const long = "x".repeat(SLACK_LIMITS.modalTitle);
  expect(viewOf(answerOf({ title: long })).title.text).toBe(long);
  expect(viewOf(answerOf({ title: `${long}y` })).title.text).toBe("Rolewise");
  expect(viewOf(answerOf({ title: `Data scientist: ${long}` })).title.text).toBe("Data scientist");
});
