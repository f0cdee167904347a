import { setTimeout as delay } from "node:timers/promises";
import { expect, it } from "vitest";
import { createSchema, describePostgres } from "../storage/support/postgres.ts";
import { chanceOf } from "./chance.ts";
import { Instances } from "./instances.ts";
import { Ledger } from "./ledger.ts";
import { Traffic } from "./traffic.ts";
import { startWorld, tallyOf } from "./world.ts";

const MINUTES = Number(process.env.CHAOS_MINUTES ?? 0.3);
const SEED = Number(process.env.CHAOS_SEED ?? 1);
const SETTLE_MS = 60_000;
const SECRET = "the secret of the chaos, thirty-two characters and more";

describePostgres("two instances in chaos", () => {
  it("answer every message at most once, and exactly once what was not in hand at a kill", {
    timeout: MINUTES * 60_000 + 240_000,
  }, async ({ onTestFinished }) => {
    const schema = await createSchema();
    onTestFinished(() => schema.drop());
    const world = await startWorld();
    const ledger = new Ledger(() => tallyOf(world));
    const instances = new Instances({
      ...world.env,
      DATABASE_URL: schema.url,
      STORAGE_SECRET: SECRET,
    });
    await instances.start();
    const chance = chanceOf(SEED);
    const traffic = new Traffic(world, ledger, chance);
    const asking = traffic.run();
    const stretch = (MINUTES * 60_000) / 4;
    for (let kill = 0; kill < 2; kill++) {
      await delay(stretch);
      ledger.killed();
      await instances.kill(0);
      ledger.killed();
      await delay(stretch / 4);
      await instances.replace();
    }
    await delay(stretch);
    await traffic.stop();
    await asking;
    const end = Date.now() + SETTLE_MS;
    while (ledger.open().some(({ owed }) => owed === "once") && Date.now() < end) await delay(100);
    console.log(ledger.counts(), instances.logged(), traffic.twice);
    expect(instances.alive).toBe(true);
    expect(await instances.stop()).toEqual([0, 0]);
    expect(ledger.problems()).toEqual([]);
  });
});
