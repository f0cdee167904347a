import { afterEach, beforeEach, expect, it } from "vitest";
import { fakeClock, MINUTE } from "./support/clock.ts";
import { ADA, BOB, keepEverything } from "./support/people.ts";
import type { DatabaseSubject, OpenDatabase } from "./support/subject.ts";

/** Ids and words of Ada's that may not be found anywhere in a database. */
const TRACES = [ADA.userId, ADA.workspaceId, "D0ADA", "zebrafish", "Tableau"];

/** What a database may hold of a person, by searching every table and column of it, and the bytes of a file. */
export function traceContract(open: OpenDatabase): void {
  const clock = fakeClock();
  let subject: DatabaseSubject;

  beforeEach(async () => {
    subject = await open(clock.now);
    await keepEverything(subject.storage, ADA, clock.now());
    await keepEverything(subject.storage, BOB, clock.now());
    await subject.storage.claim(`slack:D0ADA:${ADA.userId}:1`, MINUTE);
    await subject.storage.installations.put({ teamId: ADA.workspaceId }, { token: "zebrafish-token" });
  });
  afterEach(() => subject.dispose());

  it("holds no id and no text of a person in the clear", async () => {
    const dump = await subject.dump();
    for (const column of ["people.profile", "people.plan", "nudges.sealed", "memory.sealed"]) {
      expect(dump).toContain(`rolewise_${column}=`);
    }
    expect(TRACES.filter((trace) => dump.includes(trace))).toEqual([]);
  });

  it("holds no trace of a person after erasing them, the hash of their id and their ciphertext included", async () => {
    const before = await subject.dump();
    await subject.storage.people.erase(BOB);
    const alone = await subject.dump();
    const [hash = expect.fail("Ada has no row")] = hashes(alone);
    const profile = columnOf(alone, "rolewise_people.profile");
    expect(hashes(before)).toHaveLength(2);

    await subject.storage.people.erase(ADA);
    const left = await subject.dump();
    expect([...TRACES, hash, profile].filter((trace) => left.includes(trace))).toEqual([]);
    expect(hashes(left)).toEqual([]);
  });

  it("holds no trace of a workspace's people after erasing it", async () => {
    const found = hashes(await subject.dump());
    await subject.storage.eraseWorkspace({ platform: ADA.platform, workspaceId: ADA.workspaceId });
    const left = await subject.dump();
    expect([...TRACES, ...found].filter((trace) => left.includes(trace))).toEqual([]);
  });
}

function hashes(dump: string): string[] {
  return [...dump.matchAll(/rolewise_people\.person=(\S+)/g)].map(([, hash = ""]) => hash);
}

/** The start of a column of the first row: enough bytes of a ciphertext to be nobody else's. */
function columnOf(dump: string, column: string): string {
  const start = dump.indexOf(`${column}=`);
  if (start < 0) return expect.fail(`no ${column}`);
  return dump.slice(start + column.length + 1, start + column.length + 1 + 40);
}
