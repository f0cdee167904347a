import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { readPlainYaml } from "../../src/knowledge/plain-yaml.ts";
import { roleFile } from "./sample.ts";

const FRONT = roleFile("kite-maker", "Kite maker", "kite-pilot").split("---\n")[1] ?? "";

/** What the full reader makes of it, or "refused". */
function full(text: string): unknown {
  try {
    const document = parseDocument(text);
    return document.errors.length > 0 ? "refused" : document.toJS();
  } catch {
    return "refused";
  }
}

describe("the reader of plain YAML", () => {
  it("reads the front matter of a role file", () => {
    expect(readPlainYaml(FRONT)).toEqual(full(FRONT));
    expect(readPlainYaml(FRONT)).toMatchObject({ id: "kite-maker", experience: { from: 1 } });
  });

  it("reads every role file of the knowledge base as the full reader does, and nearly all by itself", () => {
    const folder = new URL("../../knowledge/roles/", import.meta.url);
    const fronts = readdirSync(folder).map(
      (name) => /^---\n([\s\S]*?)\n---\n/.exec(readFileSync(new URL(name, folder), "utf8"))?.[1] ?? "",
    );
    const plain = fronts.filter((front) => readPlainYaml(front) !== undefined);
    expect(plain.length).toBeGreaterThan(fronts.length * 0.9);
    for (const front of plain) expect(readPlainYaml(front)).toEqual(full(front));
  });

  it.each([
    ["lists in lists of maps", "- id: a\n  names: [b, c d]\n- id: e\n"],
    ["a list over several lines", "a: [\n    b, c,\n    d,\n  ]\n"],
    ["quoted words", "a: \"b: c\"\nd: 'e # f'\n"],
    ["codes and numbers", "a: 15-1243\nb: 2023-2025\nc: 12\nd: 15-1243.00\ne: 0\n"],
    ["a link", "a: [https://example.org/kites/1]\n"],
    ["comments and blank lines", "# one\na: b\n\n  # two\nc: d\n"],
    ["words that begin with a digit", "- 3d artist\n- 2d animator\n"],
    ["a folded text", "a: >-\n  one: two\n  three [four]\nb: c\n"],
  ])("reads %s", (_, text) => {
    expect(readPlainYaml(text)).toEqual(full(text));
    expect(readPlainYaml(text)).toBeDefined();
  });

  it.each([
    ["a word that means true", "a: true\n"],
    ["a number in disguise", "a: 1e3\n"],
    ["a number that is none", "a: 007\n"],
    ["an anchor", "a: &b c\n"],
    ["a key given twice", "a: 1\na: 2\n"],
    ["a comment behind a value", "a: b # c\n"],
    ["a blank line in a folded text", "a: >-\n  b\n\n  c\n"],
    ["a tab", "a:\n\t- b\n"],
    ["two documents", "a: b\n---\nc: d\n"],
    ["an indentation that fits nowhere", "a:\n    b: c\n  d: e\n"],
    ["nothing", ""],
  ])("leaves %s to the full reader", (_, text) => expect(readPlainYaml(text)).toBeUndefined());

  it("agrees with the full reader whatever is done to a text, or leaves it alone", () => {
    const BITS = [
      " ",
      "  ",
      "\n",
      ":",
      ": ",
      "- ",
      "[",
      "]",
      "{",
      "}",
      ",",
      "#",
      " #",
      "*",
      "&",
      "!",
      "%",
      "@",
      '"',
      "'",
      "`",
      "|",
      ">",
      ">-",
      "~",
      "null",
      "true",
      "0",
      "1e3",
      "\t",
      "?",
      "? ",
      "<<",
      "---",
      "...",
      "é",
      "0x1",
      ".5",
      "-1",
      "x",
    ];
    const texts = [
      FRONT,
      "- id: a\n  names: [b, c d]\n  more: { e: f, g: 2 }\n- id: e\n",
      "a: [\n    b, c,\n    d,\n  ]\nb: >-\n  one\n  two\nc:\n  - d\n  - 3d artist\n",
    ];
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat({ max: 3 }),
      bit: fc.constantFrom("", ...BITS),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        (text, edits) => {
          let changed = text;
          for (const { at, cut, bit } of edits) {
            const place = Math.floor(at * changed.length);
            changed = changed.slice(0, place) + bit + changed.slice(place + cut);
          }
          const plain = readPlainYaml(changed);
          if (plain !== undefined) expect(plain).toEqual(full(changed));
        },
      ),
      { numRuns: 3000, seed: 20261124 },
    );
  });
});
