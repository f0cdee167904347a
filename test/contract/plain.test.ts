import { describe, expect, it } from "vitest";
import { headlinePay, officialPay } from "../../src/answers/pay.ts";
import { plainText } from "../../src/answers/plain-text.ts";
import {
  formatQuestion,
  parseQuestion,
  QUESTION_STRING_MAX,
} from "../../src/understanding/question-string.ts";
import { realKnowledge } from "../support/brain.ts";
import { knownIds } from "../support/knowledge.ts";
import { findings, lacks, leftOvers, SAMPLES, type Sample } from "./answers.ts";

const TITLE_MAX = 100;
const FIRST_SENTENCE_MAX = 400;
const LABEL_MAX = 38;
const FOLLOW_UPS_MAX = 10;
const TERMINAL = 80;

const knowledge = await realKnowledge();
const ids = knownIds(knowledge);

it("the samples are as many as they should be", () => {
  const counts = Object.fromEntries(SAMPLES.map(([kind, samples]) => [kind, samples.length]));
  const roles = knowledge.roles.size;
  expect(counts).toMatchObject({
    "look-ups": roles * 15,
    "plain comparisons": (roles * (roles - 1)) / 2,
    "comparisons by pay": (roles * (roles - 1)) / 2,
  });
});

describe.each(SAMPLES)("as plain text, %s", (_, samples) => {
  it("say title, summary and every source, and nothing broken", () => {
    expect(
      findings(samples, ({ answer }) => [
        ...lacks(plainText(answer), answer),
        ...lacks(plainText(answer, { width: TERMINAL }), answer),
        ...leftOvers(plainText(answer)),
      ]),
    ).toEqual([]);
  });

  it("keep to the width of a terminal wherever a word allows it", () => {
    expect(
      findings(samples, ({ answer }) =>
        plainText(answer, { width: TERMINAL })
          .split("\n")
          .filter((line) => line.length > TERMINAL && line.trim().includes(" "))
          .filter((line) => !answer.tables.some(({ caption }) => caption === line))
          .map((line) => `${line.length} columns: ${line}`),
      ),
    ).toEqual([]);
  });

  it("answer in a first sentence that is not too long", () => {
    expect(
      findings(samples, ({ answer }) => {
        const [sentence = ""] = answer.summary.split(/(?<=[.!?])\s+(?=[A-Z])/);
        return [
          ...(sentence.trim() === "" ? ["no first sentence"] : []),
          ...(sentence.length > FIRST_SENTENCE_MAX ? [`${sentence.length} characters: ${sentence}`] : []),
          ...(/[.!?]$/.test(answer.summary.trim()) ? [] : [`does not end: ${answer.summary}`]),
        ];
      }),
    ).toEqual([]);
  });

  it("keep titles, labels and tables in their form", () => {
    expect(findings(samples, formFaults)).toEqual([]);
  });

  it("name a source wherever a figure stands", () => {
    expect(
      findings(samples, ({ name, answer }) => {
        // The shares in "why" are the bot's own certainty.
        if (name === "why") return [];
        const { sources } = answer;
        const said = plainText({ ...answer, sources: [], followUps: [] });
        const figures = said.match(/\$\d[\d,.]*|\b\d+(?:\.\d+)?%|\bn ?= ?[\d,]+/g) ?? [];
        return figures.length > 0 && sources.length === 0 ? [`${figures[0]} without a source`] : [];
      }),
    ).toEqual([]);
  });

  it("offer questions that a button can carry and read back", () => {
    expect(
      findings(samples, ({ answer, question }) =>
        [question, ...answer.followUps.map((next) => next.question)].flatMap((each) => {
          const text = formatQuestion(each);
          const back = parseQuestion(text, ids);
          return [
            ...(text.length > QUESTION_STRING_MAX ? [`${text.length} characters: ${text}`] : []),
            ...(JSON.stringify(back) === JSON.stringify(each) || sameQuestion(back, each)
              ? []
              : [`${text} reads back as ${JSON.stringify(back)}`]),
          ];
        }),
      ),
    ).toEqual([]);
  });
});

function sameQuestion(a: unknown, b: object): boolean {
  if (typeof a !== "object" || a === null) return false;
  const sorted = (value: object) =>
    JSON.stringify(Object.entries(value).sort(([x], [y]) => x.localeCompare(y)));
  return sorted(a) === sorted(b);
}

function formFaults({ answer }: Sample): string[] {
  return [
    ...(answer.title.trim() === "" || answer.title.length > TITLE_MAX
      ? [`title of ${answer.title.length}: ${answer.title}`]
      : []),
    ...(answer.followUps.length > FOLLOW_UPS_MAX ? [`${answer.followUps.length} follow-ups`] : []),
    ...answer.followUps
      .filter(({ label }) => label.trim() === "" || label.length > LABEL_MAX)
      .map(({ label }) => `label of ${label.length}: ${label}`),
    ...answer.tables.flatMap(({ caption, columns, rows }) => [
      ...(caption.trim() === "" ? ["a table without a caption"] : []),
      ...rows.filter((row) => row.length !== columns.length).map((row) => `uneven row ${row[0]}`),
      ...rows
        .filter((row) => row.some((cell) => cell.trim() === ""))
        .map((row) => `empty cell beside ${row[0]}`),
    ]),
    ...(new Set(answer.sources.map(({ key }) => key)).size < answer.sources.length ? ["a source twice"] : []),
  ];
}

describe("pay", () => {
  const pay = SAMPLES.flatMap(([, samples]) => samples).filter(
    ({ question }) =>
      (question.intent === "lookup" || question.intent === "compare") && question.topics.includes("salary"),
  );

  it("stands with region, period, count and the source it is from", () => {
    expect(pay.length).toBeGreaterThan(knowledge.roles.size);
    expect(
      findings(pay, ({ question, answer }) =>
        question.roles.flatMap((id) => {
          const row = headlinePay(knowledge.roles.get(id)!, knowledge);
          if (row === undefined) return [];
          const said = plainText(answer);
          return [
            ...(answer.sources.some(({ key }) => key === row.source) ? [] : [`no source ${row.source}`]),
            ...(said.includes(row.period) && /\bUS\b/.test(said) && said.includes("n=")
              ? []
              : ["a bare figure"]),
          ];
        }),
      ),
    ).toEqual([]);
  });

  it("is never one range of adverts and official statistics", () => {
    expect(
      findings(pay, ({ question, answer }) => {
        const official = question.roles.flatMap(
          (id) => officialPay(knowledge.roles.get(id)!, knowledge) ?? [],
        );
        // Official figures stand in a section of their own, named as such, and in no table beside adverts.
        const cells = answer.tables.flatMap(({ rows }) => rows.flat()).join(" ");
        return official
          .map(({ median }) => `$${median.toLocaleString("en-US")}`)
          .filter((figure) => cells.includes(figure) && !isAdvertised(question.roles, figure))
          .map((figure) => `${figure} among adverts`);
      }),
    ).toEqual([]);
  });

  function isAdvertised(roles: readonly string[], figure: string): boolean {
    return roles
      .flatMap((id) => knowledge.salaries.get(id) ?? [])
      .filter(({ kind }) => kind === "advertised")
      .flatMap(({ p25, median, p75 }) => [p25, median, p75])
      .some((amount) => amount !== null && `$${amount.toLocaleString("en-US")}` === figure);
  }
});
