/**
 * Reads and writes: a log is full of them, and few change what the model says: writes behind the end of a file whose size is
 * known, and what is read of the files that tell of the machine. All others are counted, not decoded.
 */
import type { CallEvent, TraceEvent } from '../trace/event';
import type { TaskId } from '../trace/positions';
import type { Decode } from '../trace/recording';
import { mayGrowFile } from '../process/descriptors-written';
import type { FileOffsets } from '../process/file-offsets';
import type { WorldState } from '../process/world-state';
import { isReal } from './event-facts';
import type { MachineEvidence } from './machine-evidence';
import { MachineFiles } from './memory-evidence';

export class WatchedFiles {
  private readonly machineFiles: MachineFiles;

  constructor(
    private readonly world: WorldState,
    private readonly offsets: FileOffsets,
    private readonly machine: MachineEvidence,
  ) {
    this.machineFiles = new MachineFiles(machine.shownMemory, (release, at) => {
      machine.saw(release, at);
    });
  }

  /** A call that may have opened one. */
  opened(call: CallEvent): void {
    this.machineFiles.opened(call, this.machine.current);
  }

  /** A read that succeeded. */
  read(id: TaskId, decode: Decode): void {
    this.offsets.unseenRead();
    this.tellOfMachine(id, decode);
  }

  /** A write that succeeded. @returns whether it may be one to a file whose size is followed. */
  written(id: TaskId, name: string, decode: Decode): boolean {
    this.tellOfMachine(id, decode);
    const { offsets, world } = this;
    const task = world.task(id);
    if (offsets.following && task !== undefined)
      return mayGrowFile(name, decode.firstNumber?.(), task, world, offsets);
    offsets.unseenWrite();
    return false;
  }

  private tellOfMachine(id: TaskId, decode: () => TraceEvent): void {
    if (!this.machineFiles.watching) return;
    const event = decode();
    const table = this.world.task(id)?.descriptors;
    if (event.kind === 'call' && table !== undefined && isReal(event))
      this.machineFiles.passed(event, this.world.descriptors(table), this.machine.current);
  }
}
