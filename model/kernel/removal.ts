/**
 * Clearing a range, as munmap, MAP_FIXED, mremap and a shrinking brk do it: all or nothing, but for splits that a
 * refused call leaves behind. mm/vma.c: vms_gather_munmap_vmas
 *
 *        A        B            C
 *     [-----)   [---)      [--------)
 *        |<------ range ------>|
 *        ^ first split         ^ last split
 *
 * The first VMA is tested and split, then each further one tested, and the last one split. A VMA that is cut in its
 * middle makes two of one: refused where the process has vm.max_map_count VMAs.
 */
import type { SpaceEdit } from '../memory/address-space';
import { pageNumber, type PageNumber, type PageRange } from '../memory/page';
import { has, VmFlag, type Vma } from '../memory/vma';
import type { Before, Check, Fact, KernelVersion, Verdict } from './check';
import { hugeUnitsOf } from './huge-pages';
import { kernelVersion } from './versions';
import {
  assumptionFact,
  cannotTell,
  fails,
  failsIfAssumed,
  likelyPasses,
  NOT_REACHED,
  numberFact,
  passes,
  seen,
  vmaFact,
} from './verdict';
import type { TypedCall } from './given';
import { once } from './once';

export type RemovalStop = 'map-limit' | 'sealed' | 'indivisible';

export interface Removal {
  /** What refuses it; undefined: the range can be cleared. */
  readonly stop: { readonly reason: RemovalStop; readonly vma: Vma } | undefined;
  /** Borders at which VMAs were split before it was refused. */
  readonly splits: readonly PageNumber[];
}

/** vm_ops->may_split: hugetlb refuses borders inside a huge page; vdso and vvar any, since 5.11. mm/vma.c: __split_vma */
export const splitRefused = (vma: Vma, page: PageNumber, before: Before): boolean => {
  if (page <= vma.start || page >= vma.end) return false;
  if (has(vma, VmFlag.unsplittable)) return before.machine.kernel >= kernelVersion(5, 11);
  return has(vma, VmFlag.hugeTlb) && page % hugeUnitsOf(vma, before) !== 0;
};

export const removalOf = once(findRemoval);

function findRemoval(range: PageRange, before: Before): Removal {
  const splits: PageNumber[] = [];
  const stopped = (reason: RemovalStop, vma: Vma): Removal => ({ stop: { reason, vma }, splits });
  // 6.10 and 6.11 looked for seals in the whole range before anything else. mm/mseal.c: can_modify_mm
  if (before.machine.kernel < kernelVersion(6, 12)) {
    for (const vma of before.space.vmasIn(range)) if (has(vma, VmFlag.sealed)) return stopped('sealed', vma);
  }
  for (const vma of before.space.vmasIn(range)) {
    const cutsHead = vma.start < range.start;
    const cutsTail = vma.end > range.end;
    if (cutsHead && cutsTail && before.space.mapCount >= before.machine.maxMapCount)
      return stopped('map-limit', vma);
    if (has(vma, VmFlag.sealed)) return stopped('sealed', vma);
    if (cutsHead) {
      if (splitRefused(vma, range.start, before)) return stopped('indivisible', vma);
      splits.push(range.start);
    }
    if (cutsTail) {
      if (splitRefused(vma, range.end, before)) return stopped('indivisible', vma);
      splits.push(range.end);
    }
  }
  return { stop: undefined, splits };
}

/** Whether one mapping would be cut into two. */
const cutsMiddle = (range: PageRange, before: Before): boolean => {
  const vma = before.space.vmaAt(range.start);
  return vma !== undefined && vma.start < range.start && vma.end > range.end;
};

/** Leaves behind what a refused call had split. Merging does not follow: the halves stay apart. */
export function leaveSplits(removal: Removal, edit: SpaceEdit): void {
  if (removal.stop === undefined) return;
  for (const page of removal.splits) edit.splitAt(page);
}

export const REMOVAL_ERRNO: Readonly<Record<RemovalStop, string>> = {
  'map-limit': 'ENOMEM',
  sealed: 'EPERM',
  indivisible: 'EINVAL',
};

const DEMANDS: Readonly<Record<RemovalStop, string>> = {
  'map-limit': 'no mapping is cut in its middle while the process has as many mappings as it may',
  sealed: 'no mapping in the range to be cleared is sealed',
  indivisible: 'no mapping that cannot be split lies partly in the range to be cleared',
};

/**
 * The three checks for one call that clears a range. `rangeOf` gives the range, or undefined where this call does not
 * get to clear one.
 */
export function removalChecks<Call extends TypedCall>(
  prefix: string,
  rangeOf: (call: Call, before: Before) => PageRange | undefined,
  kernels: Pick<Check<Call>, 'since' | 'until'> = {},
  errnos: Readonly<Record<RemovalStop, string>> = REMOVAL_ERRNO,
): readonly Check<Call>[] {
  const check = (reason: RemovalStop, since?: KernelVersion): Check<Call> => ({
    id: `${prefix}${reason}`,
    errno: errnos[reason],
    ...(since === undefined ? {} : { since }),
    ...kernels,
    sources: [seen('mm/vma.c: vms_gather_munmap_vmas')],
    demand: DEMANDS[reason],
    test: (call, before) => {
      const range = rangeOf(call, before);
      if (range === undefined) return NOT_REACHED;
      const { stop } = removalOf(range, before);
      if (stop === undefined && reason === 'map-limit')
        return cutsMiddle(range, before) ? splitsFit(range, before) : passes();
      if (stop?.reason !== reason) return passes();
      return reason === 'map-limit'
        ? atMapLimit(before, vmaFact('vma', stop.vma))
        : fails(vmaFact('vma', stop.vma));
    },
  });
  return [check('map-limit'), check('sealed', kernelVersion(6, 10)), check('indivisible')];
}

/** Mappings of a program, its loader, stack and vdso: what a log without a snapshot does not show has about half of it. */
const UNSEEN_MAPPINGS = 32;
/** Above the limit by more than a call's own splits: it is not the limit of that machine. */
const REFUTED_BY = 8;

/** Tests the number of mappings. `refuses` says for a number whether the kernel would refuse the call. */
export function withinMapLimit(
  before: Before,
  refuses: (mapCount: number) => boolean,
  ...facts: readonly Fact[]
): Verdict {
  const { mapCount, complete } = before.space;
  if (refuses(mapCount)) return atMapLimit(before, ...facts);
  return !complete && refuses(mapCount + UNSEEN_MAPPINGS)
    ? cannotTell('unknown-memory', ...countFacts(before), ...facts)
    : passes();
}

const countFacts = ({ space, machine }: Before): readonly Fact[] => [
  numberFact('map-count', space.mapCount, 'count'),
  numberFact('max-map-count', machine.maxMapCount, 'count'),
];

/** Too many mappings: proven where vm.max_map_count is known, else resting on the usual number. */
export function atMapLimit(before: Before, ...facts: readonly Fact[]): Verdict {
  const { assumed, maxMapCount } = before.machine;
  const all = [...countFacts(before), ...facts];
  if (!assumed.has('maxMapCount')) return fails(...all);
  all.push(assumptionFact('vm.max_map_count', String(maxMapCount)));
  return before.space.mapCount > maxMapCount + REFUTED_BY
    ? likelyPasses('unknown-machine', ...all)
    : failsIfAssumed(...all);
}

/** For a call whose walk was not refused a split: whether mappings that the log does not show might have been too many. */
export function splitsFit(range: PageRange, before: Before): Verdict {
  const { space, machine } = before;
  const low = space.vmaAt(range.start);
  const high = space.vmaAt(pageNumber(range.end - 1));
  const splits =
    (low !== undefined && low.start < range.start) || (high !== undefined && high.end > range.end);
  if (!splits) return passes();
  return withinMapLimit(before, (count) => count > space.mapCount && count >= machine.maxMapCount);
}
