/**
 * The world as records in persistent trees: copying it costs nothing, and a copy shares with the original all that neither
 * changes later. That is what makes checkpoints cheap and lets every world handed out stay as it is.
 *
 * Whoever applies updates owns the state; what is given away is a copy that nobody changes any more.
 */
import type { TaskId } from '../trace/positions';
import type { AddressSpace, SpaceId } from '../memory/address-space';
import { emptySpace, forkOf } from '../memory/space-birth';
import { applyChange } from '../memory/space-change';
import { PersistentDescriptors } from './descriptor-table';
import type { DescriptorTableId } from './descriptors';
import { Records } from './records';
import type { SharedSegments } from './shared-segment';
import type { Update } from './update';
import type { Process, ProcessId, Task, World } from './world';

export class WorldState implements World {
  private constructor(
    private readonly taskRecords: Records<Task>,
    private readonly processRecords: Records<Process>,
    private readonly spaceRecords: Records<AddressSpace>,
    private readonly tables: Records<PersistentDescriptors>,
    private sharedSegments: SharedSegments,
  ) {}

  static empty(): WorldState {
    return new WorldState(
      Records.empty<Task>(),
      Records.empty<Process>(),
      Records.empty<AddressSpace>(),
      Records.empty<PersistentDescriptors>(),
      new Map(),
    );
  }

  /** A copy to change, of a world that was handed out. @throws TypeError for a world that is none of this kind. */
  static of(world: World): WorldState {
    if (world instanceof WorldState) return world.copy();
    throw new TypeError('A world is copied only where it is kept as records.');
  }

  /** Takes the same time however large the world is. */
  copy(): WorldState {
    return new WorldState(
      this.taskRecords.clone(),
      this.processRecords.clone(),
      this.spaceRecords.clone(),
      this.tables.clone(),
      this.sharedSegments,
    );
  }

  get segments(): SharedSegments {
    return this.sharedSegments;
  }

  task(id: TaskId): Task | undefined {
    return this.taskRecords.get(id);
  }

  process(id: ProcessId): Process | undefined {
    return this.processRecords.get(id);
  }

  processes(): Iterable<Process> {
    return this.processRecords.values();
  }

  space(id: SpaceId): AddressSpace | undefined {
    return this.spaceRecords.get(id);
  }

  descriptors(id: DescriptorTableId): PersistentDescriptors | undefined {
    return this.tables.get(id);
  }

  tasks(): Iterable<Task> {
    return this.taskRecords.values();
  }

  spaces(): Iterable<AddressSpace> {
    return this.spaceRecords.values();
  }

  descriptorTables(): Iterable<PersistentDescriptors> {
    return this.tables.values();
  }

  /** Takes one step. An update that speaks of what is not there is left out: a packed log may be cut, never wrong. */
  apply(update: Update): void {
    switch (update.of) {
      case 'task':
        this.taskRecords.set(update.task.id, update.task);
        break;
      case 'process':
        this.processRecords.set(update.process.id, update.process);
        break;
      case 'segment':
        this.sharedSegments = new Map(this.sharedSegments).set(update.shmid, update.segment);
        break;
      case 'space':
      case 'new-space':
      case 'forked-space':
      case 'told-space':
      case 'space-gone':
        this.applyToSpaces(update);
        break;
      default:
        this.applyToTables(update);
    }
  }

  /** In place of changes: the space as they leave it. */
  setSpace(space: AddressSpace): void {
    this.spaceRecords.set(space.id, space);
  }

  private applyToSpaces(update: Extract<Update, { of: `${string}space${string}` }>): void {
    switch (update.of) {
      case 'space': {
        const before = this.spaceRecords.get(update.change.space);
        if (before !== undefined) this.spaceRecords.set(before.id, applyChange(before, update.change));
        break;
      }
      case 'new-space': {
        const { id, taskSize, past } = update;
        const born = { id, taskSize, unknown: 'all', past: past === 'none' ? 'exec' : 'attach' } as const;
        this.spaceRecords.set(id, emptySpace(born));
        break;
      }
      case 'forked-space': {
        const parent = this.spaceRecords.get(update.from);
        if (parent !== undefined) this.spaceRecords.set(update.id, forkOf(parent, update.id, update.at));
        break;
      }
      case 'told-space':
        this.spaceRecords.set(update.space.id, update.space);
        break;
      case 'space-gone':
        this.spaceRecords.delete(update.id);
    }
  }

  private applyToTables(update: Extract<Update, { of: `${string}descriptor${string}` }>): void {
    if (update.of === 'new-descriptors') {
      const from = update.from === undefined ? undefined : this.tables.get(update.from);
      this.tables.set(update.id, from?.copiedAs(update.id) ?? PersistentDescriptors.unknown(update.id));
    } else if (update.of === 'descriptors-gone') {
      this.tables.delete(update.id);
    } else {
      const table = this.tables.get(update.table);
      if (table === undefined) return;
      this.tables.set(table.id, changed(table, update));
    }
  }
}

function changed(
  table: PersistentDescriptors,
  update: Extract<Update, { of: 'descriptor' | 'descriptors-closed' }>,
): PersistentDescriptors {
  if (update.of === 'descriptors-closed') return table.withoutAllFrom(update.first);
  return update.file === 'closed' ? table.without(update.fd) : table.with(update.fd, update.file);
}
