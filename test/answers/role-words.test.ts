import { describe, expect, it } from "vitest";
import {
  educationWords,
  inSentence,
  namesOf,
  plural,
  skillName,
  withArticle,
  yearsWords,
} from "../../src/answers/role-words.ts";
import { DEGREES } from "../../src/knowledge/schema.ts";
import { realKnowledge } from "../support/brain.ts";
import { roleOf } from "../support/knowledge.ts";

const knowledge = await realKnowledge();
const engineer = roleOf(knowledge, "data-engineer");

describe("a role's name inside a sentence", () => {
  it.each([
    ["Data engineer", "data engineer", "a data engineer", "data engineers"],
    ["Analytics engineer", "analytics engineer", "an analytics engineer", "analytics engineers"],
    ["Applied scientist", "applied scientist", "an applied scientist", "applied scientists"],
    ["AI engineer", "AI engineer", "an AI engineer", "AI engineers"],
    ["ML engineer", "ML engineer", "an ML engineer", "ML engineers"],
    [
      "Machine learning engineer",
      "machine learning engineer",
      "a machine learning engineer",
      "machine learning engineers",
    ],
    ["MLOps engineer", "MLOps engineer", "an MLOps engineer", "MLOps engineers"],
    ["NLP engineer", "NLP engineer", "an NLP engineer", "NLP engineers"],
    ["BI analyst", "BI analyst", "a BI analyst", "BI analysts"],
    ["Head of data", "head of data", "a head of data", "heads of data"],
    ["University lecturer", "university lecturer", "a university lecturer", "university lecturers"],
    ["Statistician", "statistician", "a statistician", "statisticians"],
  ])("%s", (name, inside, article, several) => {
    expect([inSentence({ name }), withArticle({ name }), plural({ name })]).toEqual([
      inside,
      article,
      several,
    ]);
  });

  it("gives every role of the knowledge base an article that can be read aloud", () => {
    for (const role of knowledge.roles.values()) {
      const vowel = /^(?:[aeio]|MLO|NLP|ML )/i.test(role.name);
      const sounds = /^machine/i.test(role.name) ? "a" : vowel ? "an" : "a";
      expect(withArticle(role).split(" ")[0]).toBe(sounds);
    }
  });
});

describe("years", () => {
  it.each([
    [0, null, "none needed"],
    [0, 2, "0 to 2 years"],
    [3, 3, "3 years"],
    [3, 5, "3 to 5 years"],
    [8, null, "8 years or more"],
    [1, 1, "1 year"],
    [1, null, "1 year or more"],
  ])("from %s to %s are %s", (from, to, words) => {
    expect(yearsWords({ ...engineer, experience: { ...engineer.experience, from, to } })).toBe(words);
  });
});

describe("education", () => {
  it.each([
    [["bachelor"], "a bachelor's degree"],
    [["bachelor", "master"], "a bachelor's degree or a master's degree"],
    [["none", "certificate", "bachelor"], "no degree, a certificate or a bachelor's degree"],
  ] as const)("%s", (usual, words) => {
    expect(educationWords({ ...engineer, education: { ...engineer.education, usual: [...usual] } })).toBe(
      words,
    );
  });

  it("has words for every degree", () => {
    for (const degree of DEGREES)
      expect(educationWords({ ...engineer, education: { ...engineer.education, usual: [degree] } })).not.toBe(
        "",
      );
  });
});

describe("skills", () => {
  it("are named must first, the higher level before the lower", () => {
    const needs = [
      { id: "excel", need: "nice", level: 5 },
      { id: "python", need: "must", level: 3 },
      { id: "sql", need: "must", level: 4 },
    ] as const;
    expect(namesOf(needs, knowledge)).toEqual(["SQL", "Python", skillName("excel", knowledge)]);
  });

  it("that are gone from the vocabulary keep readable words", () => {
    expect(skillName("some-lost-skill", knowledge)).toBe("some lost skill");
  });
});
