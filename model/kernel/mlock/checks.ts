/**
 * The checks of mlock, mlock2 and munlock. mm/mlock.c: do_mlock
 */
import { isSecretMemory, lockedPagesWithin, supportsLocking } from '../../memory/locked';
import type { PageRange } from '../../memory/page';
import { has, VmFlag, type Vma } from '../../memory/vma';
import { MLOCK } from '../abi/memory-flags';
import type { Before, Check, Verdict } from '../check';
import { segmentsIn, surestHole } from '../coverage';
import { fitsMemlock, mayLock } from '../limits';
import type { MlockCall } from '../mapping-call';
import { closedByKey } from '../pkey/allocation';
import { unpopulated } from '../population';
import { atMapLimit, splitsFit } from '../removal';
import { pageCount, pagesOf } from '../rounding';
import {
  argumentFact,
  cannotTell,
  demand,
  fails,
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
import { bytesOf, inaccessible, lockStateOf, walk, type LockState } from './walk';

const page = read('mlock(2)', 'man-pages 6.20');

/** Pages that need no room below the limit, for they are counted already: since 4.9. */
const creditFor = (range: PageRange, before: Before): number =>
  before.machine.kernel < kernelVersion(4, 9) ? 0 : lockedPagesWithin(before.space, range);

function overLimit(call: MlockCall, before: Before): Verdict {
  return withArguments([call.addr, call.length], () => {
    const bytes = bytesOf(call, before);
    if (bytes === undefined) return cannotTell('unknown-argument');
    const asked = pageCount(bytes.length);
    const credit = bytes.wraps || asked === 0 ? 0 : creditFor(pagesOf(bytes), before);
    return fitsMemlock(before, asked, credit);
  });
}

const wraps = (prefix: string): Check<MlockCall> => ({
  id: `${prefix}.range-wraps`,
  errno: 'EINVAL',
  sources: [seen('mm/mlock.c: apply_vma_lock_flags')],
  demand: 'the range does not pass the end of the address space',
  test: (call, before) =>
    withArguments([call.addr, call.length], () =>
      demand(
        bytesOf(call, before)?.wraps !== true,
        argumentFact('addr', call.addr),
        argumentFact('length', call.length),
      ),
    ),
});

const unmapped = (prefix: string, done: string): Check<MlockCall> => ({
  id: `${prefix}.unmapped`,
  errno: 'ENOMEM',
  sources: [seen('mm/mlock.c: apply_vma_lock_flags'), page],
  demand: `every page of the range is mapped; what lies below the first hole is ${done} all the same`,
  test: (call, before) => {
    const walked = walk(call, before);
    if (walked === undefined) return NOT_REACHED;
    if (walked.stop?.reason === 'hole') return fails(rangeFact('hole', walked.stop.at, 'free'));
    if (walked.stop?.reason === 'unknown') {
      // Whatever is there, the walk gets no further than to the first page that is surely free.
      const hole = surestHole(segmentsIn(before.space, walked.range));
      return hole?.state === 'free'
        ? fails(rangeFact('hole', hole, 'free'))
        : cannotTell('unknown-memory', rangeFact('hole', walked.stop.at, 'unknown'));
    }
    return passes(rangeFact('range', walked.range, 'mapped'));
  },
});

const mapLimit = (prefix: string): Check<MlockCall> => ({
  id: `${prefix}.map-limit`,
  errno: 'ENOMEM',
  sources: [seen('mm/vma.c: split_vma'), page],
  demand: 'the cuts at the ends of the range leave no more mappings than the process may have',
  test: (call, before) => {
    const walked = walk(call, before);
    if (walked === undefined) return NOT_REACHED;
    const { stop, range } = walked;
    if (stop?.reason !== 'map-limit') return splitsFit(range, before);
    return stop.vma === undefined ? atMapLimit(before) : atMapLimit(before, vmaFact('vma', stop.vma));
  },
});

export const munlockChecks: readonly Check<MlockCall>[] = [
  wraps('munlock'),
  unmapped('munlock', 'unlocked'),
  mapLimit('munlock'),
];

export const mlockChecks: readonly Check<MlockCall>[] = [
  {
    id: 'mlock.not-in-this-kernel',
    errno: 'ENOSYS',
    until: kernelVersion(4, 3),
    sources: [read('mlock2(2)', 'man-pages 6.20')],
    demand: 'the kernel has mlock2: 4.4 and later',
    test: ({ call }) => (call === 'mlock2' ? fails() : NOT_REACHED),
  },
  {
    id: 'mlock.unknown-flags',
    errno: 'EINVAL',
    since: kernelVersion(4, 4),
    sources: [seen('mm/mlock.c: sys_mlock2'), page],
    demand: 'the flags of mlock2 are none or MLOCK_ONFAULT',
    test: (call) =>
      call.call !== 'mlock2'
        ? NOT_REACHED
        : withArguments([call.flags], (flags) =>
            demand(flags <= 0xffff_ffff && (flags & ~MLOCK.ONFAULT) === 0, argumentFact('flags', call.flags)),
          ),
  },
  {
    id: 'mlock.not-permitted',
    errno: 'EPERM',
    sources: [seen('mm/mlock.c: can_do_mlock'), page],
    demand: 'RLIMIT_MEMLOCK is not 0, or the caller has CAP_IPC_LOCK',
    test: (_call, before) => mayLock(before),
  },
  {
    id: 'mlock.over-limit',
    errno: 'ENOMEM',
    sources: [seen('mm/mlock.c: do_mlock'), page],
    demand: 'with what is locked already, the range fits below RLIMIT_MEMLOCK',
    test: overLimit,
  },
  wraps('mlock'),
  unmapped('mlock', 'locked'),
  mapLimit('mlock'),
  {
    id: 'mlock.not-populated',
    errno: 'ENOMEM',
    sources: [
      seen('mm/gup.c: __mm_populate'),
      read('mm/mlock.c: __mlock_posix_error_return'),
      read('arch/x86/include/asm/mmu_context.h: arch_vma_access_permitted'),
    ],
    demand: 'every page can be made present: it allows some access and the file reaches that far',
    test: (call, before) => {
      const walked = walk(call, before);
      if (walked === undefined || walked.stop?.reason === 'hole') return NOT_REACHED;
      const state = lockStateOf(call);
      for (const vma of before.space.vmasIn(walked.range)) {
        const verdict = notPopulated(vma, walked.range, state, before);
        if (verdict !== undefined) return verdict;
      }
      return passes();
    },
  },
  {
    id: 'mlock.out-of-memory',
    errno: 'EAGAIN',
    sources: [read('mm/mlock.c: __mlock_posix_error_return')],
    demand: 'the machine has the memory',
    test: (call, before) =>
      walk(call, before) === undefined || lockStateOf(call) !== 'locked' ? NOT_REACHED : NO_TRACE,
  },
];

/**
 * Undefined: its pages of the range can all be made present, or nobody asks for them. The walk over what was locked fills
 * huge pages and droppable memory as well, which got no lock, and no MLOCK_ONFAULT either; only memory of devices it passes
 * over. Secret memory is locked in full whatever is asked for. mm/gup.c: __mm_populate, populate_vma_page_range; measured on 6.18
 */
function notPopulated(vma: Vma, range: PageRange, state: LockState, before: Before): Verdict | undefined {
  if (isPassedOver(vma)) return undefined;
  if (state === 'onfault' && supportsLocking(vma) && !isSecretMemory(vma)) {
    // Until 5.17 MLOCK_ONFAULT looked at the pages too, if only for those that are there. Measured on 5.10 and 6.1
    const looks = before.machine.kernel < kernelVersion(5, 18);
    return looks && inaccessible(vma) ? fails(vmaFact('vma', vma)) : undefined;
  }
  if (inaccessible(vma) || isSecretMemory(vma)) return fails(vmaFact('vma', vma));
  return closedByKey(vma, before) ?? unpopulated(vma, range, before);
}

/** What has no pages that a fault could fill, or has them all. Huge pages may not grow, but are filled as others. */
const isPassedOver = (vma: Vma): boolean =>
  vma.backing.kind === 'special' ||
  (has(vma, VmFlag.io | VmFlag.pfnMap | VmFlag.dontExpand | VmFlag.mixedMap) && !has(vma, VmFlag.hugeTlb));

/**
 * The VMA at which making pages present failed, or may have. Those below it are populated; and it, too, has an anon_vma by
 * then where it is private and writable. mm/memory.c: do_cow_fault, vmf_anon_prepare; measured on 6.18
 */
export function firstUnpopulated(range: PageRange, before: Before): Vma | undefined {
  for (const vma of before.space.vmasIn(range))
    if (notPopulated(vma, range, 'locked', before) !== undefined) return vma;
  return undefined;
}
