// The classifier of src/understanding/classifier put together for data of any kind: the linear model, the sentence
// embedding, their combination and the out-of-scope stack. Nothing here knows of careers.

import { fitSharpness } from "../dist/understanding/classifier/calibration.js";
import { combine, needsEmbedding } from "../dist/understanding/classifier/cascade.js";
import {
  centered,
  embeddingMargins,
  trainEmbeddingHead,
} from "../dist/understanding/classifier/embedding-head.js";
import { knownShare, margins, train } from "../dist/understanding/classifier/index.js";
import { probabilities, scoresOf } from "../dist/understanding/classifier/linear-model.js";
import { scopeProbability, trainScope } from "../dist/understanding/classifier/out-of-scope.js";
import { seededRandom, shuffle } from "../dist/understanding/classifier/random.js";

/** More cosine features than the product needs: here are up to 150 labels and 15,000 lines. */
const FEATURES = 4_096;
/** Heads with features of their own draw, whose margins are averaged: on held-out lines surer than one. */
const HEADS = 2;
/** How closely a linear model follows its lines: the mean of a looser and a closer one is surer than either. */
const COSTS = [0.5, 1];
/** So many of the likeliest labels are searched for the nearest training texts, whose nearness counts so much. */
const NEAREST_LABELS = 8;
const NEARNESS = 4.8;
/** A validation part is set aside from training lines where the input has none: one line in so many. */
const SET_ASIDE = 10;
/** Without out-of-scope examples, so many validation texts may be called out of scope. */
const MOST_REFUSED = 0.02;

/** Trains on an input of classify-bench; `encode` gives a text's vector. */
export function trainReader(
  { train: lines, val = [], oosVal = [], seed = 1 },
  encode,
  { always = true } = {},
) {
  const remembered = new Map();
  const vectorOf = (text) => {
    const known = remembered.get(text);
    if (known) return known;
    const vector = encode(text);
    remembered.set(text, vector);
    return vector;
  };
  const aside = val.length > 0 ? { lines, val } : setAside(lines, seed);
  const tuning = trainParts(aside.lines, vectorOf, seed);
  const settings = calibrate(tuning, aside.val, vectorOf);
  const tuned = { ...tuning, ...settings };
  const scope = fitScope(tuned, aside.val, oosVal, vectorOf);
  // What was tuned on is trained on in the end: every labelled line that the caller gave, as for all classifiers compared.
  const parts = { ...trainParts([...lines, ...val], vectorOf, seed), ...settings };
  remembered.clear();

  return {
    model: parts,
    read(text) {
      const linear = readLinear(parts, text);
      // Scope is judged with both readings; a caller that only wants the label may leave the slow one out.
      if (!always && !needsEmbedding(linear.scores)) return { label: linear.scores[0].label, asked: false };
      const signs = readBoth(parts, text, linear, encode(text));
      const { score, oos } = scope(signs);
      return { label: signs.combined[0].label, score, oos, asked: true };
    },
  };
}

function trainParts(lines, vectorOf, seed) {
  const labelled = lines.map(({ text, label }) => ({ text, labels: [label] }));
  const linears = COSTS.map((cost) => train(labelled, { kind: "one-of", seed, folds: 0, cost }));
  const [linear] = linears;
  const examples = lines.map(({ text, label }) => ({ vector: vectorOf(text), labels: [label] }));
  const heads = Array.from({ length: HEADS }, (_, at) =>
    trainEmbeddingHead(examples, { kind: "one-of", seed: seed + at, features: FEATURES, held: 0 }),
  );
  const [head] = heads;
  const byLabel = new Map(head.labels.map((label) => [label, []]));
  for (const { vector, labels } of examples) byLabel.get(labels[0]).push(centered(vector, head.center));
  return {
    linear,
    linears,
    head,
    heads,
    byLabel,
    centroids: new Map([...byLabel].map(([label, all]) => [label, meanOf(all)])),
  };
}

/** Probabilities of each reading and how they are joined, fitted on texts that were not trained on. */
function calibrate(parts, val, vectorOf) {
  const known = val.filter(({ label }) => parts.linear.labels.includes(label));
  const truth = known.map(({ label }) => parts.linear.labels.indexOf(label));
  const fit = (model, rows) => ({ ...model, slope: model.slope.map(() => fitSharpness(rows, truth)) });
  const linearRows = known.map(({ text }) => linearMargins(parts, text));
  const headRows = known.map(({ text }) => headMargins(parts, vectorOf(text)));
  const linear = fit(parts.linear, linearRows);
  const head = fit(parts.head, headRows);
  const one = linearRows.map((row) => scoresOf(linear.labels, probabilities(linear, row)));
  const two = headRows.map((row) => scoresOf(head.labels, probabilities(head, row)));
  let best = { loss: Number.POSITIVE_INFINITY };
  for (let share = 0.2; share < 0.85; share += 0.05) {
    for (const sum of [1, 1.2, 1.4, 1.6, 1.8, 2]) {
      const weights = { linear: sum * share, embedded: sum * (1 - share) };
      let loss = 0;
      for (const [at, { label }] of known.entries()) {
        const found = combine(one[at], two[at], weights).find((each) => each.label === label);
        loss -= Math.log(Math.max(found.probability, 1e-9));
      }
      if (loss < best.loss) best = { loss, weights };
    }
  }
  return { slopes: { linear: linear.slope[0], head: head.slope[0] }, weights: best.weights };
}

function headMargins({ heads }, vector) {
  return meanRow(heads.map((head) => embeddingMargins(head, vector)));
}

function linearMargins({ linears }, text) {
  return meanRow(linears.map((linear) => margins(linear, text)));
}

function meanRow(rows) {
  return rows[0].map((_, label) => rows.reduce((sum, row) => sum + row[label], 0) / rows.length);
}

function readLinear(parts, text) {
  const row = linearMargins(parts, text);
  return { row, scores: shaped(parts.linear, row, parts.slopes.linear) };
}

function readBoth(parts, text, linear, vector) {
  const headRow = headMargins(parts, vector);
  const embedded = shaped(parts.head, headRow, parts.slopes.head);
  const own = centered(vector, parts.head.center);
  const { combined, nearest } = byNearness(combine(linear.scores, embedded, parts.weights), own, parts);
  const [margin, marginGap] = topAndGap(linear.row);
  const [embeddedMargin, embeddedGap] = topAndGap(headRow);
  return {
    linear: linear.scores,
    embedded,
    combined,
    margin,
    marginGap,
    embeddedMargin,
    embeddedGap,
    nearest,
    centroid: dot(own, parts.centroids.get(combined[0].label)),
    knownShare: knownShare(parts.linear, text),
  };
}

/** The likeliest labels in the light of how near their two nearest training texts are. */
function byNearness(scores, own, { byLabel }) {
  let nearest = -1;
  const near = scores.slice(0, NEAREST_LABELS).map(({ label, probability }) => {
    let [first, second] = [-1, -1];
    for (const other of byLabel.get(label)) {
      const likeness = dot(own, other);
      if (likeness > first) [first, second] = [likeness, first];
      else if (likeness > second) second = likeness;
    }
    nearest = Math.max(nearest, first);
    const both = second < 0 ? first : (first + second) / 2;
    return { label, probability: probability * Math.exp(NEARNESS * both) };
  });
  const before = scores.slice(0, NEAREST_LABELS).reduce((sum, { probability }) => sum + probability, 0);
  const after = near.reduce((sum, { probability }) => sum + probability, 0);
  const joined = near.map(({ label, probability }) => ({
    label,
    probability: (probability * before) / after,
  }));
  joined.sort((one, other) => other.probability - one.probability);
  return { combined: [...joined, ...scores.slice(NEAREST_LABELS)], nearest };
}

function fitScope(parts, val, oosVal, vectorOf) {
  const signsOf = (text) => readBoth(parts, text, readLinear(parts, text), vectorOf(text));
  const inScope = val.map(({ text }) => signsOf(text));
  if (oosVal.length > 0) {
    const model = trainScope(
      inScope,
      oosVal.map((each) => signsOf(each.text ?? each)),
    );
    return (signs) => {
      const score = scopeProbability(model, signs);
      return { score, oos: score < model.threshold };
    };
  }
  const sure = inScope.map(({ combined }) => combined[0].probability).sort((one, other) => one - other);
  const threshold = sure[Math.floor(sure.length * MOST_REFUSED)] ?? 0;
  return ({ combined }) => ({ score: combined[0].probability, oos: combined[0].probability < threshold });
}

function setAside(lines, seed) {
  const order = Int32Array.from(lines.keys());
  shuffle(order, seededRandom(seed));
  const count = new Map();
  const rest = [];
  const val = [];
  for (const at of order) {
    const line = lines[at];
    const before = count.get(line.label) ?? 0;
    count.set(line.label, before + 1);
    (before % SET_ASIDE === 1 ? val : rest).push(line);
  }
  return { lines: rest, val };
}

function shaped(model, row, slope) {
  const out = probabilities(
    { kind: "one-of", slope: model.slope.map(() => slope), offset: model.offset },
    row,
  );
  return scoresOf(model.labels, out);
}

function topAndGap(row) {
  let first = Number.NEGATIVE_INFINITY;
  let second = Number.NEGATIVE_INFINITY;
  for (const value of row) {
    if (value > first) {
      second = first;
      first = value;
    } else if (value > second) second = value;
  }
  return [first, second === Number.NEGATIVE_INFINITY ? 0 : first - second];
}

function meanOf(vectors) {
  const mean = new Float32Array(vectors[0].length);
  for (const vector of vectors) for (let at = 0; at < mean.length; at++) mean[at] += vector[at];
  const length = Math.sqrt(dot(mean, mean)) || 1;
  return mean.map((value) => value / length);
}

function dot(one, other) {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += one[at] * other[at];
  return sum;
}
