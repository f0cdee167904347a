import { describe, expect, it } from "vitest";
import { realReader, rolesOf } from "../understander.ts";

const read = await realReader();

describe("names that share a word", () => {
  it.each([
    ["AI vs ML engineer, whose wallet is fatter", ["ai-engineer", "machine-learning-engineer"]],
    ["applied or research scientist?", ["applied-scientist", "research-scientist"]],
    ["platfrom vs sofware engineer", ["platform-engineer", "software-engineer"]],
    ["are data or software engineers happier", ["data-engineer", "software-engineer"]],
    ["a prompt or AI engineer", ["prompt-engineer", "ai-engineer"]],
    ["lead or manager in DS: who gets home", ["lead-data-scientist", "data-science-manager"]],
    ["software, data and ML engineers", ["software-engineer", "data-engineer", "machine-learning-engineer"]],
    [
      "deep learning / vision / NLP engineers",
      ["deep-learning-engineer", "computer-vision-engineer", "nlp-engineer"],
    ],
    ["senior or lead data scientist", ["data-scientist", "lead-data-scientist"]],
    ["lead vs regular data scientist hours?", ["lead-data-scientist", "data-scientist"]],
    ["is an AI or an ML engineer better paid", ["ai-engineer", "machine-learning-engineer"]],
  ])("takes the end from its neighbour: %s", (text, roles) => {
    expect(rolesOf(read(text).mentions)).toEqual(roles);
  });

  it.each([
    ["data analyst or scientist, which door", ["data-analyst", "data-scientist"]],
    ["data engineer/architect", ["data-engineer", "data-architect"]],
    ["BI dev/analyst, do both", ["business-intelligence-developer", "business-intelligence-analyst"]],
    ["data analyst, scientist or engineer?", ["data-analyst", "data-scientist", "data-engineer"]],
    ["data engineers and scientists", ["data-engineer", "data-scientist"]],
    ["ML engineer or researcher", ["machine-learning-engineer", "research-scientist"]],
  ])("takes the beginning from its neighbour: %s", (text, roles) => {
    expect(rolesOf(read(text).mentions)).toEqual(roles);
  });

  it.each([
    ["do I need python or sql as a data engineer", ["data-engineer"]],
    ["my lead and data scientists disagree", ["data-scientist"]],
    ["should I lead or be a data scientist", ["data-scientist"]],
    ["is a good or bad data engineer easy to tell", ["data-engineer"]],
    ["data scientist, engineers keep asking", ["data-scientist"]],
    ["machine learning engineers and data", ["machine-learning-engineer"]],
  ])("finds no other name in %s", (text, roles) => {
    expect(rolesOf(read(text).mentions)).toEqual(roles);
  });
});
