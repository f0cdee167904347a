/** What it costs to understand and answer a question, beside `natural` and NLP.js naming its intent. */
import { report } from "../measured/report.ts";
import { paired, type Row } from "../measured/row.ts";
import { median } from "../measured/statistics.ts";
import { type Figures, inItsOwnProcess } from "../understanding/in-its-own-process.ts";
import type { SystemName } from "../understanding/systems.ts";

const TURNS = 3;
const PEERS = ["natural Bayes, intent alone", "NLP.js, intent alone"] as const;

const measured = new Map<SystemName, Figures[]>();
for (let turn = 0; turn < TURNS; turn++)
  for (const name of ["Rolewise", ...PEERS] as const)
    measured.set(name, [...(measured.get(name) ?? []), await inItsOwnProcess(name)]);

const of = (name: SystemName, figure: keyof Figures) =>
  (measured.get(name) ?? []).map((figures) => figures[figure]);
const beside = (what: string, figure: keyof Figures): Row[] =>
  PEERS.map((peer) => paired(what, of("Rolewise", figure), peer, of(peer, figure)));
const share = 100 * median(of("Rolewise", "encodedShare"));

report({
  rows: [
    ...beside("a question understood and answered, p50, µs", "p50"),
    ...beside("a question understood and answered, p99, µs", "p99"),
    ...beside("questions a second of one core", "perSecond"),
  ],
  notes: [
    `Of the ${median(of("Rolewise", "questions"))} labelled questions ${share.toFixed(0)}% ask the sentence encoder, with a p50 of ${median(of("Rolewise", "encodedP50")).toFixed(0)} µs.`,
  ],
});
