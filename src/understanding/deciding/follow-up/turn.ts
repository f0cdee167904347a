import type { Topic } from "../../../knowledge/topics.ts";
import type { Focus } from "../../focus.ts";
import type { Intent, Question } from "../../question.ts";
import type { Reading } from "../../reading/reading.ts";
import { wordsIn } from "../../reading/spans.ts";
import type { PeopleNamed } from "../people-named.ts";

/** What a turn says by itself, before the conversation is considered. */
export interface Turn {
  reading: Reading;
  people: PeopleNamed;
  topics: readonly Topic[];
  intent: Intent;
  cues: ReadonlySet<string>;
  /** A topic is asked for in so many words. */
  cued: boolean;
  /** The likeliest topic stands well clear. */
  topicSure: boolean;
}

export interface Resolved {
  question: Question;
  /** In plain words, for the explanation. */
  because: string;
  /** Where the asker says they stand by pointing at a role of the talk: "I'm the second one". */
  own?: string;
}

export const CORRECTS =
  /^(?:(?:oh|ah|ok|okay|um|hm|hmm|wait|haha|lol|argh|oops|ugh) ,? ?)*(?:no\b|nope|nah|sorry|sry|srry|actually|i meant|i mean|meant|not (?:that|the|this|quite|really|a|an)\b|wrong|correction|rather|scratch that|my bad|i said|oops|typo|i was asking|make that|wasnt|i didnt mean|didnt mean|try again|that was|thats not|wrong role|mistake)/;
export const PRONOUN =
  /\b(?:they|them|their|theirs|it|its|that|this|these|those|he|she|his|her|one|there|the role|the job|the position|that role|this role|that job|such|same)\b/;
/** All of several that were spoken of. */
export const BOTH =
  /\b(?:both|all (?:three|NUM|of (?:them|those|these)|four)|them all|either|each|the two|th[eo]se (?:two|three|NUM)|these|them)\b/;

/** The topics that the words ask for; what they are merely like is not taken over into a new question. */
export function topicsAsked({ cued, topics }: Turn): Topic[] {
  return cued ? [...topics] : [];
}

/** The topics of a turn that goes on with a question: those it asks for, or else the ones before. */
export function topicsGoingOn(turn: Turn, before: Question): Topic[] {
  if (turn.cued || turn.topicSure) return [...turn.topics];
  return before.intent === "lookup" || before.intent === "compare" ? [...before.topics] : [];
}

export function isShort(turn: Turn, most: number): boolean {
  const inNames = turn.reading.mentions.reduce((sum, mention) => sum + mention.end - mention.start - 1, 0);
  return turn.reading.tokens.length - inNames <= most;
}

export function plainWords(reading: Reading): string {
  return reading.masked.replace(/ \. /g, " , ");
}

/**
 * The masked words with other professions as typed, "product manager" after the data product manager is no profession, and
 * fields that tell one of several roles: "the analytics one".
 */
export function asTyped(reading: Reading): string {
  return plainWords(reading).replace(
    /\b(?:JOB(\d+)|AREA(\d+)(?= (?:ones?|version|sort|kind)\b))/g,
    (mask, job, area) => {
      const mention = reading.mentions[Number(job ?? area)];
      return mention ? wordsIn(reading.tokens, mention) : mask;
    },
  );
}

/** The role that the talk leads to, seen from where somebody stands; undefined where it leads to none or to several. */
export function goalOfTalk({ question, listed }: Focus, own: string | null): string | undefined {
  if (question.intent === "find-roles" || question.intent === "advice") return undefined;
  const roles = question.roles.filter((role) => role !== own);
  if (roles.length > 0) return roles.length === 1 ? roles[0] : undefined;
  return listed.findLast((role) => role !== own);
}
