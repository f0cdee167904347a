import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reviewCv } from "../../src/guidance/cv-review.ts";
import { areSuitAnswers, SUIT_QUESTIONS, suitedRoles } from "../../src/guidance/suits.ts";
import { knowledge } from "./reader.ts";

describe("which role suits somebody", () => {
  test("is asked in five or six questions whose answers have labels that a phone shows whole", () => {
    expect(SUIT_QUESTIONS.length).toBeLessThanOrEqual(6);
    for (const { options } of SUIT_QUESTIONS) {
      expect(options.length).toBeLessThanOrEqual(5);
      expect(new Set(options.map((option) => option.letter)).size).toBe(options.length);
      for (const { label } of options) expect(label.length).toBeLessThanOrEqual(38);
    }
  });

  test("follows from the answers: numbers and little maths lead to analysis, images to computer vision, people to leading", () => {
    const best = (answers: string) => suitedRoles(answers, knowledge).map(({ role }) => role);
    expect(best("acbaca").some((role) => role.family === "analysis")).toBe(true);
    expect(best("caacca").map((role) => role.id)).toContain("computer-vision-engineer");
    expect(best("ebcaac").every((role) => role.family === "leadership" || role.family === "product")).toBe(
      true,
    );
    expect(
      best("bbadcb").some(
        (role) => ["software", "data-engineering"].includes(role.family) || role.id === "mlops-engineer",
      ),
    ).toBe(true);
  });

  test("gives a reason with each role, whatever is answered or skipped", () => {
    const letters = SUIT_QUESTIONS.map(({ options }) =>
      fc.constantFrom("-", ...options.map((option) => option.letter)),
    );
    fc.assert(
      fc.property(fc.tuple(...letters), (row) => {
        const answers = row.join("");
        expect(areSuitAnswers(answers)).toBe(true);
        for (const { because } of suitedRoles(answers, knowledge)) expect(because.length).toBeGreaterThan(0);
      }),
      { numRuns: 200, seed: 4 },
    );
  });

  test("refuses letters that are no answers", () => {
    expect(areSuitAnswers("z")).toBe(false);
    expect(areSuitAnswers("aaaaaaa")).toBe(false);
  });
});

describe("a CV review", () => {
  const target = knowledge.roles.get("data-analyst")!;
  test("tells what is shown from what is only named", () => {
    const review = reviewCv(
      [
        { text: "Built 12 reports in SQL and cut the monthly close by 3 days", skills: ["sql", "reporting"] },
        { text: "Skills: Excel, Tableau", skills: ["excel", "tableau"] },
      ],
      target,
    );
    expect(review.shown.map(({ need }) => need.id)).toContain("sql");
    expect(review.named.map((need) => need.id)).toContain("excel");
    expect(review.absent.map((need) => need.id)).toContain("data-cleaning");
  });
  test("counts lines of work without any number; a period is none", () => {
    const review = reviewCv(
      [
        { text: "Built dashboards 2019-2022", skills: [] },
        { text: "Reduced run time by 40%", skills: [] },
      ],
      target,
    );
    expect([review.withoutNumbers, review.workLines]).toEqual([1, 2]);
  });
});
