import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { checkExamples } from "../../src/cli/knowledge-examples.ts";
import { type KnowledgeTexts, parseKnowledge, readKnowledgeTexts } from "../../src/knowledge/load.ts";
import { isError } from "../../src/knowledge/matrix/finding.ts";
import { buildMatrix } from "../../src/knowledge/matrix.ts";
import { formatProblem } from "../../src/knowledge/problem.ts";
import { DEGREES, FAMILIES, LEVELS, roleFactsSchema, SKILL_KINDS } from "../../src/knowledge/schema.ts";
import { TOPICS, topicHeading } from "../../src/knowledge/topics.ts";

const FOLDER = fileURLToPath(new URL("../../knowledge/", import.meta.url));
/** Errors do not come with time, so any day would do. */
const NOW = new Date("2026-11-24");

describe("the knowledge base of this project", () => {
  let texts: KnowledgeTexts;
  beforeAll(async () => {
    texts = await readKnowledgeTexts(FOLDER);
  });

  it("loads without a problem", () => {
    const knowledge = parseKnowledge(texts);
    expect(knowledge.roles.size).toBe(26);
    expect(knowledge.skills.size).toBeGreaterThanOrEqual(220);
  });

  it("has every topic of every role, none thin, and no sentence twice", () => {
    const matrix = buildMatrix(texts, NOW);
    expect(matrix.findings.filter(isError).map(formatProblem)).toEqual([]);
    expect([matrix.complete, matrix.cells]).toEqual([338, 338]);
  });

  it("has examples that are right", async () => {
    const { count, problems } = await checkExamples(FOLDER);
    expect(problems.map(formatProblem)).toEqual([]);
    expect(count).toBeGreaterThan(1000);
  });

  it("has pay and an official projection for every role", () => {
    const knowledge = parseKnowledge(texts);
    for (const role of knowledge.roles.values()) {
      expect(knowledge.occupations.has(role.occupation.soc), role.id).toBe(true);
      expect(knowledge.salaries.get(role.id)?.length ?? 0, role.id).toBeGreaterThan(0);
    }
  });
});

describe("the guide for editors", () => {
  it("shows entries that can be copied as they are", async () => {
    const texts = new Map(await readKnowledgeTexts(FOLDER));
    const guide = await readFile(`${FOLDER}README.md`, "utf8");
    const blocks = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? "");
    const addTo = (file: string, start: string) => {
      const block = blocks.find((each) => each.startsWith(start)) ?? "no such block";
      texts.set(file, `${texts.get(file)}${block}`);
    };
    addTo("skills.yaml", "- id: flyte");
    addTo("sources.yaml", "- key:");
    addTo("industries.yaml", "- id: forestry");
    const knowledge = parseKnowledge(texts);
    expect(knowledge.skills.get("flyte")?.name).toBe("Flyte");
    expect(knowledge.sources.has("steward-survey")).toBe(true);
    expect(knowledge.industries.has("forestry")).toBe(true);
  });

  it("names every field of a role, every topic and every kind of skill", async () => {
    const guide = await readFile(`${FOLDER}README.md`, "utf8");
    const words = [
      ...Object.keys(roleFactsSchema.shape),
      ...FAMILIES,
      ...LEVELS,
      ...DEGREES,
      ...SKILL_KINDS,
    ].map((word) => `\`${word}\``);
    const headings = TOPICS.map((topic) => `\`## ${topicHeading(topic)}\``);
    expect([...words, ...headings].filter((word) => !guide.includes(word))).toEqual([]);
  });
});
