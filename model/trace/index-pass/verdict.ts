/**
 * Is it a strace log? Judged by how much of it was understood, leniently: a mail or a bug report may hold a few genuine
 * lines amid other words, and those are to be read.
 */
import type { ByteSource } from '../byte-source';
import type { Survey } from '../recording';
import { LOOK_BYTES, isLibraryTrace, looksLike } from './looks-like';

/** Counts over the whole recording. */
export interface Understood {
  readonly lines: number;
  readonly events: number;
  readonly unparsed: number;
  /** Lines that only strace prints: a call with its result, a signal in dashes, an exit. */
  readonly genuine: number;
}

/** A single line that reads like a call is no proof in a text that is longer than this. */
const LONG_TEXT = 200;

export function verdictOn(
  understood: Understood,
  first: ByteSource | undefined,
): Pick<Survey, 'verdict' | 'looksLike'> {
  const { lines, events, genuine } = understood;
  if (first === undefined || lines === 0) return { verdict: 'empty' };
  const head = Uint8Array.from(first.read(0, LOOK_BYTES));
  const isFaint = genuine === 0 || (genuine === 1 && lines > LONG_TEXT);
  if (!isFaint && isLibraryTrace(head))
    return { verdict: 'not-strace', looksLike: 'ltrace output (library calls, not system calls)' };
  if (!isFaint) return { verdict: 'strace' };
  if (events === 0 && head.every((byte) => byte <= 0x20)) return { verdict: 'empty' };
  return { verdict: 'not-strace', looksLike: looksLike(head) };
}
