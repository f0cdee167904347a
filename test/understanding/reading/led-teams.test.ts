import { describe, expect, it } from "vitest";
import { withLedTeams } from "../../../src/understanding/reading/led-teams.ts";
import { buildVocabulary } from "../../../src/understanding/vocabulary/vocabulary.ts";
import { realKnowledge } from "../../support/brain.ts";
import { realReader, rolesOf } from "../understander.ts";

const knowledge = await realKnowledge();
const vocabulary = buildVocabulary(knowledge);
const readPlain = await realReader();
const read = (text: string) => withLedTeams(readPlain(text), vocabulary, knowledge);

describe("a team that somebody leads", () => {
  it.each([
    ["I run a small analytics team, three people", ["data-analytics-manager"]],
    ["I manage data scientists at a telco", ["data-science-manager"]],
    ["she manages a team of six data scientists", ["data-science-manager"]],
    ["how do I step up to managing the data science team", ["data-science-manager"]],
  ])("is the work of its manager: %s", (text, roles) => {
    expect(rolesOf(read(text).mentions)).toEqual(roles);
  });

  it.each([
    ["do data engineers run pipelines", ["data-engineer"]],
    ["who manages a data scientist", ["data-scientist"]],
    ["my manager wants more data scientists", ["data-scientist"]],
  ])("is not meant in %s", (text, roles) => {
    expect(rolesOf(read(text).mentions)).toEqual(roles);
  });
});
