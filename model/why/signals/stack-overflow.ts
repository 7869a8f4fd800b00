/**
 * A stack that is used up. The first thread's grows down by faults until RLIMIT_STACK, or until the guard gap above the
 * next mapping; every other thread's is a mapping of its own, with a guard in front that no access is allowed to:
 *
 *     mmap(PROT_NONE)   |ggggssssssssssssssss|
 *     mprotect(rw)           |ssssssssssssssss|      clone3({stack=, stack_size=})
 *     the fault           ^
 *
 * mm/vma.c: acct_stack_growth; nptl/allocatestack.c of glibc
 */
import type { EventIndex } from '../../trace/positions';
import { addressOf, pageOf, pageRange } from '../../memory/page';
import { isInStackArea } from '../../memory/names';
import { has, Prot, VmFlag, type Vma } from '../../memory/vma';
import { argument, member, numberOf } from '../../process/call-values';
import type { Limits } from '../../process/limits';
import { say } from '../message';
import { bytesInWords, hexOf } from '../sizes';
import { lineOf } from '../subject';
import type { Fault, SignalAccount } from './account';
import { highestStackPointer } from './stack-pointers';

/** How far below its end a function may reach with one large frame, past the guard. */
const FRAME = 1n << 20n;
/** RLIMIT_STACK of most systems. include/uapi/linux/resource.h: _STK_LIM */
const USUAL_LIMIT = 8n << 20n;
/** The room below the lowest of the tops that are drawn that is kept free for it to grow. arch/x86/mm/mmap.c: MIN_GAP */
const LEAST_GAP = 128n << 20n;

export function stackOverflow(fault: Fault): SignalAccount | undefined {
  return ofThread(fault) ?? ofFirstThread(fault);
}

/** The stack that the faulting thread was given by its clone. */
function stackOfThread({ subject, signal }: Fault) {
  const { timeline, event } = subject;
  const created = timeline.worldAt(event).task(signal.task)?.created;
  if (created === undefined || created.how === 'fork' || created.how === 'vfork') return undefined;
  const call = timeline.recording.decode(created.at);
  if (call.kind !== 'call') return undefined;
  const block = argument(call, 0);
  const stack = numberOf(member(block, 'stack')?.value);
  const size = numberOf(member(block, 'stack_size')?.value);
  if (stack !== undefined && size !== undefined) return { low: stack, high: stack + size, at: created.at };
  const named = call.args.find(({ name }) => name === 'child_stack' || name === 'stack')?.value;
  const high = numberOf(named);
  return high === undefined || high === 0n ? undefined : { low: undefined, high, at: created.at };
}

function ofThread(fault: Fault): SignalAccount | undefined {
  const { subject, space, address } = fault;
  const stack = stackOfThread(fault);
  if (stack === undefined) return undefined;
  const vma = space.vmaAt(pageOf(stack.high - 1n));
  if (vma?.prot === undefined || (vma.prot & Prot.write) === 0) return undefined;
  // clone() says only where the stack begins: its lowest page is the VMA's then.
  const low = stack.low === undefined || addressOf(vma.start) > stack.low ? addressOf(vma.start) : stack.low;
  const below = space.vmaAt(pageOf(address));
  // What else lies below without access merges with the guard.
  const isGuard = below?.prot === Prot.none && below.end === vma.start;
  if (address >= low || low - address > FRAME) return undefined;
  if (!isGuard && below !== undefined) return undefined;
  const values = {
    address: hexOf(address),
    low: hexOf(low),
    size: bytesInWords(stack.high - low),
    thread: lineOf(subject, stack.at),
  };
  return {
    id: 'signal.thread-stack-overflow',
    text: say(isGuard ? 'signal.thread-stack-guard' : 'signal.thread-stack-end', values),
    certainty: isGuard ? 'proven' : 'likely',
    evidence: [...madeBy(below), ...madeBy(vma), stack.at]
      .filter((event, i, all) => all.indexOf(event) === i)
      .sort((a, b) => a - b),
  };
}

const madeBy = (vma: Vma | undefined): readonly EventIndex[] =>
  vma === undefined ? [] : [vma.origin.mapped, vma.origin.protected].filter((event) => event !== undefined);

function ofFirstThread(fault: Fault): SignalAccount | undefined {
  const { subject, space, address, code } = fault;
  if (code === 'SEGV_ACCERR' || space.vmaAt(pageOf(address)) !== undefined) return undefined;
  const { timeline, event } = subject;
  const task = timeline.worldAt(event).task(fault.signal.task);
  const limits = task === undefined ? undefined : timeline.worldAt(event).process(task.process)?.limits;
  const known = shownStack(fault);
  const met = known === undefined ? undefined : metMapping(fault);
  if (met !== undefined) return met;
  const limit = limitIn(limits);
  const values = { address: hexOf(address), limit: bytesInWords(limit.bytes) };
  const evidence = limit.at === undefined ? [] : [limit.at];
  const text =
    limit.at === undefined
      ? say('signal.stack-overflow', values)
      : say('signal.stack-overflow-limit', { ...values, line: lineOf(subject, limit.at) });
  if (known !== undefined) {
    const { end, low, at } = known;
    if (address >= low || end - address > limit.bytes + FRAME) return undefined;
    // A pointer into the stack is not its end: what the program started with lies above.
    if (end - address < limit.bytes - slackOf(limit.bytes)) return undefined;
    const lines = at === undefined ? evidence : [...evidence, at].sort((a, b) => a - b);
    return { id: 'signal.stack-overflow', text, certainty: 'proven', evidence: lines };
  }
  if (!isWhereStacksAre(fault)) return undefined;
  // Its top is not shown, but cannot be higher than where user space ends: so near to that no limit is reached.
  if (addressOf(space.taskSize) - address < limit.bytes) return undefined;
  // A pointer to nowhere may well lead there.
  return { id: 'signal.stack-overflow', text, certainty: 'likely', evidence };
}

/** How much a program has on its stack above what a pointer in a call shows: arguments, environment, frames. */
const slackOf = (limit: bigint): bigint => (limit / 2n < FRAME / 4n ? limit / 2n : FRAME / 4n);

/** The stack keeps 256 pages away from the mapping below it. Admin guide: stack_guard_gap; mm/vma.c: expand_downwards */
const GUARD_GAP = 256;

function metMapping({ subject, space, address }: Fault): SignalAccount | undefined {
  const above = space.firstEndingAbove(pageOf(address));
  const isGrowing = above !== undefined && has(above, VmFlag.growsDown);
  const page = pageOf(address);
  const below = space.lastStartingBelow(page);
  if (below === undefined || below.end > page || page - below.end >= GUARD_GAP) return undefined;
  const mapped = below.origin.mapped;
  if (mapped === undefined || below.prot === Prot.none || has(below, VmFlag.growsDown)) return undefined;
  return {
    id: 'signal.stack-meets-mapping',
    text: say('signal.stack-meets-mapping', {
      address: hexOf(address),
      end: hexOf(addressOf(below.end)),
      line: lineOf(subject, mapped),
    }),
    certainty: isGrowing ? 'proven' : 'likely',
    evidence: [mapped],
  };
}

/** The stack, where a snapshot, a buffer that a call used, or a pointer in a call shows it. */
function shownStack(fault: Fault): { end: bigint; low: bigint; at?: EventIndex } | undefined {
  const { space } = fault;
  const above = space.firstEndingAbove(pageOf(fault.address));
  if (above !== undefined && isStack(fault, above))
    return { end: addressOf(above.end), low: addressOf(above.start) };
  if (!isWhereStacksAre(fault)) return undefined;
  if (above?.certainty === 'inferred' && above.proven !== undefined)
    return { end: addressOf(above.end), low: addressOf(above.start), at: above.proven };
  const seen = highestStackPointer(fault, FRAME + USUAL_LIMIT * 4n);
  return seen === undefined ? undefined : { end: seen.pointer, low: seen.pointer, at: seen.at };
}

const isStack = ({ space }: Fault, vma: Vma): boolean =>
  has(vma, VmFlag.growsDown) ||
  (space.startStack !== undefined && vma.start <= space.startStack && space.startStack < vma.end);

/** In the part of the space where nothing but the stack can lie, and where no line of the log ever put anything. */
function isWhereStacksAre({ subject, space, address }: Fault): boolean {
  const page = pageOf(address);
  if (!isInStackArea(pageRange(page, page + 1 + Number(LEAST_GAP >> 12n)), space.taskSize)) return false;
  if (subject.timeline.lastTouching(space.id, pageRange(page, page + 1), subject.event) !== undefined)
    return false;
  // Memory that a call mapped lies below the base of mappings: what is below it is no stack.
  for (let above = space.firstEndingAbove(page); above !== undefined;) {
    if (above.origin.mapped !== undefined) return false;
    above = space.firstEndingAbove(above.end);
  }
  return true;
}

function limitIn(limits: Limits | undefined): { bytes: bigint; at?: EventIndex } {
  const known = limits?.get('STACK');
  if (known === undefined) return { bytes: USUAL_LIMIT };
  return { bytes: known.soft === 'infinity' ? 1n << 40n : known.soft, at: known.at };
}
