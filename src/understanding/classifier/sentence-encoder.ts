import { add, attend, normalise, unit } from "./encoder-arithmetic.ts";
import {
  type Dense,
  type Parts,
  PIECE_SIZE,
  readEncoderParts,
  SIZE,
  type Store,
  WIDEST,
} from "./encoder-parts.ts";
import { encoderDirectory } from "./encoder-weights.ts";
import { compileMultiply, type Multiply, TILE_ROWS } from "./matmul-wasm.ts";
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

export const EMBEDDING_SIZE = 2 * SIZE;

const MOST_PIECES = 128;
const MOST_CHARACTERS = 2_048;

/** Reads the weights from the installed package: about 28 MB of memory, about 0.2 s. */
export async function loadSentenceEncoder(directory = encoderDirectory()): Promise<SentenceEncoder> {
  const { vocabulary, store, parts } = await readEncoderParts(directory);
  return new Encoder(buildTokenizer(vocabulary, MOST_CHARACTERS), store, parts);
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
