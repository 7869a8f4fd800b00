/**
 * What one event did to a VMA, in a word or two, from the VMAs that it removed and added.
 *
 *     removed   |------a------|--b--|            a: split, protected     b: merged
 *     added     |--a1--|-----a2-----|
 *
 * A row stands for a whole VMA, and cutting and joining are told of whole VMAs only. What became of single pages, for sentences
 * and blame, is model/why/change-pieces.ts; what both see alike is `differencesOf`.
 */
import { differencesOf } from '../../model/memory/differences';
import { contains, lengthOf, overlaps, within } from '../../model/memory/page';
import type { PageRange } from '../../model/memory/page';
import type { Vma } from '../../model/memory/vma';
import type { SpaceChange } from '../../model/memory/address-space';
import type { Timeline } from '../../model/timeline/timeline';
import type { EventIndex } from '../../model/trace/positions';
import { mappedOver } from '../../model/why/asked/asked';
import type { VmaRow } from '../protocol/row';

type Changes = VmaRow['changes'];
type Word = Changes[number];

const shared = (a: PageRange, b: PageRange): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

/** What one event did to one space. */
export interface EventChange {
  readonly change: SpaceChange;
  readonly event: EventIndex;
  /**
   * Where the event itself mapped something at a place that it was given, over what was there. A VMA that it made may be longer,
   * for it merged with neighbours.
   */
  readonly mapped: readonly PageRange[];
}

export const eventChange = (timeline: Timeline, event: EventIndex, change: SpaceChange): EventChange => ({
  change,
  event,
  mapped: change.removed.length === 0 ? [] : mappedOver(timeline, event),
});

/** What became of a VMA that the change removed. */
export function changesOfRemoved(vma: Vma, { change, event, mapped }: EventChange): Changes {
  const after = change.added.filter((other) => overlaps(vma, other));
  const words = new Set<Word>();
  const kept = after.reduce((sum, other) => sum + shared(vma, other), 0);
  if (kept < lengthOf(vma)) {
    const moved = change.added.some((other) => other.origin.moved === event && !overlaps(vma, other));
    words.add(moved ? 'moved' : 'unmapped');
    if (kept > 0) words.add(after.length > 1 ? 'split' : 'shrunk');
  } else if (after.length > 1) words.add('split');
  const replaced = new Set(
    after.filter(
      (other) =>
        other.origin.mapped === event &&
        mapped.some((range) => overlaps(range, vma) && overlaps(range, other)),
    ),
  );
  for (const other of after) {
    if (replaced.has(other)) words.add('replaced');
    else differencesOf(vma, other).forEach((word) => words.add(word));
  }
  const isMerged = after.some(
    (other) => !replaced.has(other) && change.removed.some((r) => r !== vma && overlaps(r, other)),
  );
  if (isMerged) words.add('merged');
  else if (after.some((other) => other.start < vma.start || other.end > vma.end)) words.add('grown');
  return orChanged(words);
}

/** How a VMA that the change added came to be. */
export function changesOfAdded(vma: Vma, { change, event, mapped }: EventChange): Changes {
  const before = change.removed.filter((other) => overlaps(vma, other));
  const words = new Set<Word>();
  // New pages that merge with what was there give it their origin; only what they lie over is gone.
  const fresh = vma.origin.mapped === event;
  const stays = before.filter(
    (other) => !fresh || !mapped.some((range) => contains(range, within(other, vma))),
  );
  if (vma.origin.moved === event) words.add('moved');
  else if (stays.length === 0) words.add('mapped');
  for (const other of stays) differencesOf(other, vma).forEach((word) => words.add(word));
  if (stays.length > 1) words.add('merged');
  else if (stays[0] !== undefined) {
    const [other] = stays;
    const pieces = change.added.filter((piece) => overlaps(piece, other)).length;
    if (pieces > 1 && !fresh) words.add('split');
    else if (lengthOf(vma) < lengthOf(other)) words.add('shrunk');
    if (vma.start < other.start || vma.end > other.end) words.add('grown');
  }
  return orChanged(words);
}

const orChanged = (words: ReadonlySet<Word>): Changes => (words.size === 0 ? ['changed'] : [...words]);
