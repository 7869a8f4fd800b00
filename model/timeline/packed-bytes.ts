/**
 * Numbers as few bytes: seven bits a byte, the lowest first. What a log of a million lines changes is kept this way, in
 * some twenty bytes a VMA where an object takes three hundred.
 */

/** What four bytes of seven bits can say. */
const FOUR_BYTES = 2 ** 28;

/** Collects the bytes of one record. Reused: no allocation a record. */
export class PackedWriter {
  private buffer = new Uint8Array(1024);
  private length = 0;

  reset(): void {
    this.length = 0;
  }

  /** Good until the next write. */
  get bytes(): Uint8Array {
    return this.buffer.subarray(0, this.length);
  }

  /** @param value an integer in [0, 2^53). */
  number(value: number): void {
    if (this.length + 8 > this.buffer.length) this.grow();
    // Nearly all of them.
    if (value < 0x80) this.buffer[this.length++] = value;
    else this.long(value);
  }

  private long(value: number): void {
    const { buffer } = this;
    let at = this.length;
    let rest = value;
    // Bit by bit as far as 32 bits reach: a division of doubles takes five times as long, so there is one at the most.
    if (value > 0x7fff_ffff) {
      rest = Math.floor(value / FOUR_BYTES);
      let low = value - rest * FOUR_BYTES;
      for (let byte = 0; byte < 4; byte++, low >>>= 7) buffer[at++] = (low & 0x7f) | 0x80;
    }
    for (; rest >= 0x80; rest >>>= 7) buffer[at++] = (rest & 0x7f) | 0x80;
    buffer[at++] = rest;
    this.length = at;
  }

  /** Small numbers of either sign stay small. */
  signed(value: number): void {
    this.number(value < 0 ? -2 * value - 1 : 2 * value);
  }

  /** @param value in [0, 2^84). */
  big(value: bigint): void {
    this.number(Number(BigInt.asUintN(32, value)));
    this.number(Number(value >> 32n));
  }

  /** 0 stands for undefined. */
  optional(value: number | undefined): void {
    this.number(value === undefined ? 0 : value + 1);
  }

  private grow(): void {
    const wider = new Uint8Array(this.buffer.length * 2);
    wider.set(this.buffer);
    this.buffer = wider;
  }
}

export class PackedReader {
  constructor(
    private readonly bytes: Uint8Array,
    private at: number,
  ) {}

  number(): number {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.bytes[this.at++] ?? 0;
      if (byte < 0x80) return value + byte * scale;
      value += (byte & 0x7f) * scale;
      scale *= 0x80;
    }
  }

  signed(): number {
    const value = this.number();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  big(): bigint {
    const low = BigInt(this.number());
    return low + (BigInt(this.number()) << 32n);
  }

  optional(): number | undefined {
    const value = this.number();
    return value === 0 ? undefined : value - 1;
  }
}

const CHUNK_BITS = 16;
const CHUNK = 1 << CHUNK_BITS;

/**
 * Records one after another in chunks that are never copied. A record lies in one chunk; one that is larger than a chunk has
 * its own.
 */
export class PackedRecords {
  private readonly chunks: Uint8Array[] = [];
  private used = CHUNK;
  private size = 0;

  /** @returns where the record lies, below 2^32: four gigabytes are enough for 100 million changes. */
  append(record: Uint8Array): number {
    if (this.used + record.length > CHUNK) {
      const chunk = new Uint8Array(Math.max(CHUNK, record.length));
      this.chunks.push(chunk);
      this.used = 0;
      this.size += chunk.length;
    }
    const last = this.chunks.length - 1;
    this.chunks[last]?.set(record, this.used);
    const place = last * CHUNK + this.used;
    this.used += record.length;
    return place;
  }

  readAt(place: number): PackedReader {
    return new PackedReader(this.chunks[Math.floor(place / CHUNK)] ?? new Uint8Array(0), place % CHUNK);
  }

  /** In bytes. */
  get bytes(): number {
    return this.size;
  }
}
