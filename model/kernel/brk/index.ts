/**
 * brk(2): moves the end of the heap. It has no error: what it answers is the break that holds, so a refusal answers with
 * the old one.
 */
import type { SpaceEdit } from '../../memory/address-space';
import { lengthOf, pageRange, type PageRange } from '../../memory/page';
import { Prot, VmFlag, type Vma } from '../../memory/vma';
import type { Before } from '../check';
import { asAnswered } from '../layout';
import type { BrkCall } from '../mapping-call';
import { futureFlags, mergePagesLater, readImpliesExec, withMergedPages } from '../new-memory';
import { fillNewPages } from '../new-pages';
import { leaveSplits, removalOf } from '../removal';
import type { SyscallRule } from '../syscall-rule';
import { kernelVersion } from '../versions';
import { answeredBreak, breakOf, changeOf, up } from './change';
import { brkChecks } from './checks';

const MAY = VmFlag.mayRead | VmFlag.mayWrite | VmFlag.mayExec;

/** RW, private, counted; locked under MCL_FUTURE. mm/vma.c: do_brk_flags */
function heap(range: PageRange, call: BrkCall, before: Before): Vma {
  const { index } = call.event;
  const future = futureFlags(before);
  return {
    start: range.start,
    end: range.end,
    prot: heapProt(before),
    flags: withMergedPages(before, MAY | VmFlag.account | future),
    backing: { kind: 'anonymous' },
    pgoff: range.start,
    anonVma: 'none',
    shownAnonVma: undefined,
    forked: undefined,
    doubtfulBorders: undefined,
    anonName: undefined,
    extra: undefined,
    origin: {
      mapped: index,
      protected: undefined,
      locked: future === 0 ? undefined : before.space.futureLockSetAt,
      moved: undefined,
    },
    certainty: 'exact',
    proven: undefined,
  };
}

/**
 * The first pages of a heap join nothing: the kernel looks for a VMA to grow only from the heap's start on. Without
 * randomized addresses the program's own zeroed memory ends right there. Measured on 6.18, where the two stay apart.
 * mm/mmap.c: sys_brk (vma_prev_limit; mas_prev in 6.1)
 */
const beginsHeap = (grows: PageRange, before: Before): boolean =>
  before.machine.kernel >= kernelVersion(6, 1) &&
  before.space.startBrk !== undefined &&
  grows.start === up(before.space.startBrk, before);

/** The first break that a fresh program sees is the start of its heap; that of an attached process lies somewhere in it. */
function firstSight(value: bigint, before: Before, edit: SpaceEdit): void {
  const fresh = before.process.execAt !== undefined && before.space.startBrk === undefined;
  edit.setFacts(fresh ? { brk: value, startBrk: value } : { brk: value });
}

export const brkRule: SyscallRule<BrkCall> = {
  call: 'brk',
  checks: brkChecks,
  apply(call, observed, before, edit) {
    if (observed.kind !== 'success') return;
    const value = answeredBreak(observed.value, before);
    if (value === undefined) return;
    const change = changeOf(call, before);
    const from = breakOf(before);
    if (from === undefined || (change === undefined && before.space.brk === undefined)) {
      firstSight(value, before, edit);
      return;
    }
    if (value !== change?.to) {
      if (value !== from) missed(from, value, before, edit);
      else if (change !== undefined && lengthOf(change.shrinks) > 0)
        leaveSplits(removalOf(change.shrinks, before), edit);
      return;
    }
    if (lengthOf(change.grows) > 0) {
      const vma = heap(change.grows, call, before);
      if (beginsHeap(change.grows, before)) edit.map(vma, 'alone');
      else edit.map(vma);
      mergePagesLater(vma, before, edit);
      fillNewPages(vma, change.grows, edit);
    } else if (lengthOf(change.shrinks) > 0) {
      edit.unmap(change.shrinks);
    }
    edit.setFacts({ brk: value });
  },
  /** The break that holds after the call: for a refusal, see the judgement. */
  successValue: (call, before) => {
    const { brk } = before.space;
    if (call.addr.value !== 0n) return call.addr.value;
    return brk === undefined ? undefined : asAnswered(brk, before);
  },
};

/** Of riscv64 the heap is never executable by itself. arch/riscv/include/asm/page.h: VM_DATA_DEFAULT_FLAGS */
const heapProt = (before: Before): Prot =>
  before.machine.architecture === 'riscv64'
    ? Prot.read | Prot.write
    : readImpliesExec(before, Prot.read | Prot.write);

/** The break moved without a line that shows it. */
function missed(from: bigint, to: bigint, before: Before, edit: SpaceEdit): void {
  const [low, high] = [up(from, before), up(to, before)];
  if (high > low) edit.infer(pageRange(low, high), { prot: Prot.read | Prot.write });
  else if (high < low) edit.unmap(pageRange(high, low));
  edit.setFacts({ brk: to });
}
