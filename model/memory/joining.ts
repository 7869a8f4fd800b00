/**
 * A VMA and the neighbours that it touches become as few VMAs as the kernel would keep. The rules for a single border
 * are in merging.ts; this is the case of two borders at once. mm/vma.c: vma_merge_new_range, vma_merge_existing_range;
 * older kernels: mm/mmap.c: vma_merge, mmap_region (see merge-policy.ts)
 */
import type { MergeDoubt } from './address-space';
import type { MergePolicy } from './merge-policy';
import { anonVmaJoint, anonVmaOf, joint, mayVanish, type Joint } from './merging';
import { has, VmFlag, type Vma } from './vma';
import { joined } from './vma-piece';

/** The neighbours that a VMA may be joined with; undefined: it touches none there, or must not join it. */
export interface Sides {
  readonly low: Vma | undefined;
  readonly high: Vma | undefined;
  /** A VMA that is being made, by mmap or a move; false: a piece of one that is being changed. */
  readonly isNew: boolean;
}

export interface Joined {
  readonly vma: Vma;
  /** The neighbours that became part of it. */
  readonly swallowed: readonly Vma[];
  readonly doubts: readonly MergeDoubt[];
}

const NONE: readonly never[] = [];

export const joinedWithSides = (vma: Vma, sides: Sides, policy: MergePolicy): Joined => {
  const { low, high } = sides;
  const [left, right] =
    sides.isNew && policy.newJoinsFirst === 'high'
      ? highFirst(vma, sides, policy)
      : lowFirst(vma, sides, policy);
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

type Pair = readonly [left: Joint | undefined, right: Joint | undefined];

/**
 *     low  vma  high     low and high may each suit the VMA and not one another: then it joins the lower one.
 *     AAAA ---- BBBB     And high would vanish in low, which a close hook forbids.
 */
const lowFirst = (vma: Vma, { low, high }: Sides, policy: MergePolicy): Pair => {
  const left = low && lowJoint(low, vma, policy);
  const right = high && highJoint(vma, high, policy);
  if (low === undefined || high === undefined || left?.merges !== true || right?.merges !== true)
    return [left, right];
  if (!mayVanish(high)) return [left, SPECIAL];
  const outer = anonVmaJoint(low, high);
  return [left, outer.merges && outer.certain ? right : outer];
};

/**
 * The anon_vma of the higher neighbour is then the one that the lower must suit, and an untouched lower one does not.
 * mm/mmap.c: mmap_region (6.1 to 6.11)
 */
const highFirst = (vma: Vma, { low, high }: Sides, policy: MergePolicy): Pair => {
  const right = high && highJoint(vma, high, policy);
  const left = low && lowJoint(low, vma, policy);
  if (low === undefined || high === undefined || left?.merges !== true || right?.merges !== true)
    return [left, right];
  const between = anonVmaJoint(low, high);
  const outer = between.merges ? (touchedBeside(high, low) ?? between) : between;
  return [outer.merges && outer.certain ? left : outer, right];
};

const SPECIAL: Joint = { merges: false, certain: true, because: 'special' };

const lowJoint = (low: Vma, vma: Vma, policy: MergePolicy): Joint => {
  const isAlone = policy.closeHook === 'stays-alone' && (hasCloseHook(low) || hasCloseHook(vma));
  return isAlone ? SPECIAL : taken(joint(low, vma), vma, low, policy);
};

const highJoint = (vma: Vma, high: Vma, policy: MergePolicy): Joint => {
  const isAlone =
    (policy.closeHook !== 'never-vanishes' && hasCloseHook(high)) ||
    (policy.closeHook === 'stays-alone' && hasCloseHook(vma));
  return isAlone ? SPECIAL : taken(joint(vma, high), vma, high, policy);
};

const hasCloseHook = (vma: Vma): boolean => has(vma, VmFlag.closeHook);

/** Up to 6.15 what was touched did not join a neighbour without an anon_vma. mm/mmap.c: is_mergeable_anon_vma */
const taken = (joint: Joint, vma: Vma, neighbour: Vma, policy: MergePolicy): Joint =>
  policy.touchedJoinsUntouched || !joint.merges ? joint : (touchedBeside(vma, neighbour) ?? joint);

/**
 * Apart where one VMA has an anon_vma and the other has none; undefined where that surely is not so. Where it cannot be
 * told, it is as the log shows it.
 */
const touchedBeside = (touched: Vma, untouched: Vma): Joint | undefined => {
  const a = anonVmaOf(touched);
  const b = anonVmaOf(untouched);
  if (a === 'none' || typeof b === 'number') return undefined;
  if (a !== 'unknown' && b === 'none') return { merges: false, certain: true, because: 'anon-vma' };
  return isShownTouched(touched) && !isShownTouched(untouched)
    ? { merges: false, certain: false, because: 'anon-vma' }
    : { merges: true, certain: false, because: undefined };
};

const isShownTouched = (vma: Vma): boolean =>
  typeof vma.anonVma === 'number' || vma.shownAnonVma !== undefined;

const doubtsOf = (vma: Vma, left: Joint | undefined, right: Joint | undefined): readonly MergeDoubt[] => {
  if (left?.certain !== false && right?.certain !== false) return NONE;
  const doubts: MergeDoubt[] = [];
  if (left?.certain === false) doubts.push({ border: vma.start, merged: left.merges });
  if (right?.certain === false) doubts.push({ border: vma.end, merged: right.merges });
  return doubts;
};
