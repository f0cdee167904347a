import { openTensors, readVocabulary, type TensorFile } from "./encoder-weights.ts";
import { matrixMemory, packPanels } from "./matmul-wasm.ts";
import type { Vocabulary } from "./sentence-pieces.ts";

/** The sizes of the published graph. */
export const SIZE = 512;
export const PIECE_SIZE = 256;
export const WIDEST = 1_536;
const VOCABULARY_SIZE = 8_002;
const LARGEST_MATRIX = WIDEST * SIZE;

export interface Dense {
  weights: number;
  bias: number;
  inputs: number;
  outputs: number;
}

export interface Normal {
  scale: Float32Array;
  shift: Float32Array;
}

export interface Layer {
  size: number;
  before: Normal;
  qkv: Dense;
  out: Dense;
  beforeWide: Normal;
  wide: Dense;
  narrow: Dense;
}

/** All that was read: the places of the weights in the store's memory. */
export interface Parts {
  pieces: Float32Array;
  periods: Float32Array;
  adjust: Dense;
  layers: readonly [Layer, Layer];
  last: Dense;
}

export interface EncoderParts {
  vocabulary: Vocabulary;
  store: Store;
  parts: Parts;
}

export async function readEncoderParts(directory: string): Promise<EncoderParts> {
  const tensors = await openTensors(directory);
  try {
    const vocabulary = await readVocabulary(directory);
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
    return { vocabulary, store, parts: { pieces, periods, adjust, layers, last } };
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
export class Store {
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
