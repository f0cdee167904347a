import { type Finding, ok, wrong } from "../../adapters/finding.ts";

/** Slack refuses requests whose signature is five minutes old; a clock that is a minute off is on its way there. */
const MOST_OFF_MS = 60_000;

/** Compares this machine's clock with the platforms'; no finding where none of them told. */
export function checkClock(aheadMs: readonly (number | undefined)[]): Finding[] {
  const [ahead] = aheadMs.flatMap((one) => (one === undefined ? [] : [one]));
  if (ahead === undefined) return [];
  const seconds = Math.round(Math.abs(ahead) / 1000);
  if (Math.abs(ahead) <= MOST_OFF_MS) return [ok("the clock agrees with the platform's")];
  return [
    wrong(
      `the clock of this machine is ${seconds} s ${ahead > 0 ? "ahead" : "behind"}, and Slack refuses what is 300 s off`,
      "Set it by the network, e.g. timedatectl set-ntp true.",
    ),
  ];
}
