import { describe, expect, it } from "vitest";
import { peopleNamed } from "../../../src/understanding/deciding/people-named.ts";
import { slotsOf } from "../../../src/understanding/reading/slots.ts";
import { realReader } from "../understander.ts";

const read = await realReader();
const ends = (text: string) => {
  const reading = read(text);
  const { start, goals } = peopleNamed(reading, slotsOf(reading));
  return { start, goals };
};

describe("from one role to another", () => {
  it.each([
    "from data analyst to data scientist",
    "from a data analyst to a data scientist",
    "move from data analyst into data scientist",
    "I'm a data analyst and want to become a data scientist",
    "im a data analyst wanting to be a data scientist",
    "data analyst here, how do I get into data scientist roles",
    "data analyst by trade, aiming for data scientist",
    "I work as a data analyst, how can I become a data scientist?",
    "I've been a data analyst for 3 years and want to become a data scientist",
    "currently a data analyst, would like to become a data scientist",
    "5 years as a data analyst. can i become a data scientist",
    "data analyst -> data scientist",
    "data analyst to data scientist",
    "as a data analyst, how hard is it to become a data scientist",
    "how do I go from being a data analyst to being a data scientist",
    "quit my job as a data analyst to become a data scientist",
    "ex data analyst trying to become a data scientist",
    "former data analyst dreaming of becoming a data scientist",
    "I was a data analyst, I wanna be a data scientist",
    "data analyst looking to switch to data scientist",
    "what would it take to become a data scientist from data analyst",
    "becoming a data scientist when you come from data analyst",
    "I am a junior data analyst and I am aiming for data scientist",
    "my background is data analyst, my goal is data scientist",
    "leaving data analyst behind to become a data scientist",
    "trained as a data analyst, want to work as a data scientist",
  ])("%s", (text) => {
    expect(ends(text)).toEqual({ start: "data-analyst", goals: ["data-scientist"] });
  });
});

describe("from what is no role of ours", () => {
  it.each([
    "I'm a nurse and want to become a data analyst",
    "teacher to data analyst",
    "from teaching assistant to data analyst",
    "accountant here, can i become a data analyst",
    "as a lawyer, how do I get into data analyst jobs",
    "I have a degree in physics and want to be a data analyst",
    "i was a chef, now i want to become a data analyst",
    "studied economics, want to become a data analyst",
    "ex police officer wanting to become a data analyst",
  ])("%s", (text) => {
    expect(ends(text)).toEqual({ start: null, goals: ["data-analyst"] });
  });
});

describe("a goal alone", () => {
  it.each([
    "how do I become a data engineer",
    "how to get into data engineering",
    "I want to be a data engineer",
    "what is the way to data engineer",
    "dreaming of becoming a data engineer",
    "break into data engineering",
    "could I land a data engineer job",
  ])("%s", (text) => {
    expect(ends(text)).toEqual({ start: undefined, goals: ["data-engineer"] });
  });
});

describe("a start alone", () => {
  it.each([
    "I'm a data engineer",
    "data engineer here",
    "I work as a data engineer",
    "currently a data engineer, what should I learn next",
    "I've been a data engineer for 4 years",
  ])("%s", (text) => {
    expect(ends(text)).toEqual({ start: "data-engineer", goals: [] });
  });
});

describe("neither", () => {
  it.each([
    "what does a data engineer earn",
    "data engineer salary",
    "is a data engineer on call",
    "tell me what data engineers do all day",
  ])("%s", (text) => {
    expect(ends(text)).toEqual({ start: undefined, goals: [] });
  });
});
