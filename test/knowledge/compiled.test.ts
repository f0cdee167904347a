import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { compileKnowledge } from "../../src/knowledge/compile.ts";
import { loadKnowledgeFast, readCompiled } from "../../src/knowledge/compiled.ts";
import { parseKnowledge, readKnowledgeTexts } from "../../src/knowledge/load.ts";
import { KnowledgeError } from "../../src/knowledge/problem.ts";
import { sampleTexts, spoil, writeTexts } from "./sample.ts";

const MAKER = "roles/kite-maker.md";

describe("the compiled knowledge base", () => {
  it("reads back as what was loaded, maps and all", () => {
    const knowledge = parseKnowledge(sampleTexts());
    expect(readCompiled(compileKnowledge(sampleTexts()), knowledge.version)).toEqual(knowledge);
  });

  it("of another version, damaged or of another form is not read", () => {
    const json = compileKnowledge(sampleTexts());
    const { version } = parseKnowledge(sampleTexts());
    expect(readCompiled(json, "another")).toBeUndefined();
    expect(readCompiled(json.slice(0, -10), version)).toBeUndefined();
    expect(readCompiled(json.replace('"form":1', '"form":0'), version)).toBeUndefined();
    expect(readCompiled("null", version)).toBeUndefined();
    expect(readCompiled("", version)).toBeUndefined();
  });

  it("is never made of texts that are not right", () => {
    expect(() => compileKnowledge(spoil(sampleTexts(), MAKER, "level: mid", "level: high"))).toThrow(
      KnowledgeError,
    );
  });
});

describe("loading fast", () => {
  let folder: string;
  let compiled: string;
  beforeEach(async () => {
    folder = await writeTexts(sampleTexts());
    compiled = join(folder, "compiled.json");
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("uses the compiled file of the same texts", async () => {
    const json = compileKnowledge(await readKnowledgeTexts(folder));
    // A mark that only the compiled file has shows where the answer came from.
    await writeFile(compiled, json.replace('"name":"Kite maker"', '"name":"Compiled maker"'));
    expect((await loadKnowledgeFast(folder, compiled)).roles.get("kite-maker")?.name).toBe("Compiled maker");
  });

  it("reads the texts where one of them has changed since, or where there is no compiled file", async () => {
    expect((await loadKnowledgeFast(folder, compiled)).roles.get("kite-maker")?.name).toBe("Kite maker");
    await writeFile(compiled, compileKnowledge(await readKnowledgeTexts(folder)));
    const changed = spoil(sampleTexts(), MAKER, "name: Kite maker", "name: Kite builder");
    await writeFile(join(folder, MAKER), changed.get(MAKER) ?? "");
    expect((await loadKnowledgeFast(folder, compiled)).roles.get("kite-maker")?.name).toBe("Kite builder");
  });

  it("refuses texts that are not right, whatever was compiled before", async () => {
    await writeFile(compiled, compileKnowledge(await readKnowledgeTexts(folder)));
    await writeFile(join(folder, MAKER), "nothing");
    await expect(loadKnowledgeFast(folder, compiled)).rejects.toThrow(KnowledgeError);
  });
});
