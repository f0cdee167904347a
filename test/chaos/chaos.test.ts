import { setTimeout as delay } from "node:timers/promises";
import { expect, it } from "vitest";
import { describePostgres } from "../storage/support/postgres.ts";
import { chanceOf } from "./chance.ts";
import { Database } from "./database.ts";
import { Instances } from "./instances.ts";
import { Ledger } from "./ledger.ts";
import { Profiles } from "./profiles.ts";
import { Traffic } from "./traffic.ts";
import { Weather } from "./weather.ts";
import { startWorld, tallyOf } from "./world.ts";

const MINUTES = Number(process.env.CHAOS_MINUTES ?? 0.35);
const SEED = Number(process.env.CHAOS_SEED ?? 1);
const SETTLE_MS = 60_000;
const DISASTERS = 5;
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
    const stretch = (MINUTES * 60_000) / (2 * DISASTERS);
    const kill = async () => {
      ledger.killed();
      await instances.kill(0);
      ledger.killed();
      await delay(stretch / 3);
      await instances.replace();
    };
    const disasters = [
      () => database.terminate(),
      kill,
      () => database.restart(Math.min(stretch, 8_000)),
      kill,
      () => database.stall(Math.min(stretch, 4_000)),
    ];

    const going = [traffic.run(), weather.run(), profiles.run()];
    for (const disaster of disasters) {
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

    const lost = await profiles.problems();
    const { kept, confirmations, unconfirmed } = profiles;
    console.log(ledger.counts(), instances.logged(), traffic.twice, weather.seen, {
      kept,
      confirmations,
      unconfirmed,
    });
    expect(instances.alive).toBe(true);
    expect(await instances.stop()).toEqual([0, 0]);
    expect(ledger.problems()).toEqual([]);
    expect(lost).toEqual([]);
    expect(kept).toBe(PEOPLE_KEPT);
    expect(confirmations).toBeGreaterThan(0);
  });
});
