/** Through the real discord.js against the local Discord of the tests: the whole bot and its adapter beside bare echo bots. */
import { report } from "../measured/report.ts";
import { discord } from "../platforms/discord.ts";
import { compareThroughput } from "../platforms/throughput.ts";

report(await compareThroughput(discord));
