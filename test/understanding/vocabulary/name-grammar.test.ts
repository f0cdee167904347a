import { describe, expect, it } from "vitest";
import { realReader } from "../understander.ts";

const read = await realReader();
const named = (text: string) =>
  read(text).mentions.flatMap((mention) => (mention.kind === "role" ? [mention.role] : []));

describe("ranks, fields and people put together", () => {
  it.each([
    ["principal machine-learning engineer", "lead-machine-learning-engineer"],
    ["staff ML engineer", "lead-machine-learning-engineer"],
    ["ML tech lead", "lead-machine-learning-engineer"],
    ["machine learning team lead", "lead-machine-learning-engineer"],
    ["boss of the data scientists", "data-science-manager"],
    ["manager of data scientists", "data-science-manager"],
    ["data science boss", "data-science-manager"],
    ["manager of a data science team", "data-science-manager"],
    ["principal data scientist", "lead-data-scientist"],
    ["staff DS", "lead-data-scientist"],
    ["senior staff data scientist", "lead-data-scientist"],
    ["lead DS", "lead-data-scientist"],
    ["leader of the data scientists", "lead-data-scientist"],
    ["head honcho of data", "head-of-data"],
    ["director of data", "head-of-data"],
    ["VP of data", "head-of-data"],
    ["VP data", "head-of-data"],
    ["head of data engineering", "head-of-data"],
    ["director of data science", "head-of-data"],
    ["chief data officer", "head-of-data"],
    ["analytics boss", "data-analytics-manager"],
    ["manager of the data analysts", "data-analytics-manager"],
  ])("%s is a %s", (text, role) => {
    expect(named(text)).toEqual([role]);
  });
});

describe("fields and people put together", () => {
  it.each([
    ["NLP dev", "nlp-engineer"],
    ["natural language processing engineers", "nlp-engineer"],
    ["BI guy", "business-intelligence-analyst"],
    ["business intelligence people", "business-intelligence-analyst"],
    ["power bi developer", "business-intelligence-developer"],
    ["LLM engineer", "ai-engineer"],
    ["gen AI dev", "ai-engineer"],
    ["MLops person", "mlops-engineer"],
    ["computer vision dev", "computer-vision-engineer"],
    ["devops guy", "platform-engineer"],
    ["big data engineer", "data-engineer"],
    ["etl developer", "data-engineer"],
    ["deep learning practitioner", "deep-learning-engineer"],
    ["ML researcher", "research-scientist"],
    ["backend developer", "software-engineer"],
    ["AI product manager", "data-product-manager"],
    ["data warehouse architect", "data-architect"],
  ])("%s is a %s", (text, role) => {
    expect(named(text)).toEqual([role]);
  });
});

describe("seniority that makes no other role", () => {
  it.each([
    ["junior data analyst", "data-analyst"],
    ["Sr. Data Engineer", "data-engineer"],
    ["entry-level data scientist", "data-scientist"],
    ["graduate data engineer", "data-engineer"],
    ["mid level ML engineer", "machine-learning-engineer"],
    ["freelance data scientists", "data-scientist"],
  ])("%s is a %s", (text, role) => {
    expect(named(text)).toEqual([role]);
  });
});

describe("other jobs", () => {
  it.each([
    "data entry clerk",
    "sales engineer",
    "solutions architect",
    "civil engineer",
    "nurse",
    "registered nurse",
    "teacher",
    "landscape architect",
    "financial analyst",
    "mechanical engineer",
    "social media manager",
    "rocket scientist",
    "lab technician",
    "primary school head teacher",
    "project manager",
    "head chef",
  ])("%s is no role of ours", (text) => {
    expect(named(text)).toEqual([]);
  });

  it.each([
    "data entry clerk",
    "sales engineer",
    "solutions architect",
    "civil engineer",
    "registered nurse",
    "financial analyst",
  ])("%s is known to be another job", (text) => {
    expect(read(text).mentions.map((mention) => mention.kind)).toEqual(["profession"]);
  });
});

describe("words that only look like a name", () => {
  it.each([
    ["lead time", []],
    ["who is the head of state", []],
    ["my boss is great", []],
    ["data", []],
    ["manager", []],
    ["engineer", []],
    ["staff canteen", []],
    ["chief of police", []],
  ])("%s names nobody", (text, roles) => {
    expect(named(text)).toEqual(roles);
  });
});
