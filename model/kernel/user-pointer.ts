/**
 * An argument that points into the caller's memory: what the line shows of it, and whether the kernel can use it.
 *
 *     {rlim_cur=…}   strace read it: the kernel can as well; where it stands is not shown
 *     NULL           no pointer
 *     0x7ffc811531e0 only the address: of what the kernel was to fill and did not, or of what strace could not read
 */
import type { Span } from '../trace/span';
import type { Argument } from '../trace/value';
import type { Before, Fact, Verdict } from './check';
import { beyondUserSpace, reachOf, refusedBy } from './user-memory';
import { cannotTell, fails, likelyPasses, passes } from './verdict';

export type UserPointer =
  | { readonly shows: 'nothing' }
  | { readonly shows: 'null'; readonly span: Span }
  | { readonly shows: 'contents'; readonly span: Span }
  | { readonly shows: 'address'; readonly address: bigint; readonly span: Span };

export function pointerOf(argument: Argument | undefined): UserPointer {
  if (argument === undefined) return { shows: 'nothing' };
  const { value, span } = argument;
  switch (value.kind) {
    case 'number':
      return value.value === 0n
        ? { shows: 'null', span }
        : { shows: 'address', address: BigInt.asUintN(64, value.value), span };
    case 'struct':
    case 'array':
    case 'string':
      return { shows: 'contents', span };
    default:
      return { shows: 'nothing' };
  }
}

/** Whether the kernel can read `bytes` there. NULL is an address like any other here. */
export function canRead(pointer: UserPointer, bytes: number, before: Before): Verdict {
  return usable(pointer, bytes, before, 'copied-from');
}

/**
 * Whether the kernel can write `bytes` there. What the line shows of it was perhaps written by this very call: that it
 * is shown proves nothing of the state before.
 */
export function canWrite(pointer: UserPointer, bytes: number, before: Before): Verdict {
  if (pointer.shows === 'contents') return likelyPasses('unknown-argument');
  return usable(pointer, bytes, before, 'copied-to');
}

function usable(
  pointer: UserPointer,
  bytes: number,
  before: Before,
  use: 'copied-from' | 'copied-to',
): Verdict {
  if (pointer.shows === 'nothing') return likelyPasses('unknown-argument');
  if (pointer.shows === 'contents') return passes();
  const start = pointer.shows === 'null' ? 0n : pointer.address;
  const length = BigInt(Math.max(bytes, 1));
  const fact: Fact = { fact: 'argument', name: 'pointer', value: start, span: pointer.span };
  if (beyondUserSpace(start, length, before)) return fails(fact);
  const { end, inFile } = reachOf(before, start, length, use);
  if (end === undefined) return inFile ? likelyPasses('no-trace', fact) : passes(fact);
  // The line shows the address of what is to be read because strace could not read it, or because it did not look.
  const isOpen = end.usable === 'unknown' && use === 'copied-from';
  return isOpen ? cannotTell('unknown-memory', fact, end.fact) : refusedBy(end, fact, end.fact);
}
