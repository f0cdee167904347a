import { expect, test } from "vitest";
import { askOf } from "../../../../src/adapters/discord/commands/ask-of.ts";

const known = { isRole: (id: string) => id.startsWith("data-"), isSkill: (id: string) => id === "sql" };
const ask = (name: string, options: Record<string, string | boolean>) =>
  askOf({ name, subcommand: undefined, options }, known);

test("a skill's id is no role's", () => {
  expect(ask("role", { name: "sql" })).toMatchObject({ kind: "text", text: "sql" });
  expect(ask("find", { skill: "data-engineer" })).toMatchObject({ kind: "text" });
});

test("a role given twice is compared once", () => {
  const asked = ask("compare", { "role-a": "data-engineer", "role-b": "data-engineer" });
  expect(asked).toMatchObject({ question: { roles: ["data-engineer"] } });
});

test("a topic that does not exist is left out", () => {
  expect(ask("role", { name: "data-engineer", topic: "horoscope" })).toMatchObject({
    question: { topics: [] },
  });
});

test("only what is personal is hidden or may turn out so", () => {
  const seen = (name: string, options: Record<string, string | boolean>) => {
    const { hidden, personal } = ask(name, options) as { hidden: boolean; personal: boolean };
    return { hidden, personal };
  };
  expect(seen("role", { name: "data-engineer" })).toEqual({ hidden: false, personal: false });
  expect(seen("compare", { "role-a": "data-engineer", "role-b": "data-x", private: true }).hidden).toBe(true);
  expect(seen("ask", { question: "x" })).toEqual({ hidden: false, personal: true });
  expect(seen("tips", {})).toEqual({ hidden: true, personal: true });
});

test("a blank question opens the form, and a command of another version is none", () => {
  expect(ask("ask", { question: "  " })).toEqual({ kind: "form" });
  expect(ask("horoscope", {})).toBeUndefined();
});
