import { expect, it } from "vitest";
import { quote } from "../../src/answers/quote.ts";

it.each([
  ["basket  weaving", "“basket weaving”"],
  ["C++", "“C++”"],
  ["R&D", "“R&D”"],
  ["node.js", "“node.\u2060js”"],
  ["@everyone **now** <script>", "“everyone now script”"],
  ["[click](https://evil.example)", "“click https evil.\u2060example”"],
  ["#general", "“#\u2060general”"],
  ["", ""],
  ["?!<>", ""],
])("%j is quoted as %j, with nothing live in it", (typed, shown) => {
  expect(quote(typed)).toBe(shown);
});

it("a long one is shortened, and no letter is cut in two", () => {
  expect(quote("x".repeat(40))).toBe(`“${"x".repeat(40)}”`);
  expect(quote("x".repeat(41))).toBe(`“${"x".repeat(39)}…”`);
  expect(quote("𝒳".repeat(41))).toBe(`“${"𝒳".repeat(39)}…”`);
});
