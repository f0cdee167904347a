import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { plainText } from "../../../src/answers/plain-text.ts";
import { plainQuestion } from "../../../src/understanding/question.ts";
import { describePostgres } from "../../storage/support/postgres.ts";
import {
  type DatabaseSubject,
  type OpenDatabase,
  openPostgresSubject,
  openSqliteSubject,
} from "../../storage/support/subject.ts";
import { INTRODUCTION, startConversations } from "../support/people.ts";

const ADA = "U0ADA42XYZ";
const BOB = "U0BOB43XYZ";
/** What Ada says that nobody else would. */
const WORDS = ["zebrafish", "tableau", "berlin", "U0ADA42XYZ", "T0PLUTO", "D0U0ADA42XYZ"];

/** Rows but for claims, which hold a hash of a message's number for ten minutes and nothing of anybody. */
async function rowsIn(subject: DatabaseSubject): Promise<string[]> {
  const { rolewise_claims: _, ...tables } = await subject.rows();
  return Object.entries(tables).flatMap(([table, rows]) =>
    rows.map((row) => `${table} ${JSON.stringify(row, (_key, value) => readable(value))}`),
  );
}

function readable(value: unknown): unknown {
  // A buffer's own toJSON has run already.
  if (typeof value === "object" && value !== null && "type" in value && value.type === "Buffer")
    return "data" in value && Array.isArray(value.data) ? Buffer.from(value.data).toString("hex") : value;
  if (value instanceof ArrayBuffer || value instanceof Uint8Array)
    return Buffer.from(value as Uint8Array).toString("hex");
  return typeof value === "bigint" ? String(value) : value;
}

/** Encrypted documents as they lie in the rows: long runs of hex. */
function sealedIn(rows: readonly string[]): string[] {
  return rows.flatMap((row) => [...row.matchAll(/"([0-9a-f]{60,})"/g)].map(([, hex]) => hex ?? ""));
}

/** A dump in hex: the database's own bytes, and blobs as they were put into it. */
function hexOf(dump: string): string {
  return Buffer.from(dump, "latin1").toString("hex");
}

function erasure(open: OpenDatabase): void {
  let subject: DatabaseSubject;
  beforeEach(async () => {
    subject = await open(Date.now);
  });
  afterEach(() => subject.dispose());

  it("leaves every row and byte as if they had never been there, and others untouched", async () => {
    const { conversations, faults, person } = await startConversations(subject.storage);
    const [ada, bob] = [person(ADA), person(BOB)];
    await bob.say(INTRODUCTION);
    await bob.press({ do: "consent", keep: true });
    await bob.press({ do: "plan" });
    const before = await rowsIn(subject);

    await ada.say("so what on earth does a zebrafish data enginer do?");
    const thread = {
      channelId: "C0GENERAL",
      threadId: "17.1",
      audience: "public",
      addressed: "mention",
    } as const;
    await ada.say("what tools does a data engineer use", thread);
    await ada.say(INTRODUCTION);
    await ada.press({ do: "consent", keep: true });
    const plan = await ada.press({ do: "plan" });
    const done = plan.buttons?.find(({ action }) => action.do === "done");
    if (done) await ada.press(done.action);
    await ada.press({ do: "nudges", on: true });
    await conversations.takeFeedback(ada.place, plainQuestion("lookup", ["data-engineer"]), "helpful");
    await ada.say(
      "review my CV: Built 12 dashboards for zebrafish in Tableau. Cut the close by 3 days with SQL.",
    );

    const during = (await rowsIn(subject)).filter((row) => !before.includes(row));
    for (const table of ["people", "nudges", "memory", "feedback"])
      expect(
        during.some((row) => row.startsWith(`rolewise_${table} `)),
        table,
      ).toBe(true);
    const hers = sealedIn(during);
    expect(hers.length).toBeGreaterThan(4);
    // While it is kept, nothing of it can be read.
    const kept = await subject.dump();
    expect(hers.every((sealed) => hexOf(kept).includes(sealed))).toBe(true);
    for (const word of WORDS) expect(kept.toLowerCase(), word).not.toContain(word.toLowerCase());

    expect((await ada.say("forget me")).answer.outcome).toBe("clarify");
    expect(plainText((await ada.say("yes")).answer)).toContain("All that I kept about you here is erased");

    expect((await rowsIn(subject)).sort()).toEqual(before.sort());
    const left = hexOf(await subject.dump());
    expect(hers.filter((sealed) => left.includes(sealed))).toEqual([]);
    expect(plainText((await ada.say("show my data")).answer)).toContain("I keep no profile of you");
    expect(plainText((await bob.say("show my data")).answer)).toContain("Business intelligence analyst");
    expect(faults).toEqual([]);
  });

  it("of a talk that nobody agreed to keep is no less", async () => {
    const { person } = await startConversations(subject.storage);
    const ada = person(ADA);
    const before = await rowsIn(subject);
    await ada.say(INTRODUCTION);
    await ada.press({ do: "consent", keep: false });
    expect(await rowsIn(subject)).not.toEqual(before);
    await ada.press({ do: "erase", sure: "yes" });
    expect(await rowsIn(subject)).toEqual(before);
  });
}

describe("forgetting somebody (SQLite)", () => erasure(openSqliteSubject));
describePostgres("forgetting somebody", () => erasure(openPostgresSubject));
