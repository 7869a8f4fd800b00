/**
 * Whether the cuts that a call makes on its way through a range leave the process with more mappings than it may have. A
 * piece that becomes one with what lies beside it is not cut off: the border moves, and the number of mappings stays.
 *
 *     VMAs       | a | b        |      | a    [   b  )|   c |
 *     wanted     [ c      )                 c
 *     after      | c      | b   |      | a    |   c         |
 *
 * mm/vma.c: vma_modify, split_vma; measured on 6.12
 */
import type { AddressSpace } from '../memory/address-space';
import type { PageNumber, PageRange } from '../memory/page';
import type { Vma } from '../memory/vma';
import type { EventIndex } from '../trace/positions';
import type { Before } from './check';
import { mergingOf } from './merging-of-kernel';
import { splitRefused } from './removal';

export interface RefusedCut {
  readonly reason: 'map-limit' | 'indivisible';
  /** A cut that was made before the second one was refused. */
  readonly split: PageNumber | undefined;
}

/** Asked piece by piece, ascending, of those that the call changes. */
export class MapCount {
  /** With the pieces below changed; followed only where the number comes near the limit. */
  private space: AddressSpace;

  /** `next`: what the call makes of a piece. */
  constructor(
    private readonly before: Before,
    private readonly event: EventIndex,
    private readonly next: (piece: Vma) => Vma,
  ) {
    this.space = before.space;
  }

  /** `vma`: the one that the piece is of. Undefined: nothing refuses. */
  cut(vma: Vma, piece: PageRange): RefusedCut | undefined {
    const { before } = this;
    const borders = [piece.start, piece.end].filter((page) => page > vma.start && page < vma.end);
    const indivisible = borders.findIndex((page) => splitRefused(vma, page, before));
    const mostCuts = 2;
    if (before.space.mapCount + mostCuts > before.machine.maxMapCount) {
      const refused = this.refused(piece, indivisible < 0 ? borders : borders.slice(0, indivisible));
      if (refused !== undefined) return refused;
    }
    return indivisible < 0 ? undefined : { reason: 'indivisible', split: borders[indivisible - 1] };
  }

  private refused(piece: PageRange, borders: readonly PageNumber[]): RefusedCut | undefined {
    const edit = this.space.edit(this.event, mergingOf(this.before.machine.kernel));
    edit.modify(piece, this.next);
    const after = edit.finish().space;
    if (after.mapCount > this.space.mapCount) {
      const room = Math.max(0, this.before.machine.maxMapCount - this.space.mapCount);
      if (room < borders.length) return { reason: 'map-limit', split: borders[room - 1] };
    }
    this.space = after;
    return undefined;
  }
}
