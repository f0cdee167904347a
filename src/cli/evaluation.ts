import type { Brain } from "../conversations/brain.ts";
import { nextFocus } from "../conversations/next-focus.ts";
import type { Evidence } from "../understanding/evidence.ts";
import type { Focus } from "../understanding/focus.ts";
import { faultsOf, type Label } from "../understanding/labelled.ts";
import type { Question } from "../understanding/question.ts";

export interface Miss {
  label: Label;
  got: Question;
  outcome: string;
  confidence: number;
  wrong: string[];
  evidence: Evidence;
}
export interface Tally {
  questions: number;
  frame: number;
}
export interface Report extends Tally {
  intent: number;
  roles: number;
  topics: number;
  outOfScope: { questions: number; declined: number };
  inScope: { questions: number; declined: number };
  answered: { questions: number; wrong: number };
  byIntent: Record<string, Tally>;
  byTopic: Record<string, Tally>;
  /** "wanted -> got", most frequent first. */
  confusion: Record<string, number>;
  /** By tenth of confidence: how many, and how many of them right. */
  calibration: Tally[];
  misses: Miss[];
}

export async function evaluateQuestions(items: readonly Label[][], brain: Brain): Promise<Report> {
  const report: Report = {
    questions: 0,
    frame: 0,
    intent: 0,
    roles: 0,
    topics: 0,
    outOfScope: { questions: 0, declined: 0 },
    inScope: { questions: 0, declined: 0 },
    answered: { questions: 0, wrong: 0 },
    byIntent: {},
    byTopic: {},
    confusion: {},
    calibration: Array.from({ length: 10 }, () => ({ questions: 0, frame: 0 })),
    misses: [],
  };
  for (const turns of items) {
    let focus: Focus | undefined;
    for (const label of turns) {
      const response = await brain.respond(label.text, focus);
      focus = nextFocus(response, focus);
      count(report, label, {
        got: response.question,
        outcome: response.outcome,
        confidence: response.confidence,
        evidence: response.evidence,
      });
    }
  }
  return report;
}

function count(
  report: Report,
  label: Label,
  { got, outcome, confidence, evidence }: Omit<Miss, "label" | "wrong">,
): void {
  const wrong = faultsOf(label, got);
  const right = wrong.length === 0 ? 1 : 0;
  report.questions += 1;
  report.frame += right;
  for (const part of ["intent", "roles", "topics"] as const) report[part] += wrong.includes(part) ? 0 : 1;
  add(report.byIntent, label.intent, right);
  for (const topic of label.topics) add(report.byTopic, topic, right);
  const tenth = report.calibration[Math.min(9, Math.floor(confidence * 10))]!;
  tenth.questions += 1;
  tenth.frame += right;
  const accepted = [label.intent, ...label.intentAny];
  const scope = accepted.includes("out-of-scope")
    ? accepted.length === 1
      ? report.outOfScope
      : undefined
    : report.inScope;
  if (scope) {
    scope.questions += 1;
    scope.declined += got.intent === "out-of-scope" ? 1 : 0;
  }
  if (outcome === "answered") {
    report.answered.questions += 1;
    report.answered.wrong += 1 - right;
  }
  if (wrong.includes("intent")) {
    const key = `${label.intent} -> ${got.intent}`;
    report.confusion[key] = (report.confusion[key] ?? 0) + 1;
  }
  if (right === 0) report.misses.push({ label, got, outcome, confidence, wrong, evidence });
}

function add(tallies: Record<string, Tally>, key: string, right: number): void {
  tallies[key] ??= { questions: 0, frame: 0 };
  tallies[key].questions += 1;
  tallies[key].frame += right;
}
