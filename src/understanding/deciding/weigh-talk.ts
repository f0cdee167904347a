import type { Intent } from "../question.ts";
import type { IntentEvidence } from "./weigh-intents.ts";

const ASKS =
  /^(?:and |so |ok |then |but |cool |, )*(?:how|what|whats|where|when|why|which|who|do|does|is|are|can|could|would|will|any)\b/;
const WHICH_OF_THEM =
  /^(?:and |so |ok |then )*(?:which|who|what)(?: one)?(?: of (?:them|those|these))? (?:pays?|earns?|needs?|is|has|are|wants?|asks?)\b/;
const HOW_LONG = /^(?:and |so |ok |then )*how (?:long|many|hard|much|soon|far)\b(?: \w+){0,4}$/;
/** "which roles need SQL" asks over all roles, whatever two were spoken of. */
const OVER_ALL = /\b(?:roles|jobs|titles|careers|positions|professions)\b/;
const WHO_OR_WHICH = /^(?:and |so |ok |then )*(?:who|which)\b/;
/** "w/ 5 yrs on the clock?" narrows the question before. */
const NARROWS = /^(?:and )?(?:w|with|without|for|in|at|after) /;
/** "or SAS?" asks of another thing what was asked of the one before. */
const ASKS_THE_SAME_OF = /^(?:or|and|what about|how about) /;

/** What the talk so far speaks for, as log-odds, in a turn that names no role. Nothing where there is no talk. */
export function weighTalk(evidence: IntentEvidence, plus: (intent: Intent, amount: number) => void): void {
  const { reading, people, cues, topicCues, strange, focusRoles, focusIntent } = evidence;
  const has = (id: string) => cues.some((cue) => cue.id === id);
  const { masked } = reading;
  const words = reading.tokens.length;
  const term = namesTerm(reading);
  if (focusRoles > 0 && NARROWS.test(masked) && words <= 8) {
    plus("out-of-scope", -5);
    plus("advice", -3);
  }
  if (people.rolesOrAreas.length > 0) return;

  if (focusIntent === "transition") plus("transition", 0.5);
  if (focusIntent === "find-roles" && (has("superlative") || term || WHICH_OF_THEM.test(masked))) {
    plus("find-roles", 6);
    plus("out-of-scope", -2);
  }
  if (focusRoles === 0) return;
  // "they use what, pytorch?" asks of those in the talk.
  if (/\b(?:they|them|their)\b/.test(masked) && focusIntent !== "find-roles") plus("find-roles", -3);
  if (topicCues.some((cue) => cue.strength === "cue")) {
    plus("lookup", 1);
    plus("out-of-scope", -1);
    plus("find-roles", has("which-role") || has("superlative") ? 0 : -2);
  }
  // A short turn that speaks of a topic goes on with the talk.
  const plain = strange === 0 && !people.other && focusRoles > 0;
  const asks = plain && topicCues.some((cue) => cue.strength === "cue" && cue.topic !== "definition");
  if (topicCues.length > 0 && words <= 10) plus("out-of-scope", asks && words <= 7 ? -3 : -0.8);
  if (HOW_LONG.test(masked))
    for (const intent of ["out-of-scope", "help", "advice", "list-roles"] as const) plus(intent, -3);
  if (term && words <= 5 && ASKS_THE_SAME_OF.test(masked)) {
    plus("lookup", 3);
    plus("out-of-scope", -3);
  }
  // Manners and help are asked for in words of their own; what is merely short goes on with the talk.
  if (!has("hello")) plus("greeting", -4);
  if (!has("thanks")) plus("thanks", -4);
  if (!has("data-words")) plus("privacy", -3);
  if (!has("help") && !has("asks-bot")) plus("help", -3);
  if (people.other || words > 8) return;
  if (ASKS.test(masked) && (strange === 0 || (strange === 1 && PRONOUN.test(masked))))
    plus("out-of-scope", -2);
  if (focusIntent === "compare" && WHO_OR_WHICH.test(masked) && !OVER_ALL.test(masked)) {
    plus("compare", 3);
    plus("find-roles", -2);
    plus("out-of-scope", -1);
  }
}

const PRONOUN = /\b(?:they|them|their|it|that|he|she)\b/;

/** Words that can stand for a job or the people in it. */
export const POINTS =
  /\b(?:they|them|their|theirs|it|its|that|this|those|these|one|job|jobs|role|roles|career|careers|position|positions|field|profession|work|people|someone|industry|he|she)\b/;

/** A skill, tool, degree, field or industry is named. */
export function namesTerm({ mentions }: IntentEvidence["reading"]): boolean {
  return mentions.some((mention) => TERMS.has(mention.kind));
}

const TERMS: ReadonlySet<string> = new Set(["skill", "degree", "field", "industry", "area"]);
