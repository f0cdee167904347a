import { featureHashes, featureKind, TAG } from "../classifier/features.ts";

/**
 * Groups texts that are like one another. Two texts are as like as the cosine of their features is high: the hashed words,
 * word pairs and character n-grams that the classifier reads, each weighed by how rare it is among the texts.
 * The texts are given in order of weight, and each joins the group whose first text it is likest, or begins one of its own:
 * so a group is what stands around its commonest question, and the same texts always give the same groups.
 */
export function groupByLikeness(texts: readonly string[], least: number = LEAST_LIKENESS): number[][] {
  const vectors = unitVectors(texts.map(countFeatures));
  const groups: number[][] = [];
  /** By feature: the groups whose first text has it, with its value there. */
  const firsts = new Map<number, [group: number, value: number][]>();
  for (const [at, vector] of vectors.entries()) {
    const likeness = new Map<number, number>();
    for (const [feature, value] of vector)
      for (const [group, other] of firsts.get(feature) ?? [])
        likeness.set(group, (likeness.get(group) ?? 0) + value * other);
    const [best, highest] = [...likeness].reduce<[number, number]>(
      (top, each) => (each[1] > top[1] ? each : top),
      [-1, 0],
    );
    if (highest >= least) {
      groups[best]!.push(at);
      continue;
    }
    const group = groups.push([at]) - 1;
    for (const [feature, value] of vector) {
      const row = firsts.get(feature);
      if (row) row.push([group, value]);
      else firsts.set(feature, [[group, value]]);
    }
  }
  return groups;
}

/** Below this, pairs of missed questions were seldom about the same thing; measured on labelled questions. */
const LEAST_LIKENESS = 0.35;

function countFeatures(text: string): Map<number, number> {
  const counts = new Map<number, number>();
  for (const hash of featureHashes(text))
    if (featureKind(hash) !== TAG) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  return counts;
}

function unitVectors(texts: readonly ReadonlyMap<number, number>[]): Map<number, number>[] {
  const inTexts = new Map<number, number>();
  for (const counts of texts)
    for (const feature of counts.keys()) inTexts.set(feature, (inTexts.get(feature) ?? 0) + 1);
  return texts.map((counts) => {
    const weighed = [...counts].map(([feature, count]): [number, number] => [
      feature,
      Math.sqrt(count) * Math.log(1 + texts.length / inTexts.get(feature)!),
    ]);
    const length = Math.hypot(...weighed.map(([, value]) => value)) || 1;
    return new Map(weighed.map(([feature, value]) => [feature, value / length]));
  });
}
