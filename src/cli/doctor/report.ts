import type { Finding } from "../../adapters/finding.ts";

/** The findings as lines, then what to fix, in the order in which it should be. */
export function reportOf(findings: readonly Finding[]): string[] {
  const faults = findings.flatMap((finding) => (finding.state === "wrong" ? [finding] : []));
  const lines = findings.map(({ state, what }) => `${state.padEnd(6)} ${what}`);
  if (faults.length === 0) return [...lines, "", "Nothing needs mending."];
  const steps = faults.map(({ what, fix }, at) => `${at + 1}. ${what}.\n   ${fix}`);
  const heading = faults.length === 1 ? "To fix:" : "To fix, in this order:";
  const names = faults.some(({ fix }) => COMMAND.test(fix));
  return [...lines, "", heading, ...steps, ...(names ? ["", HOW_TO_RUN] : [])];
}

/** A command of ours, by the name under which few have installed it. */
const COMMAND = /\brolewise [a-z]+/;
const HOW_TO_RUN =
  'Where "rolewise" is not found, write "npm run --silent rolewise --" in its place, in the folder of the project.';
