/**
 * mprotect walks the VMAs of its range in ascending order and changes each before it looks at the next. So the piece at
 * which it stops decides the answer, and everything below that piece is changed all the same.
 *
 *      [ VMA 1 ][ VMA 2 ]   hole   [ VMA 3 ]
 *      changed   changed    ENOMEM  never looked at
 *
 * mm/mprotect.c: do_mprotect_pkey, mprotect_fixup; measured on 6.18.
 */
import { pageRange, type PageNumber, type PageRange } from '../../memory/page';
import { has, Prot, VmFlag, type Vma } from '../../memory/vma';
import { countedAs } from '../../memory/vma-totals';
import { PROT } from '../abi/mmap-flags';
import type { Before, Verdict } from '../check';
import { segmentsIn } from '../coverage';
import { fitsAddressSpace, fitsData, limitOf } from '../limits';
import { pagesAsked } from '../aligned-range';
import { MapCount } from '../map-count';
import type { MprotectCall } from '../mapping-call';
import { once } from '../once';
import { deniesWriteExecute } from '../prctl/modes';
import { kernelVersion } from '../versions';
import { newProtection, withProtection } from './protection';

export type WalkStop =
  | 'hole'
  | 'unknown'
  | 'not-growing-down'
  | 'not-permitted'
  | 'execute-gained'
  | 'sealed'
  | 'over-data-limit'
  | 'map-limit'
  | 'indivisible';

export interface ProtectWalk {
  /** What the walk covers: with PROT_GROWSDOWN from the start of the first VMA. */
  readonly range: PageRange;
  /** Where it ends; undefined: it gets to the end. */
  readonly stop:
    | {
        readonly at: PageRange;
        readonly reason: WalkStop;
        readonly vma: Vma | undefined;
        readonly verdict?: Verdict;
        /** A split that was made before the second one was refused. */
        readonly split?: PageNumber;
      }
    | undefined;
}

/** The pages of the call; undefined where it ends before the walk (bad arguments, length 0) or is not shown. */
export const rangeOf = once(readRange);

function readRange(call: MprotectCall, before: Before): PageRange | undefined {
  return call.prot.value === undefined ? undefined : pagesAsked(call, before);
}

export const walk = once(walkOf);

function walkOf(call: MprotectCall, before: Before): ProtectWalk | undefined {
  const asked = rangeOf(call, before);
  if (asked === undefined) return undefined;
  const range = withGrowth(asked, call, before);
  if ('stop' in range) return range;
  let sealedFirst: Vma | undefined;
  if (before.machine.kernel < kernelVersion(6, 12))
    sealedFirst = [...before.space.vmasIn(range)].find((vma) => has(vma, VmFlag.sealed));
  if (sealedFirst !== undefined)
    return { range, stop: { at: pageRange(range.start, range.start), reason: 'sealed', vma: sealedFirst } };
  const change = (piece: Vma): Vma => withProtection(piece, call, before);
  const count = { maps: new MapCount(before, call.event.index, change), gained: 0 };
  for (const segment of segmentsIn(before.space, range)) {
    const at = pageRange(segment.start, segment.end);
    if (segment.kind === 'hole')
      return {
        range,
        stop: { at, reason: segment.state === 'free' ? 'hole' : 'unknown', vma: undefined },
      };
    const refused = refusal(segment.vma, at, call, before, count);
    if (refused !== undefined) return { range, stop: { at, vma: segment.vma, ...refused } };
  }
  return { range, stop: undefined };
}

/** PROT_GROWSDOWN: the change begins where the stack does. The first VMA may begin above the address. */
function withGrowth(range: PageRange, call: MprotectCall, before: Before): PageRange | ProtectWalk {
  if (((call.prot.value ?? 0) & PROT.GROWSDOWN) === 0) return range;
  const first = before.space.firstEndingAbove(range.start);
  if (first === undefined || first.start >= range.end) return range;
  if (has(first, VmFlag.growsDown)) return pageRange(first.start, range.end);
  return { range, stop: { at: pageRange(range.start, range.start), reason: 'not-growing-down', vma: first } };
}

/** What the pieces before have added: mappings, and pages of data. */
interface Counts {
  readonly maps: MapCount;
  gained: number;
}

type Refusal = Pick<NonNullable<ProtectWalk['stop']>, 'reason' | 'verdict' | 'split'>;

function refusal(
  vma: Vma,
  piece: PageRange,
  call: MprotectCall,
  before: Before,
  count: Counts,
): Refusal | undefined {
  const prot = newProtection(call, vma, before);
  if (vma.certainty === 'exact' && forbidden(vma, prot)) return { reason: 'not-permitted' };
  if (gainsExecute(vma, prot) && deniesWriteExecute(before).answer === 'fails')
    return { reason: 'execute-gained' };
  if (has(vma, VmFlag.sealed)) return { reason: 'sealed' };
  if (vma.prot === prot) return undefined;
  const limit = dataLimit(vma, piece, prot, before, count.gained);
  if (limit?.answer === 'fails') return { reason: 'over-data-limit', verdict: limit };
  if (limit !== undefined) count.gained += piece.end - piece.start;
  const cut = count.maps.cut(vma, piece);
  if (cut === undefined) return undefined;
  return cut.reason === 'map-limit' && cut.split !== undefined
    ? { reason: 'map-limit', split: cut.split }
    : { reason: cut.reason };
}

/** Both writable and executable, or executable and not so before. include/linux/mman.h: map_deny_write_exec */
export const gainsExecute = (vma: Vma, prot: Prot): boolean =>
  (prot & Prot.exec) !== 0 &&
  ((prot & Prot.write) !== 0 || (vma.prot !== undefined && (vma.prot & Prot.exec) === 0));

/** What the mapping may never become: writable through a read-only descriptor, executable from a noexec mount. */
export const forbidden = (vma: Vma, prot: Prot): boolean =>
  ((prot & Prot.read) !== 0 && !has(vma, VmFlag.mayRead)) ||
  ((prot & Prot.write) !== 0 && !has(vma, VmFlag.mayWrite)) ||
  ((prot & Prot.exec) !== 0 && !has(vma, VmFlag.mayExec));

/**
 * Gaining write on private memory is tested as new data, but only where the same test with the old flags would pass:
 * RLIMIT_AS alone never makes mprotect fail.
 */
export function dataLimit(
  vma: Vma,
  piece: PageRange,
  prot: Prot,
  before: Before,
  gained = 0,
): Verdict | undefined {
  if ((prot & Prot.write) === 0 || countedAs(vma) === 'data') return undefined;
  if (countedAs({ flags: vma.flags, prot }) !== 'data' || before.machine.kernel < kernelVersion(4, 7))
    return undefined;
  const pages = piece.end - piece.start;
  // A limit that no line shows refuses nothing for certain.
  const isRefused = limitOf(before, 'AS') !== undefined && fitsAddressSpace(before, pages).answer === 'fails';
  return isRefused ? undefined : fitsData(before, pages + gained);
}
