import type { Intent } from "../question.ts";
import { namesRole } from "../reading/mentions.ts";
import type { Reading } from "../reading/reading.ts";
import type { FoundTopicCue } from "../reading/topic-cues.ts";

const ASKS = new Set(["which", "what", "whats", "any", "much", "many", "long", "need", "without"]);
/** So far before a topic's word may stand the word that asks for it: "which further online course". */
const ASKS_WITHIN = 4;

/** The words that ask for a topic. In a move, what is said of a degree or a sector before the goal tells where somebody starts. */
export function askedCues(
  intent: Intent,
  reading: Reading,
  cues: readonly FoundTopicCue[],
): readonly FoundTopicCue[] {
  if (intent !== "transition") return cues;
  const goal = reading.mentions.findLast(namesRole);
  return cues.filter((cue) => {
    if (cue.end === 0) return cue.topic === "skills" || cue.topic === "tools";
    if (isAskedFor(cue, reading)) return true;
    return !insideTerm(cue, reading) && (!goal || cue.start >= goal.end);
  });
}

function isAskedFor(cue: FoundTopicCue, { tokens }: Reading): boolean {
  const sentence = tokens[cue.start]?.sentence;
  return tokens
    .slice(Math.max(0, cue.start - ASKS_WITHIN), cue.start)
    .some((token) => token.sentence === sentence && ASKS.has(token.word));
}

function insideTerm(cue: FoundTopicCue, reading: Reading): boolean {
  return reading.mentions.some(
    (mention) => mention.kind !== "role" && mention.start <= cue.start && cue.start < mention.end,
  );
}

const SMALL = new Set(["the", "their", "its", "a", "an", "about", "so", "much"]);

/** "not the tasks, the hours": topics that are ruled out, where another one is named. */
export function deniedTopics({ tokens }: Reading, cues: readonly FoundTopicCue[]): ReadonlySet<string> {
  const named = cues.filter((cue) => cue.end > 0 && cue.strength === "cue");
  const denied = new Set<string>(named.filter((cue) => isDenied(cue, tokens)).map((cue) => cue.topic));
  return named.some((cue) => !denied.has(cue.topic)) ? denied : new Set();
}

function isDenied(cue: FoundTopicCue, tokens: Reading["tokens"]): boolean {
  let at = cue.start - 1;
  while (at >= 0 && SMALL.has(tokens[at]!.word)) at -= 1;
  return tokens[at]?.word === "not" && tokens[cue.end]?.afterPause === true;
}
