/**
 * A VMA and the neighbours that it touches become as few VMAs as the kernel would keep. The rules for a single border
 * are in merging.ts; this is the case of two borders at once. mm/vma.c (6.12 and later): vma_merge_new_range,
 * vma_merge_existing_range
 */
import type { MergeDoubt } from './address-space';
import { anonVmaJoint, joint, mayVanish, type Joint } from './merging';
import type { Vma } from './vma';
import { joined } from './vma-piece';

/** The neighbours that a VMA may be joined with; undefined: it touches none there, or must not join it. */
export interface Sides {
  readonly low: Vma | undefined;
  readonly high: Vma | undefined;
}

export interface Joined {
  readonly vma: Vma;
  /** The neighbours that became part of it. */
  readonly swallowed: readonly Vma[];
  readonly doubts: readonly MergeDoubt[];
}

const NONE: readonly never[] = [];

export const joinedWithSides = (vma: Vma, { low, high }: Sides): Joined => {
  const left = low && joint(low, vma);
  const right = high && highJoint(vma, high, left?.merges === true ? low : undefined);
  const swallowed: Vma[] = [];
  let result = vma;
  if (low !== undefined && left?.merges === true) {
    swallowed.push(low);
    result = joined(low, result, !left.certain);
  }
  if (high !== undefined && right?.merges === true) {
    swallowed.push(high);
    result = joined(result, high, !right.certain);
  }
  return { vma: result, swallowed, doubts: doubtsOf(vma, left, right) };
};

/**
 *     low  vma  high     low and high may each suit the VMA and not one another: then it joins the lower one.
 *     AAAA ---- BBBB     And high would vanish in low, which a close hook forbids.
 */
const highJoint = (vma: Vma, high: Vma, joinedLow: Vma | undefined): Joint => {
  const right = joint(vma, high);
  if (joinedLow === undefined || !right.merges) return right;
  if (!mayVanish(high)) return { merges: false, certain: true, because: 'special' };
  const outer = anonVmaJoint(joinedLow, high);
  return outer.merges && outer.certain ? right : outer;
};

const doubtsOf = (vma: Vma, left: Joint | undefined, right: Joint | undefined): readonly MergeDoubt[] => {
  if (left?.certain !== false && right?.certain !== false) return NONE;
  const doubts: MergeDoubt[] = [];
  if (left?.certain === false) doubts.push({ border: vma.start, merged: left.merges });
  if (right?.certain === false) doubts.push({ border: vma.end, merged: right.merges });
  return doubts;
};
