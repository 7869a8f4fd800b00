/**
 * The anon_vma that a write fault gives to private memory. It decides, much later, whether neighbours merge.
 */
import { copyOfVma, type Mutable } from './copies';
import { has, isAnonymous, Prot, VmFlag, type AnonVma, type Vma } from './vma';
import { cameByFork, joint } from './merging';

const isPrivate = (vma: Vma): boolean => !has(vma, VmFlag.mayShare);
const isWritable = (vma: Vma): boolean => vma.prot === undefined || (vma.prot & Prot.write) !== 0;

/**
 * The VMA as it stands when user code goes on: what it can write to, it may have touched before the next call.
 */
export const settled = (vma: Vma): Vma =>
  vma.anonVma === 'none' && isPrivate(vma) && isWritable(vma) ? withAnonVma(vma, 'unknown') : vma;

export const withAnonVma = (vma: Vma, anonVma: AnonVma, shown = vma.shownAnonVma): Mutable<Vma> => {
  const copy = copyOfVma(vma);
  copy.anonVma = anonVma;
  copy.shownAnonVma = shown;
  return copy;
};

/** What makes the kernel give an anon_vma. */
export type Giver = 'write' | 'guard';

/**
 * The anon_vma of a VMA that is written to: the one it has, else one lent by a neighbour (the higher is asked first),
 * else `fresh`. A VMA that the program may have touched before keeps an identity that no log shows: it may have come from
 * a neighbour, or be shared with a part that was cut off. mm/vma.c: find_mergeable_anon_vma, reusable_anon_vma
 *
 * A write needs the right to write; guard pages give one to whatever anonymous memory they are put into, so that fork copies
 * them. Private memory of a file had one by them up to some 6.18.x. mm/madvise.c: madvise_guard_install; measured on 6.18.44
 */
const anonVmaForWrite = (
  vma: Vma,
  low: Vma | undefined,
  high: Vma | undefined,
  fresh: number,
  by: Giver,
): AnonVma => {
  if (vma.anonVma !== 'none') return vma.anonVma;
  if (!isGivenOne(vma, by)) return by === 'guard' && isPrivate(vma) ? 'unknown' : 'none';
  return lends(high, vma, false) ?? lends(low, vma, true) ?? fresh;
};

const isGivenOne = (vma: Vma, by: Giver): boolean =>
  isPrivate(vma) && (by === 'guard' ? isAnonymous(vma) : isWritable(vma));

/** The same for a program that touched nothing but what the log shows. */
const shownAnonVmaForWrite = (
  vma: Vma,
  low: Vma | undefined,
  high: Vma | undefined,
  fresh: number,
  by: Giver,
): number | undefined => {
  if (!isGivenOne(vma, by) || vma.shownAnonVma !== undefined) return vma.shownAnonVma;
  return lendsShown(high, vma, false) ?? lendsShown(low, vma, true) ?? fresh;
};

const lendsShown = (neighbour: Vma | undefined, vma: Vma, isLow: boolean): number | undefined => {
  const anonVma = neighbour?.shownAnonVma;
  if (neighbour === undefined || anonVma === undefined) return undefined;
  const shown = withAnonVma(neighbour, anonVma);
  shown.forked = cameByFork(anonVma) ? true : undefined;
  return lends(shown, vma, isLow) === undefined ? undefined : anonVma;
};

/**
 * A neighbour lends its anon_vma where only protection keeps the two apart, and no fork has shared it. One that was
 * perhaps touched lends perhaps: 'unknown'. mm/vma.c: anon_vma_compatible
 */
const lends = (neighbour: Vma | undefined, vma: Vma, isLow: boolean): AnonVma | undefined => {
  if (neighbour === undefined || neighbour.anonVma === 'none' || neighbour.forked === true) return undefined;
  const borrower = copyOfVma(vma);
  borrower.prot = neighbour.prot;
  borrower.anonVma = neighbour.anonVma;
  const { merges } = isLow ? joint(neighbour, borrower) : joint(borrower, neighbour);
  return merges ? neighbour.anonVma : undefined;
};

/**
 * The VMA once something made the kernel give it an anon_vma; itself where it has one already. `fresh`: the one that it gets
 * where no neighbour lends its own.
 */
export function touchedBy(
  by: Giver,
  vma: Vma,
  low: Vma | undefined,
  high: Vma | undefined,
  fresh: number,
): Vma {
  const anonVma = anonVmaForWrite(vma, low, high, fresh, by);
  const shown = shownAnonVmaForWrite(vma, low, high, fresh, by);
  return anonVma === vma.anonVma && shown === vma.shownAnonVma ? vma : withAnonVma(vma, anonVma, shown);
}
