import type { Miss, Report, Tally } from "./evaluation.ts";

/** The report as text, for those who edit the knowledge base. */
export function formatReport(report: Report, misses: number): string {
  const share = (part: number, all: number) => (all === 0 ? "none" : `${((100 * part) / all).toFixed(1)}%`);
  const tally = ({ questions, frame }: Tally) => `${frame}/${questions} (${share(frame, questions)})`;
  const rows = (tallies: Record<string, Tally>) =>
    Object.entries(tallies)
      .sort(([, a], [, b]) => a.frame / a.questions - b.frame / b.questions)
      .map(([name, each]) => `  ${name.padEnd(20)} ${tally(each)}`);
  const calibration = report.calibration.flatMap((each, n) =>
    each.questions === 0 ? [] : [`  ${n / 10}-${(n + 1) / 10}`.padEnd(22) + tally(each)],
  );
  const confusion = Object.entries(report.confusion)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 12)
    .map(([pair, n]) => `  ${pair}: ${n}`);
  return `${[
    `Questions            ${report.questions}`,
    `Frame                ${tally(report)}`,
    `Intent               ${share(report.intent, report.questions)}`,
    `Roles                ${share(report.roles, report.questions)}`,
    `Topics               ${share(report.topics, report.questions)}`,
    `Out of scope found   ${share(report.outOfScope.declined, report.outOfScope.questions)}`,
    `Wrongly declined     ${share(report.inScope.declined, report.inScope.questions)}`,
    `Confidently wrong    ${share(report.answered.wrong, report.questions)}`,
    "By intent",
    ...rows(report.byIntent),
    "By topic",
    ...rows(report.byTopic),
    "By confidence",
    ...calibration,
    ...(confusion.length > 0 ? ["Confused intents", ...confusion] : []),
    ...(report.misses.length > 0 && misses > 0
      ? [
          `Misses (${Math.min(misses, report.misses.length)} of ${report.misses.length})`,
          ...report.misses.slice(0, misses).map(formatMiss),
        ]
      : []),
  ].join("\n")}\n`;
}

function formatMiss({ label, got, outcome, confidence, wrong, evidence }: Miss): string {
  const frame = (roles: readonly string[], from: string | null | undefined, topics: readonly string[]) =>
    [from === undefined ? "" : `from ${from}`, roles.join("+"), topics.join("+")]
      .filter((part) => part !== "")
      .join(" | ");
  const names = [...evidence.roles, ...evidence.topics, ...evidence.skills]
    .map(({ id, words }) => `${words || "(likeness)"}=${id}`)
    .join(", ");
  return [
    `  ${label.text}`,
    `    wrong ${wrong.join(", ")}; ${outcome} at ${confidence}`,
    `    want  ${label.intent} ${frame(label.roles, label.from, label.topics)}`,
    `    got   ${got.intent} ${frame(got.roles, got.intent === "transition" ? got.from : undefined, got.topics)}`,
    `    why   ${[names, ...evidence.focus, evidence.intents.map(({ intent, probability }) => `${intent} ${probability}`).join(" ")].filter((part) => part !== "").join("; ")}`,
  ].join("\n");
}
