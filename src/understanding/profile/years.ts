import { AMOUNT, amountOf } from "./amounts.ts";

export interface YearsRead {
  /** In data work, or in nothing named. */
  total: number | undefined;
  /** In another profession. */
  elsewhere: number | undefined;
  /** With a skill, by the number of its mention. */
  withSkill: ReadonlyMap<number, number>;
}

const SPAN = new RegExp(
  String.raw`(?<![\w@])${AMOUNT}\s?(?:(?:plus|full|solid|good|over|long) )?(years?|yrs?|yr|y|yoe|months?|mths?|mos?)\b`,
  "g",
);
/** A time to come or gone by, no experience: "in 2 years", "2 years ago". */
const HORIZON =
  /\b(?:in|within|next|after|than|every|under|over the next|before|until)(?: (?:the|about|around|maybe|like|next))* $/;
/** Time in which nobody gathered any. */
const AWAY =
  /\b(?:leave|break|gap|unemployed|retired|out of work|off work|off) (?:, )?(?:for |of )?(?:about |around |over |the last |the past )?$/;
const NO_EXPERIENCE_AFTER = /^ (?:old|ago|young|of age|from now|time|later|o|gap|off|break)\b/;
const AGE_BEFORE = /\b(?:age|aged|turned|turning|im|am) (?:just |now |already |only |a )?$/;
/** "I'm 45 years," is an age; "I'm 5 years in" is not. */
const AGE_FROM = 16;

const SKILL_AFTER =
  /^ (?:(?:of|in|with|using|doing|writing|coding|experience|exp|work|working|professional|hands|on) ){0,4}@s(\d+)/;
/** With such a word between, the years go to the skill even where a role stands before them. */
const PLAINLY_WITH_SKILL = /^ (?:experience |exp |working |work )?(?:of|using|writing|coding) /;
const SKILL_BEFORE = /@s(\d+) (?:for |since |with )?(?:about |around |over |the last |the past )?$/;
const ROLE_BEFORE = /@r\d+ (?:, )?(?:for |with |of )?(?:about |around |over |the last |the past )?$/;
const PROFESSION_AFTER = /^ (?:(?:as|of|in|being|working|doing|experience|an?|the) ){0,4}@p\d+/;
const PROFESSION_BEFORE = /@p\d+ (?:, )?(?:for |with |of )?(?:about |around |over |the last |the past )?$/;

/** Reads spans of experience off marked text; of several the longest counts. `thisYear` is what "since 2019" is counted from. */
export function readYears(marked: string, thisYear: number): YearsRead {
  let total: number | undefined;
  let elsewhere: number | undefined;
  const withSkill = new Map<number, number>();
  const most = (a: number | undefined, b: number) => Math.max(a ?? 0, b);
  const take = (years: number, before: string, after: string) => {
    const isOfRole = ROLE_BEFORE.test(before) && !PLAINLY_WITH_SKILL.test(after);
    const skill = SKILL_BEFORE.exec(before)?.[1] ?? (isOfRole ? undefined : SKILL_AFTER.exec(after)?.[1]);
    if (skill !== undefined) withSkill.set(Number(skill), most(withSkill.get(Number(skill)), years));
    else if (
      PROFESSION_AFTER.test(after) ||
      (PROFESSION_BEFORE.test(before) && !/^ (?:\w+ )?(?:as|in|of) @[ra]/.test(after))
    )
      elsewhere = most(elsewhere, years);
    else total = most(total, years);
  };
  for (const match of marked.matchAll(SPAN)) {
    const amount = amountOf(match[1] ?? "");
    const before = marked.slice(0, match.index);
    const after = marked.slice(match.index + match[0].length);
    if (amount === undefined || AWAY.test(before) || HORIZON.test(before) || NO_EXPERIENCE_AFTER.test(after))
      continue;
    const years = match[2]?.startsWith("m") ? Math.round(amount / 1.2) / 10 : amount;
    const isAge = years >= AGE_FROM && AGE_BEFORE.test(before) && /^(?: (?:,|\.|and|but|with)|$)/.test(after);
    if (!isAge && !/^ old/.test(after)) take(years, before, after);
  }
  for (const match of marked.matchAll(/\bsince (?:early |late |mid )?((?:19|20)\d\d)\b/g)) {
    const years = thisYear - Number(match[1]);
    if (years >= 0 && years <= 60)
      take(years, marked.slice(0, match.index), marked.slice(match.index + match[0].length));
  }
  return { total, elsewhere, withSkill };
}

/** Working with a skill for years says that it is held; only the longest mastery is left to be claimed. */
export function levelAfterYears(years: number): number {
  if (years < 1) return 2;
  return years < 3 ? 3 : 4;
}
