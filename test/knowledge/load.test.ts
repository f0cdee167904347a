import { rm } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { loadKnowledge, parseKnowledge } from "../../src/knowledge/load.ts";
import { KnowledgeError, type Problem } from "../../src/knowledge/problem.ts";
import { TOPICS } from "../../src/knowledge/topics.ts";
import { lineWith, sampleTexts, skillEntry, sourceEntry, spoil, writeTexts } from "./sample.ts";

function problemsOf(texts: ReadonlyMap<string, string>): Problem[] {
  try {
    parseKnowledge(texts);
  } catch (error) {
    if (error instanceof KnowledgeError) return error.problems;
    throw error;
  }
  return [];
}

const MAKER = "roles/kite-maker.md";

describe("a knowledge base that is right", () => {
  it("loads whole, indexed by id", async () => {
    const folder = await writeTexts(sampleTexts());
    const knowledge = await loadKnowledge(folder);
    expect([...knowledge.roles.keys()]).toEqual(["kite-maker", "kite-pilot"]);
    expect(Object.keys(knowledge.roles.get("kite-maker")?.sections ?? {}).sort()).toEqual([...TOPICS].sort());
    expect(knowledge.salaries.get("kite-maker")?.[0]?.median).toBe(70000);
    expect(knowledge.skills.size).toBe(6);
    expect(knowledge).toEqual(parseKnowledge(sampleTexts()));
    await rm(folder, { recursive: true });
  });

  it("has another version as soon as one letter differs, and the same one otherwise", () => {
    const { version } = parseKnowledge(sampleTexts());
    expect(parseKnowledge(sampleTexts()).version).toBe(version);
    expect(parseKnowledge(spoil(sampleTexts(), MAKER, "cloth", "cloths")).version).not.toBe(version);
  });

  it("may be written with the line ends of Windows", () => {
    const texts = new Map([...sampleTexts()].map(([name, text]) => [name, text.replaceAll("\n", "\r\n")]));
    expect(problemsOf(texts)).toEqual([]);
  });
});

describe("one thing that is wrong is said with its file, its line and how to mend it", () => {
  const cases: [string, string, string, string, string, RegExp, RegExp][] = [
    [
      "an unknown skill",
      MAKER,
      "{ id: alpha,",
      "{ id: alpa,",
      "alpa",
      /skill "alpa" is unknown/,
      /mean alpha/,
    ],
    ["an unknown tool", MAKER, "id: zeta", "id: xyz", "xyz", /skill "xyz"/, /Add it first/],
    [
      "an unknown industry",
      MAKER,
      "industries: [retail]",
      "industries: [retal]",
      "retal",
      /industry/,
      /mean retail/,
    ],
    [
      "a dead link between roles",
      MAKER,
      "role: kite-pilot",
      "role: kite-pilots",
      "kite-pilots",
      /role "kite-pilots" is unknown/,
      /mean kite-pilot/,
    ],
    [
      "an unknown source of a fact",
      MAKER,
      "sources: [survey]",
      "sources: [surveys]",
      "surveys",
      /source "surveys"/,
      /mean survey/,
    ],
    ["an unknown occupation", MAKER, "soc: 15-2051", "soc: 15-2052", "15-2052", /occupation/, /mean 15-2051/],
    [
      "an unknown source of a section",
      MAKER,
      "[^editors]",
      "[^editor]",
      "[^editor]",
      /"Definition" rests on the source "editor"/,
      /mean editors/,
    ],
    [
      "a section without a source",
      MAKER,
      "[^editors]",
      "",
      "Point 4 of definition",
      /does not end in a source/,
      /\[\^onet\]/,
    ],
    [
      "a figure without a source",
      MAKER,
      "## Salary\n\n",
      "## Salary\n\n- It rose by 12% in a year.\n\n",
      "12%",
      /figure "12%" has no source/,
      /leave the figure out/,
    ],
    [
      "a figure in the overview",
      MAKER,
      "wind and cloth",
      "$90,000 of cloth",
      "$90,000",
      /overview has no source/,
      /Move it/,
    ],
    ["an empty section", MAKER, "## Salary", "## Salary\n\n## Salary", "## Salary", /is empty/, /40 to 160/],
    ["a heading that is no topic", MAKER, "## Salary", "## Pay", "## Pay", /"Pay" is no topic/, /Use one of/],
    [
      "a need that is neither must nor nice",
      MAKER,
      "need: must",
      "need: maybe",
      "maybe",
      /skills.0.need/,
      /README/,
    ],
    [
      "a field that nobody knows",
      MAKER,
      "level: mid",
      "level: mid\ncolour: red",
      "id: kite",
      /colour/,
      /README/,
    ],
    [
      "a text in asterisks",
      MAKER,
      "aliases: [wind maker]",
      "aliases: [*wind maker]",
      "*wind",
      /not valid YAML/,
      /quotes/,
    ],
    [
      "a bracket left open",
      MAKER,
      "aliases: [wind maker]",
      "aliases: [wind maker",
      "overview:",
      /not valid YAML/,
      /brackets/,
    ],
    [
      "a place not yet filled in",
      MAKER,
      "in: wind",
      "in: TODO",
      "TODO",
      /still to be filled in/,
      /delete the TODO/,
    ],
    [
      "an id that differs from the file's name",
      MAKER,
      "id: kite-maker",
      "id: kite-builder",
      "id: kite-builder",
      /differs from the file's name/,
      /kite-builder\.md/,
    ],
    [
      "a step towards an unknown skill",
      "skills.yaml",
      "what beta is",
      "what beta is\n  towards: [gama]",
      "gama",
      /skill "gama"/,
      /mean gamma/,
    ],
    [
      "a source that stands twice",
      "sources.yaml",
      sourceEntry("survey", "June 2026"),
      sourceEntry("survey", "June 2026") + sourceEntry("editors", "May 2026"),
      "",
      /key "editors" stands twice \(also in line 1\)/,
      /Join/,
    ],
    [
      "an occupation without its source",
      "occupations.yaml",
      "source: survey",
      "source: surveyor",
      "surveyor",
      /source "surveyor"/,
      /mean survey/,
    ],
    [
      "a field of names that leads nowhere",
      "name-grammar.yaml",
      "role: kite-maker",
      "role: kite-man",
      "kite-man",
      /role "kite-man"/,
      /mean/,
    ],
    [
      "pay of an unknown role",
      "salaries.csv",
      "kite-maker,",
      "kite-mker,",
      "kite-mker",
      /role "kite-mker"/,
      /mean/,
    ],
    [
      "pay without its source",
      "salaries.csv",
      ",survey",
      ",polls",
      "polls",
      /source "polls"/,
      /Add it first/,
    ],
    [
      "pay that is no number",
      "salaries.csv",
      "70000",
      "much",
      "much",
      /"median" is not right/,
      /salaries\.mjs/,
    ],
    [
      "a missing topic",
      "topics.yaml",
      "- { id: salary, label: Label, cues: [salary] }\n",
      "",
      "",
      /"salary" is missing/,
      /cues/,
    ],
  ];

  it.each(cases)("%s", (_, file, from, to, at, message, fix) => {
    const texts = spoil(sampleTexts(), file, from, to);
    const line = at === "" ? expect.any(Number) : lineWith(texts, file, at);
    const problems = problemsOf(texts);
    expect(problems).toContainEqual({
      file,
      line,
      message: expect.stringMatching(message),
      fix: expect.stringMatching(fix),
    });
  });

  it("names the row of the salary file, not its head", () => {
    const texts = spoil(
      sampleTexts(),
      "salaries.csv",
      "survey\n",
      "survey\nkite-pilot,advertised,all,US,,9,1,2,3,4,5,2025,nobody\n",
    );
    expect(problemsOf(texts)).toEqual([expect.objectContaining({ file: "salaries.csv", line: 3 })]);
  });

  it("a circle of skills that lead to one another", () => {
    const texts = sampleTexts();
    const circle = `${skillEntry("eta")}  towards: [theta]\n${skillEntry("theta")}  towards: [eta]\n`;
    texts.set("skills.yaml", `${texts.get("skills.yaml")}${circle}`);
    expect(problemsOf(texts)).toEqual([
      {
        file: "skills.yaml",
        line: lineWith(texts, "skills.yaml", "towards: [eta]"),
        message: "these skills lead back to themselves: eta → theta → eta",
        fix: "Take out one of these steps.",
      },
    ]);
  });

  it.each(["skills.yaml", "sources.yaml", "name-grammar.yaml", "salaries.csv"])("%s missing", (file) => {
    const texts = sampleTexts();
    texts.delete(file);
    expect(problemsOf(texts)).toContainEqual(
      expect.objectContaining({ file, line: 1, message: "the file is missing" }),
    );
  });

  it("a folder without roles, or no folder at all", async () => {
    const texts = new Map([...sampleTexts()].filter(([name]) => !name.startsWith("roles/")));
    expect(problemsOf(texts)).toContainEqual(expect.objectContaining({ message: "there is no role file" }));
    await expect(loadKnowledge("/nowhere/at/all")).rejects.toThrow(/skills\.yaml:1: the file is missing/);
  });
});

describe("several things that are wrong", () => {
  it("are all said at once, in the order of files and lines", () => {
    const texts = sampleTexts();
    spoil(texts, "skills.yaml", "kind: tool", "kind: toy");
    spoil(texts, "salaries.csv", ",survey", ",polls");
    spoil(texts, MAKER, "industries: [retail]", "industries: [mining]");
    spoil(texts, "roles/kite-pilot.md", "## Interview", "## Interviews");
    const places = problemsOf(texts).map(({ file, line }) => `${file}:${line}`);
    const last = (texts.get("roles/kite-pilot.md") ?? "").split("\n").length;
    expect(places).toEqual([
      `${MAKER}:${lineWith(texts, MAKER, "mining")}`,
      `roles/kite-pilot.md:${lineWith(texts, "roles/kite-pilot.md", "## Interviews")}`,
      `roles/kite-pilot.md:${last}`,
      "salaries.csv:2",
      `skills.yaml:${lineWith(texts, "skills.yaml", "toy")}`,
    ]);
  });

  it("never blame the roles that name a refused one, nor what a broken list would have held", () => {
    const texts = spoil(sampleTexts(), MAKER, "level: mid", "level: middling");
    spoil(texts, "sources.yaml", "licence: CC0", "licence: [");
    expect(new Set(problemsOf(texts).map((problem) => problem.file))).toEqual(
      new Set([MAKER, "sources.yaml"]),
    );
  });

  it("are worded one a line, to be read in a terminal", () => {
    const texts = spoil(sampleTexts(), MAKER, "id: gamma", "id: gamme");
    expect(() => parseKnowledge(texts)).toThrow(
      `1 problem in the knowledge base:\n${MAKER}:${lineWith(texts, MAKER, "gamme")}: the skill "gamme" is unknown. Did you mean gamma? Otherwise add it first.`,
    );
  });

  it("two topics missing in a third role refuse the whole base, with file and line", () => {
    const texts = sampleTexts();
    const third = (texts.get(MAKER) ?? "")
      .replaceAll("kite-maker", "kite-judge")
      .replace("name: Kite maker", "name: Kite judge")
      .replace("wind maker", "wind judge")
      .replace(/## Tools[\s\S]*?(?=## Industries)/, "")
      .replace(/## Interview[\s\S]*?(?=## Working)/, "");
    texts.set("roles/kite-judge.md", third);
    const line = third.split("\n").length;
    expect(problemsOf(texts).map(({ file, line, message }) => ({ file, line, message }))).toEqual([
      { file: "roles/kite-judge.md", line, message: 'the topic "Tools" is missing' },
      { file: "roles/kite-judge.md", line, message: 'the topic "Interview" is missing' },
    ]);
  });
});
