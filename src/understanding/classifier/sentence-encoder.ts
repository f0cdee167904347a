import { encoderDirectory, openTensors, readVocabulary, type TensorFile } from "./encoder-weights.ts";
import { compileMultiply, type Multiply, matrixMemory, packPanels, TILE_ROWS } from "./matmul-wasm.ts";
import { buildTokenizer, type Tokenizer } from "./sentence-pieces.ts";

/**
 * The Universal Sentence Encoder lite (Cer et al., 2018): word pieces, two transformer layers, their mean, a tanh layer.
 * The weights are the published ones; only the arithmetic is ours, so that it loads in a fraction of a second.
 */
export interface SentenceEncoder {
  /**
   * `EMBEDDING_SIZE` numbers, two vectors of length 1 side by side: the published embedding, and the mean of what the
   * last layer says of each word piece, which tells intents apart that the first has already drawn together.
   * Texts that mean alike point alike. Reads the first 128 word pieces.
   */
  encode(text: string): Float32Array;
}

const SIZE = 512;
export const EMBEDDING_SIZE = 2 * SIZE;

const MOST_PIECES = 128;
const MOST_CHARACTERS = 2_048;
const PIECE_SIZE = 256;
const VOCABULARY_SIZE = 8_002;
const WIDEST = 1_536;
const LARGEST_MATRIX = WIDEST * SIZE;
const HEADS = 4;
const EPSILON = 1e-6;

interface Dense {
  weights: number;
  bias: number;
  inputs: number;
  outputs: number;
}

interface Normal {
  scale: Float32Array;
  shift: Float32Array;
}

interface Layer {
  size: number;
  before: Normal;
  qkv: Dense;
  out: Dense;
  beforeWide: Normal;
  wide: Dense;
  narrow: Dense;
}

/** Reads the weights from the installed package: about 28 MB of memory, about 0.1 s. */
export async function loadSentenceEncoder(directory = encoderDirectory()): Promise<SentenceEncoder> {
  const tensors = await openTensors(directory);
  try {
    const tokenizer = buildTokenizer(await readVocabulary(directory), MOST_CHARACTERS);
    const store = new Store();
    const pieces = store.floats(VOCABULARY_SIZE * PIECE_SIZE);
    await tensors.read("module/Embeddings_en", pieces);
    const periods = store.floats(PIECE_SIZE / 2);
    await tensors.read("AddTimingSignal/TimingSignal/ExpandDims_1", periods);
    const adjust = await readDense(
      tensors,
      store,
      "Layer_0/TransformerLayer/dense/kernel/ConcatPartitions/concat",
      "Layer_0/TransformerLayer/dense/bias/ConcatPartitions/concat",
      PIECE_SIZE,
      SIZE,
    );
    const layers = [
      await readLayer(tensors, store, "Layer_0", PIECE_SIZE),
      await readLayer(tensors, store, "Layer_1", SIZE),
    ] as const;
    const last = await readDense(
      tensors,
      store,
      "hidden_layers/tanh_layer_0/weights",
      "hidden_layers/tanh_layer_0/bias",
      SIZE,
      SIZE,
    );
    return new Encoder(tokenizer, store, { pieces, periods, adjust, layers, last });
  } finally {
    await tensors.close();
  }
}

async function readLayer(tensors: TensorFile, store: Store, name: string, size: number): Promise<Layer> {
  const layer = `Encode/${name}/TransformerLayer`;
  const joined = "ConcatPartitions/concat";
  const normal = async (part: string, length: number): Promise<Normal> => {
    const scale = store.floats(length);
    const shift = store.floats(length);
    const path = `${layer}/${part}layer_prepostprocess/layer_norm/layer_norm`;
    await tensors.read(`${path}_scale/${joined}`, scale);
    await tensors.read(`${path}_bias/${joined}`, shift);
    return { scale, shift };
  };
  const attention = (part: string, inputs: number, outputs: number) =>
    readDense(
      tensors,
      store,
      `${layer}/MultiheadAttention/${part}/kernel/part_0`,
      `${layer}/MultiheadAttention/${part}/bias/${joined}`,
      inputs,
      outputs,
    );
  const feedForward = (part: string, inputs: number, outputs: number) =>
    readDense(
      tensors,
      store,
      `Encode/TransformerStack/${name}/TransformerLayer/FFN/${part}/Tensordot/Reshape_1`,
      `${layer}/FFN/${part}/bias/${joined}`,
      inputs,
      outputs,
    );
  return {
    size,
    before: await normal("", size),
    qkv: await attention("qkv_transform_single", size, size * 3),
    out: await attention("output_transform_single", size, SIZE),
    beforeWide: await normal("FFN/", SIZE),
    wide: await feedForward("conv1", SIZE, WIDEST),
    narrow: await feedForward("conv2", WIDEST, SIZE),
  };
}

async function readDense(
  tensors: TensorFile,
  store: Store,
  weightsName: string,
  biasName: string,
  inputs: number,
  outputs: number,
): Promise<Dense> {
  const plain = store.scratch.subarray(0, inputs * outputs);
  await tensors.read(weightsName, plain);
  const weights = store.floats(inputs * outputs);
  packPanels(plain, inputs, outputs, weights);
  const bias = store.floats(outputs);
  await tensors.read(biasName, bias);
  return { weights: weights.byteOffset, bias: bias.byteOffset, inputs, outputs };
}

/** Bytes that hold all weights and the working rows: the model's size is known, so the memory never grows. */
const MEMORY_BYTES = 30 * 2 ** 20;

/** Hands out places in the memory that the matrix function works on. */
class Store {
  readonly memory = matrixMemory(MEMORY_BYTES);
  /** Where a matrix stands while it is laid out anew. */
  readonly scratch = new Float32Array(LARGEST_MATRIX);
  private next = 16;

  floats(length: number): Float32Array {
    const place = new Float32Array(this.memory.buffer, this.next, length);
    this.next += Math.ceil((length * 4) / 16) * 16;
    return place;
  }
}

interface Parts {
  pieces: Float32Array;
  periods: Float32Array;
  adjust: Dense;
  layers: readonly [Layer, Layer];
  last: Dense;
}

class Encoder implements SentenceEncoder {
  private readonly tokenizer: Tokenizer;
  private readonly parts: Parts;
  private readonly multiply: Multiply;
  private readonly stream: Float32Array;
  private readonly normal: Float32Array;
  private readonly wide: Float32Array;
  private readonly result: Float32Array;

  constructor(tokenizer: Tokenizer, store: Store, parts: Parts) {
    this.tokenizer = tokenizer;
    this.parts = parts;
    this.stream = store.floats(MOST_PIECES * SIZE);
    this.normal = store.floats(MOST_PIECES * SIZE);
    this.wide = store.floats(MOST_PIECES * WIDEST);
    this.result = store.floats(MOST_PIECES * SIZE);
    this.multiply = compileMultiply(store.memory);
  }

  encode(text: string): Float32Array {
    const { adjust, layers, last } = this.parts;
    const ids = this.tokenizer(text).slice(0, MOST_PIECES);
    const rows = ids.length;
    this.place(ids);
    for (const layer of layers) {
      normalise(this.stream, layer.before, rows, layer.size, this.normal);
      // The first layer is narrower than what leaves it: its input is widened before the two are added.
      if (layer.size !== SIZE) {
        this.dense(this.stream, adjust, this.result, rows);
        this.stream.set(this.result.subarray(0, rows * SIZE));
      }
      this.dense(this.normal, layer.qkv, this.wide, rows);
      attend(this.wide, rows, layer.size, this.normal);
      this.dense(this.normal, layer.out, this.result, rows);
      add(this.stream, this.result, rows * SIZE);

      normalise(this.stream, layer.beforeWide, rows, SIZE, this.normal);
      this.dense(this.normal, layer.wide, this.wide, rows);
      for (let at = 0; at < rows * WIDEST; at++) if (this.wide[at]! < 0) this.wide[at] = 0;
      this.dense(this.wide, layer.narrow, this.result, rows);
      add(this.stream, this.result, rows * SIZE);
    }
    const mean = new Float32Array(SIZE);
    for (let row = 0; row < rows; row++) {
      for (let at = 0; at < SIZE; at++) mean[at] = mean[at]! + this.stream[row * SIZE + at]! / rows;
    }
    this.normal.set(mean);
    this.dense(this.normal, last, this.result, 1);
    const both = new Float32Array(EMBEDDING_SIZE);
    both.set(unit(this.result.subarray(0, SIZE).map(Math.tanh)));
    both.set(unit(mean), SIZE);
    return both;
  }

  /** The pieces' own vectors, twice as the published graph has them, plus sines and cosines of their places. */
  private place(ids: readonly number[]): void {
    const { pieces, periods } = this.parts;
    const half = periods.length;
    for (const [row, id] of ids.entries()) {
      const from = id * PIECE_SIZE;
      const to = row * PIECE_SIZE;
      for (let at = 0; at < half; at++) {
        const angle = row * periods[at]!;
        this.stream[to + at] = 2 * pieces[from + at]! + Math.sin(angle);
        this.stream[to + half + at] = 2 * pieces[from + half + at]! + Math.cos(angle);
      }
    }
  }

  private dense(from: Float32Array, layer: Dense, to: Float32Array, rows: number): void {
    if (rows === 0) return;
    const padded = Math.ceil(rows / TILE_ROWS) * TILE_ROWS;
    const rowBytes = layer.inputs * 4;
    const start = from.byteOffset;
    this.multiply(
      start,
      layer.weights,
      layer.bias,
      to.byteOffset,
      start + padded * rowBytes,
      rowBytes,
      layer.outputs * 4,
    );
  }
}

function normalise(from: Float32Array, by: Normal, rows: number, size: number, to: Float32Array): void {
  for (let start = 0; start < rows * size; start += size) {
    let mean = 0;
    for (let at = 0; at < size; at++) mean += from[start + at]!;
    mean /= size;
    let variance = 0;
    for (let at = 0; at < size; at++) variance += (from[start + at]! - mean) ** 2;
    const factor = 1 / Math.sqrt(variance / size + EPSILON);
    for (let at = 0; at < size; at++) {
      to[start + at] = (from[start + at]! - mean) * factor * by.scale[at]! + by.shift[at]!;
    }
  }
}

/** Every row looks at every row, head by head. `qkv` holds queries, keys and values side by side. */
function attend(qkv: Float32Array, rows: number, size: number, to: Float32Array): void {
  const stride = size * 3;
  const head = size / HEADS;
  const sharpness = 1 / Math.sqrt(head);
  const shares = new Float32Array(rows);
  to.fill(0, 0, rows * size);
  for (let first = 0; first < size; first += head) {
    for (let row = 0; row < rows; row++) {
      const query = row * stride + first;
      let top = Number.NEGATIVE_INFINITY;
      for (let other = 0; other < rows; other++) {
        const key = other * stride + size + first;
        let product = 0;
        for (let at = 0; at < head; at++) product += qkv[query + at]! * qkv[key + at]!;
        shares[other] = product * sharpness;
        top = Math.max(top, shares[other]!);
      }
      let sum = 0;
      for (let other = 0; other < rows; other++) {
        shares[other] = Math.exp(shares[other]! - top);
        sum += shares[other]!;
      }
      for (let other = 0; other < rows; other++) {
        const share = shares[other]! / sum;
        const value = other * stride + 2 * size + first;
        const out = row * size + first;
        for (let at = 0; at < head; at++) to[out + at] = to[out + at]! + share * qkv[value + at]!;
      }
    }
  }
}

function add(to: Float32Array, other: Float32Array, length: number): void {
  for (let at = 0; at < length; at++) to[at] = to[at]! + other[at]!;
}

function unit(vector: Float32Array): Float32Array {
  let square = 0;
  for (const value of vector) square += value * value;
  const factor = 1 / Math.sqrt(Math.max(square, 1e-12));
  return vector.map((value) => value * factor);
}
