/**
 * The pages that a use walks, ascending: the first that stops it, and the first that may.
 *
 *     address            bad
 *        |rw-p    |unknown |r--p    |      written: may stop at the unknown page, stops at the read-only one
 */
import { pageNumber, pageOf, pageRange, type PageNumber, type PageRange } from '../../memory/page';
import { extraOf } from '../../memory/extra';
import { has, VmFlag, type Vma } from '../../memory/vma';
import { segmentsIn, type Segment } from '../../kernel/coverage';
import type { AddressSpace } from '../../memory/address-space';
import { allows } from './page-account';
import type { Subject } from '../subject';
import { objectEnd, type ObjectEnd } from './object-end';

export interface Walk {
  /** Undefined: the log knows of none. */
  readonly bad: PageNumber | undefined;
  /** Before the bad one: a page of which the log does not show what is there. */
  readonly open: PageNumber | undefined;
  /** Before the bad one: mapped with the right to it, but perhaps behind the end of a file, or shut by its key. */
  readonly doubtful: PageNumber | undefined;
}

export function walk(
  subject: Subject,
  space: AddressSpace,
  address: bigint,
  bytes: bigint,
  wanted: 'read' | 'write',
): Walk {
  const range = pageRange(pageOf(address), pageOf(address + bytes - 1n) + 1);
  let open: PageNumber | undefined;
  let doubtful: PageNumber | undefined;
  for (const segment of segmentsIn(space, range)) {
    const found = segment.kind === 'vma' ? ofVma(subject, space, segment, wanted) : ofHole(space, segment);
    if (found?.is === 'bad') return { bad: found.page, open, doubtful };
    if (found?.is === 'open') open ??= found.page;
    if (found?.is === 'doubtful') doubtful ??= found.page;
  }
  return { bad: undefined, open, doubtful };
}

type Found = { readonly is: 'bad' | 'open' | 'doubtful'; readonly page: PageNumber } | undefined;

/** A hole below a stack is filled by the fault of a copy, up to RLIMIT_STACK. mm/vma.c: expand_stack */
function ofHole(space: AddressSpace, { start, end, state }: Extract<Segment, { kind: 'hole' }>): Found {
  const above = space.firstEndingAbove(end);
  if (above?.start === end && has(above, VmFlag.growsDown)) return { is: 'open', page: start };
  // Nothing but privilege, on purpose, maps anything at the very bottom.
  return { is: state === 'free' || start < BOTTOM ? 'bad' : 'open', page: start };
}

/** vm.mmap_min_addr is 64 KiB nearly everywhere. */
const BOTTOM = 16;

function ofVma(
  subject: Subject,
  space: AddressSpace,
  { start, end, vma }: Extract<Segment, { kind: 'vma' }>,
  wanted: 'read' | 'write',
): Found {
  if (vma.prot === undefined) return { is: 'open', page: start };
  if (!allows(vma.prot, wanted)) return { is: 'bad', page: start };
  const stop = firstOf(
    firstGuard(space, vma, pageRange(start, end)),
    firstBehindEnd(subject, vma, start, end),
  );
  if (stop !== undefined) return { is: 'bad', page: stop };
  const key = extraOf(vma, 'pkey');
  const isShut = (key !== undefined && key !== '0') || has(vma, VmFlag.userfault);
  if (isShut) return { is: 'doubtful', page: start };
  const known = objectEnd(subject, vma);
  if (known === 'unknown') return { is: 'doubtful', page: start };
  const behind = known?.byName === true ? firstBehind(known, vma, start, end) : undefined;
  return behind === undefined ? undefined : { is: 'doubtful', page: behind };
}

const firstOf = (a: PageNumber | undefined, b: PageNumber | undefined): PageNumber | undefined =>
  a === undefined || (b !== undefined && b < a) ? b : a;

function firstGuard(space: AddressSpace, vma: Vma, range: PageRange): PageNumber | undefined {
  if (!has(vma, VmFlag.maybeGuard)) return undefined;
  for (const run of space.pagesIn(range)) if (run.kind === 'guard') return run.start;
  return undefined;
}

function firstBehindEnd(
  subject: Subject,
  vma: Vma,
  start: PageNumber,
  end: PageNumber,
): PageNumber | undefined {
  const known = objectEnd(subject, vma);
  if (known === undefined || known === 'unknown' || known.byName === true) return undefined;
  return firstBehind(known, vma, start, end);
}

function firstBehind(
  { pages }: ObjectEnd,
  vma: Vma,
  start: PageNumber,
  end: PageNumber,
): PageNumber | undefined {
  const first = Math.max(start, vma.start + pages - vma.pgoff);
  return first < end ? pageNumber(first) : undefined;
}
