/**
 * What one event does to the world, while it is being done: every step is applied at once and kept, so that the timeline
 * can take the same steps again. Not to be used after the event.
 */
import type { EventIndex, TaskId } from '../trace/positions';
import type { SpaceEdit, SpaceId } from '../memory/address-space';
import { NEWEST_MERGING, type MergePolicy } from '../memory/merge-policy';
import type { DescriptorTableId, OpenFile } from './descriptors';
import { FileOffsets } from './file-offsets';
import { HugeFilesystems } from './huge-pages';
import type { Identities } from './identities';
import type { Members } from './members';
import { isNothing } from '../memory/space-change';
import type { Update } from './update';
import type { Process, ProcessId, Task } from './world';
import type { WorldState } from './world-state';

export class WorldEdit {
  private readonly steps: Update[] = [];

  constructor(
    /** As changed so far. */
    readonly world: WorldState,
    readonly event: EventIndex,
    readonly ids: Identities,
    readonly members: Members,
    private readonly merging: MergePolicy = NEWEST_MERGING,
    readonly offsets = new FileOffsets(),
    readonly hugeFilesystems = new HugeFilesystems(),
  ) {}

  /** The steps taken, in order. */
  get updates(): readonly Update[] {
    return this.steps;
  }

  apply(update: Update): void {
    this.world.apply(update);
    this.steps.push(update);
  }

  setTask(task: Task): void {
    this.members.replace(this.world.task(task.id), task);
    this.apply({ of: 'task', task });
  }

  setProcess(process: Process): void {
    this.apply({ of: 'process', process });
  }

  changeProcess(id: ProcessId, change: (process: Process) => Process): void {
    const process = this.world.process(id);
    if (process === undefined) return;
    const next = change(process);
    if (next !== process) this.setProcess(next);
  }

  setDescriptor(table: DescriptorTableId, fd: number, file: OpenFile | 'closed'): void {
    if (this.world.descriptors(table) === undefined || fd < 0) return;
    if (file === 'closed' && this.world.descriptors(table)?.stateOf(fd) === 'closed') return;
    if (file !== 'closed') this.offsets.saw(file);
    this.apply({ of: 'descriptor', table, fd, file });
  }

  /** Changes one address space as the kernel's primitives do; a change that comes to nothing leaves no step. */
  changeSpace(id: SpaceId, change: (edit: SpaceEdit) => void): void {
    const space = this.world.space(id);
    if (space === undefined) return;
    const edit = space.edit(this.event, this.merging);
    change(edit);
    const finished = edit.finish();
    if (isNothing(finished.change)) return;
    // The edit has made the space already: applying its change would make it once more.
    this.world.setSpace(finished.space);
    this.steps.push({ of: 'space', change: finished.change });
  }

  /** The task lets go of its space; with its last user the space goes. mm/mmap.c: exit_mmap */
  leaveSpace(task: TaskId, space: SpaceId): void {
    if (!this.members.othersIn('space', space, task)) this.dropSpace(space);
  }

  leaveDescriptors(task: TaskId, table: DescriptorTableId): void {
    if (this.members.othersIn('descriptors', table, task)) return;
    if (this.world.descriptors(table) !== undefined) this.apply({ of: 'descriptors-gone', id: table });
  }

  private dropSpace(space: SpaceId): void {
    if (this.world.space(space) !== undefined) this.apply({ of: 'space-gone', id: space });
  }
}
