import type { Topic } from "../../knowledge/topics.ts";
import type { Intent } from "../question.ts";
import { groupByLikeness } from "./likeness.ts";
import type { ReadMiss } from "./read-miss.ts";

/** Questions that were not answered, or answered badly, as the storage counts them. */
export interface CountedMiss {
  text: string;
  count: number;
  kinds: { declined: number; unclear: number; disliked: number };
  /** 2026-11-24 */
  lastDay: string;
}

/** Questions that are like one another, with what of the knowledge base is nearest. */
export interface MissGroup {
  count: number;
  kinds: CountedMiss["kinds"];
  lastDay: string;
  /** The commonest first. */
  misses: CountedMiss[];
  /** The role that most of the questions name; undefined where none names any. */
  role: string | undefined;
  /** The topic that they are likest, and how likely it is on average, from 0 to 1. */
  topic: { topic: Topic; probability: number } | undefined;
  intent: Intent;
}

/** Groups by likeness of the masked words, most frequent first. */
export function groupMisses(misses: readonly CountedMiss[], read: ReadMiss): MissGroup[] {
  const byCount = misses.toSorted(
    (one, other) => other.count - one.count || (one.text < other.text ? -1 : 1),
  );
  const readings = byCount.map(({ text }) => read(text));
  return groupByLikeness(readings.map(({ masked }) => masked))
    .map((members): MissGroup => {
      const group = members.map((at) => byCount[at]!);
      const weight = (at: number) => byCount[at]!.count;
      const all = group.reduce((sum, { count }) => sum + count, 0);
      const topics = members.flatMap((at) =>
        readings[at]!.topics.map(({ topic, probability }): [Topic, number] => [
          topic,
          probability * weight(at),
        ]),
      );
      const [topic] = heaviest(topics);
      return {
        count: all,
        kinds: {
          declined: sumOf(group, "declined"),
          unclear: sumOf(group, "unclear"),
          disliked: sumOf(group, "disliked"),
        },
        lastDay: group.map(({ lastDay }) => lastDay).reduce((last, each) => (each > last ? each : last)),
        misses: group,
        role: heaviest(
          members.flatMap((at) => readings[at]!.roles.map((role): [string, number] => [role, weight(at)])),
        )[0]?.[0],
        topic: topic && { topic: topic[0], probability: topic[1] / all },
        intent: heaviest(members.map((at): [Intent, number] => [readings[at]!.intent, weight(at)]))[0]![0],
      };
    })
    .sort((one, other) => other.count - one.count);
}

function sumOf(misses: readonly CountedMiss[], kind: keyof CountedMiss["kinds"]): number {
  return misses.reduce((sum, { kinds }) => sum + kinds[kind], 0);
}

/** Sums the weights of each, heaviest first; of equal ones the first named. */
function heaviest<T>(weighed: readonly (readonly [T, number])[]): [T, number][] {
  const sums = new Map<T, number>();
  for (const [each, weight] of weighed) sums.set(each, (sums.get(each) ?? 0) + weight);
  return [...sums].sort(([, one], [, other]) => other - one);
}
