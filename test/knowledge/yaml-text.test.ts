import { describe, expect, it } from "vitest";
import { z } from "zod";
import { YamlText } from "../../src/knowledge/yaml-text.ts";

const TEXT = `# A comment
name: kite
needs:
  - { id: wind, level: 3 }
  - { id: cloth, level: 2 }
text: >-
  two
  lines
`;

describe("a YAML text", () => {
  it("knows the line of every value", () => {
    const yaml = new YamlText("kite.yaml", TEXT);
    expect(yaml.lineOf(["name"])).toBe(2);
    expect(yaml.lineOf(["needs", 1])).toBe(5);
    expect(yaml.lineOf(["needs", 1, "level"])).toBe(5);
    expect(yaml.value).toEqual({
      name: "kite",
      needs: [
        { id: "wind", level: 3 },
        { id: "cloth", level: 2 },
      ],
      text: "two lines",
    });
  });

  it("gives the line of the nearest parent for what is not there", () => {
    const yaml = new YamlText("kite.yaml", TEXT);
    expect(yaml.lineOf(["needs", 0, "colour"])).toBe(4);
    expect(yaml.lineOf(["nothing"])).toBe(1);
  });

  it("counts from the line on which it begins in its file", () => {
    const yaml = new YamlText("roles/kite.md", TEXT, 10);
    expect(yaml.lineOf(["name"])).toBe(11);
    expect(new YamlText("roles/kite.md", "a: 1\nb: [1\nc: 2\n", 10).syntaxProblems()[0]?.line).toBe(12);
  });

  it("says of each value that is not as the schema wants it where it stands", () => {
    const schema = z.strictObject({
      name: z.string(),
      needs: z.array(z.strictObject({ id: z.string(), level: z.int().max(2) })),
      text: z.int(),
    });
    const parsed = new YamlText("kite.yaml", TEXT).parse(schema);
    expect("problems" in parsed && parsed.problems.map(({ line, message }) => [line, message])).toEqual([
      [4, expect.stringContaining('"needs.0.level" is not right')],
      [6, expect.stringContaining('"text" is not right')],
    ]);
  });

  it.each([
    ["an open bracket", "a: 1\nb: [1, 2\nc: 3\n", 3],
    ["a key given twice", "a: 1\nb: 2\na: 3\n", 3],
    ["an indentation that fits nowhere", "a:\n    b: 1\n  c: 2\n", 3],
    ["asterisks without quotes", "a: 1\nb: *very* good\n", 2],
    ["an open quote", 'a: 1\nb: "open', 2],
    ["a colon in plain words", "a: 1\nb: this: that\n", 2],
  ])("reports %s with its line", (_, text, line) => {
    const yaml = new YamlText("kite.yaml", text);
    const problems = yaml.syntaxProblems();
    expect(problems[0]).toMatchObject({
      file: "kite.yaml",
      message: expect.stringContaining("not valid YAML"),
    });
    expect(problems.map((problem) => problem.line)).toContain(line);
    expect(yaml.parse(z.unknown())).toEqual({ problems });
  });
});
