import { fork } from "node:child_process";
import { once } from "node:events";
import type { Base, SystemName } from "./systems.ts";

/** A question's time is its median over rounds, so that p99 is the slowest kind of question and not a busy moment. */
export interface Figures {
  questions: number;
  /** To load or train, and to answer the first question. */
  readyMs: number;
  /** Microseconds. */
  p50: number;
  p99: number;
  /** Questions in one second of CPU time. */
  perSecond: number;
  /** The share of the questions that asked the sentence encoder, and their p50 in microseconds. */
  encodedShare: number;
  encodedP50: number;
  megabytes: number;
}

/** Asks one system the labelled questions; with `base`, over that knowledge and with roles of all of it named between. */
export async function inItsOwnProcess(name: SystemName, base?: Base): Promise<Figures> {
  const more = base ? ["--roles-named", "--folder", base.folder, "--compiled", base.compiled] : [];
  const child = fork(new URL("one-system.js", import.meta.url), [name, ...more], {
    // Figures that are no numbers stay what they are.
    serialization: "advanced",
  });
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`${name} ended with ${code} before it was measured`);
  });
  const [figures] = await Promise.race([once(child, "message"), ended]);
  ended.catch(() => undefined);
  return figures as Figures;
}
