import type { Reading } from "./reading.ts";

/** Manners and what somebody says of their rank and time before the name of their job. */
const LEAD_IN =
  /^(?:(?:hi|hey|hello|hiya|yo|gday|namaste|hola|good|morning|evening|afternoon|day|all|there|everyone|team|folks|sir|madam|dear|so|ok|well|just|greetings|a|an|as|senior|sr|junior|jr|mid|level|lead|entry|current|currently|former|ex|bored|tired|humble|NUM|yrs?|years?|yoe|of|one|two|three|four|five|six|seven|eight|nine|ten|twelve|long|time|lurker|NUM(?:st|nd|rd|th)|,|\.) )*$/;
const YEARS =
  /^(?:(?:, )?(?:\w+ ){0,5}?(?:, )?)?(?:NUM|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty) (?:\w+ )?(?:yrs?|years?|yoe|months|reports|people)\b|^(?:, )?since \w+|^(?:\w+ ){0,3}here\b/;
const PLACE = /^(?:(?:in|from|at|for|with|w|of|by|who|since|on|turned) |here\b|, )/;
/** Said of a role that was just spoken of: "head of data, right". */
const TAKES_UP = /^, (?:right|huh|then|hm+|ok|okay|eh|say|really|cool|nice|interesting)\b/;
const ASKS =
  /\b(?:what|whats|how|hows|which|who|whos|do|does|is|are|should|can|could|would|will|vs|versus|or|salary|pay|salaries)\b/;
const MINE = /\b(?:i|im|ive|id|me|my|mine|we|our|us|boss|team)\b/;
const LIKE_ME = /^(?:like (?:me|us|myself)|, ?thats me|which i am|, which is (?:me|what i am))\b/;
/** "I run a data science team", of which the verb is part of the name. */
const LEADS_THEM =
  /(?:^|[.,] |\b(?:and|but|so|as|since|because|hi|hey|hello|yes) )(?:i|ive|i have|i currently|i now) $/;
const TITLE_BEFORE =
  /\b(?:title|titled|title says|title is|job title|my job is|my role is|job is|position is) (?:, )?(?:an? |the )?(?:senior |junior |staff )?$/;

/**
 * Whether a message begins with what its author is: "SRE, 7 yrs, Warsaw. What do MLOps people earn?"; the number of the mention,
 * or undefined. Takes the masked words.
 */
export function ownMention({ masked, mentions }: Reading): number | undefined {
  for (const match of masked.matchAll(/\b(ROLE|AREA|JOB)(\d+)\b/g)) {
    const n = Number(match[2]);
    const before = masked.slice(0, match.index);
    const after = masked.slice(match.index + match[0].length + 1);
    if (LEADS_THEM.test(before) && mentions[n]?.kind === "role") return n;
    if (LIKE_ME.test(after) || TITLE_BEFORE.test(before)) return n;
    if (match[1] === "AREA" && !isAlone(mentions[n])) continue;
    if (!LEAD_IN.test(before) || TAKES_UP.test(after)) continue;
    const [sentence = "", rest] = split(after);
    if (YEARS.test(after) && !ASKS.test(after.slice(0, YEARS.exec(after)![0].length))) return n;
    if (rest === undefined || !PLACE.test(`${sentence} `) || ASKS.test(sentence)) continue;
    if (MINE.test(after) || /\b(?:ROLE|AREA)\d/.test(rest)) return n;
  }
  return undefined;
}

function isAlone(mention: Reading["mentions"][number] | undefined): boolean {
  return mention?.kind === "area" && mention.alone;
}

function split(after: string): [string, string | undefined] {
  const at = after.indexOf(" . ");
  return at < 0 ? [after, undefined] : [after.slice(0, at), after.slice(at + 3)];
}
