import type { Score } from "../classifier/index.ts";
import { INTENTS, type Intent } from "../question.ts";
import type { Cue } from "../reading/cues.ts";
import type { Reading } from "../reading/reading.ts";
import type { FoundTopicCue } from "../reading/topic-cues.ts";
import type { PeopleNamed } from "./people-named.ts";
import { isPlainRole } from "./plain-role.ts";
import { namesTerm, POINTS, weighTalk } from "./weigh-talk.ts";

export interface WeighedIntent {
  intent: Intent;
  probability: number;
}

/** Everything beside the classifier that speaks for or against an intent. */
export interface IntentEvidence {
  reading: Reading;
  people: PeopleNamed;
  cues: readonly Cue[];
  topicCues: readonly FoundTopicCue[];
  /** Words that no question about careers has used. */
  strange: number;
  /** Roles that the conversation is about already. */
  focusRoles: number;
  focusIntent: Intent | undefined;
}

/** The classifier's distribution, corrected by what the names and the structure of the question allow. */
export function weighIntents(scores: readonly Score[], evidence: IntentEvidence): WeighedIntent[] {
  const corrections = correct(evidence);
  const logs = INTENTS.map((intent) => {
    const probability = scores.find((score) => score.label === intent)?.probability ?? 0;
    return { intent, log: Math.log(Math.max(probability, 1e-4)) + (corrections[intent] ?? 0) };
  });
  const highest = Math.max(...logs.map((each) => each.log));
  const sum = logs.reduce((total, each) => total + Math.exp(each.log - highest), 0);
  return logs
    .map(({ intent, log }) => ({ intent, probability: Math.exp(log - highest) / sum }))
    .sort((a, b) => b.probability - a.probability);
}

/** Signs that two roles are weighed, not walked between. */
const SETS_AGAINST = ["versus", "compares", "or-between", "between", "than", "which-of"];

const ABOUT =
  /\b(?:(?:talk|ask|know|hear|learn|chat|question|curious|info|information|read|speak|discuss)(?: \w+)? (?:about|on|regarding)|(?:go |going |get )?back to|return to|returning to|regarding) (?:an? |the |being an? )?(?:ROLE|AREA)\d/;
const TIPS_FOR =
  /^(?:please |pls |some |any |give me |got |career |good |general )*(?:tips|advice|guidance|pointers)(?: please)? (?:for|as) (?:an? |being an? )?(?:\w+ )?ROLE\d+$/;
/** Words of working life. */
const CAREER =
  /\b(?:jobs?|work\w*|career\w*|roles?|boss|manager|management|company|companies|employer|corporate|learn\w*|skill\w*|upskill|study|studying|data|ml|ai|tech|cod(?:e|ing)|analytics|course\w*|cert\w*|bootcamp|degree|uni|cv|resume|github|linkedin|portfolio|interview\w*|offers?|salary|pay|raise|promot\w*|senior|junior|teams?|laid|fired|redundan\w*|unemployed|quit|stuck|lost|plateau\w*|next|projects?|switch|ready|years?|yrs|experience|hired?|hiring|reject\w*|applications?|applying|tips|advice|advise|guidance|guide|pointers?|mentor|imposter|burn\w*|motivat\w*|goal|goals|improve|field|industry|profile|situation|path|level)\b/;
/** Nothing but "which roles". */
const WHICH_ROLES = /^(?:(?:which|what|all|the|ok|so|and) )*(?:roles|jobs|topics|titles)$/;
const SETTLES =
  /(?:ROLE|AREA)\d+ (?:it is|it will be|it shall be|then|sounds (?:good|great|right)|will do)\b/;

/** Log-odds to add; what they rest on is said beside each. */
function correct(evidence: IntentEvidence): Partial<Record<Intent, number>> {
  const { reading, people, cues, topicCues, strange, focusRoles } = evidence;
  const has = (id: string) => cues.some((cue) => cue.id === id);
  const strongTopic = topicCues.some((cue) => cue.strength === "cue");
  // "what's" asks what something is, be it a role or the weather.
  const asksTopic = topicCues.some((cue) => cue.strength === "cue" && cue.topic !== "definition");
  const term = namesTerm(reading);
  const roles = people.roles.length;
  const named = people.rolesOrAreas.length;
  const add: Partial<Record<Intent, number>> = {};
  const plus = (intent: Intent, amount: number) => {
    add[intent] = (add[intent] ?? 0) + amount;
  };

  const setAgainst = SETS_AGAINST.some(has) || has("side-by-side") || has("and-between");
  const moves = people.start !== undefined && people.goals.some((goal) => goal !== people.start);
  if (named >= 2 && (roles >= 2 || setAgainst || moves)) {
    // Two roles are either set side by side or the ends of a move; a look-up has one.
    plus("lookup", -2.5);
    if (moves || has("from-to") || has("arrow"))
      plus("transition", has("versus") || has("side-by-side") || has("or-between") ? 0.5 : 3);
    else if (has("move") && !SETS_AGAINST.some(has)) plus("transition", 2);
    else if (setAgainst) plus("compare", 2.5);
    else plus("compare", 1);
    plus("find-roles", -1);
  } else {
    // "compare them" with nobody named yet: then the bot asks which two.
    const only = has("compares") && reading.tokens.length <= 4 && strange === 0;
    if (focusRoles === 0 && named < 2) plus("compare", only ? 2 : -3);
    if (focusRoles === 0 && named === 0) plus("transition", -2.5);
  }
  if (named === 1 && people.start === null && people.rolesOrAreas.length > 0)
    plus("transition", has("first-person") || has("move") || has("here") ? 2 : 0.7);
  if (named === 1 && people.start !== undefined && people.start !== null && people.goals.length === 0)
    plus("transition", -1.5);
  // "I'm a junior data scientist btw" asks nothing yet: what follows is about the asker.
  if (
    named === 1 &&
    people.start === people.rolesOrAreas[0] &&
    people.goals.length === 0 &&
    isPlainRole(reading.masked)
  ) {
    plus("advice", 4);
    plus("transition", -4);
  }
  // Who would rather be a baker is on the way out of our roles, wherever they start.
  if (people.otherGoal && people.goals.length === 0) plus("out-of-scope", people.start === undefined ? 3 : 6);
  if (roles === 1 && !term && !has("which-role") && !has("superlative")) plus("find-roles", -1);

  if (has("any-jobs")) plus("openings", 1.5);
  if (reading.masked.includes("CODE")) plus("out-of-scope", 2.5);
  // "ok lead DS it is, ty" settles the matter.
  if (has("thanks") && SETTLES.test(reading.masked) && !strongTopic && reading.tokens.length <= 10)
    plus("thanks", 7);
  if (has("thanks") && named === 0 && !strongTopic && reading.tokens.length <= 8) plus("thanks", 1.5);
  // A greeting or thanks before a question is manners, not the question.
  if (named > 0 || strongTopic) {
    plus("greeting", -3);
    plus("thanks", -2);
  }
  if (named > 0 && strongTopic) plus("out-of-scope", -1.5);
  // Advice, help and privacy are asked in plain words: strange ones without a name speak of something else.
  if (named === 0 && !term && strange >= 2)
    for (const intent of ["advice", "help", "privacy", "lookup", "openings"] as const)
      plus(intent, -0.5 * Math.min(strange, 4));
  // "my cv is weak" asks nothing, but is about a career.
  if (named === 0 && has("first-person") && CAREER.test(reading.masked)) plus("out-of-scope", -1);
  // Advice on what is no career is none of ours: "my back hurts, what should I do".
  if (named === 0 && !term && !CAREER.test(reading.masked)) plus("advice", -2.5);
  // "how much would I earn" lacks a role, and nothing else.
  if (
    named === 0 &&
    asksTopic &&
    strange === 0 &&
    !people.other &&
    !has("asks-bot") &&
    reading.tokens.length <= 9
  ) {
    const saysOnlyThat = reading.tokens.length <= 5;
    plus("lookup", saysOnlyThat ? 6 : 3.5);
    plus("out-of-scope", saysOnlyThat ? -5 : -1);
    plus("advice", has("my-next") ? 0 : -2);
  }
  // Nobody is named: then something must point at a job, or the question is about something else.
  if (named === 0 && !POINTS.test(reading.masked))
    plus("lookup", focusRoles === 0 ? -1.2 : strongTopic ? 0 : -0.8);
  // "let us talk about X" and "back to X" say of whom, not where to.
  if (ABOUT.test(reading.masked) && named === 1) {
    plus("lookup", 3);
    plus("transition", -3);
  }
  if (WHICH_ROLES.test(reading.masked)) plus("list-roles", 3);
  if (TIPS_FOR.test(reading.masked)) plus("advice", 8);
  // "compare data engineer" lacks the other one, and says so plainly.
  if (named === 1 && focusRoles === 0 && /^(?:please )?(?:compare|comparison of) /.test(reading.masked))
    plus("compare", 8);
  // People ask about far more things than the examples can hold; a first question that names nothing of ours may be any.
  if (named === 0 && focusRoles === 0) plus("out-of-scope", 0.8);
  weighTalk(evidence, plus);
  return add;
}
