import { describe, expect, it } from "vitest";
import { foldName, foldWord } from "../../src/knowledge/fold-name.ts";

describe("names fold together", () => {
  it.each([
    ["Machine-Learning Engineers", "machine learning engineer"],
    ["  DATA   scientist's ", "data scientist"],
    ["Café_analyst", "cafe analyst"],
    ["C++", "c++"],
    ["C#", "c#"],
    ["CI/CD", "ci/cd"],
    ["R&D", "r&d"],
    ["scikit-learn", "scikit learn"],
    ["technologies", "technology"],
  ])("%j is %j", (name, folded) => expect(foldName(name)).toBe(folded));

  it("keeps apart what differs in more than spelling", () => {
    expect(foldName("C++")).not.toBe(foldName("C#"));
    expect(foldName("data analyst")).not.toBe(foldName("data analytics"));
  });

  it.each([
    "statistics",
    "business",
    "analytics",
    "devops",
    "kubernetes",
    "pandas",
    "aws",
    "sales",
    "is",
    "us",
  ])("%s is no plural", (word) => expect(foldWord(word)).toBe(word));

  it("takes the s off short forms", () => {
    expect(foldWord("llms")).toBe("llm");
    expect(foldWord("apis")).toBe("api");
  });

  it("folds what is folded to itself", () => {
    for (const name of ["Data Scientists", "ETL developers", "Heads of data"])
      expect(foldName(foldName(name))).toBe(foldName(name));
  });
});
