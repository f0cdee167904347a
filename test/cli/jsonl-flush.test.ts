import { expect, it } from "vitest";
import { Bin } from "./bin.ts";

it("gives each answer before it reads the next line", async () => {
  const bin = new Bin(["ask", "--jsonl"]);
  for (const [at, text] of ["data engineer", "and the salary?", "thanks"].entries()) {
    bin.child.stdin.write(`${JSON.stringify({ id: at, text, conversation: "one" })}\n`);
    await bin.until(`answer ${at}`, ({ stdout }) => stdout.split("\n").length === at + 2);
  }
  const { code, stdout } = await bin.feed("");
  expect(code).toBe(0);
  expect(
    stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).question.intent),
  ).toEqual(["lookup", "lookup", "thanks"]);
});
