/**
 * Where a snapshot and the model cut the same pages into VMAs otherwise, and what no log can show: a stack that has grown.
 *
 *     model      | rw-p              |
 *     snapshot   | rw-p    |    rw-p |
 *                          ^ one VMA, two VMAs
 */
import type { AddressSpace } from '../memory/address-space';
import { isDoubtfulBorder } from '../memory/doubtful-borders';
import { pageNumber, type PageNumber } from '../memory/page';
import type { SnapshotMismatch } from '../memory/snapshot-adoption';
import { has, VmFlag } from '../memory/vma';

/** More than so many say no more than that the snapshot is of another program. */
const MOST = 1000;

/**
 * Borders that only one of the two has, where both have the pages around it. Those that the model itself calls doubtful are
 * no contradiction. `told`: the space that the snapshot makes.
 */
export function borderMismatches(model: AddressSpace, told: AddressSpace): readonly SnapshotMismatch[] {
  const found: SnapshotMismatch[] = [];
  for (const { start } of told.vmas()) {
    if (found.length >= MOST) break;
    const mine = model.vmaAt(start);
    if (mine === undefined || mine.start === start || mine.certainty === 'inferred') continue;
    if (isDoubtfulBorder(mine.doubtfulBorders, start)) continue;
    if (told.vmaAt(below(start)) !== undefined) found.push(mismatch(start, 'one VMA', 'two VMAs'));
  }
  for (const { start, certainty } of model.vmas()) {
    if (found.length >= MOST) break;
    const theirs = told.vmaAt(start);
    const lower = model.vmaAt(below(start));
    const bothKnown = certainty === 'exact' && lower?.certainty === 'exact';
    if (theirs !== undefined && theirs.start < start && bothKnown && alike(model, start))
      found.push(mismatch(start, 'two VMAs', 'one VMA'));
  }
  return found;
}

const below = (page: PageNumber): PageNumber => pageNumber(page - 1);

const mismatch = (border: PageNumber, model: string, snapshot: string): SnapshotMismatch => ({
  range: { start: below(border), end: pageNumber(border + 1) },
  model,
  snapshot,
});

/** VMAs of different rights on both sides are another difference, told as such. */
const alike = (space: AddressSpace, border: PageNumber): boolean =>
  space.vmaAt(border)?.prot === space.vmaAt(below(border))?.prot;

/** Touching grows the stack, and no log shows it: free pages of the model below its stack are no contradiction. */
export function isStackGrowth(
  { range, model }: SnapshotMismatch,
  mine: AddressSpace,
  told: AddressSpace,
): boolean {
  const above = mine.firstEndingAbove(range.start);
  const theirs = told.vmaAt(range.start);
  return (
    model === 'free' &&
    theirs !== undefined &&
    has(theirs, VmFlag.growsDown) &&
    above !== undefined &&
    has(above, VmFlag.growsDown) &&
    above.end <= theirs.end
  );
}
