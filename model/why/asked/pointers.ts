/** EFAULT of a call that is given pointers: the memory that the suspected one leads to, and the pages of it that cannot be used. */
import type { CallEvent } from '../../trace/event';
import type { Before } from '../../kernel/check';
import { segmentsIn } from '../../kernel/coverage';
import { Prot, type Vma } from '../../memory/vma';
import { pageRange, type PageRange } from '../../memory/page';
import { allows, NULL_PAGES } from '../pointers/page-account';
import { suspectsOf } from '../pointer-fault';
import type { Subject } from '../subject';
import { askedRange, touched, type Asked, type Trouble } from './asked-range';

/** Of pointers that stand for very much memory the picture shows the beginning. */
const MOST_BYTES = 1n << 40n;

export function askedByPointers(subject: Subject, call: CallEvent, before: Before): Asked | undefined {
  const use = suspectsOf(subject, call, before)[0]?.use;
  if (use?.address === undefined) return undefined;
  const { address, does, least, most, isString } = use;
  // A string may end anywhere: what is drawn ends with its first page that cannot be read.
  const bytes = isString ? least : most < MOST_BYTES ? most : MOST_BYTES;
  const range = askedRange(does, address, bytes);
  const first = firstUnusable(
    before,
    isString ? touched(address, most < 1n << 20n ? most : 1n << 20n) : range.pages,
    does,
    address,
  );
  const reached = first === undefined || first.pages.start < range.pages.end;
  const shown = reached
    ? range
    : askedRange(does, address, (BigInt(first.pages.start) << 12n) + 1n - address);
  return {
    outcome: 'failed',
    error: 'EFAULT',
    ranges: [shown],
    troubles: first === undefined ? [] : [first],
  };
}

/** The first stretch of the pages that cannot be used so. What the log does not show is told where nothing else is wrong. */
export function firstUnusable(
  { space }: Before,
  pages: PageRange,
  does: 'read' | 'write' | 'any',
  address: bigint,
): Trouble | undefined {
  if (pages.end > space.taskSize)
    return {
      what: 'beyond-end',
      pages: pageRange(Math.max(pages.start, space.taskSize), pages.end),
      address,
    };
  let open: Trouble | undefined;
  for (const segment of segmentsIn(space, pages)) {
    const at = pageRange(segment.start, segment.end);
    if (segment.kind === 'hole') {
      if (segment.state === 'free') return { what: 'hole', pages: at };
      // Nothing is ever mapped there, whether the log shows it or not.
      if (at.start < NULL_PAGES)
        return { what: 'hole', pages: pageRange(at.start, Math.min(at.end, NULL_PAGES)) };
      open ??= { what: 'unknown', pages: at };
    } else if (segment.vma.prot !== undefined && !allows(segment.vma.prot, does)) {
      return { what: refusal(segment.vma), pages: at };
    }
  }
  return open;
}

const refusal = ({ prot }: Vma): Trouble['what'] => (prot === Prot.none ? 'no-access' : 'read-only');
