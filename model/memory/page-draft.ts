/**
 * The edit of a space's page runs: keeps the runs, and what an event changed of them, together. Costs are those of the
 * runs touched.
 */
import type { EventIndex } from '../trace/positions';
import { pageNumber, pageRange, within, type PageNumber, type PageRange } from './page';
import type { CarriedPages, PageEdit, Presence } from './page-edit';
import {
  isPresent,
  PAGE_KINDS,
  type PageKind,
  type PageMove,
  type PageRun,
  type PageRunsChange,
} from './page-run';
import type { ReadonlyRangeTree, RangeTree } from './range-tree';
import { has, Prot, VmFlag, type Vma } from './vma';

type VmasIn = (range: PageRange) => readonly Vma[];

export class PageDraft implements PageEdit {
  /** Made when there is something to keep: many drafts look and find nothing to do. */
  private gone: Set<PageRun> | undefined;
  private made: Set<PageRun> | undefined;
  private moved: PageMove[] | undefined;
  /** Ours to change; undefined while the runs are those that others see. */
  private own: RangeTree<PageRun> | undefined;

  /** @param vmasIn the VMAs as they are when a method is called. */
  constructor(
    private latest: ReadonlyRangeTree<PageRun>,
    private readonly event: EventIndex,
    private readonly vmasIn: VmasIn,
  ) {}

  /** As changed so far; not to be changed by later steps of the edit. */
  get runs(): ReadonlyRangeTree<PageRun> {
    if (this.own !== undefined) this.latest = this.own;
    this.own = undefined;
    return this.latest;
  }

  /** Undefined where nothing came of it. */
  get change(): PageRunsChange | undefined {
    const removed = ascending(this.gone);
    const added = ascending(this.made);
    return removed.length === 0 && added.length === 0 ? undefined : { removed, added };
  }

  get moves(): readonly PageMove[] | undefined {
    return this.moved;
  }

  present(range: PageRange, how: Presence): void {
    this.eachPiece(range, (vma, piece) => {
      const kind = presentKind(vma, how);
      if (kind !== undefined) this.set(piece, kind, STAYS[kind]);
    });
  }

  emptied(range: PageRange): void {
    this.eachPiece(range, (vma, piece) => {
      // Userfaultfd fills what no access is allowed to as well.
      const isClosed = vma.prot === Prot.none && !has(vma, VmFlag.userfault);
      this.set(piece, isClosed ? 'untouched' : 'released', GUARDS);
    });
  }

  guarded(range: PageRange): void {
    this.eachPiece(range, (_vma, piece) => {
      this.set(piece, 'guard', ONLY_GUARDS);
    });
  }

  maybeGuarded(range: PageRange): void {
    this.eachPiece(range, (_vma, piece) => {
      this.set(piece, 'maybe-guard', ALL_KINDS);
    });
  }

  unguarded(range: PageRange): void {
    for (const run of this.cutRuns(range))
      if (run.kind === 'guard') this.emptiedRun(run);
      else if (run.kind === 'maybe-guard') this.forget(run);
  }

  loosened(range: PageRange): void {
    for (const run of this.cutRuns(range)) if (isPresent(run.kind)) this.set(run, 'open', NOTHING);
  }

  moveOut(from: PageRange): CarriedPages {
    const runs = this.cutRuns(from);
    this.forget(from);
    return { from, runs };
  }

  moveIn({ from, runs }: CarriedPages, to: PageNumber): void {
    const distance = to - from.start;
    (this.moved ??= []).push({ from, to: pageRange(to, from.end + distance) });
    for (const { start, end, kind, event } of runs)
      this.put(runOf(start + distance, end + distance, kind, event));
  }

  /** The pages are mapped no more, or anew. */
  forget(range: PageRange): void {
    for (const run of this.tree.listIn(range)) {
      this.drop(run);
      const { kind, event } = run;
      if (run.start < range.start) this.keep(runOf(run.start, range.start, kind, event));
      if (range.end < run.end) this.keep(runOf(range.end, run.end, kind, event));
    }
  }

  /** PROT_NONE no more: from now on the program may touch what it could not. */
  opened(range: PageRange): void {
    for (const run of this.cutRuns(range)) {
      if (run.kind !== 'untouched') continue;
      this.forget(run);
      this.put(runOf(run.start, run.end, 'released', run.event));
    }
  }

  private get tree(): ReadonlyRangeTree<PageRun> {
    return this.own ?? this.latest;
  }

  private writable(): RangeTree<PageRun> {
    return (this.own ??= this.latest.clone());
  }

  /** Parts of VMAs whose pages are ordinary ones. */
  private eachPiece(range: PageRange, act: (vma: Vma, piece: PageRange) => void): void {
    for (const vma of this.vmasIn(range)) if (hasOrdinaryPages(vma)) act(vma, within(vma, range));
  }

  private emptiedRun(run: PageRun): void {
    this.forget(run);
    this.emptied(run);
  }

  /** Parts of the range whose kind is one of `stays` stay as they are, with the event that made them so. */
  private set(range: PageRange, kind: PageKind, stays: ReadonlySet<PageKind>): void {
    let from: number = range.start;
    for (const run of this.cutRuns(range)) {
      if (!stays.has(run.kind)) continue;
      this.fill(from, run.start, kind);
      from = run.end;
    }
    this.fill(from, range.end, kind);
  }

  private fill(start: number, end: number, kind: PageKind): void {
    if (start >= end) return;
    const run = runOf(start, end, kind, this.event);
    this.forget(run);
    this.put(run);
  }

  private cutRuns(range: PageRange): PageRun[] {
    return cutRunsIn(this.tree, range);
  }

  /** Where nothing is; joins neighbours of its like. */
  private put(run: PageRun): void {
    let { start, end } = run;
    const low = this.tree.at(start - 1);
    const high = this.tree.at(end);
    if (low !== undefined && isLike(low, run)) {
      this.drop(low);
      ({ start } = low);
    }
    if (high !== undefined && isLike(high, run)) {
      this.drop(high);
      ({ end } = high);
    }
    this.keep(runOf(start, end, run.kind, run.event));
  }

  private keep(run: PageRun): void {
    this.writable().insert(run);
    (this.made ??= new Set()).add(run);
  }

  private drop(run: PageRun): void {
    this.writable().remove(run.start);
    if (this.made?.delete(run) !== true) (this.gone ??= new Set()).add(run);
  }
}

/** The runs of a range, cut to it, ascending. */
export function cutRunsIn(runs: ReadonlyRangeTree<PageRun>, range: PageRange): PageRun[] {
  const cut: PageRun[] = [];
  for (const run of runs.in(range))
    if (run.start >= range.start && run.end <= range.end) cut.push(run);
    else {
      const { start, end } = within(run, range);
      cut.push(runOf(start, end, run.kind, run.event));
    }
  return cut;
}

/** One shape for all runs: see copies.ts. */
const runOf = (start: number, end: number, kind: PageKind, event: EventIndex): PageRun => ({
  start: pageNumber(start),
  end: pageNumber(end),
  kind,
  event,
});

const isLike = (a: PageRun, b: PageRun): boolean => a.kind === b.kind && a.event === b.event;

function ascending(runs: ReadonlySet<PageRun> | undefined): readonly PageRun[] {
  if (runs === undefined || runs.size === 0) return NO_RUNS;
  return runs.size === 1 ? [...runs] : [...runs].sort((a, b) => a.start - b.start);
}
const NO_RUNS: readonly never[] = [];

const NOTHING: ReadonlySet<PageKind> = new Set();
const ONLY_GUARDS: ReadonlySet<PageKind> = new Set<PageKind>(['guard']);
const GUARDS: ReadonlySet<PageKind> = new Set<PageKind>(['guard', 'maybe-guard']);
const ALL_KINDS: ReadonlySet<PageKind> = new Set(PAGE_KINDS);
/** What a later proof of presence adds nothing to. A guard page is not made present: the call would have failed. */
const STAYS: Readonly<Record<'own' | 'read' | 'file', ReadonlySet<PageKind>>> = {
  own: new Set<PageKind>(['own', 'guard']),
  read: new Set<PageKind>(['own', 'read', 'guard']),
  file: new Set<PageKind>(['own', 'file', 'guard']),
};

const NOT_ORDINARY =
  VmFlag.io | VmFlag.pfnMap | VmFlag.mixedMap | VmFlag.dontExpand | VmFlag.hugeTlb | VmFlag.droppable;

export const hasOrdinaryPages = (vma: Vma): boolean =>
  (vma.flags & NOT_ORDINARY) === 0 && vma.backing.kind !== 'special';

/** Undefined: no page is proven. */
function presentKind(vma: Vma, how: Presence): 'own' | 'read' | 'file' | undefined {
  const populates = how === 'populated' || how === 'attempted';
  if (populates && vma.prot === Prot.none) return undefined;
  const isOfFile = vma.backing.kind === 'file' || vma.backing.kind === 'unknown';
  // There is no page behind the end of a file, nor of a shared object that mremap made the mapping longer than. A guard
  // page ends the attempt on its VMA, or whoever answers its faults does. Nobody is told.
  const hidden = VmFlag.maybeGuard | VmFlag.userfault;
  if (how === 'attempted' && (vma.backing.kind !== 'anonymous' || has(vma, hidden))) return undefined;
  // Where the processor has protection keys, what is only executed has one that keeps the kernel out as well.
  if (how === 'attempted' && vma.prot === Prot.exec) return undefined;
  if (has(vma, VmFlag.mayShare)) return 'file';
  const isWritten = how === 'written' || (populates && ((vma.prot ?? 0) & Prot.write) !== 0);
  if (isWritten) return vma.backing.kind === 'unknown' ? 'file' : 'own';
  return isOfFile ? 'file' : 'read';
}
