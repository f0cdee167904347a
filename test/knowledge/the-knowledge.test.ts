import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { checkExamples } from "../../src/cli/knowledge-examples.ts";
import { type KnowledgeTexts, parseKnowledge, readKnowledgeTexts } from "../../src/knowledge/load.ts";
import { isError } from "../../src/knowledge/matrix/finding.ts";
import { buildMatrix } from "../../src/knowledge/matrix.ts";
import { formatProblem } from "../../src/knowledge/problem.ts";

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
