import type { Topic } from "../../knowledge/topics.ts";
import type { PeopleNamed } from "../deciding/people-named.ts";
import type { Reading } from "../reading/reading.ts";
import { wordsIn } from "../reading/spans.ts";

/** What a text says by itself, before the conversation is considered. */
export interface Turn {
  reading: Reading;
  people: PeopleNamed;
  /** The topics it asks for as a look-up. */
  topics: readonly Topic[];
  /** Ids of the signs in its words. */
  cues: ReadonlySet<string>;
  /** A topic is asked for in so many words. */
  cued: boolean;
  /** The likeliest topic stands well clear. */
  topicSure: boolean;
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
