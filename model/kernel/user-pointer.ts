/**
 * An argument that points into the caller's memory: what the line shows of it, and whether the kernel can use it.
 *
 *     {rlim_cur=…}   strace read it: the kernel can as well; where it stands is not shown
 *     NULL           no pointer
 *     0x7ffc811531e0 only the address: of what the kernel was to fill and did not, or of what strace could not read
 */
import type { Span } from '../trace/span';
import type { Argument } from '../trace/value';
import { pageOf, pageRange, type PageRange } from '../memory/page';
import { has, Prot, VmFlag, type Vma } from '../memory/vma';
import type { Before, Fact, Verdict } from './check';
import { segmentsIn, type Segment } from './coverage';
import { wordBits } from './layout';
import { cannotTell, fails, failsIfAssumed, likelyPasses, passes, rangeFact, vmaFact } from './verdict';

export type UserPointer =
  | { readonly shows: 'nothing' }
  | { readonly shows: 'null'; readonly span: Span }
  | { readonly shows: 'contents'; readonly span: Span }
  | { readonly shows: 'address'; readonly address: bigint; readonly span: Span };

export function pointerOf(argument: Argument | undefined): UserPointer {
  if (argument === undefined) return { shows: 'nothing' };
  const { value, span } = argument;
  switch (value.kind) {
    case 'number':
      return value.value === 0n
        ? { shows: 'null', span }
        : { shows: 'address', address: BigInt.asUintN(64, value.value), span };
    case 'struct':
    case 'array':
    case 'string':
      return { shows: 'contents', span };
    default:
      return { shows: 'nothing' };
  }
}

/** Whether the kernel can read `bytes` there. NULL is an address like any other here. arch/x86/lib: copy_from_user */
export function canRead(pointer: UserPointer, bytes: number, before: Before): Verdict {
  return usable(pointer, bytes, before, 'read');
}

/**
 * Whether the kernel can write `bytes` there. What the line shows of it was perhaps written by this very call: that it
 * is shown proves nothing of the state before.
 */
export function canWrite(pointer: UserPointer, bytes: number, before: Before): Verdict {
  if (pointer.shows === 'contents') return likelyPasses('unknown-argument');
  return usable(pointer, bytes, before, 'write');
}

type Access = 'read' | 'write';

function usable(pointer: UserPointer, bytes: number, before: Before, access: Access): Verdict {
  if (pointer.shows === 'nothing') return likelyPasses('unknown-argument');
  if (pointer.shows === 'contents') return passes();
  const address = pointer.shows === 'null' ? 0n : pointer.address;
  const fact: Fact = { fact: 'argument', name: 'pointer', value: address, span: pointer.span };
  const word = wordBits(before.task.architecture);
  const last = BigInt.asUintN(word, address) + BigInt(Math.max(bytes, 1)) - 1n;
  if (last >= 1n << BigInt(word)) return fails(fact);
  const range = pageRange(pageOf(address), pageOf(last) + 1);
  let open: Verdict | undefined;
  for (const segment of segmentsIn(before.space, range)) {
    const verdict = usableSegment(segment, range, before, access, fact);
    if (verdict.answer === 'fails') return verdict;
    if (verdict.answer === 'cannot-tell') open ??= verdict;
  }
  return open ?? passes(fact);
}

function usableSegment(
  segment: Segment,
  range: PageRange,
  before: Before,
  access: Access,
  fact: Fact,
): Verdict {
  if (segment.kind === 'vma') return usableVma(segment.vma, access, fact);
  const hole = rangeFact('hole', segment, segment.state);
  if (segment.state === 'free')
    return growsInto(segment, before) ? cannotTell('unknown-limit', fact, hole) : fails(fact, hole);
  // Only with privilege and on purpose does anything lie there: a structure at NULL never does.
  if (BigInt(range.start) << 12n < before.machine.mmapMinAddr) return failsIfAssumed(fact, hole);
  // The line shows the address because strace could not read the memory, or because it did not look.
  return access === 'read'
    ? cannotTell('unknown-memory', fact, hole)
    : likelyPasses('unknown-memory', fact, hole);
}

/** The kernel's own access below a stack makes it grow, as the program's does. mm/memory.c: lock_mm_and_find_vma */
function growsInto(hole: PageRange, before: Before): boolean {
  const above = before.space.firstEndingAbove(hole.start);
  return above !== undefined && has(above, VmFlag.growsDown);
}

/**
 * x86 can express no page that may be written or run but not be read; protection keys and other architectures can, for
 * pages that may only be run.
 */
function usableVma(vma: Vma, access: Access, fact: Fact): Verdict {
  const { prot } = vma;
  if (prot === undefined) return likelyPasses('unknown-memory', fact, vmaFact('vma', vma));
  const needed = access === 'write' ? Prot.write : Prot.read | Prot.write;
  if ((prot & needed) === 0)
    return prot === Prot.exec && access === 'read'
      ? cannotTell('unknown-machine', fact, vmaFact('vma', vma))
      : fails(fact, vmaFact('vma', vma));
  const isCertain = vma.backing.kind === 'anonymous' && !has(vma, VmFlag.maybeGuard | VmFlag.userfault);
  return isCertain ? passes(fact, vmaFact('vma', vma)) : likelyPasses('no-trace', fact, vmaFact('vma', vma));
}
