import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readTalks } from "../../src/understanding/model/talks.ts";
import { PROJECT_ROOT, realKnowledge } from "../support/brain.ts";

const knowledge = await realKnowledge();

describe("labelled talks", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "talks-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("of the project name roles of the knowledge base alone, and are many", async () => {
    const talks = await readTalks(join(PROJECT_ROOT, "knowledge", "talks"), knowledge);
    expect(talks.length).toBeGreaterThan(1_000);
    expect(talks.flat().length).toBeGreaterThan(4_000);
  });

  it("that name no role of ours are refused, with file, line and name", async () => {
    const good = {
      text: "data engineer pay",
      intent: "lookup",
      roles: ["data-engineer"],
      topics: ["salary"],
    };
    const bad = { ...good, roles: ["data-janitor"] };
    const lines = [good, { turns: [good, bad] }].map((line) => JSON.stringify(line));
    await writeFile(join(folder, "some.jsonl"), lines.join("\n"));
    await expect(readTalks(folder, knowledge)).rejects.toThrow(
      /talks\/some\.jsonl: talk 2 names "data-janitor"/,
    );
  });

  it("that are none are refused with file and line", async () => {
    await writeFile(join(folder, "some.jsonl"), '{"text": "a", "intent": "greeting"}\n{"text": 1}');
    await expect(readTalks(folder, knowledge)).rejects.toThrow("talks/some.jsonl:2: not a labelled question");
  });
});
