import type { Topic } from "../../knowledge/topics.ts";
import type { Intent, Question } from "../question.ts";
import type { Reading } from "../reading/reading.ts";
import { wordsIn } from "../reading/spans.ts";
import type { PeopleNamed } from "./people-named.ts";

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
}

export const CORRECTS =
  /^(?:(?:oh|ah|ok|okay|um|hm|hmm|wait|haha|lol|argh|oops|ugh) ,? ?)*(?:no\b|nope|nah|sorry|sry|srry|actually|i meant|i mean|meant|not (?:that|the|this|quite|really|a|an)\b|wrong|correction|rather|scratch that|my bad|i said|oops|typo|i was asking|make that|wasnt|i didnt mean|didnt mean|try again|that was|thats not|wrong role|mistake)/;
export const PRONOUN =
  /\b(?:they|them|their|theirs|it|its|that|this|these|those|he|she|his|her|one|there|the role|the job|the position|that role|this role|that job|such|same)\b/;

/** The topics that the words ask for; what they are merely like is not taken over into a new question. */
export function topicsAsked({ cued, topics }: Turn): Topic[] {
  return cued ? [...topics] : [];
}

export function isShort(turn: Turn, most: number): boolean {
  const inNames = turn.reading.mentions.reduce((sum, mention) => sum + mention.end - mention.start - 1, 0);
  return turn.reading.tokens.length - inNames <= most;
}

export function plainWords(reading: Reading): string {
  return reading.masked.replace(/ \. /g, " , ");
}

/** The masked words with other professions as typed: "product manager" after the data product manager is no profession. */
export function unmaskedJobs(reading: Reading): string {
  return plainWords(reading).replace(/\bJOB(\d+)/g, (mask, n) => {
    const mention = reading.mentions[Number(n)];
    return mention ? wordsIn(reading.tokens, mention) : mask;
  });
}
