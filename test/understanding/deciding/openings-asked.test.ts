import { describe, expect, it, test } from "vitest";
import type { OpeningsFilters } from "../../../src/understanding/openings-filters.ts";
import type { Question } from "../../../src/understanding/question.ts";
import { realBrain } from "../../support/brain.ts";
import { converse } from "../understander.ts";

const brain = await realBrain();
const openings = (role: string | undefined, filters?: OpeningsFilters): Question => ({
  intent: "openings",
  roles: role === undefined ? [] : [role],
  topics: [],
  ...(filters ? { filters } : {}),
});
const understood = async (...turns: string[]) => (await converse(brain, turns)).at(-1)!.question;

describe("a search by itself", () => {
  it.each<[string, Question]>([
    [
      "any openings for a data engineer, remote, from 100k?",
      openings("data-engineer", { work: "remote", pay: { from: 100_000 } }),
    ],
    ["data engineer jobs", openings("data-engineer")],
    ["remote data scientist jobs in Germany", openings("data-scientist", { work: "remote", place: "de" })],
    ["any internships?", openings(undefined, { type: "internship" })],
    [
      "are there senior MLE positions open right now",
      openings("machine-learning-engineer", { level: "senior" }),
    ],
  ])("%s", async (text, question) => {
    expect(await understood(text)).toEqual(question);
  });

  it.each([
    ["what jobs pay over 100k"],
    ["part time data analyst jobs, does that work"],
    ["what is a data engineer"],
    ["how do data scientists find remote jobs"],
  ])("which this is not: %s", async (text) => {
    expect((await understood(text)).intent).not.toBe("openings");
  });
});

describe("in a talk about openings", () => {
  const FIRST = "any openings for a data engineer, remote, from 100k?";
  it.each<[string[], Question]>([
    [
      ["only senior ones"],
      openings("data-engineer", { work: "remote", level: "senior", pay: { from: 100_000 } }),
    ],
    [["and from 120k?"], openings("data-engineer", { work: "remote", pay: { from: 120_000 } })],
    [
      ["hybrid", "in the US"],
      openings("data-engineer", { work: "hybrid", place: "us", pay: { from: 100_000 } }),
    ],
    [["what about data scientists?"], openings("data-scientist", { work: "remote", pay: { from: 100_000 } })],
    [["any pay"], openings("data-engineer", { work: "remote" })],
    [["remote or not"], openings("data-engineer", { pay: { from: 100_000 } })],
    [["drop the pay", "remote or not"], openings("data-engineer")],
    [["in Berlin", "anywhere"], openings("data-engineer", { work: "remote", pay: { from: 100_000 } })],
    [["more"], openings("data-engineer", { work: "remote", pay: { from: 100_000 }, page: 2 })],
    [
      ["more", "show me more please"],
      openings("data-engineer", { work: "remote", pay: { from: 100_000 }, page: 3 }),
    ],
    [
      ["more", "senior ones"],
      openings("data-engineer", { work: "remote", level: "senior", pay: { from: 100_000 } }),
    ],
    [["vacancies for junior data analysts"], openings("data-analyst", { level: "entry" })],
  ])("%j", async (turns, question) => {
    expect(await understood(FIRST, ...turns)).toEqual(question);
  });

  it.each<[string, Question["intent"]]>([
    ["what is a data engineer?", "lookup"],
    ["and what do they earn?", "lookup"],
    ["data engineer vs data scientist", "compare"],
    ["thanks", "thanks"],
  ])("%s is about something else", async (text, intent) => {
    expect((await understood(FIRST, text)).intent).toBe(intent);
  });

  test("something said in between does not end it", async () => {
    expect(await understood(FIRST, "thanks", "only hybrid")).toEqual(
      openings("data-engineer", { work: "hybrid", pay: { from: 100_000 } }),
    );
  });
});
