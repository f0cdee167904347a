import { describe, expect, it } from "vitest";
import { readRoleFile } from "../../src/knowledge/role-file.ts";
import { TOPICS } from "../../src/knowledge/topics.ts";
import { roleFile } from "./sample.ts";

const FILE = "roles/kite-maker.md";
const TEXT = roleFile("kite-maker", "Kite maker", "kite-pilot");

function read(text: string) {
  const read = readRoleFile(FILE, text);
  return "role" in read ? { ...read.role, problems: [] } : read;
}

function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split("\n").length;
}

describe("a role file", () => {
  it("gives facts with their defaults, and every section with its sources and lines", () => {
    const role = readRoleFile(FILE, TEXT);
    if (!("role" in role)) throw new Error("refused");
    expect(role.role.facts).toMatchObject({
      id: "kite-maker",
      hiddenAliases: [],
      education: { possible: [] },
    });
    expect(Object.keys(role.role.sections)).toEqual([...TOPICS]);
    const { markdown, sources, line } = role.role.sections.salary;
    expect(markdown.startsWith("Kite makers see the salary")).toBe(true);
    expect(sources).toEqual(["editors"]);
    expect(line).toBe(lineOf(TEXT, "## Salary"));
    expect(role.role.textLines.salary).toBe(line + 2);
  });

  it("lists the sources of a section once each, in the order of their first use", () => {
    const text = TEXT.replace(
      "## Salary\n\n",
      "## Salary\n\n- Rises 3%.[^survey]\n- Falls 2%.[^editors][^survey]\n\n",
    );
    expect(read(text).sections.salary?.sources).toEqual(["survey", "editors"]);
  });

  it("without front matter says how to begin", () => {
    expect(read("# Kite maker\n").problems).toEqual([
      {
        file: FILE,
        line: 1,
        message: "the facts between two lines of --- are missing",
        fix: expect.stringContaining("---"),
      },
    ]);
  });

  it("tells what is wrong with the facts and with the texts at once", () => {
    const text = TEXT.replace("level: mid", "level: 3").replace("## Interview", "### Interview");
    expect(read(text).problems.map(({ line, message }) => [line, message])).toEqual([
      [lineOf(text, "level: 3"), expect.stringContaining('"level" is not right')],
      [text.split("\n").length, 'the topic "Interview" is missing'],
    ]);
  });

  it("keeps what could be read of a refused file, for the matrix", () => {
    const kept = read(TEXT.replace("level: mid", "level: 3").replace("## Interview", "### Interview"));
    expect(Object.keys(kept.sections)).toEqual(TOPICS.filter((topic) => topic !== "interview"));
  });

  it("refuses a topic that stands twice", () => {
    const text = TEXT.replace("## Tools", "## Skills");
    expect(read(text).problems.map((problem) => problem.message)).toEqual([
      '"Skills" stands twice',
      'the topic "Tools" is missing',
    ]);
  });

  it.each([
    "59% of them do",
    "they earn $90,000",
    "n = 317 answered",
    "there are 12,500 posts",
    "it takes 3-6 months",
    "5 years are asked for",
  ])("wants a source for: %s", (words) => {
    const text = TEXT.replace("## Salary\n\n", `## Salary\n\nAs far as we know\n${words}.\n\n`);
    expect(read(text).problems).toEqual([
      expect.objectContaining({
        line: lineOf(text, words),
        message: expect.stringContaining("has no source"),
      }),
    ]);
    expect(read(text.replace(`${words}.`, `${words}.[^survey]`)).problems).toEqual([]);
  });

  it.each(["Python 3 and the top 10 tools", "one of five people", "founded in 2024"])(
    "wants none for: %s",
    (words) => {
      expect(read(TEXT.replace("## Salary\n\n", `## Salary\n\n${words}\n\n`)).problems).toEqual([]);
    },
  );

  it("takes a source of another list item for no source", () => {
    const text = TEXT.replace("## Salary\n\n", "## Salary\n\n- It grew 5%.\n- So they say.[^survey]\n\n");
    expect(read(text).problems).toHaveLength(1);
  });

  it("says of a place to fill in only that", () => {
    const text = TEXT.replace("level: mid", "level: TODO # one of the levels");
    expect(read(text).problems).toEqual([
      {
        file: FILE,
        line: lineOf(text, "level: TODO"),
        message: "this is still to be filled in",
        fix: "Write it, and delete the TODO.",
      },
    ]);
  });
});
