/**
 * A snapshot that stands later in the log: compared with the model, then believed. What the model knows beyond the
 * snapshot (which call mapped it, which open file description) stays where the two agree.
 */
import type { EventIndex } from '../trace/positions';
import type { AddressSpace, SpaceChange } from './address-space';
import { partsOf } from './known-space';
import { lockedPagesIn } from './locked';
import { permissionsOf, shownOffset } from './maps-format';
import type { MapsSnapshot } from './maps-snapshot';
import { nameOf } from './names';
import { lengthOf, overlaps, pageNumber, pageRange, type PageRange } from './page';
import { RangeSet } from './range-set';
import { applyChange } from './space-change';
import { emptySpace } from './space-birth';
import { showsLocks } from './snapshot-space';
import { objectNumbers, vmaOfSnapshot } from './snapshot-vma';
import { has, VmFlag, type Vma } from './vma';
import { pieceOf } from './vma-piece';
import { PageDraft } from './page-draft';
import type { PageRunsChange } from './page-run';

/** Pages of which the model believed something else. Texts as in maps: `rw-p [heap]`, `free`. */
export interface SnapshotMismatch {
  readonly range: PageRange;
  readonly model: string;
  readonly snapshot: string;
}

export interface AdoptedSnapshot {
  readonly space: AddressSpace;
  /** From the model's space to the snapshot's; as invertible as an event's. */
  readonly change: SpaceChange;
  /** Ascending. What was unknown to the model is no mismatch. */
  readonly mismatches: readonly SnapshotMismatch[];
}

export const adoptSnapshot = (
  model: AddressSpace,
  snapshot: Pick<MapsSnapshot, 'vmas' | 'unknown'>,
): AdoptedSnapshot => {
  const numberOf = objectNumbers();
  const hasFlags = showsLocks(snapshot.vmas);
  const shown = snapshot.vmas.map((line) => vmaOfSnapshot(line, numberOf));
  const mismatches: SnapshotMismatch[] = [];
  const vmas: Vma[] = [];
  let from = 0;
  const passGap = (end: number): void => {
    const gap = pageRange(from, end);
    mismatches.push(...mappedOnlyInModel(model, gap, snapshot.unknown));
    for (const range of snapshot.unknown) vmas.push(...piecesWithin(model, gap, range));
  };
  for (const vma of shown) {
    passGap(vma.start);
    mismatches.push(...mismatchesIn(model, vma, hasFlags));
    vmas.push(withModelsKnowledge(vma, model, hasFlags));
    from = vma.end;
  }
  passGap(Math.max(from, model.taskSize));
  const change: SpaceChange = {
    ...changeTo(model, vmas, snapshot.unknown, hasFlags),
    pages: changeOfRuns(model, vmas, mismatches),
  };
  return { space: applyChange(model, change), change, mismatches };
};

const changeTo = (
  model: AddressSpace,
  vmas: readonly Vma[],
  unknown: readonly PageRange[],
  hasFlags: boolean,
): SpaceChange => {
  const parts = partsOf(model);
  const facts = parts.facts;
  const target = partsOf(
    emptySpace({
      id: model.id,
      taskSize: model.taskSize,
      unknown: 'none',
      unknownPages: unknown,
      past: 'attach',
      vmas,
    }),
  );
  const before = new Set(model.vmas());
  const after = new Set(vmas);
  return {
    space: model.id,
    removed: [...before].filter((vma) => !after.has(vma)),
    added: vmas.filter((vma) => !before.has(vma)),
    factsBefore: facts,
    factsAfter: {
      ...target.facts,
      // Of what no VMA accounts for, these tell nothing.
      locked: hasFlags && !facts.surplusUnsure ? lockedPagesIn(vmas) : facts.locked,
      likelyLocked: hasFlags && !facts.surplusUnsure ? undefined : facts.likelyLocked,
      surplusUnsure: facts.surplusUnsure,
      startBrk: facts.startBrk,
      brk: facts.brk,
      futureLock: facts.futureLock,
      futureLockSetAt: facts.futureLockSetAt,
      mmapBase: facts.mmapBase,
    },
    unknownBefore: [...parts.unknown.ranges()],
    unknownAfter: [...target.unknown.ranges()],
  };
};

/**
 * Where the snapshot proves the model wrong, what was proven of the pages there rests on an error too. And it shows guards that
 * no line of the log tells of: somewhere in the VMA.
 */
const changeOfRuns = (
  model: AddressSpace,
  vmas: readonly Vma[],
  mismatches: readonly SnapshotMismatch[],
): PageRunsChange | undefined => {
  const guarded = vmas.filter((vma) => has(vma, VmFlag.maybeGuard));
  const runs = new PageDraft(partsOf(model).pages, NO_EVENT, (range) =>
    guarded.filter((vma) => overlaps(vma, range)),
  );
  for (const { range } of mismatches) runs.forget(range);
  for (const vma of guarded) {
    let open = RangeSet.of([vma]);
    for (const known of model.vmasIn(vma)) if (has(known, VmFlag.maybeGuard)) open = open.without(known);
    for (const range of open.ranges()) runs.maybeGuarded(range);
  }
  return runs.change;
};

/** Nothing is shown that would rest on it. */
const NO_EVENT = 0 as EventIndex;

const cut = (vma: Vma, range: PageRange): Vma =>
  pieceOf(vma, pageNumber(Math.max(vma.start, range.start)), pageNumber(Math.min(vma.end, range.end)));

/** What the model has where the snapshot itself knows nothing. */
const piecesWithin = (model: AddressSpace, gap: PageRange, unknown: PageRange): Vma[] => {
  const range = cutRange(gap, unknown);
  return range === undefined ? [] : [...model.vmasIn(range)].map((vma) => cut(vma, range));
};

const cutRange = (a: PageRange, b: PageRange): PageRange | undefined => {
  const start = Math.max(a.start, b.start);
  const end = Math.min(a.end, b.end);
  return start < end ? pageRange(start, end) : undefined;
};

const mappedOnlyInModel = (
  model: AddressSpace,
  gap: PageRange,
  unknown: readonly PageRange[],
): SnapshotMismatch[] => {
  let rest = RangeSet.of([gap]);
  for (const range of unknown) rest = rest.without(range);
  return [...rest.ranges()].flatMap((range) =>
    [...model.vmasIn(range)].map((vma) => {
      const { start, end } = cut(vma, range);
      return { range: { start, end }, model: textOf(vma, model, false), snapshot: 'free' };
    }),
  );
};

const mismatchesIn = (model: AddressSpace, shown: Vma, hasFlags: boolean): SnapshotMismatch[] => {
  const snapshot = textOf(shown, model, hasFlags);
  const found: SnapshotMismatch[] = [];
  for (const hole of model.holesIn(shown)) {
    if (hole.state === 'free')
      found.push({ range: pageRange(hole.start, hole.end), model: 'free', snapshot });
  }
  for (const vma of model.vmasIn(shown)) {
    const piece = cut(vma, shown);
    if (!agrees(piece, shown, hasFlags)) {
      const range = pageRange(piece.start, piece.end);
      found.push({ range, model: textOf(vma, model, hasFlags), snapshot });
    }
  }
  return found.sort((a, b) => a.range.start - b.range.start);
};

/**
 * Paths are not compared: a log shows them as opened, maps without symbolic links. Where the model knows less, it does
 * not disagree.
 */
const agrees = (piece: Vma, shown: Vma, hasFlags: boolean): boolean => {
  if (piece.prot !== undefined && piece.prot !== shown.prot) return false;
  if (hasFlags && piece.certainty === 'exact' && has(piece, VmFlag.locked) !== has(shown, VmFlag.locked)) {
    return false;
  }
  if (piece.backing.kind === 'unknown' || shown.backing.kind === 'unknown') return true;
  if (piece.backing.kind !== shown.backing.kind) return false;
  if (has(piece, VmFlag.mayShare) !== has(shown, VmFlag.mayShare)) return false;
  const distance = BigInt(piece.start - shown.start) << 12n;
  const isPlaced = shown.backing.kind !== 'anonymous' && shown.backing.kind !== 'special';
  return !isPlaced || shownOffset(piece) === shownOffset(shown) + distance;
};

/** The model's own VMA where nothing is news. */
const withModelsKnowledge = (shown: Vma, model: AddressSpace, hasFlags: boolean): Vma => {
  const known = model.vmaAt(shown.start);
  if (known?.certainty !== 'exact' || !agrees(cut(known, shown), cut(shown, known), hasFlags)) return shown;
  const merged: Vma = {
    ...shown,
    flags: hasFlags ? shown.flags : known.flags,
    backing:
      known.backing.kind === 'file' && shown.backing.kind === 'file'
        ? { ...shown.backing, description: known.backing.description }
        : known.backing,
    pgoff: known.pgoff + (shown.start - known.start),
    anonVma: known.anonVma,
    forked: known.forked,
    origin: known.origin,
  };
  const sameRange = known.start === shown.start && lengthOf(known) === lengthOf(shown);
  const sameFile = known.backing.kind !== 'file' || known.backing.inode !== undefined;
  return sameRange && sameFile && merged.flags === known.flags && merged.extra === known.extra
    ? known
    : merged;
};

const textOf = (vma: Vma, space: AddressSpace, hasFlags: boolean): string => {
  const name = nameOf(vma, space);
  const locked = hasFlags && has(vma, VmFlag.locked) ? ' locked' : '';
  return permissionsOf(vma) + (name === undefined ? '' : ` ${name}`) + locked;
};
