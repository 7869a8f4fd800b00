/**
 * What a call asks to have locked, as the kernel counts it against RLIMIT_MEMLOCK. The numbers are those of the check itself,
 * so that the view and the explanation never differ.
 *
 *     locked + asked - credit = total     mlock, mmap, mremap, brk, shmat …
 *     everything that is mapped = total   mlockall(MCL_CURRENT)
 */
import type { AddressSpace } from '../../model/memory/address-space';
import type { MemoryCall } from '../../model/kernel/memory-call';
import type { CheckAnswer, Fact, Judgement } from '../../model/kernel/check';
import { hexOf } from '../../model/why/sizes';
import type { LockDemandBody } from '../protocol/locked';
import { kilobytes } from './vma-row';

/** Undefined where the call locks nothing, or the log does not tell how much. `pageSize`: of the machine, in bytes. */
export function lockDemand(
  judgement: Judgement | undefined,
  call: MemoryCall | undefined,
  space: AddressSpace,
  pageSize: bigint,
): LockDemandBody | undefined {
  for (const answer of judgement?.answers ?? []) {
    const sizes = sizesOf(answer);
    const asked = sizes.get('asked');
    const locked = sizes.get('locked');
    if (asked !== undefined && locked !== undefined) {
      const creditKb = sizes.get('already-locked') ?? 0;
      const totalKb = locked + asked - creditKb;
      return {
        askedKb: asked,
        creditKb,
        totalKb,
        isLeast: space.locked === undefined,
        rounding: call === undefined ? null : (roundingOf(call, space, pageSize) ?? null),
      };
    }
    const mapped = sizes.get('total');
    if (answer.id === 'mlockall.over-limit' && mapped !== undefined)
      return {
        askedKb: mapped,
        creditKb: space.locked === undefined ? 0 : kilobytes(space.locked),
        totalKb: mapped,
        isLeast: !space.complete,
        rounding: { kind: 'all' },
      };
  }
  return undefined;
}

/**
 * From the caller's bytes to pages. A range reaches into every page that it touches, lengths go up to whole pages.
 * mm/mlock.c: do_mlock; mm/mmap.c: do_mmap; mm/mremap.c: do_mremap
 */
function roundingOf(
  call: MemoryCall,
  space: AddressSpace,
  pageSize: bigint,
): LockDemandBody['rounding'] | undefined {
  const up = (bytes: bigint): bigint => (bytes + pageSize - 1n) / pageSize;
  switch (call.call) {
    case 'mlock':
    case 'mlock2': {
      const { addr, length } = call;
      if (addr.value === undefined || length.value === undefined) return undefined;
      const pages = Number(up(addr.value + length.value) - addr.value / pageSize);
      return { kind: 'range', address: `0x${addr.value.toString(16)}`, bytes: String(length.value), pages };
    }
    case 'mmap':
      if (call.length.value === undefined) return undefined;
      return { kind: 'length', bytes: String(call.length.value), pages: Number(up(call.length.value)) };
    case 'mremap': {
      const { oldSize, newSize } = call;
      if (oldSize.value === undefined || newSize.value === undefined) return undefined;
      const pages = Number(up(newSize.value) - up(oldSize.value));
      return { kind: 'growth', from: String(oldSize.value), to: String(newSize.value), pages };
    }
    case 'brk': {
      const to = call.addr.value;
      if (to === undefined || space.brk === undefined) return undefined;
      return { kind: 'break', from: hexOf(space.brk), to: hexOf(to), pages: Number(up(to) - up(space.brk)) };
    }
    default:
      return undefined;
  }
}

/** The sizes among the facts of a check, in kB. */
function sizesOf({ verdict }: CheckAnswer): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const fact of factsOf(verdict)) {
    if (fact.fact !== 'number' || fact.unit === 'count') continue;
    sizes.set(fact.name, fact.unit === 'pages' ? kilobytes(Number(fact.value)) : Number(fact.value / 1024n));
  }
  return sizes;
}

function factsOf(verdict: CheckAnswer['verdict']): readonly Fact[] {
  if (verdict.answer === 'not-reached') return [];
  return [
    ...(verdict.facts ?? []),
    ...(verdict.answer === 'cannot-tell' ? (verdict.because.facts ?? []) : []),
  ];
}
