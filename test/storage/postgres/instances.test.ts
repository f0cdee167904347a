import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openStorage } from "../../../src/storage/open.ts";
import { type Compiled, compileChildren } from "../support/compile.ts";
import { recordingLog } from "../support/log.ts";
import { ADA, PROFILE } from "../support/people.ts";
import { createSchema, describePostgres, type TestSchema } from "../support/postgres.ts";
import { SECRET } from "../support/subject.ts";

const KEYS = 200;
const PEOPLE = 40;

describePostgres("several instances on one server", () => {
  let compiled: Compiled;
  let schema: TestSchema;
  beforeAll(async () => {
    compiled = await compileChildren();
    schema = await createSchema();
  }, 60_000);
  afterAll(async () => {
    await compiled.remove();
    await schema.drop();
  });

  it("give each message and each nudge to one of two processes", { timeout: 60_000 }, async () => {
    const both = [1, 2].map(() => startClaimer(compiled.script("claimer"), schema.url));
    // Both have migrated the same empty schema at the same time when they are ready.
    for (const claimer of both) expect(await claimer.line()).toBe("ready");
    const storage = await openStorage({
      url: schema.url,
      secret: SECRET,
      now: Date.now,
      log: recordingLog(),
    });
    for (let i = 0; i < PEOPLE; i++) {
      await storage.nudges.schedule({ ...ADA, userId: `u${i}` }, { channel: `D${i}` }, Date.now() - 1000);
    }
    for (const claimer of both) claimer.start();
    const results = await Promise.all(both.map(async (claimer) => JSON.parse(await claimer.line())));
    const won: number[] = results.flatMap((result) => result.won);
    const nudged: string[] = results.flatMap((result) => result.nudged);
    expect(won.toSorted((one, other) => one - other)).toEqual(Array.from({ length: KEYS }, (_, key) => key));
    expect(nudged.toSorted()).toEqual(Array.from({ length: PEOPLE }, (_, i) => `u${i}`).toSorted());
    await storage.close();
  });

  it("go on with each other's conversations and lose no change of a profile", async () => {
    const open = () => openStorage({ url: schema.url, secret: SECRET, now: Date.now, log: recordingLog() });
    const [one, other] = await Promise.all([open(), open()]);
    await one.memory.put("C1:t1", { roles: ["data-engineer"] }, ADA);
    expect(await other.memory.get("C1:t1")).toEqual({ roles: ["data-engineer"] });

    await one.people.put(ADA, { profile: PROFILE, plan: [] });
    const done = (storage: typeof one, step: string) =>
      storage.people.change(ADA, (kept) => ({
        plan: [...(Array.isArray(kept?.plan) ? kept.plan : []), step],
      }));
    await Promise.all([done(one, "a"), done(other, "b"), done(one, "c")]);
    const kept = await other.people.get(ADA);
    expect(kept?.profile).toEqual(PROFILE);
    expect(Array.isArray(kept?.plan) && kept.plan.toSorted()).toEqual(["a", "b", "c"]);
    await Promise.all([one.close(), other.close()]);
  });

  it("refuse to start with another secret", async () => {
    const log = recordingLog();
    const wrong = openStorage({ url: schema.url, secret: `${SECRET} or not`, now: Date.now, log });
    await expect(wrong).rejects.toMatchObject({ name: "StorageSetupError", fault: "secret-changed" });
  });
});

function startClaimer(script: string, url: string) {
  const child: ChildProcess = spawn(process.execPath, [script, url, String(KEYS)], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, STORAGE_SECRET: SECRET },
  });
  if (!child.stdout || !child.stdin) throw new Error("no pipes");
  const { stdin } = child;
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    line: async (): Promise<string> => (await lines.next()).value ?? expect.fail("the claimer ended early"),
    start: () => stdin.write("go\n"),
  };
}
