/**
 * The checks of madvise. mm/madvise.c: do_madvise
 */
import { pageRange } from '../../memory/page';
import { endsInSpace, startsOnPage } from '../aligned-range';
import { MADV } from '../abi/memory-flags';
import type { Before, Check, KernelVersion, Verdict } from '../check';
import { capable } from '../limits';
import type { MadviseCall } from '../mapping-call';
import { atMapLimit, splitsFit } from '../removal';
import {
  argumentFact,
  cannotTell,
  demand,
  eventFact,
  fails,
  failsIfAssumed,
  likelyPasses,
  NO_TRACE,
  NOT_REACHED,
  passes,
  rangeFact,
  read,
  seen,
  vmaFact,
  withArguments,
} from '../verdict';
import { kernelVersion } from '../versions';
import { isUsual } from '../shown-configuration';
import { adviceState, changesFlags, poisons, populates } from './advice';
import { ADVICE_ERRNO, maybeLocked, type AdviceRefusal } from './refusals';
import { walk, type AdviceWalk } from './walk';

const source = seen('mm/madvise.c: madvise_vma_behavior');
const entry = seen('mm/madvise.c: is_valid_madvise');
const manualPage = read('madvise(2)', 'man-pages 6.20');

const onWalk =
  (test: (walked: AdviceWalk, advice: number, before: Before) => Verdict): Check<MadviseCall>['test'] =>
  (call, before) => {
    const walked = walk(call, before);
    return walked === undefined ? NOT_REACHED : test(walked, call.advice.value ?? 0, before);
  };

const refusal = (reason: AdviceRefusal, clause: string, since?: KernelVersion): Check<MadviseCall> => ({
  id: `madvise.${reason}`,
  errno: ADVICE_ERRNO[reason],
  ...(since === undefined ? {} : { since }),
  sources: [source, manualPage],
  demand: clause,
  test: onWalk(({ stop }) => (stop?.reason === reason ? fails(vmaFact('vma', stop.vma)) : passes())),
});

/** Answered otherwise from release to release. */
const mapLimit = (
  errno: string,
  kernels: Pick<Check<MadviseCall>, 'since' | 'until'>,
): Check<MadviseCall> => ({
  id: 'madvise.map-limit',
  errno,
  ...kernels,
  sources: [seen('mm/madvise.c: madvise_update_vma'), read('mm/madvise.c: madvise_behavior', '4.14')],
  demand: 'the cuts at the ends of the range leave no more mappings than the process may have',
  test: onWalk(({ range, stop }, advice, before) => {
    if (!changesFlags(advice)) return NOT_REACHED;
    return stop?.reason === 'map-limit'
      ? atMapLimit(before, vmaFact('vma', stop.vma))
      : splitsFit(range, before);
  }),
});

export const madviseChecks: readonly Check<MadviseCall>[] = [
  {
    id: 'madvise.unknown-advice',
    errno: 'EINVAL',
    sources: [entry, manualPage],
    demand: 'this kernel knows the advice',
    test: ({ advice, event }, { machine }) =>
      withArguments([advice], (value) => {
        const fact = argumentFact('advice', advice);
        const state = adviceState(value, machine.kernel);
        if (state !== 'configured') return demand(state === 'known', fact);
        const shown = machine.shownConfiguration?.before(value, event.index);
        if (shown === undefined)
          return isUsual(value) ? likelyPasses('unknown-machine', fact) : cannotTell('unknown-machine', fact);
        const facts = [fact, eventFact('shown-by', shown.at)];
        return shown.isThere ? passes(...facts) : failsIfAssumed(...facts);
      }),
  },
  {
    id: 'madvise.address-misaligned',
    errno: 'EINVAL',
    sources: [entry, manualPage],
    demand: 'the address is a multiple of the page size',
    test: startsOnPage,
  },
  {
    id: 'madvise.range-wraps',
    errno: 'EINVAL',
    sources: [entry],
    demand: 'the range does not pass the end of the address space',
    test: endsInSpace,
  },
  {
    id: 'madvise.poison-not-permitted',
    errno: 'EPERM',
    sources: [read('mm/madvise.c: madvise_inject_error')],
    demand: 'MADV_HWPOISON and MADV_SOFT_OFFLINE need CAP_SYS_ADMIN',
    test: ({ advice, length }, before) =>
      poisons(advice.value ?? -1) && length.value !== 0n
        ? capable(before, 'CAP_SYS_ADMIN', argumentFact('advice', advice))
        : NOT_REACHED,
  },
  {
    id: 'madvise.not-populated',
    errno: 'EFAULT',
    sources: [seen('mm/gup.c: faultin_page_range'), manualPage],
    demand: 'each page can be made present: no guard page, and none behind the end of the file',
    test: onWalk((walked, advice) => {
      if (!populates(advice) && !poisons(advice)) return NOT_REACHED;
      const { hole, unknown, doubt, stop } = walked;
      if (stop?.reason === 'not-populated') return fails(vmaFact('vma', stop.vma));
      // Pages to be poisoned are taken hold of as an access would: a hole is a bad address there, not missing memory.
      if (poisons(advice) && hole !== undefined) return fails(rangeFact('hole', hole, 'free'));
      if (poisons(advice) && unknown !== undefined)
        return cannotTell('unknown-memory', rangeFact('hole', unknown, 'unknown'));
      return doubt ?? passes();
    }),
  },
  refusal('sealed', 'no sealed memory without write access is to be discarded', kernelVersion(6, 10)),
  {
    ...refusal('locked', 'no memory to be discarded or taken away is locked'),
    test: onWalk(({ range, stop }, advice, before) => {
      if (stop?.reason === 'locked') return fails(vmaFact('vma', stop.vma));
      const end = stop?.at.start ?? range.end;
      const open = maybeLocked(pageRange(range.start, end), advice, before);
      return open === undefined ? passes() : cannotTell('unknown-limit', vmaFact('vma', open));
    }),
  },
  refusal('wrong-kind', 'each mapping is of a kind that the advice is meant for'),
  refusal('huge-page-cut', 'what is discarded of huge pages begins on the border of one'),
  refusal('not-writable', 'MADV_REMOVE is used on a shared mapping that may be written'),
  refusal('file-too-large', 'what MADV_REMOVE takes out ends below the largest offset that a file can have'),
  refusal('file-sealed', 'MADV_REMOVE takes nothing out of a file that is sealed against writing'),
  refusal('no-access', 'the mapping allows the access that MADV_POPULATE_READ or MADV_POPULATE_WRITE makes'),
  refusal('no-huge-page', 'MADV_COLLAPSE is used where a huge page fits, in the mapping and in the range'),
  {
    id: 'madvise.not-collapsed',
    errno: 'EINVAL',
    since: kernelVersion(6, 1),
    sources: [read('mm/khugepaged.c: madvise_collapse'), manualPage],
    demand: 'the pages that are to become a huge one are present, and nobody else holds them',
    test: onWalk(({ doubt }, advice) => (advice === MADV.COLLAPSE ? (doubt ?? passes()) : NOT_REACHED)),
  },
  {
    id: 'madvise.no-hole-punching',
    errno: 'EOPNOTSUPP',
    sources: [read('mm/madvise.c: madvise_remove'), manualPage],
    demand: 'the filesystem can take pages out of the middle of a file',
    test: onWalk(({ range }, advice, before) => {
      if (advice !== MADV.REMOVE) return NOT_REACHED;
      const files = [...before.space.vmasIn(range)].filter(({ backing }) => backing.kind === 'file');
      return files.length === 0 ? passes() : NO_TRACE;
    }),
  },
  {
    id: 'madvise.nothing-to-read',
    errno: 'EBADF',
    until: kernelVersion(3, 8),
    sources: [read('mm/madvise.c: madvise_willneed', '3.1'), manualPage],
    demand: 'MADV_WILLNEED is given for a mapping of a file',
    test: onWalk(({ range }, advice, before) => {
      if (advice !== MADV.WILLNEED) return NOT_REACHED;
      const bare = [...before.space.vmasIn(range)].find(({ backing }) => backing.kind === 'anonymous');
      return bare === undefined ? passes() : fails(vmaFact('vma', bare));
    }),
  },
  {
    id: 'madvise.nothing-to-read',
    errno: 'EBADF',
    since: kernelVersion(3, 9),
    sources: [read('mm/madvise.c: madvise_willneed')],
    demand: 'MADV_WILLNEED is given for a mapping of a file, or the kernel can swap',
    test: onWalk((_walked, advice) => (advice === MADV.WILLNEED ? NO_TRACE : NOT_REACHED)),
  },
  mapLimit('EAGAIN', { until: kernelVersion(4, 11) }),
  mapLimit('ENOMEM', { since: kernelVersion(4, 12), until: kernelVersion(5, 16) }),
  mapLimit('EAGAIN', { since: kernelVersion(5, 17) }),
  {
    id: 'madvise.unmapped',
    errno: 'ENOMEM',
    sources: [seen('mm/madvise.c: madvise_walk_vmas'), manualPage],
    demand: 'every page of the range is mapped; what is mapped gets the advice all the same',
    test: onWalk(({ range, hole, unknown, stop }, advice) => {
      if (stop !== undefined || poisons(advice)) return NOT_REACHED;
      if (hole !== undefined) return fails(rangeFact('hole', hole, 'free'));
      return unknown === undefined
        ? passes(rangeFact('range', range, 'mapped'))
        : cannotTell('unknown-memory', rangeFact('hole', unknown, 'unknown'));
    }),
  },
  {
    id: 'madvise.kernel-memory',
    errno: 'EAGAIN',
    sources: [read('mm/madvise.c: madvise_behavior')],
    demand: 'the kernel has memory for what the advice makes',
    test: onWalk(() => NO_TRACE),
  },
];
