/**
 * The steps of an event, packed. Steps on memory and descriptors are many and become bytes; tasks, processes and spaces told
 * from outside are few and are kept as they are, by number.
 */
import type { EventIndex } from '../trace/positions';
import type { AddressSpace, SpaceId } from '../memory/address-space';
import { pageNumber, type PageRange } from '../memory/page';
import type { DescriptorTableId } from '../process/descriptors';
import type { Update } from '../process/update';
import type { Process, Task } from '../process/world';
import type { WorldState } from '../process/world-state';
import type { PackedReader, PackedWriter } from './packed-bytes';
import { packFile, unpackFile } from './packed-file';
import { packSpaceChange, spaceChangeOf, spansRange, unpackSpaceChange } from './packed-space-change';
import { packHead, readSpaces, readSteps } from './packed-head';
import { PackedTexts } from './packed-texts';
import { packEvent, unpackEvent } from './packed-vma';
import type { SpaceFolds } from './space-folds';

/** Stored: append only. */
const TAGS = [
  'task',
  'process',
  'space',
  'new-space',
  'forked-space',
  'told-space',
  'space-gone',
  'new-descriptors',
  'descriptor',
  'descriptors-closed',
  'descriptors-gone',
  'segment',
] as const satisfies readonly Update['of'][];
const TAG_NUMBER: ReadonlyMap<Update['of'], number> = new Map(TAGS.map((tag, number) => [tag, number]));

/** Steps that read or replace a whole space: what is folded must have reached it. */
const SPACES_WHOLE: ReadonlySet<Update['of']> = new Set([
  'new-space',
  'forked-space',
  'told-space',
  'space-gone',
]);

export class PackedUpdates {
  private readonly texts = new PackedTexts();
  private readonly tasks: Task[] = [];
  private readonly processes: Process[] = [];
  private readonly spaces: AddressSpace[] = [];

  pack(updates: readonly Update[], event: EventIndex, out: PackedWriter): void {
    packHead(updates, out);
    for (const update of updates) {
      out.number(TAG_NUMBER.get(update.of) ?? 0);
      this.packOne(update, event, out);
    }
  }

  /** The spaces whose pages a record may have changed. */
  spacesOf(from: PackedReader): readonly SpaceId[] {
    const steps = from.number();
    if (steps > 1) return readSpaces(from);
    return steps === 1 && TAGS[from.number()] === 'space' ? [from.number() as SpaceId] : [];
  }

  /**
   * Whether a record, which `spacesOf` has of some space, may have changed pages of a range there: by the first page and the number
   * of pages of its change, without unpacking. A record with more steps than one may.
   */
  mayTouch(from: PackedReader, range: PageRange): boolean {
    if (from.number() > 1) return true;
    // The step's kind, and its space.
    from.number();
    from.number();
    return spansRange(from, range);
  }

  /** Takes the steps in `world`, which must be the one before them. @returns the steps. */
  replay(from: PackedReader, event: EventIndex, world: WorldState): Update[] {
    const updates: Update[] = [];
    for (let n = readSteps(from); n > 0; n--) {
      const tag = TAGS[from.number()];
      const update = tag === undefined ? undefined : this.unpackOne(tag, from, event, world);
      if (update === undefined) break;
      world.apply(update);
      updates.push(update);
    }
    return updates;
  }

  /** The same without telling the steps: changes of spaces are folded, and reach `world` when `folds` are finished. */
  pass(from: PackedReader, event: EventIndex, world: WorldState, folds: SpaceFolds): void {
    for (let n = readSteps(from); n > 0; n--) {
      const tag = TAGS[from.number()];
      if (tag === undefined) return;
      if (tag === 'space') {
        const fold = folds.of(from.number() as SpaceId, world);
        if (fold === undefined) return;
        fold.take(unpackSpaceChange(fold.facts, event, from, this.texts));
        continue;
      }
      if (SPACES_WHOLE.has(tag)) folds.finish(world);
      const update = this.unpackOne(tag, from, event, world);
      if (update === undefined) return;
      world.apply(update);
    }
  }

  private packOne(update: Update, event: EventIndex, out: PackedWriter): void {
    switch (update.of) {
      case 'task':
        out.number(this.tasks.push(update.task) - 1);
        break;
      case 'process':
        out.number(this.processes.push(update.process) - 1);
        break;
      case 'told-space':
        out.number(this.spaces.push(update.space) - 1);
        break;
      case 'space':
        out.number(update.change.space);
        packSpaceChange(update.change, event, out, this.texts);
        break;
      case 'new-space':
        out.number(update.id);
        out.number(update.taskSize);
        out.number(update.past === 'none' ? 0 : 1);
        break;
      case 'forked-space':
        out.number(update.id);
        out.number(update.from);
        packEvent(update.at, { page: 0, event }, out);
        break;
      case 'space-gone':
      case 'descriptors-gone':
        out.number(update.id);
        break;
      case 'new-descriptors':
        out.number(update.id);
        out.optional(update.from);
        break;
      case 'descriptor':
        out.number(update.table);
        out.number(update.fd);
        packFile(update.file, event, out, this.texts);
        break;
      case 'descriptors-closed':
        out.number(update.table);
        out.number(update.first);
        break;
      case 'segment':
        out.number(update.shmid);
        out.big(update.segment.size);
        out.optional(update.segment.key === undefined ? undefined : update.segment.key >>> 0);
        packEvent(update.segment.at, { page: 0, event }, out);
        packEvent(update.segment.removedAt, { page: 0, event }, out);
        out.optional(update.segment.hugePages);
        out.optional(update.segment.mode);
        out.optional(update.segment.owner);
        break;
    }
  }

  private unpackOne(
    tag: Update['of'],
    from: PackedReader,
    event: EventIndex,
    world: WorldState,
  ): Update | undefined {
    switch (tag) {
      case 'task': {
        const task = this.tasks[from.number()];
        return task && { of: tag, task };
      }
      case 'process': {
        const process = this.processes[from.number()];
        return process && { of: tag, process };
      }
      case 'told-space': {
        const space = this.spaces[from.number()];
        return space && { of: tag, space };
      }
      case 'space': {
        const before = world.space(from.number() as SpaceId);
        if (before === undefined) return undefined;
        return { of: tag, change: spaceChangeOf(before, unpackSpaceChange(before, event, from, this.texts)) };
      }
      case 'new-space': {
        const id = from.number() as SpaceId;
        const taskSize = pageNumber(from.number());
        return { of: tag, id, taskSize, past: from.number() === 0 ? 'none' : 'unknown' };
      }
      case 'forked-space': {
        const id = from.number() as SpaceId;
        const parent = from.number() as SpaceId;
        return { of: tag, id, from: parent, at: unpackEvent({ page: 0, event }, from) ?? event };
      }
      case 'space-gone':
        return { of: tag, id: from.number() as SpaceId };
      case 'descriptors-gone':
        return { of: tag, id: from.number() as DescriptorTableId };
      case 'new-descriptors': {
        const id = from.number() as DescriptorTableId;
        return { of: tag, id, from: from.optional() as DescriptorTableId | undefined };
      }
      case 'descriptor': {
        const table = from.number() as DescriptorTableId;
        const fd = from.number();
        return { of: tag, table, fd, file: unpackFile(from, event, this.texts) };
      }
      case 'descriptors-closed': {
        const table = from.number() as DescriptorTableId;
        return { of: tag, table, first: from.number() };
      }
      case 'segment': {
        const shmid = from.number();
        const size = from.big();
        const key = from.optional();
        const at = unpackEvent({ page: 0, event }, from) ?? event;
        const removedAt = unpackEvent({ page: 0, event }, from);
        const hugePages = from.optional();
        const mode = from.optional();
        const owner = from.optional();
        const segment = {
          size,
          at,
          removedAt,
          ...(key !== undefined && { key }),
          ...(hugePages !== undefined && { hugePages }),
          ...(mode !== undefined && { mode, owner }),
        };
        return { of: tag, shmid, segment };
      }
    }
  }
}
