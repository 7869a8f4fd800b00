/**
 * mseal(2): forbids for good that a range be unmapped, moved, replaced or get another protection. mm/mseal.c: do_mseal
 *
 * A hole is found before anything is sealed; a split that is refused leaves the VMAs below it sealed.
 */
import { endsInSpace, pagesAsked, startsOnPage } from './aligned-range';
import { pageRange, type PageNumber, type PageRange } from '../memory/page';
import { has, VmFlag, type Vma } from '../memory/vma';
import type { Before, Check } from './check';
import { segmentsIn, surestHole } from './coverage';
import { kernelBits } from './layout';
import type { MsealCall } from './mapping-call';
import { MapCount } from './map-count';
import { atMapLimit, splitsFit } from './removal';
import type { SyscallRule } from './syscall-rule';
import {
  argumentFact,
  cannotTell,
  demand,
  fails,
  NOT_REACHED,
  passes,
  rangeFact,
  read,
  seen,
  vmaFact,
  withArguments,
} from './verdict';
import { kernelVersion } from './versions';

const source = seen('mm/mseal.c: do_mseal');
const manualPage = read('mseal(2)', 'man-pages 6.20');
const SINCE = kernelVersion(6, 10);

interface SealWalk {
  readonly range: PageRange;
  readonly hole: (PageRange & { readonly state: 'free' | 'unknown' }) | undefined;
  /** The VMA that could not be split, and a split that was made before the second was refused. */
  readonly stop:
    | {
        readonly vma: Vma;
        readonly at: PageNumber;
        readonly split: PageNumber | undefined;
        readonly reason: 'map-limit' | 'indivisible';
      }
    | undefined;
}

const sealed = (piece: Vma): Vma =>
  has(piece, VmFlag.sealed) ? piece : { ...piece, flags: piece.flags | VmFlag.sealed };

function walk(call: MsealCall, before: Before): SealWalk | undefined {
  const range = pagesAsked(call, before);
  if (range === undefined) return undefined;
  const segments = segmentsIn(before.space, range);
  const hole = surestHole(segments);
  const maps = new MapCount(before, call.event.index, sealed);
  for (const segment of segments) {
    if (segment.kind === 'hole' || has(segment.vma, VmFlag.sealed)) continue;
    const cut = maps.cut(segment.vma, pageRange(segment.start, segment.end));
    if (cut !== undefined) return { range, hole, stop: { vma: segment.vma, at: segment.start, ...cut } };
  }
  return { range, hole, stop: undefined };
}

const checks: readonly Check<MsealCall>[] = [
  {
    id: 'mseal.not-in-this-kernel',
    errno: 'ENOSYS',
    until: kernelVersion(6, 9),
    sources: [manualPage],
    demand: 'the kernel has the call: 6.10 and later',
    test: () => fails(),
  },
  {
    id: 'mseal.not-on-this-kernel',
    errno: 'ENOSYS',
    since: SINCE,
    sources: [read('mm/mseal.c: sys_mseal'), manualPage],
    demand: 'the kernel is one of 64 bits',
    test: (_call, before) => (kernelBits(before) === 64 ? passes() : fails()),
  },
  {
    id: 'mseal.unknown-flags',
    errno: 'EINVAL',
    since: SINCE,
    sources: [source, manualPage],
    demand: 'the flags are 0',
    test: ({ flags }) => withArguments([flags], (bits) => demand(bits === 0, argumentFact('flags', flags))),
  },
  {
    id: 'mseal.address-misaligned',
    errno: 'EINVAL',
    since: SINCE,
    sources: [source, manualPage],
    demand: 'the address is a multiple of the page size',
    test: startsOnPage,
  },
  {
    id: 'mseal.range-wraps',
    errno: 'EINVAL',
    since: SINCE,
    sources: [source, manualPage],
    demand: 'the range does not pass the end of the address space',
    test: endsInSpace,
  },
  {
    id: 'mseal.unmapped',
    errno: 'ENOMEM',
    since: SINCE,
    sources: [source, manualPage],
    demand: 'every page of the range is mapped; otherwise nothing is sealed',
    test: (call, before) => {
      const walked = walk(call, before);
      if (walked === undefined) return NOT_REACHED;
      const { hole, range } = walked;
      if (hole === undefined) return passes(rangeFact('range', range, 'mapped'));
      const fact = rangeFact('hole', hole, hole.state);
      return hole.state === 'free' ? fails(fact) : cannotTell('unknown-memory', fact);
    },
  },
  {
    id: 'mseal.map-limit',
    errno: 'ENOMEM',
    since: SINCE,
    sources: [read('mm/mseal.c: mseal_fixup')],
    demand: 'the cuts at the ends of the range leave no more mappings than the process may have',
    test: (call, before) => {
      const walked = walk(call, before);
      if (walked === undefined) return NOT_REACHED;
      const { stop, range } = walked;
      return stop?.reason !== 'map-limit'
        ? splitsFit(range, before)
        : atMapLimit(before, vmaFact('vma', stop.vma));
    },
  },
  {
    id: 'mseal.indivisible',
    errno: 'EINVAL',
    since: SINCE,
    sources: [read('mm/vma.c: __split_vma')],
    demand: 'a mapping that cannot be split (vdso, vvar, part of a huge page) lies in the range as a whole',
    test: (call, before) => {
      const stop = walk(call, before)?.stop;
      if (stop === undefined) return NOT_REACHED;
      return stop.reason === 'indivisible' ? fails(vmaFact('vma', stop.vma)) : passes();
    },
  },
];

const STOP_ERRNO = { 'map-limit': 'ENOMEM', indivisible: 'EINVAL' } as const;

export const msealRule: SyscallRule<MsealCall> = {
  call: 'mseal',
  checks,
  apply(call, observed, before, edit) {
    const walked = walk(call, before);
    if (walked === undefined || observed.kind === 'none') return;
    const { range, hole, stop } = walked;
    if (observed.kind === 'success') {
      edit.infer(range, {});
      edit.modify(range, sealed);
    } else if (hole === undefined && stop !== undefined && observed.errno === STOP_ERRNO[stop.reason]) {
      edit.modify(pageRange(range.start, stop.at), sealed);
      if (stop.split !== undefined) edit.splitAt(stop.split);
    }
  },
  successValue: () => 0n,
};
