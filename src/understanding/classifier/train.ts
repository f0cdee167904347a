import { fitSharpness, fitSigmoid } from "./calibration.ts";
import { featureHashes, wordHash, wordsOf } from "./features.ts";
import { buildHashIndex } from "./hash-index.ts";
import { featureRow, type LabelKind, type LinearModel } from "./linear-model.ts";
import { seededRandom, shuffle } from "./random.ts";
import { type SparseMatrix, stackRows } from "./sparse-matrix.ts";
import { trainSeparator } from "./svm.ts";

export interface TrainingExample {
  text: string;
  /** Exactly one for a `one-of` model, any number for `any-of`. */
  labels: readonly string[];
  /** Binary features that the caller computed, such as `two-roles`; unknown ones are ignored when scoring. */
  tags?: readonly string[];
}

export interface TrainingOptions {
  kind: LabelKind;
  seed: number;
  /** What a training line on the wrong side costs. */
  cost?: number;
  /**
   * How many times more it costs for a line of the label than for one of the others. `by-share`: the more, the rarer the
   * label is, by the root of the odds against it, so that common labels do not swallow rare ones.
   */
  positiveWeight?: number | "by-share";
  /** Features of fewer lines than this are dropped. */
  rarest?: number;
  /** The lines are held out in so many parts to fit the probabilities; 0 leaves margins as they are. */
  folds?: number;
  passes?: number;
}

const DEFAULTS = { cost: 0.5, positiveWeight: 4, rarest: 2, folds: 5, passes: 30 };
const TOLERANCE = 0.1;

/** Trains on one core, deterministically: the same examples, options and seed give the same model, bit for bit. */
export function train(examples: readonly TrainingExample[], options: TrainingOptions): LinearModel {
  const settings = { ...DEFAULTS, ...options };
  const labels = [...new Set(examples.flatMap((example) => example.labels))].sort();
  if (labels.length === 0) throw new Error("Training needs at least one labelled example.");
  if (settings.kind === "one-of" && examples.some((example) => example.labels.length !== 1)) {
    throw new Error("Every example of a one-of model has exactly one label.");
  }
  const hashes = examples.map((example) => featureHashes(example.text, example.tags));
  const vocabulary = { ...countFeatures(hashes, settings.rarest), lines: examples.length };
  const matrix = stackRows(
    hashes.map((line) => featureRow(vocabulary, line)),
    vocabulary.counts.length,
  );
  const targets = labels.map((label) =>
    Uint8Array.from(examples, (example) => Number(example.labels.includes(label))),
  );
  const planes = trainPlanes(matrix, Int32Array.from(examples.keys()), targets, settings);
  const { slope, offset } = calibrate(matrix, targets, settings);
  return {
    kind: settings.kind,
    labels,
    ...vocabulary,
    ...planes,
    slope,
    offset,
    words: buildHashIndex(
      Int32Array.from(new Set(examples.flatMap((example) => wordsOf(example.text).map(wordHash)))).sort(),
    ),
  };
}

function countFeatures(lines: readonly Int32Array[], rarest: number): Pick<LinearModel, "index" | "counts"> {
  const counts = new Map<number, number>();
  for (const line of lines) for (const hash of new Set(line)) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= rarest).sort(([one], [other]) => one - other);
  return {
    index: buildHashIndex(Int32Array.from(kept, ([hash]) => hash)),
    counts: Int32Array.from(kept, ([, count]) => count),
  };
}

type Settings = Required<TrainingOptions>;

/** At even odds a line of the label counts so many times more than another. */
const WEIGHT_AT_EVEN_ODDS = 2;

function weightOf(positive: Uint8Array, lines: Int32Array, weight: Settings["positiveWeight"]): number {
  if (weight !== "by-share") return weight;
  const share = lines.reduce((count, line) => count + positive[line]!, 0) / lines.length;
  return share === 0 ? WEIGHT_AT_EVEN_ODDS : WEIGHT_AT_EVEN_ODDS * Math.sqrt((1 - share) / share);
}

/** One separating plane a label, interleaved row by row as `score` reads them. */
function trainPlanes(
  matrix: SparseMatrix,
  lines: Int32Array,
  targets: readonly Uint8Array[],
  settings: Settings,
): Pick<LinearModel, "weights" | "bias"> {
  const weights = new Float32Array(matrix.width * targets.length);
  const bias = new Float32Array(targets.length);
  for (const [label, positive] of targets.entries()) {
    const plane = trainSeparator(matrix, lines, positive, {
      cost: settings.cost,
      positiveWeight: weightOf(positive, lines, settings.positiveWeight),
      passes: settings.passes,
      tolerance: TOLERANCE,
      seed: settings.seed + label,
    });
    bias[label] = plane.bias;
    for (let row = 0; row < matrix.width; row++) weights[row * targets.length + label] = plane.weights[row]!;
  }
  return { weights, bias };
}

/** Trains again with each part of the lines held out, and fits the probabilities on the margins of what was held out. */
function calibrate(
  matrix: SparseMatrix,
  targets: readonly Uint8Array[],
  settings: Settings,
): { slope: Float32Array; offset: Float32Array } {
  const width = targets.length;
  const slope = new Float32Array(width).fill(1);
  const offset = new Float32Array(width);
  const count = targets[0]!.length;
  if (settings.folds < 2 || count < settings.folds) return { slope, offset };

  const order = Int32Array.from({ length: count }, (_, at) => at);
  shuffle(order, seededRandom(settings.seed ^ 0x5bd1e995));
  const held = Array.from({ length: count }, () => new Float64Array(width));
  for (let fold = 0; fold < settings.folds; fold++) {
    const rest = order.filter((_, place) => place % settings.folds !== fold);
    const planes = trainPlanes(matrix, rest, targets, settings);
    for (let place = fold; place < count; place += settings.folds) {
      const line = order[place]!;
      const out = held[line]!;
      out.set(planes.bias);
      for (let k = matrix.starts[line]!; k < matrix.starts[line + 1]!; k++) {
        const from = matrix.columns[k]! * width;
        for (let label = 0; label < width; label++) {
          out[label] = out[label]! + matrix.values[k]! * planes.weights[from + label]!;
        }
      }
    }
  }
  if (settings.kind === "one-of") {
    const truth = Int32Array.from(held, (_, line) => targets.findIndex((positive) => positive[line] === 1));
    return { slope: slope.fill(fitSharpness(held, truth)), offset };
  }
  for (const [label, positive] of targets.entries()) {
    const fitted = fitSigmoid(
      Float64Array.from(held, (line) => line[label]!),
      positive,
    );
    slope[label] = fitted.slope;
    offset[label] = fitted.offset;
  }
  return { slope, offset };
}
