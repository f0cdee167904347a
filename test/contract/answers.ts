import type { Answer } from "../../src/answers/answer.ts";
import { answerQuestion } from "../../src/answers/answer-question.ts";
import { explainPost } from "../../src/answers/explain-post.ts";
import { weeklyReport } from "../../src/answers/misses-report.ts";
import { askWhich, decline, emptyQuestion, tooLong } from "../../src/answers/uncertain.ts";
import { answerWhy } from "../../src/answers/why.ts";
import { errorAnswer } from "../../src/conversations/error-answer.ts";
import type { Knowledge } from "../../src/knowledge/knowledge.ts";
import type { MissGroup } from "../../src/understanding/misses/group-misses.ts";
import type { OpeningsFilters } from "../../src/understanding/openings-filters.ts";
import { plainQuestion, type Question } from "../../src/understanding/question.ts";
import { formatQuestion } from "../../src/understanding/question-string.ts";
import { boardOf, opening, sampleOpenings, sourceOf } from "../openings/sample-board.ts";
import { realKnowledge } from "../support/brain.ts";
import { advice, bare, comparisons, largeComparisons, lookups, rankings, transitions } from "./questions.ts";

export interface Sample {
  name: string;
  question: Question;
  answer: Answer;
}

const knowledge = await realKnowledge();
const PERIOD = { from: Date.parse("2026-11-16T09:00:00Z"), to: Date.parse("2026-11-23T09:00:00Z") };

/** Every answer that the contract is held against, by kind. */
export const SAMPLES: [kind: string, samples: Sample[]][] = [
  ["look-ups", answered(lookups(knowledge))],
  ["plain comparisons", answered(comparisons(knowledge, []))],
  ["comparisons by pay", answered(comparisons(knowledge, ["salary"]))],
  ["comparisons of three and four", answered(largeComparisons(knowledge))],
  ["transitions", answered(transitions(knowledge))],
  ["rankings", answered(rankings(knowledge))],
  ["advice", answered(advice(knowledge))],
  ["bare intents", answered(bare())],
  ["openings", await openings()],
  ["doubts and refusals", doubts(knowledge)],
];

function answered(questions: readonly Question[]): Sample[] {
  return questions.map((question) => ({
    name: formatQuestion(question),
    question,
    answer: answerQuestion(question, knowledge),
  }));
}

/** The sample feed, and one of strangers who try what a link or a line of text can do. */
async function openings(): Promise<Sample[]> {
  const words = "<!channel> <@U1> @everyone *bold* [pay](https://evil.example) `code` https://evil.example";
  const hostile = Array.from({ length: 9 }, (_, n) =>
    opening({
      title: `${n} ${words}`.slice(0, 120),
      employer: words.slice(0, 80),
      place: words.slice(0, 80),
      work: "remote",
      level: "lead",
      type: "internship",
      pay: { currency: "USD", from: 1, to: 1e9, unit: "hour" },
      until: Date.parse("2027-12-31"),
      url: `https://jobs.example/${"%28a%29/".repeat(110)}${n}?a=1&b=%22#c`,
    }),
  );
  const feeds = ["a", "b", "c", "d", "e"].map((name, n) => ({
    name: `${name}_*${name}*.example`,
    readAt: n === 4 ? undefined : 0,
    isDown: n > 1,
  }));
  const sources = [
    await sourceOf(boardOf(await sampleOpenings())),
    await sourceOf(boardOf(hostile, { feeds })),
    await sourceOf(boardOf([], { feeds: [{ name: "e.example", readAt: undefined, isDown: true }] })),
  ];
  const all: (OpeningsFilters | undefined)[] = [
    undefined,
    { page: 2 },
    {
      level: "senior",
      work: "on-site",
      type: "internship",
      place: "jersey-city",
      pay: { from: 99_999_999, currency: "USD" },
    },
    { place: "unknown" },
  ];
  const questions = [undefined, "data-engineer", "lead-machine-learning-engineer"].flatMap((role) =>
    all.map(
      (filters): Question => ({
        intent: "openings",
        roles: role ? [role] : [],
        topics: [],
        ...(filters ? { filters } : {}),
      }),
    ),
  );
  return sources.flatMap((source, n) =>
    questions.map((question) => ({
      name: `feed ${n}, ${formatQuestion(question)}`,
      question,
      answer: answerQuestion(question, knowledge, source),
    })),
  );
}

/** Answers that no question leads to: made when the text itself is in doubt, or something went wrong. */
function doubts(base: Knowledge): Sample[] {
  const question = plainQuestion("lookup", [], ["salary"]);
  const [first = "", second = "", third = ""] = base.roles.keys();
  const doubt = {
    question,
    alternatives: [plainQuestion("compare", [first, second]), plainQuestion("lookup", [third])],
    nearest: [first, second, third],
  };
  const evidence = {
    roles: [{ id: first, words: "<@everyone> *ml* lead", how: "alias" }],
    topics: [{ id: "salary", words: "[pay](https://example.org)", how: "in so many words" }],
    skills: [{ id: "sql", words: "`sql`", how: "tool" }],
    cues: ['"vs" joins two roles'],
    intents: [{ intent: "lookup", probability: 0.91 }],
    focus: ["the role from before"],
    decision: "One reading is far likelier than any other.",
  };
  const post = {
    roles: [{ id: first, words: ["some role"] }],
    terms: [...base.skills.keys()].slice(0, 12),
    pay: { from: 100_000, to: 130_000, currency: "USD" },
  };
  const made: [string, Answer][] = [
    ["which role", askWhich(doubt, base)],
    ["which two", askWhich({ ...doubt, question: plainQuestion("compare", [first]) }, base)],
    ["declined with the nearest", decline(doubt, base)],
    ["declined with nothing near", decline({ question, alternatives: [], nearest: [] }, base)],
    ["too long", tooLong(20_000, 4_000, base)],
    ["no words", emptyQuestion(base)],
    ["why", answerWhy(evidence, base)],
    ["why, forgotten", answerWhy(undefined, base)],
    ["post", explainPost(post, base)],
    ["post of nothing", explainPost({ roles: [], terms: [], pay: undefined }, base)],
    ["error", errorAnswer("a1b2c3d4")],
    ["weekly report", weeklyReport(missed(14), PERIOD, base)],
    ["weekly report of a quiet week", weeklyReport([], PERIOD, base)],
  ];
  return made.map(([name, answer]) => ({ name, question, answer }));
}

function missed(groups: number): MissGroup[] {
  return Array.from({ length: groups }, (_, n) => {
    const kinds = { declined: n, unclear: 1, disliked: 1 };
    const text = `${n} <!channel> @everyone *why* [pay](https://evil.example) ${"word ".repeat(40)}`;
    const miss = { text, count: n + 2, kinds, lastDay: "2026-11-20" };
    const nearest =
      n % 2 === 0
        ? { role: "statistician", topic: { topic: "salary" as const, probability: 0.4 } }
        : { role: undefined, topic: undefined };
    return { count: n + 2, kinds, lastDay: "2026-11-20", misses: [miss, miss], intent: "lookup", ...nearest };
  });
}

/** Runs a check over samples and gives what it finds, each with the sample's name; at most a screenful. */
export function findings(samples: readonly Sample[], check: (sample: Sample) => string[]): string[] {
  return samples.flatMap((sample) => check(sample).map((fault) => `${sample.name}: ${fault}`)).slice(0, 20);
}

/** Whatever broken text would leave behind. */
export function leftOvers(text: string): string[] {
  const found = text.match(/\[\^[^\]]*\]?|\bundefined\b|\bNaN\b|\[object \w+\]|\bnull\b/g) ?? [];
  return [...new Set(found)].map((each) => `shows ${each}`);
}

/** What of title, summary and sources a text lacks. */
export function lacks(text: string, { title, summary, sources }: Answer): string[] {
  const said = oneLine(text);
  const wanted = [
    title,
    summary,
    ...sources.flatMap((source) => [source.title, source.publisher, source.url]),
  ];
  return wanted.filter((part) => !said.includes(oneLine(part))).map((part) => `lacks "${part}"`);
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
