/**
 * process_madvise(2): madvise for several ranges, of the caller's memory or of another process's.
 * mm/madvise.c: sys_process_madvise, vector_madvise
 *
 * The ranges are dealt with in order up to the first that fails. What was done before it is the answer, in bytes; only
 * where that is nothing, the error:
 *
 *      [ 8 KiB ok ][ 4 KiB in a hole ][ 4 KiB ok ]     answers 8192; the third is not looked at
 *      [ 4 KiB in a hole ][ 8 KiB ok ]                 answers ENOMEM
 *
 * Of another process only pages can be advised (MADV_COLD and its like): its VMAs stay what they are.
 */
import { MADV } from '../abi/memory-flags';
import type { Before, Check, Verdict } from '../check';
import { importChecks, importedElements, shownElements, type ImportedElement } from '../iovec';
import { capable } from '../limits';
import { madviseRule } from '../madvise';
import type { MadviseCall } from '../mapping-call';
import { asIn, mayLookInto } from '../peer';
import { pidfdChecks, pidfdPeer } from '../pidfd';
import type { Observed } from '../observed';
import type { SyscallRule } from '../syscall-rule';
import {
  argumentFact,
  cannotTell,
  demand,
  fails,
  likelyPasses,
  NOT_REACHED,
  passes,
  read,
  seen,
  withArguments,
} from '../verdict';
import { holdsFor, kernelVersion } from '../versions';
import type { ProcessMadviseCall } from './call';

const source = seen('mm/madvise.c: sys_process_madvise');
const manualPage = read('process_madvise(2)', 'man-pages 6.20');
const SINCE = kernelVersion(5, 10);
/** From here on a process may give itself any advice; before, others and itself the same few. */
const ANY_TO_ITSELF = kernelVersion(6, 13);

/** What may be advised of the memory of others. mm/madvise.c: process_madvise_remote_valid */
function isForOthers(advice: number, { machine }: Before): boolean {
  switch (advice) {
    case MADV.COLD:
    case MADV.PAGEOUT:
      return true;
    case MADV.WILLNEED:
      return machine.kernel >= kernelVersion(5, 15);
    case MADV.COLLAPSE:
      return machine.kernel >= kernelVersion(6, 1);
    default:
      return false;
  }
}

type RangeAdvice = MadviseCall & { readonly bytes: bigint };

/** The madvise that each range stands for. */
const madvises = (call: ProcessMadviseCall, ranges: readonly ImportedElement[]): readonly RangeAdvice[] =>
  ranges.map(({ base, length }) => ({
    call: 'madvise',
    event: call.event,
    addr: { value: base, span: call.vector.span },
    length: { value: length, span: call.vector.span },
    advice: call.advice,
    bytes: length,
  }));

type Outcome = 'done' | 'open' | { readonly errno: string };

function outcomeOf(call: MadviseCall, before: Before): Outcome {
  let open = false;
  for (const check of madviseRule.checks) {
    if (!holdsFor(check, before.machine.kernel)) continue;
    const verdict = check.test(call, before);
    if (verdict.answer === 'fails') return open ? 'open' : { errno: check.errno };
    open ||= verdict.answer === 'cannot-tell' && verdict.expect === undefined;
  }
  return open ? 'open' : 'done';
}

/**
 * A check of madvise: the call fails by it only in the first range that is not empty, or in an empty one before that. What
 * it finds in another process's memory is not told with facts: they would be taken for the caller's.
 */
const ofRange = (check: Check<MadviseCall>): Check<ProcessMadviseCall> => ({
  ...check,
  since: check.since ?? SINCE,
  test: (call, before) => {
    const ranges = importedElements(call);
    if (ranges === undefined) return likelyPasses('unknown-argument');
    const peer = pidfdPeer(call, before);
    const there = asIn(peer, before);
    let verdict: Verdict = NOT_REACHED;
    for (const range of madvises(
      call,
      ranges.some(({ length }) => length > 0n) ? ranges : withoutAny(before),
    )) {
      verdict = check.test(range, there);
      if (verdict.answer === 'fails' || range.bytes > 0n) break;
    }
    return peer.is === 'self' ? verdict : withoutRanges(verdict);
  },
});

/**
 * Newer kernels look at the advice once, before any range: also where there is none, or all are empty. Measured on 7.2, and
 * not so on 6.18.
 */
const withoutAny = ({ machine }: Before): readonly ImportedElement[] =>
  machine.kernel >= kernelVersion(6, 19) ? [{ base: 0n, length: 0n }] : [];

function withoutRanges(verdict: Verdict): Verdict {
  switch (verdict.answer) {
    case 'passes':
      return passes();
    case 'fails':
      return fails(...verdict.facts.filter(({ fact }) => fact !== 'range'));
    case 'cannot-tell':
      return { ...verdict, because: { code: verdict.because.code }, facts: [] };
    case 'not-reached':
      return verdict;
  }
}

/** Tested before the memory of the process is asked for until 6.12, and behind that since. */
const notForOthers = {
  id: 'process-madvise.not-for-others',
  errno: 'EINVAL',
  sources: [seen('mm/madvise.c: process_madvise_remote_valid'), manualPage],
  demand:
    'memory of another process is advised MADV_COLD, MADV_PAGEOUT, MADV_WILLNEED or MADV_COLLAPSE only; before 6.13 one’s own too',
} as const;

/** The checks that run before any range is looked at. */
const entryChecks: readonly Check<ProcessMadviseCall>[] = [
  {
    id: 'process-madvise.not-in-this-kernel',
    errno: 'ENOSYS',
    until: kernelVersion(5, 9),
    sources: [manualPage],
    demand: 'the kernel has the call: 5.10 and later',
    test: () => fails(),
  },
  {
    id: 'process-madvise.unknown-flags',
    errno: 'EINVAL',
    since: SINCE,
    sources: [source, manualPage],
    demand: 'the flags are 0',
    test: ({ flags }) => withArguments([flags], (bits) => demand(bits === 0, argumentFact('flags', flags))),
  },
  ...importChecks<ProcessMadviseCall>({
    prefix: 'process-madvise.',
    words: 'the vector',
    of: (call) => call,
    ranges: 'own',
  }).map((check) => ({ ...check, since: SINCE })),
  ...pidfdChecks<ProcessMadviseCall>('process-madvise.', SINCE),
  {
    ...notForOthers,
    since: SINCE,
    until: kernelVersion(6, 12),
    test: (call, before) =>
      withArguments([call.advice], (advice) =>
        demand(isForOthers(advice, before), argumentFact('advice', call.advice)),
      ),
  },
  {
    id: 'process-madvise.not-permitted',
    errno: 'EACCES',
    since: SINCE,
    sources: [seen('kernel/fork.c: mm_access'), seen('kernel/ptrace.c: __ptrace_may_access'), manualPage],
    demand: "the caller may read the other process's memory, as a debugger may",
    test: (call, before) => mayLookInto(pidfdPeer(call, before), before),
  },
  {
    ...notForOthers,
    since: ANY_TO_ITSELF,
    test: (call, before) =>
      withArguments([call.advice], (advice) => {
        const fact = argumentFact('advice', call.advice);
        if (isForOthers(advice, before)) return passes(fact);
        const peer = pidfdPeer(call, before);
        if (peer.is === 'self') return NOT_REACHED;
        return peer.is === 'unknown' ? cannotTell('unknown-descriptor', fact) : fails(fact);
      }),
  },
  {
    id: 'process-madvise.without-nice',
    errno: 'EPERM',
    since: SINCE,
    sources: [source, manualPage],
    demand: 'for the memory of another process, the caller has CAP_SYS_NICE; before 6.13 for its own too',
    test: (call, before) => {
      const peer = pidfdPeer(call, before);
      if (peer.is === 'self' && before.machine.kernel >= ANY_TO_ITSELF) return NOT_REACHED;
      return capable(before, 'CAP_SYS_NICE');
    },
  },
];

const refusedEarly = (call: ProcessMadviseCall, observed: Observed, before: Before): boolean =>
  observed.kind === 'error' &&
  entryChecks.some(
    (check) =>
      check.errno === observed.errno &&
      holdsFor(check, before.machine.kernel) &&
      check.test(call, before).answer === 'fails',
  );

export const processMadviseRule: SyscallRule<ProcessMadviseCall> = {
  call: 'process_madvise',
  checks: [...entryChecks, ...madviseRule.checks.map(ofRange)],
  apply(call, observed, before, edit) {
    const advice = call.advice.value;
    if (advice === undefined || observed.kind === 'none' || refusedEarly(call, observed, before)) return;
    const peer = pidfdPeer(call, before);
    // Whom the log does not show: advice that nobody takes from others was for itself.
    const itself =
      peer.is === 'self' ||
      (peer.is === 'unknown' && observed.kind === 'success' && !isForOthers(advice, before));
    if (!itself) return;
    let done = observed.kind === 'success' ? observed.value : 0n;
    for (const range of madvises(call, shownElements(call))) {
      const now: Before = { ...before, space: edit.now };
      if (range.bytes <= done) {
        done -= range.bytes;
        madviseRule.apply?.(range, { kind: 'success', value: 0n }, now, edit);
        continue;
      }
      const refused = outcomeOf(range, now);
      const errno =
        observed.kind === 'error' ? observed.errno : typeof refused === 'object' ? refused.errno : undefined;
      if (errno !== undefined && typeof refused === 'object' && refused.errno === errno)
        madviseRule.apply?.(range, { kind: 'error', errno }, now, edit);
      return;
    }
  },
  /** Bytes of the ranges before the first that fails. */
  successValue(call, before) {
    const there = asIn(pidfdPeer(call, before), before);
    const ranges = importedElements(call);
    if (ranges === undefined) return undefined;
    let done = 0n;
    for (const range of madvises(call, ranges)) {
      const outcome = outcomeOf(range, there);
      if (outcome === 'open') return undefined;
      if (outcome !== 'done') break;
      done += range.bytes;
    }
    return done;
  },
};
