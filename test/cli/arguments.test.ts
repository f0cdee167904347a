import { expect, it } from "vitest";
import { readArguments } from "../../src/cli/arguments.ts";

const read = (...argv: string[]) => {
  const { command, flags, words } = readArguments(argv);
  return { command, flags: Object.fromEntries(flags), words };
};

it.each([
  [[], { command: "start", flags: {}, words: [] }],
  [["ask", "what", "is", "dbt"], { command: "ask", flags: {}, words: ["what", "is", "dbt"] }],
  [["ask", "--json", "what is dbt"], { command: "ask", flags: { json: true }, words: ["what is dbt"] }],
  [["ask", "what is dbt", "--json"], { command: "ask", flags: { json: true }, words: ["what is dbt"] }],
  [["ask", "--", "--json"], { command: "ask", flags: {}, words: ["--json"] }],
  [["ask", ""], { command: "ask", flags: {}, words: [""] }],
  [
    ["discord", "deploy", "--guild", "123", "--dry-run"],
    { command: "discord", flags: { guild: "123", "dry-run": true }, words: ["deploy"] },
  ],
  [["discord", "deploy", "--guild=123"], { command: "discord", flags: { guild: "123" }, words: ["deploy"] }],
  [["evaluate", "f", "--floor"], { command: "evaluate", flags: { floor: true }, words: ["f"] }],
])("%j", (argv, expected) => {
  expect(read(...argv)).toEqual(expected);
});

it("a value keeps its own equals signs", () => {
  expect(read("evaluate", "--since=a=b").flags).toEqual({ since: "a=b" });
});
