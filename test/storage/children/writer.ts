// Writes rows into a database file until it is killed, and says of each that it was confirmed, only then.
// Loads its modules, then waits for a line on standard input, so that a test can have the next one ready.
// Arguments: the file, the number of the first row.
import { writeSync } from "node:fs";
import { openSqlite } from "../../../src/storage/sqlite/open.ts";
import { quietLog } from "./quiet.ts";

const [file = "", first = "0"] = process.argv.slice(2);

/** Several at once, so that a kill also hits writes that wait for each other. */
const WRITERS = 3;
let next = Number(first);

process.stdin.once("data", async () => {
  const storage = await openSqlite({ file, now: Date.now, log: quietLog });
  for (let writer = 0; writer < WRITERS; writer++) {
    (async () => {
      for (;;) {
        const row = next++;
        const person = { platform: "test", workspaceId: "W", userId: `u${row}` };
        await storage.people.put(person, { profile: { row, text: "x".repeat(row % 3000) } });
        writeSync(1, `${row}\n`);
      }
    })();
  }
});
