import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { checkExamples } from "../../../src/cli/knowledge-examples.ts";
import { draftStubs } from "../../../src/cli/misses/draft-stubs.ts";
import { formatMisses } from "../../../src/cli/misses/format-misses.ts";
import { sinceTime } from "../../../src/cli/misses/since.ts";
import type { CountedMiss, MissGroup } from "../../../src/understanding/misses/group-misses.ts";
import { realKnowledge } from "../../support/brain.ts";

const NOW = Date.parse("2026-11-24T12:00:00Z");
const kinds = (over: Partial<CountedMiss["kinds"]>) => ({ declined: 0, unclear: 0, disliked: 0, ...over });
const group = (over: Partial<MissGroup> & { texts: string[] }): MissGroup => {
  const { texts, ...rest } = over;
  return {
    count: texts.length,
    kinds: kinds({ declined: texts.length }),
    lastDay: "2026-11-23",
    misses: texts.map((text) => ({ text, count: 1, kinds: kinds({ declined: 1 }), lastDay: "2026-11-23" })),
    role: undefined,
    topic: undefined,
    intent: "lookup",
    ...rest,
  };
};
const SNACKS = group({
  texts: ['what "snacks": do they eat', "- snacks? {yes}"],
  role: "statistician",
  topic: { topic: "working-conditions", probability: 0.4 },
});
const JOBS = group({
  texts: ["where is work"],
  intent: "openings",
  topic: { topic: "outlook", probability: 0.9 },
});
const PAY = group({
  texts: ["what do statisticians earn --> <script>"],
  kinds: kinds({ disliked: 3, declined: 1 }),
  role: "statistician",
  topic: { topic: "salary", probability: 0.9 },
});

test("drafts of examples pass the check of the knowledge base as they stand, whatever people typed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "drafts-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const drafts = draftStubs([SNACKS, JOBS, PAY]);
  expect(drafts.map(({ path }) => path)).toEqual([
    "examples/lookup.yaml",
    "examples/openings.yaml",
    "roles/statistician.md",
  ]);
  for (const { path, text } of drafts) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  expect(await checkExamples(folder)).toEqual({ count: 3, problems: [] });
});

test("an example is labelled with the nearest topic where questions of its kind have topics", () => {
  const [lookups, openings] = draftStubs([SNACKS, JOBS]);
  expect(lookups?.text).toContain(
    '# 2 asked (2 declined); nearest role: statistician\n- { text: "what \\"snacks\\": do they eat", topics: [working-conditions] }\n',
  );
  expect(openings?.text).toContain('- { text: "where is work", topics: [] }');
});

test("an answer that was rated down drafts the section of its role and topic, and no question ends the comment", () => {
  const [draft] = draftStubs([PAY]);
  expect(draft?.text).toContain(
    "## Salary\n\n<!-- 1 declined and 3 rated down. Asked:\n  1 x what do statisticians earn - -> <script>\n-->",
  );
});

test.each([
  ["7d", "2026-11-17T12:00:00.000Z"],
  ["24h", "2026-11-23T12:00:00.000Z"],
  ["2w", "2026-11-10T12:00:00.000Z"],
  ["2026-11-01", "2026-11-01T00:00:00.000Z"],
])("since %s is %s", (words, time) => {
  expect(new Date(sinceTime(words, NOW) ?? 0).toISOString()).toBe(time);
});

test.each(["", "7", "d", "7 days", "-3d", "2026-13-01", "2027-01-01", "99999d"])(
  "since %s is refused",
  (words) => {
    expect(sinceTime(words, NOW)).toBeUndefined();
  },
);

test("of several groups about one section there is one draft", () => {
  const { role, topic } = PAY;
  const more = group({ texts: ["statistician pay?"], kinds: kinds({ disliked: 2 }), role, topic });
  const [draft, ...others] = draftStubs([PAY, more]);
  expect(others).toEqual([]);
  expect(draft?.text.match(/^## Salary$/gm)).toHaveLength(1);
  expect(draft?.text).toContain("1 declined and 5 rated down. Asked:\n");
  expect(draft?.text).toContain("\n  1 x statistician pay?\n-->");
});

test("what names no role and is near to no topic is left for an editor to sort", () => {
  const oath = group({
    texts: ["is there an oath"],
    topic: { topic: "industries", probability: 0.05 },
    intent: "greeting",
  });
  const [draft, ...others] = draftStubs([oath]);
  expect(others).toEqual([]);
  expect(draft?.path).toBe("unsorted.yaml");
  expect(draft?.text).toContain('- { text: "is there an oath", topics: [] }');
});

test("a guess at the topic that is as good as none is not shown", async () => {
  const oath = group({ texts: ["is there an oath"], topic: { topic: "industries", probability: 0.05 } });
  expect(formatMisses([oath], NOW, await realKnowledge())).toContain("nearest: no role\n".trimEnd());
  expect(formatMisses([oath], NOW, await realKnowledge())).not.toContain("5%");
});

test("as text, each group with what happened, what is near, and how else it was worded", async () => {
  const many = group({ texts: ["a", "b", "c", "d", "e", "f", "g", "h"] });
  const text = formatMisses([many, SNACKS], NOW - 1, await realKnowledge());
  expect(text).toBe(
    [
      "10 questions in 2 groups since 2026-11-24, most frequent first",
      "",
      "By nearest topic: no topic 8, Working conditions 2",
      "By nearest role: no role 8, Statistician 2",
      "",
      "   8  a",
      "      8 declined; last 2026-11-23; nearest: no role",
      "      also: b",
      "      also: c",
      "      also: d",
      "      also: e",
      "      also: f",
      "      and 2 more",
      "",
      '   2  what "snacks": do they eat',
      "      2 declined; last 2026-11-23; nearest: Statistician, Working conditions (topic 40%)",
      "      also: - snacks? {yes}",
    ].join("\n"),
  );
  expect(formatMisses([], NOW, await realKnowledge())).toBe("Nothing was missed since 2026-11-24.");
});
