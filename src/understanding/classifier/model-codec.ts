import { ByteReader } from "./byte-reader.ts";
import { ByteWriter } from "./byte-writer.ts";
import { buildHashIndex } from "./hash-index.ts";
import type { LinearModel } from "./linear-model.ts";

const MAGIC = "rolewise linear model 1";
/** Weights are rounded to -31 .. 31 steps of each label's largest: six bits cost no measurable accuracy, five a little. */
const STEPS = 31;

/**
 * A model as compact bytes: hashes as gaps, weights rounded, those that round to zero dropped.
 * Probabilities of the decoded model differ from the trained one's by rounding only.
 */
export function encodeModel(model: LinearModel): Uint8Array {
  const out = new ByteWriter();
  const width = model.labels.length;
  out.text(MAGIC);
  out.byte(model.kind === "one-of" ? 1 : 0);
  out.count(width);
  for (const label of model.labels) out.text(label);
  out.count(model.lines);
  out.rising(model.index.hashes);
  for (const count of model.counts) out.count(count);
  out.rising(model.words.hashes);
  out.floats(model.bias);
  out.floats(model.slope);
  out.floats(model.offset);

  const step = steps(model);
  out.floats(step);
  const mask = new Uint8Array(Math.ceil(width / 8));
  for (let from = 0; from < model.weights.length; from += width) {
    mask.fill(0);
    const kept: number[] = [];
    for (let label = 0; label < width; label++) {
      const rounded = Math.round(model.weights[from + label]! / step[label]!);
      if (rounded === 0) continue;
      mask[label >> 3] = mask[label >> 3]! | (1 << (label & 7));
      kept.push(rounded & 0xff);
    }
    out.raw(mask);
    out.raw(Uint8Array.from(kept));
  }
  return out.finish();
}

/** Reads a model back; throws an Error that names the fault where the bytes are no such model. */
export function decodeModel(bytes: Uint8Array): LinearModel {
  const from = new ByteReader(bytes);
  if (from.text() !== MAGIC) throw new Error("This is no linear model of this version; run `npm run build`.");
  const kind = from.byte() === 1 ? "one-of" : "any-of";
  const labels = Array.from({ length: from.length() }, () => from.text());
  const width = labels.length;
  const lines = from.count();
  const index = buildHashIndex(from.rising());
  const counts = Int32Array.from(index.hashes, () => from.count());
  const words = buildHashIndex(from.rising());
  const bias = from.floats(width);
  const slope = from.floats(width);
  const offset = from.floats(width);
  const step = from.floats(width);
  const weights = new Float32Array(counts.length * width);
  const maskLength = Math.ceil(width / 8);
  for (let row = 0; row < counts.length; row++) {
    const mask = from.raw(maskLength);
    for (let label = 0; label < width; label++) {
      if (((mask[label >> 3]! >> (label & 7)) & 1) === 0) continue;
      weights[row * width + label] = ((from.byte() << 24) >> 24) * step[label]!;
    }
  }
  if (!from.done) throw new Error("The model file holds more than a model.");
  return { kind, labels, index, counts, lines, weights, bias, slope, offset, words };
}

/** The size of one rounding step, a label each. */
function steps(model: LinearModel): Float32Array {
  const width = model.labels.length;
  const largest = new Float32Array(width);
  for (let at = 0; at < model.weights.length; at++) {
    const label = at % width;
    largest[label] = Math.max(largest[label]!, Math.abs(model.weights[at]!));
  }
  return largest.map((value) => (value === 0 ? 1 : value / STEPS));
}
