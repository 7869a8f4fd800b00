/**
 * What an event did to page runs, packed: as with VMAs, what goes is named by its first page.
 */
import type { AddressSpace } from '../memory/address-space';
import { partsOf } from '../memory/known-space';
import { pageRange } from '../memory/page';
import { PAGE_KINDS, type PageMove, type PageRun, type PageRunsChange } from '../memory/page-run';
import type { PackedReader, PackedWriter } from './packed-bytes';
import type { Base } from './packed-vma';

export interface UnpackedPages {
  readonly removedAt: readonly number[];
  readonly added: readonly PageRun[];
}

export function packPages({ removed, added }: PageRunsChange, base: Base, out: PackedWriter): void {
  out.number(removed.length);
  for (const run of removed) out.number(run.start - base.page);
  out.number(added.length);
  for (const { start, end, kind, event } of added) {
    out.number(start - base.page);
    out.number((end - start) * PAGE_KINDS.length + PAGE_KINDS.indexOf(kind));
    out.number(base.event - event);
  }
}

export function unpackPages(base: Base, from: PackedReader): UnpackedPages {
  const removedAt: number[] = [];
  for (let n = from.number(); n > 0; n--) removedAt.push(base.page + from.number());
  const added: PageRun[] = [];
  for (let n = from.number(); n > 0; n--) {
    const start = base.page + from.number();
    const packed = from.number();
    const pages = Math.floor(packed / PAGE_KINDS.length);
    const kind = PAGE_KINDS[packed % PAGE_KINDS.length] ?? 'open';
    const event = (base.event - from.number()) as PageRun['event'];
    added.push({ ...pageRange(start, start + pages), kind, event });
  }
  return { removedAt, added };
}

/** `before`: the space that the change was made on. */
export function pagesChangeOf(before: AddressSpace, { removedAt, added }: UnpackedPages): PageRunsChange {
  return { removed: runsStartingAt(before, removedAt), added };
}

export function runsStartingAt(space: AddressSpace, pages: Iterable<number>): PageRun[] {
  const { pages: runs } = partsOf(space);
  const found: PageRun[] = [];
  for (const page of pages) {
    const run = runs.startingAt(page);
    if (run !== undefined) found.push(run);
  }
  return found;
}

export function packMoves(moves: readonly PageMove[], base: Base, out: PackedWriter): void {
  out.number(moves.length);
  for (const { from, to } of moves) {
    out.number(from.start - base.page);
    out.number(from.end - from.start);
    out.number(to.start - base.page);
  }
}

export function unpackMoves(base: Base, from: PackedReader): PageMove[] {
  const moves: PageMove[] = [];
  for (let n = from.number(); n > 0; n--) {
    const start = base.page + from.number();
    const pages = from.number();
    const to = base.page + from.number();
    moves.push({ from: pageRange(start, start + pages), to: pageRange(to, to + pages) });
  }
  return moves;
}
