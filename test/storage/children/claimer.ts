// One of several instances on one PostgreSQL: opens the storage (and migrates it, as all do at once), waits for a line on
// standard input, then claims the same keys and the same nudges as the others and prints what it won as JSON.
// Arguments: the address, how many keys.
import { once } from "node:events";
import { openStorage } from "../../../src/storage/open.ts";
import { quietLog } from "./quiet.ts";

const [url = "", keys = "0"] = process.argv.slice(2);
const secret = process.env.STORAGE_SECRET;
const storage = await openStorage({ url, secret, now: Date.now, log: quietLog });
process.stdout.write("ready\n");
await once(process.stdin, "data");

/** As many calls at once as a pool has connections: a race over keys, not over connections. */
const WORKERS = 8;
const won: number[] = [];
let next = 0;
await Promise.all(
  Array.from({ length: WORKERS }, async () => {
    while (next < Number(keys)) {
      const key = next++;
      if (await storage.claim(`message ${key}`, 60_000)) won.push(key);
    }
  }),
);
const nudged: string[] = [];
for (;;) {
  const due = await storage.nudges.claimDue(3, 60_000);
  if (due.length === 0) break;
  nudged.push(...due.map(({ person }) => person.userId));
}
process.stdout.write(`${JSON.stringify({ won, nudged })}\n`);
await storage.close();
process.stdin.destroy();
