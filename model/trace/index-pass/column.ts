/**
 * A growing array of unsigned 32-bit numbers that takes one, two or four bytes an entry, whichever the largest entry
 * seen so far needs. It grows by chunks: appending never copies, and no capacity is doubled, so that an index of ten
 * million lines costs what its entries cost.
 */
type Chunk = Uint8Array | Uint16Array | Uint32Array;

const CHUNK_BITS = 12;
const CHUNK = 1 << CHUNK_BITS;
const MASK = CHUNK - 1;

export class Column {
  private chunks: Chunk[] = [];
  private last: Chunk;
  private limit = 0xff;
  private count = 0;

  constructor() {
    this.last = new Uint8Array(0);
  }

  get length(): number {
    return this.count;
  }

  /** In bytes, spare room of the last chunk included. */
  get bytes(): number {
    return this.chunks.length * this.last.byteLength;
  }

  /** @param value an integer in [0, 2^32). */
  push(value: number): void {
    if (value > this.limit) this.widen(value);
    const at = this.count & MASK;
    if (at === 0) this.grow();
    this.last[at] = value;
    this.count++;
  }

  /** 0 beyond the end. */
  get(index: number): number {
    return this.chunks[index >>> CHUNK_BITS]?.[index & MASK] ?? 0;
  }

  /** Does nothing beyond the end. */
  set(index: number, value: number): void {
    if (index >= this.count) return;
    if (value > this.limit) this.widen(value);
    const chunk = this.chunks[index >>> CHUNK_BITS];
    if (chunk !== undefined) chunk[index & MASK] = value;
  }

  private grow(): void {
    this.last = emptyChunk(this.limit);
    this.chunks.push(this.last);
  }

  private widen(value: number): void {
    this.limit = value > 0xffff ? 0xffffffff : 0xffff;
    this.chunks = this.chunks.map((old) => {
      const wide = emptyChunk(this.limit);
      wide.set(old);
      return wide;
    });
    this.last = this.chunks.at(-1) ?? this.last;
  }
}

function emptyChunk(limit: number): Chunk {
  if (limit === 0xff) return new Uint8Array(CHUNK);
  return limit === 0xffff ? new Uint16Array(CHUNK) : new Uint32Array(CHUNK);
}
