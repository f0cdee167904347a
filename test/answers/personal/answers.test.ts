import type { Root, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { describe, expect, test } from "vitest";
import type { Answer } from "../../../src/answers/answer.ts";
import { parseMarkdown } from "../../../src/answers/markdown.ts";
import { answerCvReview } from "../../../src/answers/personal/cv-answer.ts";
import { answerGap } from "../../../src/answers/personal/gap-answer.ts";
import { answerInterview } from "../../../src/answers/personal/interview-answer.ts";
import { answerPlan } from "../../../src/answers/personal/plan-answer.ts";
import { answerProfile } from "../../../src/answers/personal/profile-card.ts";
import { answerNudge, answerProgress } from "../../../src/answers/personal/progress-answer.ts";
import { quoted } from "../../../src/answers/personal/quoted.ts";
import { answerSuits } from "../../../src/answers/personal/suits-answer.ts";
import { answerLearnNext, answerReady } from "../../../src/answers/personal/tips-answer.ts";
import { plainText } from "../../../src/answers/plain-text.ts";
import { makePlan } from "../../../src/guidance/plan.ts";
import { portfolioProject, startingAdvice } from "../../../src/guidance/portfolio.ts";
import { practiceOf } from "../../../src/guidance/practice/practice.ts";
import { emptyProfile, type Profile, profileSchema } from "../../../src/guidance/profile.ts";
import { formatQuestion, QUESTION_STRING_MAX } from "../../../src/understanding/question-string.ts";
import { knowledge } from "../../guidance/reader.ts";

const PEOPLE: Profile[] = [
  emptyProfile(),
  profileSchema.parse({ ...emptyProfile(), current: null, years: 9, degree: "none", hoursPerWeek: 1 }),
  profileSchema.parse({
    current: "data-analyst",
    years: 2.5,
    skills: [
      { id: "sql", level: 4 },
      { id: "python", level: 2 },
    ],
    degree: "master",
    field: "physics",
    targets: ["data-engineer"],
    interests: ["healthcare", "finance"],
    hoursPerWeek: 5,
    region: "EU",
    timeZone: "Europe/Berlin",
  }),
];

const ALLOWED = new Set([
  "paragraph",
  "list",
  "listItem",
  "text",
  "strong",
  "emphasis",
  "inlineCode",
  "link",
  "break",
  "footnoteReference",
]);

function expectWellFormed(answer: Answer, about: string): void {
  expect(answer.audience, about).toBe("private");
  expect(answer.title.length, answer.title).toBeLessThanOrEqual(100);
  expect(answer.summary, about).not.toMatch(/undefined|NaN|\[\^|\*\*/);
  for (const { label, question } of answer.followUps) {
    expect(label.length).toBeLessThanOrEqual(38);
    expect(formatQuestion(question).length).toBeLessThanOrEqual(QUESTION_STRING_MAX);
  }
  const visit = (node: Root | RootContent): void => {
    if (node.type !== "root") expect(ALLOWED, `${about}: ${node.type}`).toContain(node.type);
    if ("children" in node) for (const child of node.children) visit(child);
  };
  for (const { body } of answer.sections) visit(body);
  expect(plainText(answer), about).not.toMatch(/undefined|NaN|\[\^/);
}

describe("answers about one person", () => {
  test("are well formed and private for every role and very different people", () => {
    for (const [n, target] of [...knowledge.roles.values()].entries()) {
      for (const profile of [PEOPLE[n % PEOPLE.length]!]) {
        const plan = makePlan(profile, target, knowledge);
        const about = `${profile.current} to ${target.id}`;
        const made = [
          answerGap(profile, target, knowledge),
          answerPlan(plan, profile, knowledge),
          answerProgress(plan, profile, knowledge, plan.steps[0]),
          answerNudge(plan, profile, knowledge),
          answerLearnNext(profile, target, knowledge),
          answerReady(profile, target, knowledge),
          answerInterview(target, profile, knowledge),
          answerProfile(profile, knowledge, { note: "A note." }),
          answerCvReview([{ text: "Built 3 reports in SQL", skills: ["sql"] }], target, profile, knowledge),
        ];
        for (const answer of made) expectWellFormed(answer, about);
      }
    }
    expectWellFormed(answerSuits("acbaca", PEOPLE[2], knowledge), "suits");
  });

  test("mark the hours of a plan as the editors' rule of thumb", () => {
    const profile = PEOPLE[2]!;
    const answer = answerPlan(
      makePlan(profile, knowledge.roles.get("data-engineer")!, knowledge),
      profile,
      knowledge,
    );
    expect(answer.sources.map((source) => source.key)).toContain("editors");
    expect(plainText(answer)).toContain("rule of thumb");
    expect(plainText(answer)).toContain("at 5 hours a week");
  });

  test("cite what education and experience rest on", () => {
    const target = knowledge.roles.get("data-engineer")!;
    const keys = answerGap(PEOPLE[2]!, target, knowledge).sources.map((source) => source.key);
    for (const key of [...target.education.sources, ...target.experience.sources])
      expect(keys).toContain(key);
  });

  test("show what was counted without having been said", () => {
    const text = plainText(answerGap(PEOPLE[2]!, knowledge.roles.get("data-scientist")!, knowledge));
    expect(text).toContain("Counted though you did not say so");
    expect(text).toContain("from your work as data analyst");
  });

  test("take the data from an industry that interests somebody and hires the role", () => {
    const profile = PEOPLE[2]!;
    const text = plainText(
      answerPlan(makePlan(profile, knowledge.roles.get("data-engineer")!, knowledge), profile, knowledge),
    );
    expect(text).toMatch(/take the data from .*health/);
  });
});

describe("practice", () => {
  const musts = new Set(
    [...knowledge.roles.values()].flatMap((role) =>
      [...role.skills, ...role.tools].filter((need) => need.need === "must").map((need) => need.id),
    ),
  );

  test("has a task for each must-have, and no task fits two skills", () => {
    const tasks = [...musts].map((id) => practiceOf(knowledge.skills.get(id)!).task);
    expect(new Set(tasks).size).toBe(tasks.length);
  });

  test("says of each skill how to tell that it is learnt", () => {
    for (const skill of knowledge.skills.values()) {
      const { task, done } = practiceOf(skill);
      expect(task).toMatch(/^[A-Z].*\.$/s);
      expect(done).toMatch(/\.$/);
      expect(done.length).toBeLessThan(200);
    }
  });

  test("has a project and a warning from every role's own file", () => {
    for (const role of knowledge.roles.values()) {
      expect(portfolioProject(role), role.id).toMatch(/\w{3}/);
      expect(startingAdvice(role, "Avoid"), role.id).not.toMatch(/\[\^|\*\*/);
    }
  });
});

describe("somebody's own words", () => {
  test.each([
    "<!channel> hello",
    "**bold** _it_ `code`",
    "[link](https://evil.example/x)",
    "see https://evil.example and www.evil.example",
    "@everyone look",
    "![image](x)",
    "1. item",
    "# heading",
    "> quote",
  ])("are quoted with nothing live in them: %s", (text) => {
    const root = parseMarkdown(`- **SQL:** ${quoted(text)}`);
    const kinds: string[] = [];
    const visit = (node: Root | RootContent): void => {
      kinds.push(node.type);
      if ("children" in node) for (const child of node.children) visit(child);
    };
    visit(root);
    expect(kinds).toEqual(["root", "list", "listItem", "paragraph", "strong", "text", "text"]);
    expect(textOf(root)).not.toMatch(/@everyone|https?:|www\./);
  });
});
