import { setTimeout as delay } from "node:timers/promises";
import { expect, it } from "vitest";
import { describePostgres } from "../storage/support/postgres.ts";
import { chanceOf } from "./chance.ts";
import { Database } from "./database.ts";
import { Instances } from "./instances.ts";
import { Ledger } from "./ledger.ts";
import { Profiles } from "./profiles.ts";
import { summaryOf } from "./summary.ts";
import { Traffic } from "./traffic.ts";
import { Weather } from "./weather.ts";
import { startWorld, tallyOf } from "./world.ts";

/** Set by `npm run chaos`; a short run takes its place among the other tests. */
const WHOLE = process.env.CHAOS_MINUTES;
const MINUTES = Number(WHOLE ?? 0.3);
const SEED = Number(process.env.CHAOS_SEED ?? 1);
const SETTLE_MS = 60_000;
/** For a second answer to show itself, or to be taken back. */
const QUIET_MS = 3_000;
const DISASTERS = 5;
/** Mentions, direct messages and commands on two platforms. */
const KINDS = 6;
const PEOPLE_KEPT = 4;
const SECRET = "the secret of the chaos, thirty-two characters and more";

describePostgres("two instances in chaos", () => {
  it("answer every message at most once, exactly once what was not in hand at a kill, and lose no confirmed change", {
    timeout: MINUTES * 60_000 + 240_000,
  }, async ({ onTestFinished }) => {
    const database = await Database.open();
    onTestFinished(() => database.close());
    const world = await startWorld();
    const instances = new Instances({ ...world.env, DATABASE_URL: database.url, STORAGE_SECRET: SECRET });
    await instances.start();

    const ledger = new Ledger(() => tallyOf(world));
    const traffic = new Traffic(world, ledger, chanceOf(SEED));
    const weather = new Weather(world, chanceOf(SEED + 1));
    const profiles = new Profiles(
      world,
      Array.from({ length: PEOPLE_KEPT }, (_, at) => chanceOf(SEED + 2 + at)),
    );
    const stretch = (MINUTES * 60_000) / (DISASTERS + 2);
    const kill = async () => {
      ledger.killed();
      await instances.kill(0);
      ledger.killed();
      await delay(stretch / 3);
      await instances.replace();
    };
    const down = Math.min(stretch, 8_000);
    const slow = Math.min(stretch, 4_000);
    const disasters: [string, () => Promise<void>][] = [
      ["every database connection ended by the server", () => database.terminate()],
      ["kill -9 of one instance", kill],
      [`database down for ${(down / 1000).toFixed(1)} s`, () => database.restart(down)],
      ["kill -9 of one instance", kill],
      [`database silent for ${(slow / 1000).toFixed(1)} s`, () => database.stall(slow)],
    ];

    const going = [traffic.run(), weather.run(), profiles.run()];
    for (const [, disaster] of disasters) {
      await delay(stretch);
      await disaster();
    }
    await delay(stretch);
    weather.stop();
    profiles.stop();
    await traffic.stop();
    await Promise.all(going);
    const end = Date.now() + SETTLE_MS;
    while (ledger.open().some(({ owed }) => owed === "once") && Date.now() < end) await delay(100);
    await delay(QUIET_MS);

    const problems = [...ledger.problems(), ...(await profiles.problems())];
    const names = disasters.map(([name]) => name);
    const run = { minutes: MINUTES, seed: SEED, ledger, traffic, weather, profiles, instances };
    if (WHOLE) console.log(summaryOf({ ...run, disasters: names, problems }));
    expect(problems).toEqual([]);
    expect(instances.alive).toBe(true);
    expect(await instances.stop()).toEqual([0, 0]);
    expect(profiles.kept).toBe(PEOPLE_KEPT);
    expect(profiles.confirmations).toBeGreaterThanOrEqual(PEOPLE_KEPT);
    const counts = ledger.counts();
    expect(counts.size).toBe(KINDS);
    for (const [kind, { once }] of counts) expect(once, kind).toBeGreaterThan(0);
    const excused = ledger.asked.filter(({ inFlight }) => inFlight).length;
    expect(excused).toBeLessThan(ledger.asked.length / 2);
  });
});
