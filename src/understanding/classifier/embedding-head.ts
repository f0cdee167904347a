import { fitSharpness, fitSigmoid } from "./calibration.ts";
import { type CosineFeatures, cosineFeatures } from "./cosine-features.ts";
import { type LabelKind, probabilities, type Score, scoresOf } from "./linear-model.ts";
import { seededRandom, shuffle } from "./random.ts";
import { fitRidge, type RidgeFit } from "./ridge.ts";

export interface EmbeddedExample {
  /** What the sentence encoder gives for the text. */
  vector: Float32Array;
  labels: readonly string[];
}

export interface HeadOptions {
  kind: LabelKind;
  seed: number;
  /** How many cosine features: a multiple of the vectors' length. More tell finer, at the cost of training time. */
  features?: number;
  penalty?: number;
  /** How many lines are held out, each by itself, to fit the probabilities; 0 leaves margins as they are. */
  held?: number;
}

/** Reads labels off a sentence embedding. Small on disk: the random features come from the seed. */
export interface EmbeddingHead {
  readonly kind: LabelKind;
  readonly labels: readonly string[];
  readonly seed: number;
  readonly features: number;
  /** The mean of the training vectors, which all texts have in common and which tells nothing. */
  readonly center: Float32Array;
  /** Label by label, `features` numbers. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
  readonly slope: Float32Array;
  readonly offset: Float32Array;
}

/** Padding that keeps rows a multiple of the matrix blocks: the constant feature, then zeros. */
const PADDING = 256;
/** More lines held out than this make the probabilities no surer. */
const DEFAULTS = { features: 2_048, penalty: 0.1, held: 1_500 };

/** Kernel ridge regression on random cosine features, one target a label: closed form, so the same every time. */
export function trainEmbeddingHead(
  examples: readonly EmbeddedExample[],
  options: HeadOptions,
): EmbeddingHead {
  const { kind, seed, features, penalty, held } = { ...DEFAULTS, ...options };
  const labels = [...new Set(examples.flatMap((example) => example.labels))].sort();
  if (labels.length === 0) throw new Error("Training needs at least one labelled example.");
  const center = meanOf(examples.map((example) => example.vector));
  const width = features + PADDING;
  const values = new Float32Array(examples.length * width);
  const expand = cosineFeatures(center.length, features, seed);
  for (const [row, { vector }] of examples.entries()) {
    const to = values.subarray(row * width, (row + 1) * width);
    expand(centered(vector, center), to);
    to[features] = 1;
  }
  const positive = labels.map((label) =>
    Uint8Array.from(examples, (each) => Number(each.labels.includes(label))),
  );
  const targets = positive.map((each) => Float32Array.from(each, (value) => 2 * value - 1));
  const fit = fitRidge({ values, count: examples.length, width }, targets, penalty);

  const weights = new Float32Array(labels.length * features);
  const bias = new Float32Array(labels.length);
  for (const [label, solution] of fit.solutions.entries()) {
    weights.set(Float32Array.from(solution.subarray(0, features)), label * features);
    bias[label] = solution[features]!;
  }
  const plain = { kind, labels, seed, features, center, weights, bias };
  return { ...plain, ...calibrate(fit, values, width, targets, positive, plain, held) };
}

/** Every label with its probability, best first. */
export function scoreEmbedding(head: EmbeddingHead, vector: Float32Array): Score[] {
  return scoresOf(head.labels, probabilities(head, embeddingMargins(head, vector)));
}

/** Predicted targets before calibration (about -1 to 1), in the order of `head.labels`. */
export function embeddingMargins(head: EmbeddingHead, vector: Float32Array): Float64Array {
  const row = new Float32Array(head.features);
  featuresOf(head)(centered(vector, head.center), row);
  return Float64Array.from(head.labels, (_, label) => {
    const from = label * head.features;
    let sum = head.bias[label]!;
    for (let at = 0; at < head.features; at++) sum += head.weights[from + at]! * row[at]!;
    return sum;
  });
}

/** The random features of a head, made once: they follow from its seed alone. */
const made = new WeakMap<EmbeddingHead, CosineFeatures>();

function featuresOf(head: EmbeddingHead): CosineFeatures {
  let features = made.get(head);
  if (!features) {
    features = cosineFeatures(head.center.length, head.features, head.seed);
    made.set(head, features);
  }
  return features;
}

/** What is predicted for a line when it alone is left out, for a random part of the lines; probabilities are fitted on that. */
function calibrate(
  fit: RidgeFit,
  values: Float32Array,
  width: number,
  targets: readonly Float32Array[],
  positive: readonly Uint8Array[],
  head: Pick<EmbeddingHead, "kind" | "seed">,
  most: number,
): Pick<EmbeddingHead, "slope" | "offset"> {
  const slope = new Float32Array(targets.length).fill(1);
  const offset = new Float32Array(targets.length);
  if (most === 0) return { slope, offset };
  const count = values.length / width;
  const order = Int32Array.from({ length: count }, (_, at) => at);
  shuffle(order, seededRandom(head.seed ^ 0x5bd1e995));
  const held = order.subarray(0, most);
  const margins = Array.from(held, (row) => {
    const line = values.subarray(row * width, (row + 1) * width);
    const leverage = Math.min(fit.leverage(row), 0.999);
    return Float64Array.from(fit.solutions, (solution, label) => {
      let fitted = 0;
      for (let at = 0; at < width; at++) fitted += solution[at]! * line[at]!;
      const target = targets[label]![row]!;
      return target - (target - fitted) / (1 - leverage);
    });
  });
  if (head.kind === "one-of") {
    const truth = Int32Array.from(held, (row) => positive.findIndex((each) => each[row] === 1));
    return { slope: slope.fill(fitSharpness(margins, truth)), offset };
  }
  for (const [label, each] of positive.entries()) {
    const fitted = fitSigmoid(
      Float64Array.from(margins, (line) => line[label]!),
      Uint8Array.from(held, (row) => each[row]!),
    );
    slope[label] = fitted.slope;
    offset[label] = fitted.offset;
  }
  return { slope, offset };
}

function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) {
    for (let at = 0; at < mean.length; at++) mean[at] = mean[at]! + vector[at]! / vectors.length;
  }
  return mean;
}

/** Each half of a vector without what all texts share, at equal length; the whole has length 1. */
export function centered(vector: Float32Array, center: Float32Array): Float32Array {
  const out = vector.map((value, at) => value - center[at]!);
  const half = out.length / 2;
  for (const part of [out.subarray(0, half), out.subarray(half)]) {
    let square = 0;
    for (const value of part) square += value * value;
    const factor = square === 0 ? 0 : Math.SQRT1_2 / Math.sqrt(square);
    for (let at = 0; at < half; at++) part[at] = part[at]! * factor;
  }
  return out;
}
