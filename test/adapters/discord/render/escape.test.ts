import { describe, expect, test } from "vitest";
import {
  codeSpan,
  escapeText,
  linkTarget,
  maskedLink,
  shorten,
} from "../../../../src/adapters/discord/render/escape.ts";

describe("text from people is shown literally", () => {
  test.each([
    ["**bold**", "\\*\\*bold\\*\\*"],
    ["||spoiler||", "\\|\\|spoiler\\|\\|"],
    ["<@123456789012345678>", "\\<\\@123456789012345678\\>"],
    ["@everyone", "\\@everyone"],
    ["[click](https://evil.example)", "\\[click\\](https\\://evil.example)"],
    ["# heading\n- item\n1. first", "\\# heading\n\\- item\n1\\. first"],
    ["-# small", "\\-# small"],
    ["a back\\slash", "a back\\\\slash"],
  ])("%j", (typed, shown) => expect(escapeText(typed)).toBe(shown));

  test("words with a hyphen, a hash or a dot inside stay as they are", () => {
    expect(escapeText("state-of-the-art C# at 3.5 %")).toBe("state-of-the-art C# at 3.5 %");
  });
});

test("a code span cannot be left from the inside", () => {
  expect(codeSpan("a`b")).toBe("`aˋb`");
});

describe("a masked link", () => {
  test("opens http and https alone", () => {
    expect(maskedLink("docs", "https://example.org/a_(b)")).toBe("[docs](https://example.org/a_%28b%29)");
    expect(maskedLink("x", "javascript:alert(1)")).toBe("x");
    expect(linkTarget("not an address")).toBeUndefined();
  });

  test("keeps its label in its brackets", () => {
    expect(maskedLink("a](https://evil.example)", "https://example.org/")).toBe(
      "[a\\](https\\://evil.example)](https://example.org/)",
    );
  });
});

test("a long text is cut at a word and never longer than asked", () => {
  expect(shorten("lead machine learning engineer", 24)).toBe("lead machine learning…");
  expect(shorten("x".repeat(50), 10)).toHaveLength(10);
  expect(shorten("short", 10)).toBe("short");
});
