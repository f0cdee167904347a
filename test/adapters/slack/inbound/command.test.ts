import { expect, it } from "vitest";
import { WORDINGS } from "../../../../src/adapters/slack/inbound/command.ts";

it.each([
  ["/compare", "data engineer vs nurse", "compare", ["data engineer", "nurse"]],
  ["/compare", "ds manager and ml lead, pay", "compare", ["ds manager and ml lead"]],
  [
    "/compare",
    "data engineer vs. data scientist, what they do",
    "compare",
    ["data engineer", "data scientist"],
  ],
  ["/compare", "data engineer versus", "compare", ["data engineer"]],
  ["/compare", "vs", "compare", []],
  ["/role", "ML engineer, tools", "lookup", ["ML engineer"]],
  ["/role", "", "lookup", []],
  ["/path", "from data analyst to data scientist", "transition", ["data analyst", "data scientist"]],
  ["/path", "data analyst -> data scientist", "transition", ["data analyst", "data scientist"]],
  ["/path", "to data engineer", "transition", ["data engineer"]],
  ["/path", "data analyst to", "transition", ["data analyst"]],
  ["/path", "", "transition", []],
  ["/tips", "data analyst", "advice", ["data analyst"]],
] as const)("%s %s asks for roles by %s: %j", (command, words, intent, fields) => {
  expect(WORDINGS[command](words).rolesTyped).toEqual({ intent, words: fields });
});

it.each(["", "me", "for me", "For myself"])(
  "/tips %s is for whoever gives it, and names no role",
  (words) => {
    expect(WORDINGS["/tips"](words)).toEqual({ text: "career tips" });
  },
);
