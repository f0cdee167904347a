import { describe, expect, it, test } from "vitest";
import { buildVocabulary } from "../../../src/understanding/vocabulary/vocabulary.ts";
import { realKnowledge } from "../../support/brain.ts";
import { realReader } from "../understander.ts";

const knowledge = await realKnowledge();
const vocabulary = buildVocabulary(knowledge);
const read = await realReader();

const names = [...knowledge.roles.values()].flatMap((role) =>
  [role.name, ...role.aliases].map((name) => [name, role.id] as const),
);
/** The roles that the words of a whole text may mean: its only mention, and the rivals of that. */
const meant = (text: string) => {
  const [only, ...more] = read(text).mentions;
  return only?.kind === "role" && more.length === 0 ? [only.role, ...only.rivals] : [];
};

describe("every name of every role, informal ones aside", () => {
  test("is found as that role, or as one of those that share it", () => {
    expect(names.length).toBeGreaterThan(300);
    expect(names.filter(([name, role]) => !meant(name).includes(role))).toEqual([]);
  });

  test("is found in capitals", () => {
    const shouted = names.filter(([name]) => name.length > 3);
    expect(shouted.filter(([name, role]) => !meant(name.toUpperCase()).includes(role))).toEqual([]);
  });

  test("is found in the plural, where it is a job's title", () => {
    const titles = [...knowledge.roles.values()].flatMap((role) =>
      /(?:engineer|scientist|analyst|manager|architect|developer)$/i.test(role.name)
        ? [[role.name, role.id] as const]
        : [],
    );
    expect(titles.length).toBeGreaterThan(20);
    expect(titles.filter(([name, role]) => !meant(`${name}s`).includes(role))).toEqual([]);
  });
});

describe("every name of a skill", () => {
  test("is found as that skill, or as a field of work that it is the skill of", () => {
    const missed = [...knowledge.skills.values()].filter((skill) => {
      const [only] = read(skill.name).mentions;
      if (only === undefined || only.kind === "role") return only === undefined;
      return only.kind === "area" ? only.term?.id !== skill.id : !("id" in only);
    });
    expect(missed.map((skill) => skill.name)).toEqual([]);
  });
});

describe("short forms", () => {
  it.each([
    ["DS", "data-scientist"],
    ["DE", "data-engineer"],
    ["MLEs", "machine-learning-engineer"],
    ["SWE", "software-engineer"],
    ["SRE", "platform-engineer"],
  ])("%s may mean a %s", (text, role) => {
    expect(meant(text)).toContain(role);
  });
});

test("a name's words are kept for mending their neighbours", () => {
  expect(vocabulary.wordsBefore.get("scientist")).toContain("data");
  expect(vocabulary.wordsOfRoles.get("lead-data-scientist")).toContain("lead");
});
