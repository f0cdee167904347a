/**
 * The one hot loop of the sentence encoder as a WebAssembly SIMD function, assembled here instruction by instruction:
 * plain JavaScript is ten times slower, and a tensor library would load for longer than a question takes to answer.
 *
 * `multiply(x, w, bias, out, xEnd, inBytes, outBytes)` computes `out = x · w + bias` for row-major `x` and `out`.
 * All are byte addresses but the last two, the byte lengths of a row of `x` and of `out`. It works on tiles of
 * `TILE_ROWS` rows by `TILE_COLUMNS` columns, so rows are padded to a multiple of the one and `w` is laid out in
 * panels of the other: see `packPanels`.
 */
export type Multiply = (
  x: number,
  w: number,
  bias: number,
  out: number,
  xEnd: number,
  inBytes: number,
  outBytes: number,
) => void;

/** What is used of the platform's own types, which come only with those of a browser. */
declare namespace WebAssembly {
  class Memory {
    constructor(size: { initial: number });
    readonly buffer: ArrayBuffer;
  }
  class Module {
    constructor(bytes: Uint8Array<ArrayBuffer>);
  }
  class Instance {
    constructor(module: Module, imports: Record<string, Record<string, Memory>>);
    readonly exports: Record<string, unknown>;
  }
}
export type MatrixMemory = WebAssembly.Memory;

const PAGE_BYTES = 2 ** 16;

/** Memory that a `Multiply` works on; it never grows. */
export function matrixMemory(bytes: number): MatrixMemory {
  return new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE_BYTES) });
}

export const TILE_ROWS = 4;
export const TILE_COLUMNS = 8;

/** Copies a row-major matrix into panels of `TILE_COLUMNS` columns, each panel row after row, as `multiply` reads it. */
export function packPanels(from: Float32Array, height: number, width: number, into: Float32Array): void {
  let to = 0;
  for (let left = 0; left < width; left += TILE_COLUMNS) {
    for (let row = 0; row < height; row++) {
      const at = row * width + left;
      for (let column = 0; column < TILE_COLUMNS; column++) into[to++] = from[at + column]!;
    }
  }
}

/** Compiles the function over `memory`. Needs WebAssembly SIMD, which Node has since version 16. */
export function compileMultiply(memory: MatrixMemory): Multiply {
  const instance = new WebAssembly.Instance(new WebAssembly.Module(moduleBytes()), { host: { memory } });
  const multiply = instance.exports.multiply;
  if (!isMultiply(multiply)) throw new Error("The matrix function did not compile.");
  return multiply;
}

function isMultiply(value: unknown): value is Multiply {
  return typeof value === "function";
}

const I32 = 0x7f;
const V128 = 0x7b;
const VECTOR_BYTES = 16;
const VECTORS = (TILE_COLUMNS * 4) / VECTOR_BYTES;

/** Local variables: the seven parameters, then pointers and strides, then vectors. */
const X = 0;
const W = 1;
const BIAS = 2;
const OUT = 3;
const X_END = 4;
const IN_BYTES = 5;
const OUT_BYTES = 6;
const PANEL = 7;
const PANEL_NEXT = 8;
const ROW = 9;
const ROW_END = 10;
const TO = 11;
const COLUMN = 12;
const STRIDE_2 = 13;
const STRIDE_3 = 14;
const FIRST_VECTOR = 15;
const POINTERS = FIRST_VECTOR - PANEL;
const SUM = (row: number, vector: number) => FIRST_VECTOR + row * VECTORS + vector;
const WEIGHT = (vector: number) => FIRST_VECTOR + TILE_ROWS * VECTORS + vector;
const SPREAD = FIRST_VECTOR + TILE_ROWS * VECTORS + VECTORS;
const VECTOR_COUNT = TILE_ROWS * VECTORS + VECTORS + 1;

const get = (local: number) => [0x20, local];
const set = (local: number) => [0x21, local];
const constant = (value: number) => [0x41, ...signed(value)];
const ADD = [0x6a];
const LESS = [0x49];
const load = (offset: number) => [0xfd, 0x00, 0x02, offset];
const loadSpread = [0xfd, 0x09, 0x02, 0x00];
const store = (offset: number) => [0xfd, 0x0b, 0x02, offset];
const MULTIPLY_VECTORS = [0xfd, 0xe6, 0x01];
const ADD_VECTORS = [0xfd, 0xe4, 0x01];
/** Runs the body, then again while the condition holds. */
const repeat = (body: number[], condition: number[]) => [0x03, 0x40, ...body, ...condition, 0x0d, 0x00, 0x0b];
const increase = (local: number, by: number[]) => [...get(local), ...by, ...ADD, ...set(local)];

const rows = Array.from({ length: TILE_ROWS }, (_, row) => row);
const vectors = Array.from({ length: VECTORS }, (_, vector) => vector);

function body(): number[] {
  const rowOffset = [[], get(IN_BYTES), get(STRIDE_2), get(STRIDE_3)];
  const inner = [
    ...vectors.flatMap((vector) => [...get(W), ...load(vector * VECTOR_BYTES), ...set(WEIGHT(vector))]),
    ...rows.flatMap((row) => [
      ...get(ROW),
      ...(row === 0 ? [] : [...rowOffset[row]!, ...ADD]),
      ...loadSpread,
      ...set(SPREAD),
      ...vectors.flatMap((vector) => [
        ...get(SPREAD),
        ...get(WEIGHT(vector)),
        ...MULTIPLY_VECTORS,
        ...get(SUM(row, vector)),
        ...ADD_VECTORS,
        ...set(SUM(row, vector)),
      ]),
    ]),
    ...increase(W, constant(TILE_COLUMNS * 4)),
    ...increase(ROW, constant(4)),
  ];
  const tile = [
    ...get(PANEL),
    ...set(W),
    ...rows.flatMap((row) =>
      vectors.flatMap((vector) => [...get(BIAS), ...load(vector * VECTOR_BYTES), ...set(SUM(row, vector))]),
    ),
    ...get(ROW),
    ...get(IN_BYTES),
    ...ADD,
    ...set(ROW_END),
    ...repeat(inner, [...get(ROW), ...get(ROW_END), ...LESS]),
    ...get(W),
    ...set(PANEL_NEXT),
    ...rows.flatMap((row) => [
      ...vectors.flatMap((vector) => [...get(TO), ...get(SUM(row, vector)), ...store(vector * VECTOR_BYTES)]),
      ...increase(TO, get(OUT_BYTES)),
    ]),
    // The inner loop moved ROW past the tile's first row: three more to its end.
    ...increase(ROW, get(STRIDE_3)),
  ];
  const panel = [
    ...get(X),
    ...set(ROW),
    ...get(OUT),
    ...set(TO),
    ...repeat(tile, [...get(ROW), ...get(X_END), ...LESS]),
    ...get(PANEL_NEXT),
    ...set(PANEL),
    ...increase(BIAS, constant(TILE_COLUMNS * 4)),
    ...increase(OUT, constant(TILE_COLUMNS * 4)),
    ...increase(COLUMN, constant(TILE_COLUMNS * 4)),
  ];
  return [
    ...get(W),
    ...set(PANEL),
    ...get(IN_BYTES),
    ...get(IN_BYTES),
    ...ADD,
    ...set(STRIDE_2),
    ...get(STRIDE_2),
    ...get(IN_BYTES),
    ...ADD,
    ...set(STRIDE_3),
    ...repeat(panel, [...get(COLUMN), ...get(OUT_BYTES), ...LESS]),
  ];
}

function moduleBytes(): Uint8Array<ArrayBuffer> {
  const locals = [0x02, POINTERS, I32, VECTOR_COUNT, V128];
  const code = [...locals, ...body(), 0x0b];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [0x01, 0x60, 0x07, ...Array.from({ length: 7 }, () => I32), 0x00]),
    ...section(2, [0x01, ...name("host"), ...name("memory"), 0x02, 0x00, 0x01]),
    ...section(3, [0x01, 0x00]),
    ...section(7, [0x01, ...name("multiply"), 0x00, 0x00]),
    ...section(10, [0x01, ...unsigned(code.length), ...code]),
  ]);
}

function section(id: number, content: number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

function name(text: string): number[] {
  return [text.length, ...Buffer.from(text, "latin1")];
}

function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

/** Signed LEB128 of a small non-negative number: one more byte where the sign bit would be taken for a minus. */
function signed(value: number): number[] {
  return value < 0x40 ? [value] : [(value & 0x7f) | 0x80, ...signed(value >>> 7)];
}
