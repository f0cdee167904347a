import { describe, expect, it } from "vitest";
import { isPlainRole } from "../../../src/understanding/deciding/plain-role.ts";
import { realReader } from "../understander.ts";

const read = await realReader();

describe("nothing but a role", () => {
  it.each([
    "data engineer",
    "a data engineer?",
    "and a data engineer?",
    "what about data engineers",
    "ok, and for data engineers",
    "sorry, I meant data engineer",
    "same question for a data engineer",
    "no, the data engineer please",
  ])("%s", (text) => {
    expect(isPlainRole(read(text).masked)).toBe(true);
  });

  it.each([
    "data engineer salary",
    "what do data engineers earn",
    "how stressed are data engineers",
    "data engineer interview",
  ])("not %s", (text) => {
    expect(isPlainRole(read(text).masked)).toBe(false);
  });
});
