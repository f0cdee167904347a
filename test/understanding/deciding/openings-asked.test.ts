import { describe, expect, it, test } from "vitest";
import type { OpeningsFilters } from "../../../src/understanding/openings-filters.ts";
import type { Question } from "../../../src/understanding/question.ts";
import { sampleFeeds } from "../../openings/sample-board.ts";
import { brainWith, realBrain } from "../../support/brain.ts";
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

  it.each<[string, Question]>([
    ["data engineer openings under 150k", openings("data-engineer", { pay: { to: 150_000 } })],
    [
      "only remote data engineer jobs, 90k to 95k",
      openings("data-engineer", { work: "remote", pay: { from: 90_000, to: 95_000 } }),
    ],
    ["jobs between 100k and 130k", openings(undefined, { pay: { from: 100_000, to: 130_000 } })],
  ])("with the most that is paid: %s", async (text, question) => {
    expect(await understood(text)).toEqual(question);
  });

  it.each([
    ["what jobs pay over 100k"],
    ["what jobs pay under 50k"],
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

describe("by the employers of the feeds", async () => {
  const hired = await brainWith(await sampleFeeds());
  const asked = async (...turns: string[]) => (await converse(hired, turns)).at(-1)!.question;

  it.each<[string, Question]>([
    ["any openings at Microsoft?", openings(undefined, { employer: "microsoft" })],
    ["anything from JPMorgan?", openings(undefined, { employer: "jpmorgan" })],
    ["jobs at jp morgan chase", openings(undefined, { employer: "jpmorganchase" })],
    ["is HII hiring?", openings(undefined, { employer: "hii" })],
    ["what's open at murmuration", openings(undefined, { employer: "murmuration" })],
    ["jobs at HII, pay doesn't matter", openings(undefined, { employer: "hii" })],
    [
      "software engineer positions at microsoft in Berlin",
      openings("software-engineer", { place: "berlin", employer: "microsoft" }),
    ],
    ["data engineer jobs at Google", openings("data-engineer", { employer: "unknown" })],
    ["any openings at google?", openings(undefined, { employer: "unknown" })],
    ["any openings not at Microsoft?", openings(undefined)],
    [
      "data jobs at Microsoft over 90k",
      openings(undefined, { employer: "microsoft", pay: { from: 90_000 } }),
    ],
    ["jobs from Microsoft or JPMorgan", openings(undefined, { employer: "microsoft" })],
  ])("%s", async (text, question) => {
    expect(await asked(text)).toEqual(question);
  });

  it.each<[string, Question["intent"], string[]]>([
    ["what does a data engineer do at Google", "lookup", ["data-engineer"]],
    ["how much does a data scientist earn at Microsoft", "lookup", ["data-scientist"]],
    ["what is a platform engineer at HII?", "lookup", ["platform-engineer"]],
    ["hii", "greeting", []],
  ])("which this is not: %s", async (text, intent, roles) => {
    expect(await asked(text)).toMatchObject({ intent, roles });
    expect(await asked("any openings?", text)).toMatchObject({ intent });
  });

  it("a role at an employer of nobody's is asked about as a role", async () => {
    expect(await asked("data engineer role at Google")).toMatchObject({ intent: "lookup" });
  });

  it.each<[string[], Question]>([
    [["only at Microsoft"], openings(undefined, { employer: "microsoft" })],
    [["what about HII?", "and JPMorgan?"], openings(undefined, { employer: "jpmorgan" })],
    [["at Microsoft", "any employer"], openings(undefined)],
    [["at Microsoft", "all companies please"], openings(undefined)],
    [["under 150k", "no matter the pay"], openings(undefined)],
    [["under 150k", "i don't care about the pay"], openings(undefined)],
    [["from 110k", "up to 150k"], openings(undefined, { pay: { from: 110_000, to: 150_000 } })],
    [["from 110k", "under 90k"], openings(undefined, { pay: { to: 90_000 } })],
    [["100k to 130k", "from 140k"], openings(undefined, { pay: { from: 140_000 } })],
    [
      ["from 110k to 150k", "at HII", "for platform engineers"],
      openings("platform-engineer", { employer: "hii", pay: { from: 110_000, to: 150_000 } }),
    ],
    [["up to 100k", "more than 100k"], openings(undefined, { pay: { from: 100_000 } })],
    [["from 90k to 120k", "no upper limit"], openings(undefined, { pay: { from: 90_000 } })],
    [["max 120k", "no maximum please"], openings(undefined)],
    [["at HII under 150k", "drop the company"], openings(undefined, { pay: { to: 150_000 } })],
  ])("in a talk: %j", async (turns, question) => {
    expect(await asked("any openings?", ...turns)).toEqual(question);
  });
});
