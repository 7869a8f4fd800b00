/**
 * VMAs that no call of the log made, known from calls that could only succeed if the pages were mapped: the stack, ld.so,
 * the executable, whatever stood before the first line.
 */
import type { EventIndex } from '../trace/positions';
import { copyOfVma } from './copies';
import { joint } from './merging';
import type { PageRange } from './page';
import type { Vma } from './vma';
import { joined } from './vma-piece';

/** What a proof says beside 'mapped'. */
export type Knowledge = Partial<Pick<Vma, 'prot' | 'flags' | 'backing'>>;

/** A stretch of pages that the call at an event proved. It may be part of a larger VMA, or of several. */
export const inferredVma = (range: PageRange, known: Knowledge, at: EventIndex): Vma => ({
  start: range.start,
  end: range.end,
  prot: known.prot,
  flags: known.flags ?? 0,
  backing: known.backing ?? { kind: 'unknown' },
  pgoff: range.start,
  anonVma: 'unknown',
  shownAnonVma: undefined,
  forked: undefined,
  doubtfulBorders: undefined,
  anonName: undefined,
  extra: undefined,
  origin: { mapped: undefined, protected: undefined, locked: undefined, moved: undefined },
  certainty: 'inferred',
  proven: at,
});

/** Neighbours of which the same is known are shown as one. `low`, `high`: what touches it. */
export function joinedInferred(
  vma: Vma,
  low: Vma | undefined,
  high: Vma | undefined,
): { readonly vma: Vma; readonly swallowed: readonly Vma[] } {
  const swallowed: Vma[] = [];
  let result = vma;
  if (low?.certainty === 'inferred' && joint(low, result).merges) {
    swallowed.push(low);
    result = joined(low, result, false);
  }
  if (high?.certainty === 'inferred' && joint(result, high).merges) {
    swallowed.push(high);
    result = joined(result, high, false);
  }
  return { vma: result, swallowed };
}

/** The VMA with what a further proof adds; itself where that is nothing, or where it is known exactly. */
export const informed = (vma: Vma, known: Knowledge): Vma => {
  if (vma.certainty === 'exact') return vma;
  const prot = vma.prot ?? known.prot;
  const flags = vma.flags | (known.flags ?? 0);
  const backing = vma.backing.kind === 'unknown' ? (known.backing ?? vma.backing) : vma.backing;
  const isNews = prot !== vma.prot || flags !== vma.flags || backing !== vma.backing;
  if (!isNews) return vma;
  const better = copyOfVma(vma);
  better.prot = prot;
  better.flags = flags;
  better.backing = backing;
  return better;
};
