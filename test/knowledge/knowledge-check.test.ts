import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { knowledgeCheck } from "../../src/cli/knowledge-check.ts";
import { knowledgeNew } from "../../src/cli/knowledge-new.ts";
import { lineWith, sampleTexts, spoil, writeTexts } from "./sample.ts";

const NOW = new Date("2026-11-24");
const MAKER = "roles/kite-maker.md";

let folder: string;
let lines: string[];
const write = (text: string) => void lines.push(...text.split("\n"));
const check = (matrix = false) => knowledgeCheck({ folder, matrix, now: NOW, write });
beforeEach(async () => {
  folder = await writeTexts(sampleTexts());
  lines = [];
});
afterEach(() => rm(folder, { recursive: true }));

describe("rolewise knowledge check", () => {
  it("says in one line that all is well, with counts", async () => {
    await mkdir(join(folder, "examples"));
    await writeFile(join(folder, "examples/greeting.yaml"), "- hello\n- good morning\n");
    expect(await check()).toBe(0);
    expect(lines).toEqual(["All well: 2 roles × 13 topics, 6 skills, 2 sources, 1 rows of pay, 2 examples."]);
  });

  it("prints every problem with file and line, and exits 1", async () => {
    const texts = spoil(sampleTexts(), MAKER, "industries: [retail]", "industries: [mining]");
    spoil(texts, MAKER, "id: zeta", "id: xyz");
    await writeFile(join(folder, MAKER), texts.get(MAKER) ?? "");
    expect(await check()).toBe(1);
    expect(lines).toEqual([
      `${MAKER}:${lineWith(texts, MAKER, "xyz")}: the skill "xyz" is unknown. Add it first, or leave it out.`,
      `${MAKER}:${lineWith(texts, MAKER, "mining")}: the industry "mining" is unknown. Add it first, or leave it out.`,
      "",
      `2 problems in ${folder}.`,
    ]);
  });

  it("looks at the examples too", async () => {
    await mkdir(join(folder, "examples"));
    await writeFile(
      join(folder, "examples/greeting.yaml"),
      "- hello\n- { text: hi, topics: [] }\n- { txt: hey }\n",
    );
    await writeFile(
      join(folder, "examples/lookup.more.yaml"),
      "- { text: what pay, topics: [pay] }\n- Hello\n",
    );
    await writeFile(join(folder, "examples/jokes.yaml"), "- knock knock\n");
    expect(await check()).toBe(1);
    expect(lines).toEqual([
      expect.stringMatching(/^examples\/greeting\.yaml:3: "2\.text" is not right/),
      expect.stringMatching(/^examples\/greeting\.yaml:3: "2" is not right: .*txt/),
      expect.stringMatching(/^examples\/jokes\.yaml:1: the file's name begins with no intent/),
      expect.stringMatching(/^examples\/lookup\.more\.yaml:1: "0\.topics\.0" is not right/),
      expect.stringMatching(
        /^examples\/lookup\.more\.yaml:2: "Hello" also stands at examples\/greeting\.yaml:1/,
      ),
      "",
      expect.stringMatching(/^5 problems/),
    ]);
  });

  it("with --matrix exits 0 on warnings alone and 1 on an error", async () => {
    expect(await knowledgeCheck({ folder, matrix: true, now: new Date("2030-01-01"), write })).toBe(0);
    expect(lines.at(-1)).toMatch(/^26 of 26 cells .* Errors: 0, warnings: [1-9]/);
    const thin = spoil(
      sampleTexts(),
      MAKER,
      "Point 4 of salary for a kite maker is to watch the wind and the sand.",
      "",
    );
    spoil(thin, MAKER, "Point 3 of salary for a kite maker is to watch the wind and the sand.", "");
    spoil(thin, MAKER, "Point 2 of salary for a kite maker is to watch the wind and the sand.", "");
    await writeFile(join(folder, MAKER), thin.get(MAKER) ?? "");
    expect(await check()).toBe(0);
    expect(await check(true)).toBe(1);
    expect(lines.at(-1)).toContain("1 thin");
  });
});

describe("rolewise knowledge new", () => {
  const create = (roleId: string) => knowledgeNew({ folder, roleId, write });

  it("writes a file to fill in, every place of which is reported until it is", async () => {
    expect(await create("kite-judge")).toBe(0);
    const text = await readFile(join(folder, "roles/kite-judge.md"), "utf8");
    expect(text).toContain("id: kite-judge");
    expect(await check()).toBe(1);
    const reported = lines.filter((line) => line.includes("still to be filled in"));
    expect(reported.length).toBeGreaterThanOrEqual(20);
    expect(lines.filter((line) => line.startsWith("roles/kite-judge.md"))).toHaveLength(reported.length);
  });

  it("writes a file that is right once it is filled in", async () => {
    await create("kite-judge");
    const file = join(folder, "roles/kite-judge.md");
    const filled = (await readFile(file, "utf8"))
      .replace(/^skills:.*\n(?: {2}- .*\n)+/m, needs("skills", ["alpha", "beta", "gamma"]))
      .replace(/^tools:.*\n(?: {2}- .*\n)+/m, needs("tools", ["delta", "epsilon", "zeta"]))
      .replace("family: TODO", "family: analysis")
      .replace("level: TODO", "level: mid")
      .replace("industries: [TODO]", "industries: [retail]")
      .replace("role: TODO", "role: kite-maker")
      .replace("soc: TODO", "soc: 15-2051")
      .replaceAll("[^TODO]", "[^editors]")
      .replaceAll(/(?<!every )TODO/g, "filled in");
    await writeFile(file, filled);
    expect([await check(), lines.at(-1)]).toEqual([0, expect.stringContaining("3 roles")]);
  });

  it.each(["Kite-Judge", "kite judge", "../kite", "", "kite--judge", "kité"])(
    "refuses the id %j",
    async (id) => {
      expect(await create(id)).toBe(1);
      expect(lines).toEqual([
        `"${id}" is no role id: use lower-case words joined by hyphens, like data-engineer.`,
      ]);
    },
  );

  it("never writes over a file that is there", async () => {
    expect(await create("kite-maker")).toBe(1);
    expect(lines[0]).toContain("is there already");
    expect(await readFile(join(folder, MAKER), "utf8")).toBe(sampleTexts().get(MAKER));
  });
});

function needs(list: string, ids: string[]): string {
  return `${list}:\n${ids.map((id) => `  - { id: ${id}, need: must, level: 3 }\n`).join("")}`;
}
