/** Reads what `ByteWriter` wrote; throws a RangeError where the bytes end too early. */
export class ByteReader {
  private at = 0;
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  byte(): number {
    const value = this.bytes[this.at++];
    if (value === undefined) throw new RangeError("The model file ends too early.");
    return value;
  }

  count(): number {
    let value = 0;
    let unit = 1;
    for (;;) {
      const next = this.byte();
      value += (next & 0x7f) * unit;
      if (next < 0x80) return value;
      unit *= 0x80;
    }
  }

  text(): string {
    return new TextDecoder().decode(this.raw(this.count()));
  }

  floats(length: number): Float32Array {
    const part = this.raw(length * 4);
    const view = new DataView(part.buffer, part.byteOffset, part.byteLength);
    const values = new Float32Array(length);
    for (let at = 0; at < length; at++) values[at] = view.getFloat32(at * 4, true);
    return values;
  }

  rising(): Int32Array {
    const length = this.length();
    const values = new Int32Array(length);
    let value = 0;
    for (let at = 0; at < length; at++) {
      value += this.count();
      values[at] = value;
    }
    return values;
  }

  /** A count of things that take at least one byte each: guards allocations against a damaged file. */
  length(): number {
    const length = this.count();
    if (length > this.bytes.length - this.at) throw new RangeError("The model file ends too early.");
    return length;
  }

  raw(length: number): Uint8Array {
    if (this.at + length > this.bytes.length) throw new RangeError("The model file ends too early.");
    const part = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    return part;
  }

  get done(): boolean {
    return this.at === this.bytes.length;
  }
}
