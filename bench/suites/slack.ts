/** Through the real Bolt against the local Slack of the tests: the whole bot and its adapter beside bare echo bots. */
import { report } from "../measured/report.ts";
import { slack } from "../platforms/slack.ts";
import { compareThroughput } from "../platforms/throughput.ts";

report(await compareThroughput(slack));
