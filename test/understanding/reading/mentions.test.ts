import { describe, expect, it, test } from "vitest";
import { realReader } from "../understander.ts";

const read = await realReader();
/** "role data-engineer", "skill sql (not)", "profession". */
const mentions = (text: string) =>
  read(text).mentions.map((mention) => {
    const id = "role" in mention ? mention.role : "id" in mention ? mention.id : "";
    const negated = "negated" in mention && mention.negated ? " (not)" : "";
    return `${mention.kind} ${id}${negated}`.trim();
  });

describe("the longest name wins", () => {
  it.each([
    ["lead machine learning engineer", ["role lead-machine-learning-engineer"]],
    ["machine learning engineer", ["role machine-learning-engineer"]],
    ["data product manager", ["role data-product-manager"]],
    ["data science manager", ["role data-science-manager"]],
    ["data analytics manager", ["role data-analytics-manager"]],
    ["business intelligence developer", ["role business-intelligence-developer"]],
    ["data entry clerk", ["profession"]],
    ["deep learning engineer", ["role deep-learning-engineer"]],
    ["power bi developer", ["role business-intelligence-developer"]],
  ])("in %s", (text, found) => {
    expect(mentions(text)).toEqual(found);
  });
});

describe("several names", () => {
  it.each([
    ["data engineer vs data scientist", ["role data-engineer", "role data-scientist"]],
    [
      "data engineer, data scientist and statistician",
      ["role data-engineer", "role data-scientist", "role statistician"],
    ],
    ["nurse to data analyst", ["profession", "role data-analyst"]],
    ["python and sql for a data analyst", ["skill python", "skill sql", "role data-analyst"]],
    ["data scientist data engineer", ["role data-scientist", "role data-engineer"]],
  ])("are found in the order of %s", (text, found) => {
    expect(mentions(text)).toEqual(found);
  });

  test("never overlap", () => {
    const found = read(
      "senior lead data science manager data engineer ml ops dev bi guy power bi sql",
    ).mentions;
    for (const [n, mention] of found.entries()) {
      expect(mention.end).toBeGreaterThan(mention.start);
      expect(mention.start).toBeGreaterThanOrEqual(found[n - 1]?.end ?? 0);
    }
  });
});

describe("a field named alone", () => {
  it.each([
    ["get into data science", "area data-scientist"],
    ["is machine learning hard", "area machine-learning-engineer"],
    ["jobs in nlp", "area nlp-engineer"],
  ])("may stand for its role: %s", (text, found) => {
    expect(mentions(text)).toContain(found);
  });
});

describe("negation", () => {
  it.each([
    ["jobs without sql", "skill sql (not)"],
    ["roles that don't need python", "skill python (not)"],
    ["I hate python", "skill python (not)"],
    ["no phd", "degree doctorate (not)"],
    ["I don't have a phd", "degree doctorate (not)"],
    ["anything but not too much sql", "skill sql (not)"],
    ["avoid sql", "skill sql (not)"],
    ["i am bad at statistics", "area statistician (not)"],
  ])("is heard in %s", (text, found) => {
    expect(mentions(text)).toContain(found);
  });

  it.each([
    ["jobs with sql", "skill sql"],
    ["no idea. sql jobs", "skill sql"],
    ["I love python", "skill python"],
    ["not sure which role uses python", "skill python"],
    ["without experience can I use sql", "skill sql"],
  ])("is not heard in %s", (text, found) => {
    expect(mentions(text)).toContain(found);
  });

  test("reaches one thing and leaves the next alone", () => {
    expect(mentions("python but without excel, and sql")).toEqual(
      expect.arrayContaining(["skill python", "skill excel (not)", "skill sql"]),
    );
  });
});

describe("masking", () => {
  it.each([
    ["data engineer vs nurse", "ROLE0 vs JOB1"],
    ["I know python, excel and sql", "i know LANGUAGE0 , TOOL1 and LANGUAGE2"],
    ["5 years as a data analyst. What now?", "NUM years as a ROLE0 . what now"],
    ["fix ```x``` please", "fix CODE please"],
  ])("puts names as their kind: %s", (text, masked) => {
    expect(read(text).masked).toBe(masked);
  });
});
