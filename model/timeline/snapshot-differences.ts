/**
 * Where a snapshot and the model contradict each other: page by page what is mapped with which rights, and where one has a
 * border between VMAs that the other has not.
 *
 *     model      | rw-p        | not mapped | r--p          |
 *     snapshot   | rw-p             |        r--p    | rw-p |
 *                               ^^^^ ^^^^^^^           ^^^^   three differences
 */
import type { AddressSpace } from '../memory/address-space';
import { permissionsOf } from '../memory/maps-format';
import { pageNumber, pageRange, type PageRange } from '../memory/page';
import { has, VmFlag, type Vma } from '../memory/vma';
import type { SnapshotDifference } from './timeline';

export type Difference = Omit<SnapshotDifference, 'event'>;

/** More than so many say no more than that the snapshot is of another program. */
const MOST = 1000;

/** `told`: the space that the snapshot makes. Ascending. What the model does not know is no contradiction. */
export function differencesOf(model: AddressSpace, told: AddressSpace): readonly Difference[] {
  const differences: Difference[] = [];
  const cuts = borders(model, told);
  for (let at = 0; at + 1 < cuts.length && differences.length < MOST; at++) {
    const range = pageRange(cuts[at] ?? 0, cuts[at + 1] ?? 0);
    const found = contentDifference(range, model, told) ?? borderDifference(range, model, told);
    if (found === undefined) continue;
    const last = differences.at(-1);
    const goesOn =
      last?.range.end === range.start && last.model === found.model && last.snapshot === found.snapshot;
    if (goesOn)
      differences[differences.length - 1] = { ...last, range: { start: last.range.start, end: range.end } };
    else differences.push(found);
  }
  return differences;
}

/** Every page where either has a border, ascending. */
function borders(model: AddressSpace, told: AddressSpace): number[] {
  const cuts = new Set<number>();
  for (const space of [model, told]) {
    for (const vma of space.vmas()) cuts.add(vma.start).add(vma.end);
    for (const hole of space.holesIn(pageRange(0, space.taskSize))) cuts.add(hole.start).add(hole.end);
  }
  return [...cuts].sort((a, b) => a - b);
}

function contentDifference(
  range: PageRange,
  model: AddressSpace,
  told: AddressSpace,
): Difference | undefined {
  const { start } = range;
  if (model.stateAt(start) === 'unknown' || told.stateAt(start) === 'unknown') return undefined;
  const mine = model.vmaAt(start);
  const theirs = told.vmaAt(start);
  if (mine === undefined && theirs !== undefined && isGrownStack(range, theirs, model)) return undefined;
  if (
    mine !== undefined &&
    (mine.prot === undefined || mine.certainty === 'inferred') &&
    theirs !== undefined
  )
    return undefined;
  const words = [wordsOf(mine, start), wordsOf(theirs, start)] as const;
  return words[0] === words[1] ? undefined : { range, model: words[0], snapshot: words[1] };
}

/** Touching grows the stack, and no log shows it. */
function isGrownStack(range: PageRange, theirs: Vma, model: AddressSpace): boolean {
  const above = model.firstEndingAbove(range.start);
  return (
    has(theirs, VmFlag.growsDown) &&
    above !== undefined &&
    has(above, VmFlag.growsDown) &&
    above.end <= theirs.end
  );
}

/** Paths are not compared: a log has the name that the program gave, a snapshot the kernel's own, and links lie between. */
function wordsOf(vma: Vma | undefined, page: number): string {
  if (vma === undefined) return 'not mapped';
  const { backing } = vma;
  const permissions = permissionsOf(vma);
  switch (backing.kind) {
    case 'file':
      return `${permissions} file, page ${vma.pgoff + (page - vma.start)}`;
    case 'special':
      return `${permissions} ${backing.name}`;
    case 'sysv':
      return `${permissions} shared segment`;
    default:
      return permissions;
  }
}

function borderDifference(range: PageRange, model: AddressSpace, told: AddressSpace): Difference | undefined {
  const { start } = range;
  const mine = model.vmaAt(start);
  const theirs = told.vmaAt(start);
  if (mine === undefined || theirs === undefined || mine.certainty === 'inferred') return undefined;
  const pair = { start: pageNumber(start - 1), end: pageNumber(start + 1) };
  const below = model.vmaAt(pair.start);
  if (below === undefined || told.vmaAt(pair.start) === undefined) return undefined;
  const doubtful = mine.doubtfulBorders;
  if (mine.start < start && theirs.start === start) {
    if (doubtful !== undefined && doubtful.first <= start && start <= doubtful.last) return undefined;
    return { range: pair, model: 'one VMA', snapshot: 'two VMAs' };
  }
  return mine.start === start && theirs.start < start
    ? { range: pair, model: 'two VMAs', snapshot: 'one VMA' }
    : undefined;
}
