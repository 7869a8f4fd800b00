/**
 * Names of calls, signals and errnos, each kept once as a string. The pass meets them as bytes and asks for their
 * number: no string is made for a name that was seen before.
 */
import { decodeBytes } from './decode-bytes';

/** Longer names are cut: no kernel and no strace has one, and a hostile log must not fill memory with them. */
const LONGEST = 64;

/** A log with more different names than this is noise: the rest share one name. */
const MOST = 1 << 16;

export class Names {
  private readonly texts: string[] = [''];
  private readonly numbers = new Map<string, number>([['', 0]]);
  /** Open addressing over (hash, bytes); 0 is a free slot. */
  private slots = new Uint32Array(1024);
  private hashes = new Int32Array(1024);
  private bytes: Uint8Array[] = [new Uint8Array(0)];

  /** Number of the name in bytes [start, end). */
  ofBytes(buffer: Uint8Array, start: number, end: number): number {
    if (end - start > LONGEST) end = start + LONGEST;
    if (end <= start) return 0;
    let hash = 0;
    for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + (buffer[i] ?? 0)) | 0;
    const mask = this.slots.length - 1;
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const number = this.slots[slot] ?? 0;
      if (number === 0) return this.add(buffer.slice(start, end), hash, slot);
      if (this.hashes[slot] === hash && sameBytes(this.bytes[number], buffer, start, end)) return number;
    }
  }

  ofText(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const short = text.slice(0, LONGEST);
    return this.numbers.get(short) ?? this.append(short, undefined);
  }

  text(number: number): string {
    return this.texts[number] ?? '';
  }

  private add(bytes: Uint8Array, hash: number, slot: number): number {
    const text = decodeBytes(bytes);
    const number = this.numbers.get(text) ?? this.append(text, bytes);
    if (number === OVERFLOW) return number;
    this.bytes[number] = bytes;
    this.slots[slot] = number;
    this.hashes[slot] = hash;
    if (++this.filled * 2 > this.slots.length) this.rehash();
    return number;
  }

  private filled = 0;

  private append(text: string, bytes: Uint8Array | undefined): number {
    if (this.texts.length >= MOST) return OVERFLOW;
    const number = this.texts.push(text) - 1;
    this.numbers.set(text, number);
    this.bytes[number] = bytes ?? new Uint8Array(0);
    return number;
  }

  private rehash(): void {
    const { slots, hashes } = this;
    this.slots = new Uint32Array(slots.length * 2);
    this.hashes = new Int32Array(slots.length * 2);
    const mask = this.slots.length - 1;
    slots.forEach((number, old) => {
      if (number === 0) return;
      const hash = hashes[old] ?? 0;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = number;
      this.hashes[slot] = hash;
    });
  }
}

const OVERFLOW = 0;

function sameBytes(known: Uint8Array | undefined, buffer: Uint8Array, start: number, end: number): boolean {
  if (known?.length !== end - start) return false;
  for (let i = 0; i < known.length; i++) if (known[i] !== buffer[start + i]) return false;
  return true;
}
