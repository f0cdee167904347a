// Writes rows into a database file until it is killed, and says of each that it was confirmed, only then.
// Arguments: the file, the number of the first row.
import { writeSync } from "node:fs";
import { openStorage } from "../../../src/storage/open.ts";
import { quietLog } from "./quiet.ts";

const [file = "", first = "0"] = process.argv.slice(2);
const storage = await openStorage({ url: file, now: Date.now, log: quietLog });

/** Several at once, so that a kill also hits writes that wait for each other. */
const WRITERS = 3;
let next = Number(first);

await Promise.all(
  Array.from({ length: WRITERS }, async () => {
    for (;;) {
      const row = next++;
      const person = { platform: "test", workspaceId: "W", userId: `u${row}` };
      await storage.people.put(person, { profile: { row, text: "x".repeat(row % 3000) } });
      writeSync(1, `${row}\n`);
    }
  }),
);
