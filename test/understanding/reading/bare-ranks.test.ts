import { describe, expect, it } from "vitest";
import { realReader, rolesOf } from "../understander.ts";

const read = await realReader();

describe("a rank named alone", () => {
  it.each([
    ["from senior DS to principal", ["data-scientist", "lead-data-scientist"]],
    ["data scientist to lead", ["data-scientist", "lead-data-scientist"]],
    ["ML engineer -> staff", ["machine-learning-engineer", "lead-machine-learning-engineer"]],
    ["can a data scientist become a manager", ["data-scientist", "data-science-manager"]],
    ["data analyst vs manager", ["data-analyst", "data-analytics-manager"]],
    ["how does a data scientist reach principal", ["data-scientist", "lead-data-scientist"]],
    ["a lead ML engineer vs a regular one", ["lead-machine-learning-engineer", "machine-learning-engineer"]],
    ["what does a principal DS do that the plain one doesn't", ["lead-data-scientist", "data-scientist"]],
  ])("takes the field of the role beside it: %s", (text, roles) => {
    expect(rolesOf(read(text).mentions)).toEqual(roles);
  });

  it.each([
    ["a data scientist and their manager's mood", ["data-scientist"]],
    ["data scientist vs data engineer to lead", ["data-scientist", "data-engineer"]],
    ["to lead a good life", []],
    ["lead data scientist to lead", ["lead-data-scientist"]],
  ])("is no role in %s", (text, roles) => {
    expect(rolesOf(read(text).mentions)).toEqual(roles);
  });
});
