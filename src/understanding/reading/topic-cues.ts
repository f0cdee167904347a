import type { Topic } from "../../knowledge/topics.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import type { Reading } from "./reading.ts";
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
  const taken = new Set<number>();
  for (const mention of reading.mentions) {
    if (mention.kind !== "role" && mention.kind !== "area") continue;
    for (let at = mention.start; at < mention.end; at++) taken.add(at);
  }
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
