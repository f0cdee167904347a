import { describe, expect, it } from "vitest";
import { answerQuestion } from "../../src/answers/answer-question.ts";
import { answerComparison, cell, MOST_COMPARED } from "../../src/answers/compare.ts";
import { plainText } from "../../src/answers/plain-text.ts";
import { firstSentence } from "../../src/answers/topic-text.ts";
import type { Knowledge } from "../../src/knowledge/knowledge.ts";
import { TOPICS } from "../../src/knowledge/topics.ts";
import { plainQuestion } from "../../src/understanding/question.ts";
import { realKnowledge } from "../support/brain.ts";
import { payRow, roleOf, withPay } from "../support/knowledge.ts";

const knowledge = await realKnowledge();
const ENGINEER = "data-engineer";
const SCIENTIST = "data-scientist";
const ANALYST = "data-analyst";
const engineer = roleOf(knowledge, ENGINEER);
const scientist = roleOf(knowledge, SCIENTIST);
const analyst = roleOf(knowledge, ANALYST);

/** Made-up medians for roles, in their order, with their counts. */
function paid(...figures: [role: string, median: number, n: number][]): Knowledge {
  return figures.reduce(
    (known, [role, median, n]) => withPay(known, role, [payRow({ role, median, n })]),
    knowledge,
  );
}

describe("a comparison by pay", () => {
  it("says first which is advertised higher, with region, kind, period and counts", () => {
    const base = paid([ENGINEER, 100_000, 50], [SCIENTIST, 130_000, 1_500]);
    expect(answerComparison([engineer, scientist], ["salary"], base).summary).toBe(
      "The data scientist is advertised higher: a median of $130,000 a year against $100,000 for the data engineer (US adverts, base pay, 2023-2025; n=1,500 and 50).",
    );
  });

  it("names the period of each where they differ", () => {
    const later = payRow({ role: SCIENTIST, median: 130_000, n: 60, period: "2024-2025" });
    const base = withPay(paid([ENGINEER, 100_000, 50]), SCIENTIST, [later]);
    expect(answerComparison([engineer, scientist], ["salary"], base).summary).toContain(
      "(US adverts, base pay, 2024-2025 and 2023-2025; n=60 and 50)",
    );
  });

  it("calls equal medians alike, whichever is named first", () => {
    const base = paid([ENGINEER, 120_010, 50], [SCIENTIST, 120_020, 60]);
    expect(answerComparison([engineer, scientist], ["salary"], base).summary).toBe(
      "The data scientist and the data engineer are advertised alike: a median of $120,000 a year each (US adverts, base pay, 2023-2025; n=60 and 50).",
    );
  });

  it("names two that share the top of three", () => {
    const base = paid([ENGINEER, 120_000, 50], [SCIENTIST, 120_000, 60], [ANALYST, 90_000, 70]);
    expect(answerComparison([analyst, engineer, scientist], ["salary"], base).summary).toBe(
      "The data engineer and the data scientist are advertised higher: a median of $120,000 a year each against $90,000 for the data analyst (US adverts, base pay, 2023-2025; n=50, 60 and 70).",
    );
  });

  it("warns where a figure rests on few adverts, in the sentence and in the cell", () => {
    const base = paid([ENGINEER, 100_000, 29], [SCIENTIST, 130_000, 30]);
    const { summary, tables } = answerComparison([engineer, scientist], ["salary"], base);
    expect(summary).toMatch(
      /The figure for the data engineer rests on few adverts, so take the order as a hint\.$/,
    );
    expect(tables[0]?.rows[0]).toEqual([
      "Pay",
      "Median $100,000, $100,000 to $140,000 (US adverts 2023-2025, n=29, few)",
      "Median $130,000, $100,000 to $140,000 (US adverts 2023-2025, n=30)",
    ]);
  });

  it("does not order what it has no figure for", () => {
    const base = withPay(paid([SCIENTIST, 130_000, 30]), ENGINEER, []);
    const answer = answerComparison([engineer, scientist], ["salary"], base);
    expect(answer.summary).toBe(
      "There are too few adverts to say which of data engineers and data scientists earns more.",
    );
    expect(answer.tables[0]?.rows[0]?.[1]).toBe("too few adverts to say");
  });

  it("keeps official statistics out of the table of adverts", () => {
    const answer = answerComparison([engineer, scientist], ["salary"], knowledge);
    expect(answer.sections.map(({ heading }) => heading)).toEqual([
      "Official statistics, counted apart from adverts",
    ]);
    expect(answer.tables.flatMap(({ rows }) => rows.flat()).join(" ")).not.toContain("Official");
  });
});

describe("a plain comparison", () => {
  const answer = answerComparison([engineer, scientist], [], knowledge);

  it("opens with how much the two have in common and who is advertised higher", () => {
    expect(answer.summary).toMatch(
      /^A data engineer and a data scientist share \d+ of \d+ must-have skills\. The data \w+ is advertised higher: /,
    );
  });

  it("sets the topics by which people choose side by side", () => {
    const [table] = answer.tables;
    expect(table?.columns).toEqual(["Topic", "Data engineer", "Data scientist"]);
    expect(table?.rows.map(([topic]) => topic)).toEqual([
      "What it is",
      "What they do",
      "Skills",
      "Tools",
      "Education",
      "Experience",
      "Pay",
      "Outlook",
      "Working conditions",
    ]);
  });

  it("splits the must-haves into shared and own, without naming one twice", () => {
    const lists = plainText({ ...answer, tables: [], sources: [], followUps: [] });
    const listOf = (label: string) =>
      new RegExp(`^- ${label}: (.+)$`, "m").exec(lists)?.[1]?.split(", ") ?? [];
    const [both, one, other] = ["Both", "Only Data engineer", "Only Data scientist"].map(listOf);
    expect(both).toContain("SQL");
    const all = [both, one, other].flatMap((list) => list ?? []);
    expect(new Set(all).size).toBe(all.length);
  });

  it("offers other topics of the same two, each alone, and the way from one to the other", () => {
    expect(answer.followUps).toContainEqual({
      label: "From Data engineer to Data scientist",
      question: { intent: "transition", from: ENGINEER, roles: [SCIENTIST], topics: [] },
    });
    expect(answer.followUps.map(({ label }) => label)).toEqual(
      expect.arrayContaining(["About Data engineer", "About Data scientist", "Pay"]),
    );
  });
});

describe("a comparison by another topic", () => {
  it("names the tools that both use", () => {
    const { summary } = answerComparison([engineer, scientist], ["tools"], knowledge);
    expect(summary).toMatch(/^Data engineers and data scientists share .+; what each adds stands below\.$/);
  });

  it("says so where they share none", () => {
    const bare = { ...engineer, tools: [] };
    expect(answerComparison([bare, scientist], ["tools"], knowledge).summary).toBe(
      "Data engineers and data scientists share no tools on our lists.",
    );
  });

  it("gives the official growth of each for the outlook", () => {
    const { summary } = answerComparison([engineer, scientist], ["outlook"], knowledge);
    expect(summary).toMatch(/^Official US projections for the closest occupations\. Data engineer: [+-]?\d/);
  });

  it.each(TOPICS)("by %s says each thing once", (topic) => {
    const answer = answerComparison([engineer, scientist], [topic], knowledge);
    const said = plainText({ ...answer, followUps: [], sources: [] });
    for (const role of [engineer, scientist])
      for (const text of [firstSentence(role, topic), cell(role, topic, knowledge)])
        if (text.length > 20) expect(said.split(text).length - 1, text).toBeLessThan(2);
    expect(answer.summary).not.toBe("");
  });

  it("goes on role by role where the summary has said what a table would", () => {
    const answer = answerComparison([engineer, scientist], ["interview"], knowledge);
    expect(answer.tables).toEqual([]);
    expect(answer.sections.map(({ heading }) => heading)).toEqual(["Data engineer", "Data scientist"]);
    const both = answerComparison([engineer, scientist], ["interview", "salary"], knowledge);
    expect(both.tables[0]?.rows.map(([name]) => name)).toEqual(["Pay"]);
  });

  it("orders by remote adverts for working conditions", () => {
    const remote = (role: typeof engineer, remotePercent: number) => ({
      ...role,
      conditions: { remotePercent, adverts: 100, period: "2024", sources: ["editors"] },
    });
    const { summary } = answerComparison(
      [remote(engineer, 10), remote(scientist, 25)],
      ["working-conditions"],
      knowledge,
    );
    expect(summary).toBe(
      "Fully remote adverts are commonest for the data scientist (25%), then the data engineer (10%).",
    );
  });
});

describe("the roles of a comparison", () => {
  it("are three or four beside each other, and no more", () => {
    const many = [...knowledge.roles.keys()].slice(0, 6);
    const { tables, summary } = answerQuestion(plainQuestion("compare", many), knowledge);
    expect(tables[0]?.columns).toHaveLength(1 + MOST_COMPARED);
    expect(plainText(answerQuestion(plainQuestion("compare", many), knowledge))).toMatch(
      /At most 4 roles fit side by side, so I left out .+ and .+\./,
    );
    // Only the sentence's first article has a capital.
    expect(summary.split(". ")[0]).not.toMatch(/[,d] An? /);
  });

  it("must be two: a role beside itself is asked for its other side", () => {
    const answer = answerQuestion(plainQuestion("compare", [ENGINEER, ENGINEER]), knowledge);
    expect(answer.outcome).toBe("clarify");
    expect(answer.summary).toBe("With which role shall I compare the data engineer?");
    expect(answer.tables).toEqual([]);
  });

  it("may hold one twice beside another", () => {
    const answer = answerQuestion(plainQuestion("compare", [ENGINEER, ENGINEER, SCIENTIST]), knowledge);
    expect(answer.tables[0]?.columns).toEqual(["Topic", "Data engineer", "Data scientist"]);
  });

  it("leave out one that is gone from the knowledge base", () => {
    const answer = answerQuestion(plainQuestion("compare", [ENGINEER, "gone", SCIENTIST]), knowledge);
    expect(answer.tables[0]?.columns).toEqual(["Topic", "Data engineer", "Data scientist"]);
  });
});

describe("a cell", () => {
  it.each([...knowledge.roles.values()])("of $name is never empty", (role) => {
    for (const topic of knowledge.topics.keys()) expect(cell(role, topic, knowledge).trim()).not.toBe("");
  });
});
