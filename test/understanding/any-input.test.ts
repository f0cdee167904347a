import fc from "fast-check";
import type { Nodes } from "mdast";
import { describe, expect, test } from "vitest";
import type { Answer } from "../../src/answers/answer.ts";
import { type Brain, createBrain, type Response } from "../../src/conversations/brain.ts";
import { nextFocus } from "../../src/conversations/next-focus.ts";
import type { Focus } from "../../src/understanding/focus.ts";
import { questionSchema } from "../../src/understanding/question.ts";
import { loadLexicon } from "../../src/understanding/text/lexicon.ts";
import { realBrain } from "../support/brain.ts";
import { anyInput, CANARY } from "./any-input.ts";
import { builtModels } from "./understander.ts";

const withEncoder = await realBrain();
const byWordsAlone = createBrain(withEncoder.knowledge, await builtModels(), loadLexicon());
const { roles, skills, professions } = withEncoder.knowledge;
const names = [
  ...[...roles.values()].flatMap((role) => [role.name, ...role.aliases, ...role.hiddenAliases]),
  ...[...skills.values()].map((skill) => skill.name),
  ...[...professions].slice(0, 100),
];

const NODES = new Set(
  "root paragraph list listItem text strong emphasis inlineCode link break footnoteReference".split(" "),
);

describe("whatever is sent, alone or within a talk, gets a calm bounded answer that echoes nothing live", () => {
  test("by the words alone", () => hold(byWordsAlone, 20_000), 600_000);
  test("with the sentence encoder, which costs more", () => hold(withEncoder, 2_000), 600_000);
});

async function hold(brain: Brain, numRuns: number): Promise<void> {
  let focus: Focus | undefined;
  const seen = { outcomes: new Map<string, number>(), intents: new Map<string, number>(), canaries: 0 };
  await fc.assert(
    fc.asyncProperty(anyInput(names), fc.boolean(), async (text, alone) => {
      const response = await brain.respond(text, alone ? undefined : focus);
      focus = nextFocus(response, focus);
      checkResponse(response);
      tally(seen.outcomes, response.outcome);
      tally(seen.intents, response.question.intent);
      if (text.includes(CANARY)) seen.canaries += 1;
    }),
    { seed: 20_000, numRuns, endOnFailure: true },
  );
  // The inputs must reach every part, or the property says little.
  expect([...seen.outcomes.keys()].sort()).toEqual(["answered", "clarify", "declined"]);
  expect(seen.intents.size).toBeGreaterThanOrEqual(7);
  expect(seen.canaries).toBeGreaterThan(numRuns / 20);
}

function checkResponse({ question, answer, confidence, evidence, alternatives }: Response): void {
  questionSchema.parse(question);
  for (const other of alternatives) questionSchema.parse(other);
  expect(confidence >= 0 && confidence <= 1).toBe(true);
  for (const { words } of [...evidence.roles, ...evidence.topics, ...evidence.skills]) {
    expect(words.length).toBeLessThanOrEqual(40);
  }
  checkBounds(answer);
  const { urls, kinds } = walk(answer);
  for (const kind of kinds) expect(NODES.has(kind)).toBe(true);
  const live = JSON.stringify([
    urls,
    answer.sources,
    answer.followUps.map((next) => next.question),
    question,
  ]);
  expect(live.includes(CANARY) || live.includes("evil.example") || live.includes("javascript:")).toBe(false);
}

function checkBounds(answer: Answer): void {
  expect(answer.title.trim().length).toBeGreaterThan(0);
  expect(answer.title.length).toBeLessThanOrEqual(100);
  expect(answer.summary.trim().length).toBeGreaterThan(0);
  expect(answer.summary.length).toBeLessThanOrEqual(1_000);
  expect(answer.followUps.length).toBeLessThanOrEqual(10);
  for (const { label } of answer.followUps) {
    expect(label.length > 0 && label.length <= 38).toBe(true);
  }
}

/** Every kind of node in an answer, and everything in it that a reader could follow or that is set as code. */
function walk(answer: Answer): { urls: string[]; kinds: Set<string> } {
  const urls: string[] = [];
  const kinds = new Set<string>();
  const visit = (node: Nodes): void => {
    kinds.add(node.type);
    if (node.type === "link") urls.push(node.url);
    if (node.type === "inlineCode") urls.push(node.value);
    if ("children" in node) for (const child of node.children) visit(child);
  };
  for (const section of answer.sections) visit(section.body);
  return { urls, kinds };
}

function tally(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
