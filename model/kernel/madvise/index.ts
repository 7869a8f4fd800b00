/**
 * madvise(2): advice on how a range will be used. Some kinds change flags of the VMAs, some their pages only.
 * mm/madvise.c: do_madvise, madvise_walk_vmas
 *
 * A hole does not end the call: all that is mapped gets its advice, and then ENOMEM is answered. A VMA that refuses
 * ends it at once, and wins over an earlier hole. MADV_POPULATE_* walk by themselves and stop at the first hole.
 */
import { endsInSpace, startsOnPage } from '../aligned-range';
import { pageRange, type PageRange } from '../../memory/page';
import { has, VmFlag, type Vma } from '../../memory/vma';
import { MADV } from '../abi/memory-flags';
import type { Before, Check, Verdict } from '../check';
import { segmentsIn } from '../coverage';
import { kernelBits, pageBytes, untagged } from '../layout';
import { capable } from '../limits';
import type { MadviseCall } from '../memory-call';
import { unpopulated } from '../population';
import { atMapLimit, splitRefused, splitsFit } from '../removal';
import { alignedRange, isAligned, pagesOf } from '../rounding';
import type { SyscallRule } from '../syscall-rule';
import {
  argumentFact,
  cannotTell,
  demand,
  fails,
  likelyPasses,
  NOT_REACHED,
  passes,
  rangeFact,
  read,
  seen,
  vmaFact,
  withArguments,
} from '../verdict';
import {
  ADVICE_ERRNO,
  advisedFlags,
  adviceState,
  changesFlags,
  collapses,
  refusedBy,
  type AdviceRefusal,
} from './advice';
import { advisePages } from './pages';

const source = seen('mm/madvise.c: madvise_vma_behavior');
const entry = seen('mm/madvise.c: is_valid_madvise');
const manualPage = read('madvise(2)', 'man-pages 6.20');

const populates = (advice: number): boolean =>
  advice === MADV.POPULATE_READ || advice === MADV.POPULATE_WRITE;

function rangeOf(call: MadviseCall, before: Before): PageRange | undefined {
  const { addr, length, advice } = call;
  if (addr.value === undefined || length.value === undefined || advice.value === undefined) return undefined;
  if (adviceState(advice.value, before.machine.kernel) === 'unknown') return undefined;
  const start = untagged(addr.value, before);
  const range = alignedRange(start, length.value, kernelBits(before), pageBytes(before));
  return !isAligned(start, pageBytes(before)) || range.wraps || range.length === 0n
    ? undefined
    : pagesOf(range);
}

interface AdviceWalk {
  readonly range: PageRange;
  readonly hole: PageRange | undefined;
  readonly unknown: PageRange | undefined;
  /** What perhaps stopped it before. */
  readonly doubt: Verdict | undefined;
  readonly stop:
    { readonly at: PageRange; readonly vma: Vma; readonly reason: AdviceRefusal | 'map-limit' } | undefined;
}

function walk(call: MadviseCall, before: Before): AdviceWalk | undefined {
  const range = rangeOf(call, before);
  if (range === undefined) return undefined;
  const advice = call.advice.value ?? 0;
  let hole: PageRange | undefined;
  let unknown: PageRange | undefined;
  let doubt: Verdict | undefined;
  let maps = before.space.mapCount;
  for (const segment of segmentsIn(before.space, range)) {
    const at = pageRange(segment.start, segment.end);
    if (segment.kind === 'hole') {
      if (segment.state === 'free') hole ??= at;
      else unknown ??= at;
      if (populates(advice)) break;
      continue;
    }
    const { vma } = segment;
    const stopped = (reason: AdviceRefusal | 'map-limit'): AdviceWalk => ({
      range,
      hole,
      unknown,
      doubt,
      stop: { at, vma, reason },
    });
    const refused = refusedBy(vma, advice);
    if (refused !== undefined) return stopped(refused);
    if (advice === MADV.COLLAPSE) {
      const answer = collapses(vma, at);
      if (answer === 'no-huge-page') return stopped(answer);
      if (answer === 'perhaps') doubt ??= cannotTell('no-trace', vmaFact('vma', vma));
    } else if (populates(advice)) {
      const verdict = unpopulated(vma, at, before);
      if (verdict?.answer === 'fails') return stopped('not-populated');
      doubt ??= verdict;
    }
    if (advisedFlags(vma, advice) === vma.flags) continue;
    for (const page of [at.start, at.end]) {
      if (page <= vma.start || page >= vma.end) continue;
      if (splitRefused(vma, page)) return stopped('wrong-kind');
      if (maps >= before.machine.maxMapCount) return stopped('map-limit');
      maps += 1;
    }
  }
  return { range, hole, unknown, doubt, stop: undefined };
}

const refusal = (reason: AdviceRefusal, clause: string): Check<MadviseCall> => ({
  id: `madvise.${reason}`,
  errno: ADVICE_ERRNO[reason],
  sources: [source, manualPage],
  demand: clause,
  test: (call, before) => {
    const walked = walk(call, before);
    if (walked === undefined) return NOT_REACHED;
    return walked.stop?.reason === reason ? fails(vmaFact('vma', walked.stop.vma)) : passes();
  },
});

const checks: readonly Check<MadviseCall>[] = [
  {
    id: 'madvise.unknown-advice',
    errno: 'EINVAL',
    sources: [entry, manualPage],
    demand: 'this kernel knows the advice',
    test: ({ advice }, before) =>
      withArguments([advice], (value) => {
        const fact = argumentFact('advice', advice);
        const state = adviceState(value, before.machine.kernel);
        return state === 'configured'
          ? likelyPasses('unknown-machine', fact)
          : demand(state === 'known', fact);
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
    test: ({ advice }, before) =>
      advice.value === MADV.HWPOISON || advice.value === MADV.SOFT_OFFLINE
        ? capable(before, 'CAP_SYS_ADMIN', argumentFact('advice', advice))
        : NOT_REACHED,
  },
  refusal('sealed', 'no sealed memory without write access is to be discarded'),
  refusal('locked', 'no memory to be discarded or taken away is locked'),
  refusal('wrong-kind', 'each mapping is of a kind that the advice is meant for'),
  refusal('no-huge-page', 'MADV_COLLAPSE is used where a huge page fits, in the mapping and in the range'),
  {
    id: 'madvise.not-collapsed',
    errno: 'EINVAL',
    sources: [read('mm/khugepaged.c: madvise_collapse')],
    demand: 'the pages to be collapsed are there, and nothing else holds them',
    test: (call, before) =>
      call.advice.value === MADV.COLLAPSE ? (walk(call, before)?.doubt ?? passes()) : NOT_REACHED,
  },
  {
    id: 'madvise.not-populated',
    errno: 'EFAULT',
    sources: [seen('mm/madvise.c: madvise_populate'), manualPage],
    demand: 'each page that is to be made present lies before the end of its file, and is no guard page',
    test: (call, before) => {
      const walked = populates(call.advice.value ?? 0) ? walk(call, before) : undefined;
      if (walked === undefined) return NOT_REACHED;
      if (walked.stop?.reason === 'not-populated') return fails(vmaFact('vma', walked.stop.vma));
      return walked.doubt ?? passes();
    },
  },
  refusal('not-writable', 'MADV_REMOVE is used on a shared mapping that may be written'),
  {
    id: 'madvise.map-limit',
    errno: 'EAGAIN',
    sources: [seen('mm/madvise.c: madvise_update_vma')],
    demand: 'the cuts at the ends of the range leave no more mappings than the process may have',
    test: (call, before) => {
      const walked = walk(call, before);
      if (walked === undefined || !changesFlags(call.advice.value ?? 0)) return NOT_REACHED;
      return walked.stop?.reason === 'map-limit' ? atMapLimit(before) : splitsFit(walked.range, before);
    },
  },
  {
    id: 'madvise.unmapped',
    errno: 'ENOMEM',
    sources: [seen('mm/madvise.c: madvise_walk_vmas'), manualPage],
    demand: 'every page of the range is mapped; what is mapped gets the advice all the same',
    test: (call, before) => {
      const walked = walk(call, before);
      if (walked === undefined || walked.stop !== undefined) return NOT_REACHED;
      if (walked.hole !== undefined) return fails(rangeFact('hole', walked.hole, 'free'));
      return walked.unknown === undefined
        ? passes(rangeFact('range', walked.range, 'mapped'))
        : cannotTell('unknown-memory', rangeFact('hole', walked.unknown, 'unknown'));
    },
  },
];

/** Below what stopped it; where that is not known, nothing is. */
function populatedPart({ range, hole, stop, doubt }: AdviceWalk): PageRange {
  if (doubt !== undefined) return pageRange(range.start, range.start);
  return pageRange(range.start, hole?.start ?? stop?.at.start ?? range.start);
}

export const madviseRule: SyscallRule<MadviseCall> = {
  call: 'madvise',
  checks,
  apply(call, observed, before, edit) {
    const walked = walk(call, before);
    const advice = call.advice.value ?? 0;
    if (walked === undefined || observed.kind === 'none') return;
    const { range, stop } = walked;
    let done = range;
    if (observed.kind === 'success') edit.infer(range, {});
    else if (observed.errno !== 'ENOMEM') {
      // The VMA that refused ended the call. One that nobody could foresee: where, is not known.
      if (stop === undefined) return;
      done = pageRange(range.start, stop.at.start);
    }
    if (advice === MADV.POPULATE_WRITE)
      edit.touch(observed.kind === 'success' ? range : populatedPart(walked));
    if (advice === MADV.GUARD_INSTALL) {
      edit.touch(done);
      edit.modify(done, (piece) =>
        has(piece, VmFlag.maybeGuard) ? piece : { ...piece, flags: piece.flags | VmFlag.maybeGuard },
      );
    }
    edit.modify(done, (piece) => {
      const flags = advisedFlags(piece, advice);
      return flags === piece.flags ? piece : { ...piece, flags };
    });
    advisePages(advice, done, observed.kind === 'success', edit);
  },
  successValue: () => 0n,
};
