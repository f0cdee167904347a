import { type Finding, note } from "../../adapters/finding.ts";
import type { Config } from "../../config/read-config.ts";

/** Settings of the policy file that come to nothing as the rest is configured. */
export function checkPolicy({ policy, slack, discord, keepMisses }: Config): Finding[] {
  const { reports, mentors } = policy;
  const findings: Finding[] = [];
  const reported = reports.slack ?? reports.discord ?? reports.readers[0];
  if (reported !== undefined && !keepMisses)
    findings.push(note("policy: reports are asked for, but nothing is kept to report: set KEEP_MISSES=1"));
  const oauth = slack?.mode === "http" && slack.access.kind === "oauth";
  if (reports.slack !== undefined && oauth)
    findings.push(note("policy: no report is posted in Slack where several workspaces are served"));
  for (const [name, platform] of [
    ["slack", slack],
    ["discord", discord],
  ] as const) {
    if (platform === undefined && (mentors[name] !== undefined || reports[name] !== undefined))
      findings.push(note(`policy: it names a channel of ${name}, which is not configured`));
  }
  return findings;
}
