import type { Instant } from '../values/index.ts';

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const TRAILER = Buffer.from([0xff, 0xff]);
const NULL = -1;
/** PostgreSQL counts microseconds from 2000-01-01. */
const EPOCH_MS = 946_684_800_000;

/**
 * Rows in the binary format of COPY, where hashes and source bytes are as long as they are
 * (PostgreSQL documentation, COPY, "Binary Format"). Fields are added in the order of the
 * statement's columns.
 */
export class BinaryRows {
  #bytes = Buffer.allocUnsafe(1 << 16);
  #length = 0;

  constructor() {
    this.#append(SIGNATURE);
  }

  /** Begins a row of so many fields. */
  row(fields: number): this {
    this.#room(2);
    this.#length = this.#bytes.writeInt16BE(fields, this.#length);
    return this;
  }

  bigint(value: bigint): this {
    this.#room(12);
    this.#length = this.#bytes.writeInt32BE(8, this.#length);
    this.#length = this.#bytes.writeBigInt64BE(value, this.#length);
    return this;
  }

  integer(value: number): this {
    this.#room(8);
    this.#length = this.#bytes.writeInt32BE(4, this.#length);
    this.#length = this.#bytes.writeInt32BE(value, this.#length);
    return this;
  }

  instant(value: Instant): this {
    return this.bigint(BigInt(Date.parse(value) - EPOCH_MS) * 1_000n);
  }

  /** Text, the name of an enum's value, or JSON for a column of json. */
  text(value: string): this {
    this.#room(4 + value.length * 3);
    const start = this.#length + 4;
    const written = this.#bytes.write(value, start);
    this.#bytes.writeInt32BE(written, this.#length);
    this.#length = start + written;
    return this;
  }

  bytes(value: Uint8Array | null): this {
    this.#room(4);
    this.#length = this.#bytes.writeInt32BE(value?.byteLength ?? NULL, this.#length);
    if (value !== null) this.#append(value);
    return this;
  }

  /** Bytes that were added since they were last taken. */
  get length(): number {
    return this.#length;
  }

  /** What was added since it was last taken. */
  take(): Buffer {
    // A copy, so that the next rows find room that has grown already.
    const taken = Buffer.from(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    return taken;
  }

  /** The same, and the mark that no row follows. */
  takeLast(): Buffer {
    this.#append(TRAILER);
    return this.take();
  }

  #append(bytes: Uint8Array): void {
    this.#room(bytes.byteLength);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.byteLength;
  }

  #room(bytes: number): void {
    const needed = this.#length + bytes;
    if (needed <= this.#bytes.byteLength) return;
    const wider = Buffer.allocUnsafe(Math.max(needed, this.#bytes.byteLength * 2));
    wider.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = wider;
  }
}
