/**
 * The address spaces of a checkpoint as bytes: twenty a VMA, outside of the collector's heap, where objects take ten times
 * as much. Unpacking takes about a microsecond a VMA, so only small worlds are kept this way; a large one shares most of
 * its VMAs with its neighbours and is kept as it is.
 */
import type { EventIndex } from '../trace/positions';
import type { AddressSpace, SpaceId } from '../memory/address-space';
import { KnownSpace, partsOf } from '../memory/known-space';
import type { SpaceParts } from '../memory/space-parts';
import { RangeTree } from '../memory/range-tree';
import type { Vma } from '../memory/vma';
import type { WorldState } from '../process/world-state';
import { PackedReader, PackedWriter } from './packed-bytes';
import { PackedTexts } from './packed-texts';
import { packVma, unpackVma } from './packed-vma';

interface PackedSpace {
  readonly parts: Omit<SpaceParts, 'vmas'>;
  readonly event: EventIndex;
  readonly count: number;
  readonly bytes: Uint8Array;
}

/** A world whose spaces are bytes; all else is shared with its neighbours as it is. */
export interface PackedWorld {
  readonly rest: WorldState;
  readonly spaces: readonly PackedSpace[];
}

export class SpacePacker {
  private readonly texts = new PackedTexts();
  private readonly writer = new PackedWriter();
  /** What was packed last of each space: one that has not changed since is not packed again. */
  private last = new Map<SpaceId, { readonly space: AddressSpace; readonly packed: PackedSpace }>();

  /** @param event not before any event that the world names. @returns the world and the bytes that are new. */
  pack(world: WorldState, event: EventIndex): { readonly packed: PackedWorld; readonly bytes: number } {
    const rest = world.copy();
    const last: typeof this.last = new Map();
    let bytes = 0;
    for (const space of world.spaces()) {
      const known = this.last.get(space.id);
      const packed = known?.space === space ? known.packed : this.packSpace(space, event);
      if (known?.space !== space) bytes += packed.bytes.length;
      last.set(space.id, { space, packed });
      rest.apply({ of: 'space-gone', id: space.id });
    }
    this.last = last;
    return { packed: { rest, spaces: [...last.values()].map(({ packed }) => packed) }, bytes };
  }

  unpack({ rest, spaces }: PackedWorld): WorldState {
    const world = rest.copy();
    for (const packed of spaces) world.setSpace(this.unpackSpace(packed));
    return world;
  }

  private packSpace(space: AddressSpace, event: EventIndex): PackedSpace {
    const { vmas, ...parts } = partsOf(space);
    this.writer.reset();
    // Pages count from the end of the VMA before: fewer bytes than whole page numbers.
    let page = 0;
    for (const { items } of vmas.parts())
      for (const vma of items) {
        packVma(vma, { page, event }, this.writer, this.texts);
        page = vma.end;
      }
    return { parts, event, count: vmas.size, bytes: this.writer.bytes.slice() };
  }

  private unpackSpace({ parts, event, count, bytes }: PackedSpace): AddressSpace {
    const vmas = RangeTree.empty<Vma>();
    const reader = new PackedReader(bytes, 0);
    let page = 0;
    for (let n = 0; n < count; n++) {
      const vma = unpackVma({ page, event }, reader, this.texts);
      vmas.insert(vma);
      page = vma.end;
    }
    return new KnownSpace({ ...parts, vmas });
  }
}
