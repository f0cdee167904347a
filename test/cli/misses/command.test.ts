import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStorage } from "../../../src/storage/open.ts";
import { rolewise } from "../bin.ts";

const DAY_MS = 24 * 60 * 60_000;
const SECRET = "a-secret-of-the-test";
const quiet = { info() {}, warn() {}, error() {} };
const ANN = { platform: "slack", workspaceId: "T1" };

describe("rolewise misses", () => {
  let folder: string;
  let env: Record<string, string>;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "rolewise-misses-"));
    env = { DATABASE_URL: join(folder, "bot.db"), STORAGE_SECRET: SECRET };
    const keep = async (at: number, texts: string[], kind: "declined" | "unclear" | "disliked") => {
      const storage = await openStorage({
        url: join(folder, "bot.db"),
        secret: SECRET,
        now: () => at,
        log: quiet,
      });
      for (const text of texts) await storage.misses.add(ANN, text, kind);
      await storage.close();
    };
    const now = Date.now();
    await keep(now - 20 * DAY_MS, ["is there a dress code"], "declined");
    await keep(now, ["what snacks do statisticians eat", "what snacks do data engineers eat"], "unclear");
    await keep(now, ["what snacks do statisticians eat"], "declined");
    await keep(now, ["what does a statistician earn", "what does a statistician earn?"], "disliked");
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("groups the week's by likeness, most frequent first", async () => {
    const { code, stdout, stderr } = await rolewise(["misses"], { env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^5 questions in 2 groups since \d{4}-\d\d-\d\d, most frequent first\n/);
    expect(stdout).toContain(
      "\n   3  what snacks do statisticians eat\n      1 declined and 2 asked which was meant; last ",
    );
    expect(stdout).toContain("\n      also: what snacks do data engineers eat\n");
    expect(stdout).toMatch(
      /\n {3}2 {2}what does a statistician earn\n {6}2 rated down; .*nearest: Statistician, Pay/,
    );
    expect(stdout).not.toContain("dress code");
  });

  it("goes back as far as asked, and gives the same as JSON", async () => {
    const { stdout } = await rolewise(["misses", "--since", "30d", "--json"], { env });
    const { since, groups } = JSON.parse(stdout);
    expect(Date.parse(since)).toBeLessThan(Date.now() - 29 * DAY_MS);
    expect(groups.map(({ count, role }: { count: number; role?: string }) => [count, role])).toEqual([
      [3, "statistician"],
      [2, "statistician"],
      [1, undefined],
    ]);
  });

  it("drafts examples and a section, and never writes over what an editor has begun", async () => {
    const drafts = join(folder, "drafts");
    const first = await rolewise(["misses", "--stub", drafts], { env });
    expect(first.code).toBe(0);
    const section = join(drafts, "roles", "statistician.md");
    expect(first.stdout).toContain(`wrote ${section}\n`);
    expect(readFileSync(section, "utf8")).toContain("## Salary");
    const examples = first.stdout.match(/wrote (.*\.yaml)/)?.[1] ?? "";
    expect(readFileSync(examples, "utf8")).toContain(
      '- { text: "what snacks do data engineers eat", topics: [',
    );
    const second = await rolewise(["misses", "--stub", drafts], { env });
    expect(second.code).toBe(1);
    expect(second.stderr).toContain(`${section} is there already`);
  });

  it("says how to have misses kept where none are", async () => {
    const { code, stdout } = await rolewise(["misses"], { env: { DATABASE_URL: join(folder, "empty.db") } });
    expect(code).toBe(0);
    expect(stdout).toContain("set KEEP_MISSES=1");
    const kept = { DATABASE_URL: join(folder, "empty.db"), KEEP_MISSES: "1" };
    expect((await rolewise(["misses"], { env: kept })).stdout).toMatch(/^Nothing was missed since/);
  });

  it("says how to name a time, and what to check where the database is down", async () => {
    const wrong = await rolewise(["misses", "--since", "yesterday"], { env });
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain("Use: rolewise misses [--since 7d");
    const down = { DATABASE_URL: "postgres://nobody@127.0.0.1:9/none", STORAGE_SECRET: SECRET };
    const ended = await rolewise(["misses"], { env: down });
    expect(ended.code).toBe(1);
    expect(ended.stderr).toBe(
      "The database does not answer. Check DATABASE_URL, and try again in a minute.\n",
    );
  });
});
