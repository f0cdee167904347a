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

test("what is about the asker is hidden, and what was typed may turn out to be no answer", () => {
  const seen = (name: string, options: Record<string, string | boolean>) => {
    const { hidden, unsure } = ask(name, options) as { hidden: boolean; unsure: boolean };
    return { hidden, unsure };
  };
  expect(seen("role", { name: "data-engineer" })).toEqual({ hidden: false, unsure: false });
  expect(seen("role", { name: "blorp" })).toEqual({ hidden: false, unsure: true });
  expect(seen("compare", { "role-a": "data-engineer", "role-b": "data-x", private: true }).hidden).toBe(true);
  expect(seen("compare", { "role-a": "data-engineer", "role-b": "data-x" }).unsure).toBe(false);
  expect(seen("compare", { "role-a": "data-engineer", "role-b": "data-engineer" }).unsure).toBe(true);
  expect(seen("compare", { "role-a": "data-engineer", "role-b": "plumber" }).unsure).toBe(true);
  expect(seen("ask", { question: "x" })).toEqual({ hidden: false, unsure: true });
  expect(seen("tips", {})).toEqual({ hidden: true, unsure: true });
});

test("what was typed for roles or skills is handed on beside the words around it", () => {
  expect(ask("compare", { "role-a": "nurse", "role-b": "data-engineer" })).toMatchObject({
    text: "compare nurse and data-engineer",
    rolesTyped: { intent: "compare", words: ["nurse", "data-engineer"] },
  });
  expect(ask("find", { skill: "sql", "skill-2": "basket weaving" })).toMatchObject({
    text: "which roles use sql and basket weaving",
    skillsTyped: { words: ["sql", "basket weaving"], topics: [] },
  });
});

test("a blank question opens the form, and a command of another version is none", () => {
  expect(ask("ask", { question: "  " })).toEqual({ kind: "form" });
  expect(ask("horoscope", {})).toBeUndefined();
});
