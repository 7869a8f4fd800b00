/**
 * mincore(2): which pages of a range are in memory. mm/mincore.c: sys_mincore, do_mincore
 *
 * The vector is filled VMA by VMA, at most a page of it at a time, so the lower one of two faults is answered:
 *
 *      range    [ VMA 1 ]   hole   [ VMA 2 ]
 *      vector    1 0 0 1             ^ ENOMEM: the bytes for VMA 1 are written
 *                  ^ a byte that cannot be written: EFAULT, though there is a hole above
 */
import type { SpaceEdit } from '../../memory/address-space';
import { pageRange, within, type PageRange } from '../../memory/page';
import { has, VmFlag } from '../../memory/vma';
import { startsOnPage } from '../aligned-range';
import type { Before, Check } from '../check';
import { segmentsIn } from '../coverage';
import { pageBytes, unitsPerPage, untagged } from '../layout';
import { learnFromAsking } from '../asked-range';
import { isAligned } from '../rounding';
import { growToHold, pagesOfBytes } from '../stack-growth';
import type { Observed } from '../observed';
import type { SyscallRule } from '../syscall-rule';
import { beyondUserSpace, reachOf, refusedBy, type Reach } from '../user-memory';
import {
  argumentFact,
  cannotTell,
  demand,
  fails,
  likelyPasses,
  NO_TRACE,
  NOT_REACHED,
  passes,
  rangeFact,
  read,
  seen,
  withArguments,
} from '../verdict';
import type { MincoreCall } from './call';

const source = seen('mm/mincore.c: sys_mincore');
const manualPage = read('mincore(2)', 'man-pages 6.20');

/** Pages of the machine, each one byte of the vector. */
const pagesAsked = (bytes: bigint, before: Before): bigint =>
  (bytes + pageBytes(before) - 1n) / pageBytes(before);

/** What the walk covers; undefined where the call ends before it. */
function rangeOf({ addr, length }: MincoreCall, before: Before): PageRange | undefined {
  if (addr.value === undefined || length.value === undefined || length.value === 0n) return undefined;
  const start = untagged(addr.value, before);
  if (!isAligned(start, pageBytes(before)) || beyondUserSpace(start, length.value, before)) return undefined;
  const first = Number(start >> 12n);
  return pageRange(first, first + Number(pagesAsked(length.value, before)) * unitsPerPage(before));
}

interface Walk {
  readonly range: PageRange;
  /** The first hole that is known, and the first stretch below it that may be one. */
  readonly hole: PageRange | undefined;
  readonly unknown: PageRange | undefined;
  /** How far the vector can be written; undefined where the log does not show where it is. */
  readonly vector: Reach | undefined;
}

function walk(call: MincoreCall, before: Before): Walk | undefined {
  const range = rangeOf(call, before);
  if (range === undefined) return undefined;
  const bytes = pagesAsked(call.length.value ?? 0n, before);
  const { value } = call.vector;
  if (value !== undefined && beyondUserSpace(value, bytes, before)) return undefined;
  let unknown: PageRange | undefined;
  let hole: PageRange | undefined;
  for (const segment of segmentsIn(before.space, range)) {
    if (segment.kind === 'vma') continue;
    if (segment.state === 'free') {
      hole = segment;
      break;
    }
    unknown ??= segment;
  }
  const vector = value === undefined ? undefined : reachOf(before, value, bytes, 'copied-to');
  return { range, hole, unknown, vector };
}

/** The page of the range whose byte is the first that is not surely written. */
const pageOfByte = (walked: Walk, { bytes }: Reach, before: Before): number =>
  walked.range.start + Number(bytes) * unitsPerPage(before);

const checks: readonly Check<MincoreCall>[] = [
  {
    id: 'mincore.address-misaligned',
    errno: 'EINVAL',
    sources: [source, manualPage],
    demand: 'the address is a multiple of the page size',
    test: startsOnPage,
  },
  {
    id: 'mincore.beyond-user-space',
    errno: 'ENOMEM',
    sources: [source, manualPage],
    demand: 'the range ends within the addresses of user space',
    test: ({ addr, length }, before) =>
      withArguments([addr, length], (start, bytes) =>
        demand(
          !beyondUserSpace(untagged(start, before), bytes, before),
          argumentFact('addr', addr),
          argumentFact('length', length),
        ),
      ),
  },
  {
    id: 'mincore.vector-beyond-user-space',
    errno: 'EFAULT',
    sources: [source, manualPage],
    demand: 'the vector, one byte a page, lies within the addresses of user space',
    test: ({ length, vector }, before) => {
      // Shown as a vector: strace could read it.
      if (vector.value === undefined) return likelyPasses('unknown-argument');
      const address = vector.value;
      return withArguments([length], (bytes) =>
        demand(
          !beyondUserSpace(address, pagesAsked(bytes, before), before),
          argumentFact('vec', vector),
          argumentFact('length', length),
        ),
      );
    },
  },
  {
    id: 'mincore.kernel-memory',
    errno: 'EAGAIN',
    sources: [read('mm/mincore.c: sys_mincore'), manualPage],
    demand: 'the kernel has a page to collect the vector in',
    test: (call, before) => (rangeOf(call, before) === undefined ? NOT_REACHED : NO_TRACE),
  },
  {
    id: 'mincore.vector-not-writable',
    errno: 'EFAULT',
    sources: [source, manualPage],
    demand: 'the bytes of the vector can be written, as far as pages are mapped',
    test: (call, before) => {
      const walked = walk(call, before);
      if (walked === undefined) return NOT_REACHED;
      if (walked.vector === undefined) return likelyPasses('unknown-argument');
      const { end, inFile } = walked.vector;
      if (end === undefined) return inFile ? NO_TRACE : passes(argumentFact('vec', call.vector));
      const page = pageOfByte(walked, walked.vector, before);
      const facts = [argumentFact('vec', call.vector), end.fact];
      if (walked.hole !== undefined && walked.hole.start <= page) return NOT_REACHED;
      return end.usable !== 'unknown' && walked.unknown !== undefined && walked.unknown.start <= page
        ? cannotTell('unknown-memory', rangeFact('hole', walked.unknown, 'unknown'), ...facts)
        : refusedBy(end, ...facts);
    },
  },
  {
    id: 'mincore.unmapped',
    errno: 'ENOMEM',
    sources: [seen('mm/mincore.c: do_mincore'), manualPage],
    demand: 'every page of the range is mapped',
    test: (call, before) => {
      const walked = walk(call, before);
      if (walked === undefined) return NOT_REACHED;
      const { hole, unknown, vector, range } = walked;
      const end = vector?.end;
      const stopped =
        vector === undefined || end === undefined || end.usable === 'unknown'
          ? Number.POSITIVE_INFINITY
          : pageOfByte(walked, vector, before);
      if (unknown !== undefined && unknown.start <= stopped && (hole === undefined || hole.start > stopped))
        return cannotTell('unknown-memory', rangeFact('hole', unknown, 'unknown'));
      if (hole === undefined) return passes(rangeFact('range', range, 'mapped'));
      return hole.start <= stopped ? fails(rangeFact('hole', hole, 'free')) : NOT_REACHED;
    },
  },
];

export const mincoreRule: SyscallRule<MincoreCall> = {
  call: 'mincore',
  checks,
  apply(call, observed, before, edit) {
    const range = rangeOf(call, before);
    if (range === undefined) return;
    learnFromAsking(range, observed, before.space, edit);
    if (observed.kind === 'success') showPresent(call, range, before, edit);
    growByVector(call, observed, range, before, edit);
  },
  successValue: () => 0n,
};

/**
 * The bytes up to a hole in the range are written before the hole is found. Where those are told that were written, the
 * vector is mapped now.
 */
function growByVector(
  call: MincoreCall,
  observed: Observed,
  range: PageRange,
  before: Before,
  edit: SpaceEdit,
): void {
  const { value } = call.vector;
  const walked = walk(call, before);
  if (value === undefined || walked === undefined || walked.unknown !== undefined) return;
  const end =
    observed.kind === 'success'
      ? range.end
      : observed.kind === 'error' && observed.errno === 'ENOMEM'
        ? walked.hole?.start
        : undefined;
  if (end === undefined) return;
  const written = pagesOfBytes(value, BigInt((end - range.start) / unitsPerPage(before)));
  growToHold(written, edit);
  edit.touch(written);
}

/**
 * A byte of 1 says of private anonymous memory that the page has its entry. Of files it says that the page is in the page
 * cache, mapped or not, and a byte of 0 may be a page in swap: that proves nothing. mm/mincore.c: mincore_pte_range
 */
function showPresent({ resident }: MincoreCall, range: PageRange, before: Before, edit: SpaceEdit): void {
  if (resident === undefined) return;
  const units = unitsPerPage(before);
  for (let n = 0; n < resident.length; n++) {
    if (resident[n] !== true) continue;
    const from = n;
    while (resident[n + 1] === true) n++;
    const shown = pageRange(range.start + from * units, Math.min(range.start + (n + 1) * units, range.end));
    if (shown.start >= shown.end) return;
    for (const vma of [...edit.now.vmasIn(shown)])
      if (vma.backing.kind === 'anonymous' && !has(vma, VmFlag.mayShare))
        edit.pages.present(within(vma, shown), 'read');
  }
}
