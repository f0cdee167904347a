import { expect, test } from "vitest";
import { markdownBlocks } from "../../../../src/adapters/discord/render/markdown.ts";
import { markdown } from "./sample-answers.ts";

const numbers = (key: string) => ({ bls: 1, aijobs: 2 })[key];
const shown = (text: string) => markdownBlocks(markdown(text, ["bls", "aijobs", "gone"]), numbers);

test("paragraphs and list items are blocks of their own", () => {
  expect(shown("One.\n\nTwo.\n\n- a\n- b\n\n1. c\n2. d")).toEqual([
    "One.",
    "Two.",
    "- a",
    "- b",
    "1. c",
    "2. d",
  ]);
});

test("strong, emphasis, code and links keep their form", () => {
  expect(shown("**a** *b* `c_d` [e](https://example.org/)")).toEqual([
    "**a** *b* `c_d` [e](https://example.org/)",
  ]);
});

test("nested lists are indented below their item", () => {
  expect(shown("- outer\n  - inner\n    - innermost")).toEqual(["- outer\n  - inner\n    - innermost"]);
});

test("signs in a text do not become formatting", () => {
  expect(shown("snake\\_case and \\*stars\\*")).toEqual(["snake\\_case and \\*stars\\*"]);
});

test("a footnote shows the place of its source, and nothing where the source is missing", () => {
  expect(shown("It pays well[^aijobs] and grows[^bls].")).toEqual([
    "It pays well \\[2\\] and grows \\[1\\].",
  ]);
  expect(shown("Nobody knows[^gone].")).toEqual(["Nobody knows."]);
});

test("a link that is no web address keeps its label alone", () => {
  expect(shown("[e](javascript:x)")).toEqual(["e"]);
});
