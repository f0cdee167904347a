import { describe, expect, test } from "vitest";
import { type PersonalAsk, readPersonalAsk } from "../../../src/understanding/profile/personal-ask.ts";

describe("what somebody asks about themself", () => {
  test.each<[string, PersonalAsk]>([
    ["forget me", { ask: "erase" }],
    ["Please forget me!", { ask: "erase" }],
    ["delete all my data", { ask: "erase" }],
    ["erase my profile", { ask: "erase" }],
    ["what do you know about me?", { ask: "show-data" }],
    ["show my data", { ask: "show-data" }],
    ["export my data", { ask: "export-data" }],
    ["remember me", { ask: "remember", keep: true }],
    ["just this once", { ask: "remember", keep: false }],
    ["show my plan", { ask: "plan" }],
    ["my progress", { ask: "progress" }],
    ["show me my profile", { ask: "profile" }],
    ["what should I learn next?", { ask: "learn-next" }],
    ["Am I ready?", { ask: "ready" }],
    ["am I ready for data engineer", { ask: "ready" }],
    ["prepare me for an interview", { ask: "interview" }],
    ["help me prepare for a data engineer interview", { ask: "interview" }],
    ["which role suits me?", { ask: "suits" }],
    ["what data role would fit me", { ask: "suits" }],
    ["step 2 is done", { ask: "done", step: 2 }],
    ["I've finished the first step", { ask: "done", step: 1 }],
    ["I finished learning dbt", { ask: "done", step: "dbt" }],
    ["mark model deployment as done", { ask: "done", step: "model deployment" }],
    ["tick off dbt as done", { ask: "done", step: "dbt" }],
    ["alternatives?", { ask: "gap" }],
    ["done", { ask: "done", step: undefined }],
    ["remind me weekly", { ask: "nudge", on: true }],
    ["stop the reminders", { ask: "nudge", on: false }],
    ["stop", { ask: "nudge", on: false }],
    ["should I apply?", { ask: "ready" }],
    ["should I already apply for data engineer", { ask: "ready" }],
    ["export", { ask: "export-data" }],
    ["skip", { ask: "skip" }],
    ["review my CV: Built reports in SQL.", { ask: "cv", cv: "Built reports in SQL." }],
    ["can you check my resume", { ask: "cv", cv: "" }],
    ["/privacy show", { ask: "show-data" }],
    ["privacy export", { ask: "export-data" }],
    ["/privacy erase", { ask: "erase" }],
    ["I have two offers, which one should I take?", { ask: "offers" }],
    ["got an offer for data engineer and another for analytics engineer", { ask: "offers" }],
    ["which of my offers is better", { ask: "offers" }],
    ["how long will it take me to get there", { ask: "how-long" }],
    ["which of my skills carry over?", { ask: "gap" }],
  ])("%s", (text, ask) => {
    expect(readPersonalAsk(text)).toEqual(ask);
  });

  test.each([
    "what does a data engineer do?",
    "data analyst vs data scientist",
    "show me data engineers",
    "show data scientist salary",
    "how do I become a data engineer",
    "who can see data about customers",
    "delete duplicate rows in sql",
    "remember the titans",
    "interview questions for data engineers",
    "which companies offer remote work to data engineers",
    "what benefits do they offer",
    "how long does it take to become a data engineer",
    "should I apply machine learning to marketing",
    "how do I stop a data pipeline",
    "hello",
  ])("is not read into: %s", (text) => {
    expect(readPersonalAsk(text)).toBeUndefined();
  });
});
