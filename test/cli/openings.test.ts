import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleText } from "../openings/sample-board.ts";
import { oneLine, rolewise } from "./bin.ts";

const DAY_MS = 24 * 60 * 60_000;

describe("rolewise ask, about openings", () => {
  let folder: string;
  let feed: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "rolewise-feed-"));
    feed = join(folder, "jobs.jsonld");
    // The sample as of yesterday, whenever this runs.
    const yesterday = new Date(Date.now() - DAY_MS).toISOString().slice(0, 10);
    const fresh = (await sampleText("jobs.jsonld"))
      .replaceAll(/"datePosted": "[^"]+"/g, `"datePosted": "${yesterday}"`)
      .replaceAll(/"validThrough": "[^"]+",/g, "");
    writeFileSync(feed, fresh);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("lists what the feed has for the role, the work and the pay", async () => {
    const question = "any openings for a data engineer, remote, from 100k?";
    const { code, stdout, stderr } = await rolewise(["ask", question], { env: { OPENINGS_FEED: feed } });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(oneLine(stdout)).toContain(
      "1 opening for a data engineer (remote, from 100,000 a year). Data Engineer, murmuration Remote, US. Full-time, mid level. USD 100,000 to 130,000 a year.",
    );
    expect(stdout).toContain("https://jobs.example/murmuration/data-engineer");
  });

  it("narrows the list within a talk, and keeps to the agreed fields of a question", async () => {
    const turns = ["any openings in the US?", "only hybrid ones", "and from 200k?"];
    const input = turns.map((text) => JSON.stringify({ text, conversation: "a" })).join("\n");
    const { stdout } = await rolewise(["ask", "--jsonl"], { input, env: { OPENINGS_FEED: feed } });
    const replies = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(replies.map(({ question }) => question)).toEqual(
      turns.map(() => ({ intent: "openings", roles: [], topics: [] })),
    );
    expect(replies[0].answer.text).toContain("5 openings (in the US)");
    expect(replies[1].answer.text).toContain("Platform Engineer, HII");
    expect(replies[2].answer.followUps[0]).toEqual({
      label: "Whatever the pay (1)",
      question: "openings:::hybrid+in-us",
    });
  });

  it("says on standard error which feed cannot be read, and answers all the same", async () => {
    const env = { OPENINGS_FEED: `${join(folder, "gone.json")} ${feed}` };
    const { code, stdout, stderr } = await rolewise(["ask", "any openings?"], { env });
    expect(code).toBe(0);
    expect(JSON.parse(stderr)).toMatchObject({
      feed: "gone.json",
      reason: "the file cannot be read (ENOENT)",
    });
    expect(stderr).not.toContain(folder);
    expect(stdout).toContain("Not read yet: gone.json.");
  });

  it("has none where no feed is named", async () => {
    const { stdout } = await rolewise(["ask", "any openings for data engineers?"]);
    expect(oneLine(stdout)).toContain("I have no job feed here");
  });
});
