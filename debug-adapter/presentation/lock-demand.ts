/**
 * What a call asks to have locked, as the kernel counts it against RLIMIT_MEMLOCK. The numbers are those of the check itself,
 * so that the view and the explanation never differ.
 *
 *     locked + asked - credit = total     mlock, mmap, mremap, brk, shmat …
 *     everything that is mapped = total   mlockall(MCL_CURRENT)
 */
import type { AddressSpace } from '../../model/memory/address-space';
import type { CheckAnswer, Fact, Judgement } from '../../model/kernel/check';
import type { LockDemandBody } from '../protocol';
import { kilobytes } from './vma-row';

/** Undefined where the call locks nothing, or the log does not tell how much. */
export function lockDemand(
  judgement: Judgement | undefined,
  space: AddressSpace,
): LockDemandBody | undefined {
  for (const answer of judgement?.answers ?? []) {
    const sizes = sizesOf(answer);
    const asked = sizes.get('asked');
    const locked = sizes.get('locked');
    if (asked !== undefined && locked !== undefined) {
      const creditKb = sizes.get('already-locked') ?? 0;
      const totalKb = locked + asked - creditKb;
      return { askedKb: asked, creditKb, totalKb, isLeast: space.locked === undefined };
    }
    const mapped = sizes.get('total');
    if (answer.id === 'mlockall.over-limit' && mapped !== undefined)
      return {
        askedKb: mapped,
        creditKb: space.locked === undefined ? 0 : kilobytes(space.locked),
        totalKb: mapped,
        isLeast: !space.complete,
      };
  }
  return undefined;
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
