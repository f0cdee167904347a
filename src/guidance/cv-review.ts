import type { Role } from "../knowledge/knowledge.ts";
import type { SkillNeed } from "../knowledge/schema.ts";

/** A line of somebody's CV with the skills that were found in it. */
export interface CvLine {
  text: string;
  skills: readonly string[];
}

export interface CvReview {
  /** Must-haves with a line that says what was done with them and what came of it. */
  shown: { need: SkillNeed; line: string }[];
  /** Must-haves that are only named. */
  named: SkillNeed[];
  /** Must-haves that are not in it. */
  absent: SkillNeed[];
  /** Nice-to-haves that are in it. */
  extra: SkillNeed[];
  /** Lines of work that hold no number at all, of all lines of work. */
  withoutNumbers: number;
  workLines: number;
}

const DID =
  /\b(?:built|build|led|lead|reduced|cut|raised|increased|improved|saved|launched|shipped|designed|migrated|automated|created|developed|delivered|introduced|deployed|trained|taught|mentored|managed|owned|wrote|replaced|moved|analy[sz]ed|predicted|forecast|set up|rolled out|scaled|tested|maintained|presented)\b/i;
/** A share, an amount, a count or a span: years of a period ("2019-2022") are none. */
const RESULT =
  /\d+(?:[.,]\d+)?\s?(?:%|x\b|k\b|m\b|percent|times|hours?|days?|weeks?|users?|people|reports?|tables?|rows?|customers?|models?|teams?|minutes?|seconds?|€|£|\$)|[$€£]\s?\d/i;

/** Sets a CV against a role. Pure: nothing of the text is kept but the lines that are shown back. */
export function reviewCv(lines: readonly CvLine[], target: Role): CvReview {
  const needs = [...target.skills, ...target.tools].sort((a, b) => b.level - a.level);
  const must = needs.filter((need) => need.need === "must");
  const inText = (need: SkillNeed) => lines.filter((line) => line.skills.includes(need.id));
  const proof = (need: SkillNeed) =>
    inText(need).find(isEvidence) ?? inText(need).find(({ text }) => DID.test(text));
  const work = lines.filter(({ text }) => DID.test(text));
  return {
    shown: must.flatMap((need) => {
      const line = proof(need);
      return line ? [{ need, line: line.text }] : [];
    }),
    named: must.filter((need) => inText(need).length > 0 && !proof(need)),
    absent: must.filter((need) => inText(need).length === 0),
    extra: needs.filter((need) => need.need === "nice" && inText(need).length > 0),
    withoutNumbers: work.filter((line) => !RESULT.test(line.text)).length,
    workLines: work.length,
  };
}

function isEvidence({ text }: CvLine): boolean {
  return DID.test(text) && RESULT.test(text);
}
