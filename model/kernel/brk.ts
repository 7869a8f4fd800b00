/**
 * brk(2): moves the end of the heap. It has no error: what it answers is the break that holds, so a refusal answers with
 * the old one. mm/mmap.c: sys_brk, mm/vma.c: do_brk_flags
 *
 *     start_brk                       brk      up(brk)
 *     | [heap]                         |  rest  |  >= one free page  | next VMA
 */
import type { SpaceEdit } from '../memory/address-space';
import { pageNumber, pageRange, type PageRange } from '../memory/page';
import { has, Prot, VmFlag, type Vma } from '../memory/vma';
import type { Before, Check, Verdict } from './check';
import { fitsCommit } from './commit';
import { firstVmaIn } from './coverage';
import { fitsAddressSpace, fitsData, fitsMemlock, limitOf } from './limits';
import { futureFlags, readImpliesExec } from './new-memory';
import type { BrkCall } from './memory-call';
import { atMapLimit, leaveSplits, removalChecks, removalOf } from './removal';
import type { SyscallRule } from './syscall-rule';
import {
  argumentFact,
  cannotTell,
  demand,
  fails,
  likelyPasses,
  NOT_REACHED,
  numberFact,
  passes,
  read,
  seen,
  vmaFact,
} from './verdict';
import { kernelVersion } from './versions';

const OLD_BREAK = 'old-break';
const source = seen('mm/mmap.c: sys_brk');
const up = (bytes: bigint): number => Number((bytes + 4095n) >> 12n);
/** Pages kept free below a VMA that grows down: the boot option stack_guard_gap's default. */
const STACK_GUARD_PAGES = 256;

interface Change {
  readonly from: bigint;
  readonly to: bigint;
  /** Pages to be added or removed; empty where only the number changes. */
  readonly grows: PageRange;
  readonly shrinks: PageRange;
}

/** Undefined where the log does not show the break, and for brk(0), which only asks. */
function changeOf(call: BrkCall, before: Before): Change | undefined {
  const to = call.addr.value;
  const from = before.space.brk;
  if (to === undefined || to === 0n || from === undefined) return undefined;
  const [low, high] = [up(from), up(to)];
  return {
    from,
    to,
    grows: pageRange(Math.min(low, high), high),
    shrinks: pageRange(Math.min(low, high), low),
  };
}

const onChange =
  (test: (change: Change, before: Before, call: BrkCall) => Verdict): Check<BrkCall>['test'] =>
  (call, before) => {
    if (call.addr.value === undefined) return cannotTell('unknown-argument');
    const change = changeOf(call, before);
    return change === undefined ? NOT_REACHED : test(change, before, call);
  };

const whenGrowing = (test: (pages: PageRange, before: Before) => Verdict): Check<BrkCall>['test'] =>
  onChange(({ grows }, before) => (grows.start < grows.end ? test(grows, before) : NOT_REACHED));

const pagesIn = (range: PageRange): number => range.end - range.start;
const shrinkRange = (call: BrkCall, before: Before): PageRange | undefined => {
  const change = changeOf(call, before);
  return change === undefined || pagesIn(change.shrinks) === 0 ? undefined : change.shrinks;
};

const checks: readonly Check<BrkCall>[] = [
  {
    id: 'brk.unknown-break',
    errno: OLD_BREAK,
    sources: [source],
    demand: 'the break is known: the log shows an earlier brk of this process',
    test: ({ addr }, before) =>
      addr.value === 0n || before.space.brk !== undefined ? passes() : likelyPasses('unknown-layout'),
  },
  {
    id: 'brk.below-start',
    errno: OLD_BREAK,
    sources: [source],
    demand: 'the new break is not below the start of the heap',
    test: onChange(({ to }, before, call) => {
      const start = before.space.startBrk;
      if (start === undefined) return likelyPasses('unknown-layout', argumentFact('addr', call.addr));
      return demand(to >= start, argumentFact('addr', call.addr), numberFact('start-brk', start, 'bytes'));
    }),
  },
  {
    id: 'brk.over-data-limit',
    errno: OLD_BREAK,
    sources: [seen('include/linux/mm.h: check_data_rlimit')],
    demand: 'heap and data segment fit below RLIMIT_DATA, also where the heap shrinks',
    test: onChange(({ to }, before) => {
      const limit = limitOf(before, 'DATA');
      const start = before.space.startBrk;
      if (limit === undefined || start === undefined || to < start) return likelyPasses('unknown-limit');
      if (limit.soft === 'infinity') return passes();
      const facts = [
        numberFact('asked', to - start, 'bytes'),
        numberFact('limit', limit.soft, 'bytes', limit.at),
      ];
      if (to - start > limit.soft) return fails(...facts);
      // The data segment counts too, and no line shows it; it seldom passes a megabyte.
      return to - start + 0x10_0000n <= limit.soft
        ? likelyPasses('unknown-layout', ...facts)
        : cannotTell('unknown-layout', ...facts);
    }),
  },
  {
    id: 'brk.shrink-nothing-mapped',
    errno: OLD_BREAK,
    since: kernelVersion(6, 1),
    sources: [source],
    demand: 'something is mapped in the part that a shrinking heap gives back',
    test: (call, before) => {
      const range = shrinkRange(call, before);
      if (range === undefined) return NOT_REACHED;
      const vma = firstVmaIn(before.space, range);
      if (vma !== undefined) return passes(vmaFact('vma', vma));
      const unknown = before.space.holesIn(range).some((hole) => hole.state === 'unknown');
      return unknown
        ? likelyPasses('unknown-memory')
        : fails({ fact: 'range', name: 'hole', range, state: 'free' });
    },
  },
  ...removalChecks<BrkCall>(
    'brk.shrink-',
    shrinkRange,
    {},
    {
      'map-limit': OLD_BREAK,
      sealed: OLD_BREAK,
      indivisible: OLD_BREAK,
    },
  ),
  {
    id: 'brk.beyond-task-size',
    errno: OLD_BREAK,
    sources: [seen('mm/vma.c: check_brk_limits')],
    demand: 'the heap ends within the addresses that user space can have',
    test: whenGrowing((grows, before) =>
      demand(
        grows.end <= before.space.taskSize,
        numberFact('task-size', BigInt(before.space.taskSize) << 12n, 'bytes'),
      ),
    ),
  },
  {
    id: 'brk.over-lock-limit',
    errno: OLD_BREAK,
    sources: [seen('mm/vma.c: check_brk_limits')],
    demand: 'under mlockall(MCL_FUTURE), what the heap grows by fits below RLIMIT_MEMLOCK',
    test: whenGrowing((grows, before) =>
      futureFlags(before) === 0 ? NOT_REACHED : fitsMemlock(before, pagesIn(grows)),
    ),
  },
  {
    id: 'brk.next-mapping-too-close',
    errno: OLD_BREAK,
    sources: [source],
    demand: 'a free page stays between the heap and the next mapping; below a stack, its guard gap',
    test: whenGrowing((grows, before) => {
      const next = before.space.firstEndingAbove(grows.start);
      const distance = before.machine.kernel >= kernelVersion(4, 12) ? 1 : 0;
      if (next !== undefined) {
        const guard = has(next, VmFlag.growsDown) ? STACK_GUARD_PAGES : 0;
        if (grows.end + distance > next.start - guard) return fails(vmaFact('next', next));
      }
      const room = pageRange(grows.start, Math.min(grows.end + distance, before.space.taskSize));
      const unknown = before.space.holesIn(room).some((hole) => hole.state === 'unknown');
      return unknown ? likelyPasses('unknown-memory') : passes();
    }),
  },
  {
    id: 'brk.over-address-space-limit',
    errno: OLD_BREAK,
    sources: [seen('mm/vma.c: do_brk_flags')],
    demand: 'the growth fits below RLIMIT_AS',
    test: whenGrowing((grows, before) => fitsAddressSpace(before, pagesIn(grows))),
  },
  {
    id: 'brk.over-private-data-limit',
    errno: OLD_BREAK,
    since: kernelVersion(4, 7),
    sources: [read('mm/mmap.c: may_expand_vm')],
    demand: 'with all other private writable memory, the growth fits below RLIMIT_DATA',
    test: whenGrowing((grows, before) => fitsData(before, pagesIn(grows))),
  },
  {
    id: 'brk.map-limit',
    errno: OLD_BREAK,
    sources: [seen('mm/vma.c: do_brk_flags')],
    demand: 'the process has no more mappings than it may have, even if the heap only becomes longer',
    test: whenGrowing((_grows, before) =>
      before.space.mapCount > before.machine.maxMapCount ? atMapLimit(before) : passes(),
    ),
  },
  {
    id: 'brk.over-commit-limit',
    errno: OLD_BREAK,
    sources: [read('mm/util.c: __vm_enough_memory')],
    demand: 'the machine lends the memory that the heap grows by',
    test: whenGrowing((grows, before) => fitsCommit(before, pagesIn(grows))),
  },
];

/** RW, private, counted; locked under MCL_FUTURE. mm/vma.c: do_brk_flags */
function heap(range: PageRange, call: BrkCall, before: Before): Vma {
  const { index } = call.event;
  const future = futureFlags(before);
  return {
    ...range,
    prot: readImpliesExec(before, Prot.read | Prot.write),
    flags: VmFlag.mayRead | VmFlag.mayWrite | VmFlag.mayExec | VmFlag.account | future,
    backing: { kind: 'anonymous' },
    pgoff: range.start,
    anonVma: 'none',
    origin: {
      mapped: index,
      protected: undefined,
      locked: future === 0 ? undefined : before.space.futureLockSetAt,
      moved: undefined,
    },
    certainty: 'exact',
  };
}

/** The first break that a fresh program sees is the start of its heap; that of an attached process lies somewhere in it. */
function firstSight(value: bigint, before: Before, edit: SpaceEdit): void {
  const fresh = before.process.execAt !== undefined && before.space.startBrk === undefined;
  edit.setFacts(fresh ? { brk: value, startBrk: value } : { brk: value });
}

export const brkRule: SyscallRule<BrkCall> = {
  call: 'brk',
  checks,
  apply(call, observed, before, edit) {
    if (observed.kind !== 'success') return;
    const { value } = observed;
    const change = changeOf(call, before);
    if (before.space.brk === undefined) {
      firstSight(value, before, edit);
      return;
    }
    if (value !== change?.to) {
      if (value !== before.space.brk) missed(before.space.brk, value, edit);
      else if (change !== undefined && pagesIn(change.shrinks) > 0)
        leaveSplits(removalOf(change.shrinks, before), edit);
      return;
    }
    if (pagesIn(change.grows) > 0) {
      const vma = heap(change.grows, call, before);
      edit.map(vma);
      if (has(vma, VmFlag.locked) && !has(vma, VmFlag.lockOnFault)) edit.touch(change.grows);
    } else if (pagesIn(change.shrinks) > 0) {
      edit.unmap(change.shrinks);
    }
    edit.setFacts({ brk: value });
  },
  /** The break that holds after the call: for a refusal, see the judgement. */
  successValue: (call, before) => (call.addr.value === 0n ? before.space.brk : call.addr.value),
};

/** The break moved without a line that shows it. */
function missed(from: bigint, to: bigint, edit: SpaceEdit): void {
  if (up(to) > up(from)) edit.infer(pageRange(up(from), up(to)), { prot: Prot.read | Prot.write });
  else if (up(to) < up(from)) edit.unmap(pageRange(pageNumber(up(to)), up(from)));
  edit.setFacts({ brk: to });
}
