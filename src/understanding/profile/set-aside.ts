import type { Mention } from "../reading/mentions.ts";
import type { Reading } from "../reading/reading.ts";
import { wordsIn } from "../reading/spans.ts";

/** Tools and languages that are called like people. */
const CALLED_LIKE_PEOPLE: ReadonlySet<string> = new Set(["julia", "ray", "jax", "rust", "dash"]);
const INTRODUCES = /\b(?:name is|names|named|called|call me|name) $/;
const MAY_INTRODUCE =
  /(?:^|\b(?:im|i am|this is|here is|hi|hello|hey|best|regards|cheers|thanks|dear|miss|mr|mrs|ms)) $/;
/** States of life that say nothing of what somebody can do, and much of who they are. */
const PRIVATE_LIFE = /immigrant|refugee|expat|mum|mom|dad|wife|parent|retire|pension|homemaker/;
const SPEAKS =
  /\b(?:speak|speaking|fluent|fluently|written|spoken|business|professional|skills|level|b1|b2|c1|c2|advanced|intermediate)\b/;

/**
 * Whether a mention is left out of a profile because it is, or may be, part of who somebody is: a name ("I'm Julia"), an
 * origin ("I'm English"), a state of life ("retired").
 */
export function isSetAside(mention: Mention, { tokens }: Reading): boolean {
  const before =
    `${wordsIn(tokens, { start: Math.max(0, mention.start - 4), end: mention.start })} `.trimStart();
  const after = tokens.slice(mention.end, mention.end + 2).map((token) => token.word);
  const own = wordsIn(tokens, mention);
  if (mention.kind === "background") return PRIVATE_LIFE.test(own);
  if (mention.kind === "skill" && mention.id === "english")
    return !SPEAKS.test(`${before} ${after.join(" ")}`);
  if (mention.kind !== "skill" && mention.kind !== "area") return false;
  if (INTRODUCES.test(before)) return true;
  const id = "id" in mention ? mention.id : "";
  if (!CALLED_LIKE_PEOPLE.has(id)) return false;
  const ends = tokens[mention.end];
  const isAlone =
    ends === undefined ||
    ends.afterPause ||
    /^(?:and|here|from|a|an|the)$/.test(ends.word) ||
    /^[A-Z]/.test(ends.raw);
  return after[0] === "here" || (isAlone && MAY_INTRODUCE.test(before) && before.trim() !== "");
}
