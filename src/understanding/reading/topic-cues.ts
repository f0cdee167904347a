import type { Topic } from "../../knowledge/topics.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import { namesRole } from "./mentions.ts";
import type { Reading } from "./reading.ts";
import { positionsOf } from "./spans.ts";
import { TOPIC_PATTERNS } from "./topic-patterns.ts";

export interface FoundTopicCue {
  topic: Topic;
  strength: "cue" | "hint";
  /** Token positions, end exclusive; both 0 for a turn of phrase. */
  start: number;
  end: number;
}

/** Words that ask for topics, longest first and none inside a role's name; two topics may claim the same words. */
export function findTopicCues(reading: Reading, vocabulary: Vocabulary): FoundTopicCue[] {
  const taken = positionsOf(reading.mentions.filter(namesRole));
  const found: FoundTopicCue[] = [];
  for (let at = 0; at < reading.tokens.length; at++) {
    if (taken.has(at)) continue;
    const matches = vocabulary.topics.matchesAt(reading.tokens, at);
    const longest = matches[0]?.length ?? 0;
    for (const match of matches) {
      if (match.length < longest && match.value.strength === "hint") continue;
      if (match.length < longest && longest > 1) continue;
      found.push({ ...match.value, start: at, end: at + match.length });
    }
  }
  for (const [topic, pattern] of TOPIC_PATTERNS) {
    if (pattern.test(reading.masked)) found.push({ topic, strength: "cue", start: 0, end: 0 });
  }
  return found;
}
