/**
 * A line too long to be kept whole (strace -s 1000000, or no log at all): its head and its tail, put together where
 * both are inside, or both outside, of a string. So a valid call keeps its name, its first arguments and its result.
 *
 *     write(1, "aaaa aaaa aaaa ... aaaa", 90000000) = 90000000
 *     └────── head ──────┘     └────── tail ────────────────┘
 */
import type { ByteSource } from '../byte-source';
import { LONGEST } from './byte-window';

const TAIL = 4096;
const HEAD = LONGEST - TAIL;
const STEP = 1 << 20;
const [LF, QUOTE, BACKSLASH] = [0x0a, 0x22, 0x5c] as const;

export interface LongLine {
  /** Head and tail, and an LF. */
  readonly bytes: Uint8Array;
  /** Where the tail starts in `bytes`. */
  readonly gap: number;
  /** UTF-16 column of the tail in the physical line; exact where the skipped bytes are UTF-8. */
  readonly tailColumn: number;
}

/** @param end behind the line's last byte, its terminator left out; `end - start` > LONGEST. */
export function shortenLine(source: ByteSource, start: number, end: number): LongLine {
  const head = Uint8Array.from(source.read(start, HEAD));
  const state = new StringState();
  const gap = cutOfHead(head, state);
  const headInside = state.inside;
  const tailStart = end - TAIL;
  state.read(head.subarray(gap));
  for (let at = start + HEAD; at < tailStart; at += STEP) {
    state.read(source.read(at, Math.min(STEP, tailStart - at)));
  }
  const tail = source.read(tailStart, TAIL);
  const skipped = beginOfTail(tail, state, headInside);
  const bytes = new Uint8Array(gap + tail.length - skipped + 1);
  bytes.set(head.subarray(0, gap));
  bytes.set(tail.subarray(skipped), gap);
  bytes[bytes.length - 1] = LF;
  return { bytes, gap, tailColumn: state.units };
}

/** The head ends before a whole character that no backslash escapes. */
function cutOfHead(head: Uint8Array, state: StringState): number {
  let cut = head.length - 8;
  state.read(head.subarray(0, cut));
  while (cut < head.length && (state.escaped || isContinuation(head[cut] ?? 0))) state.step(head[cut++] ?? 0);
  return cut;
}

function beginOfTail(tail: Uint8Array, state: StringState, inside: boolean): number {
  const before = { units: state.units, inside: state.inside, escaped: state.escaped };
  for (let at = 0; at < tail.length; at++) {
    const byte = tail[at] ?? 0;
    if (state.inside === inside && !state.escaped && !isContinuation(byte)) return at;
    state.step(byte);
  }
  Object.assign(state, before);
  return 0;
}

class StringState {
  inside = false;
  escaped = false;
  /** UTF-16 units so far. */
  units = 0;

  /** In local variables and without an iterator: a line may have hundreds of megabytes. */
  read(bytes: Uint8Array): void {
    let { inside, escaped, units } = this;
    for (let at = 0, byte = bytes[0]; byte !== undefined; byte = bytes[++at]) {
      if (!isContinuation(byte)) units += byte >= 0xf0 ? 2 : 1;
      if (escaped) escaped = false;
      else if (byte === BACKSLASH) escaped = inside;
      else if (byte === QUOTE) inside = !inside;
    }
    Object.assign(this, { inside, escaped, units });
  }

  step(byte: number): void {
    this.read(Uint8Array.of(byte));
  }
}

const isContinuation = (byte: number): boolean => (byte & 0xc0) === 0x80;
