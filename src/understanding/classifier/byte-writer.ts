/** Grows as it is written to; integers are little-endian, counts are LEB128. */
export class ByteWriter {
  private bytes = new Uint8Array(1 << 12);
  private length = 0;

  byte(value: number): void {
    if (this.length === this.bytes.length) this.grow(1);
    this.bytes[this.length++] = value;
  }

  /** An integer in [0, 2^32), one to five bytes. */
  count(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.byte((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    this.byte(rest);
  }

  text(value: string): void {
    const encoded = new TextEncoder().encode(value);
    this.count(encoded.length);
    this.raw(encoded);
  }

  floats(values: Float32Array): void {
    const view = new DataView(new ArrayBuffer(values.length * 4));
    for (let at = 0; at < values.length; at++) view.setFloat32(at * 4, values[at]!, true);
    this.raw(new Uint8Array(view.buffer));
  }

  /** Rising integers as gaps. */
  rising(values: Int32Array): void {
    this.count(values.length);
    let before = 0;
    for (const value of values) {
      this.count(value - before);
      before = value;
    }
  }

  raw(values: Uint8Array): void {
    if (this.length + values.length > this.bytes.length) this.grow(values.length);
    this.bytes.set(values, this.length);
    this.length += values.length;
  }

  finish(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  private grow(by: number): void {
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + by));
    larger.set(this.bytes);
    this.bytes = larger;
  }
}
