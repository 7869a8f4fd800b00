/**
 * Everything the model knows at one position: tasks, processes, descriptor tables and address spaces. Each record is
 * immutable and has an id; an event replaces records. As in the kernel, one address space, one descriptor table and one
 * set of limits may belong to several tasks (clone's CLONE_VM, CLONE_FILES, CLONE_THREAD).
 */
import type { EventIndex, TaskId } from '../trace/positions';
import type { AddressSpace, SpaceChange, SpaceId } from '../memory/address-space';
import type { DescriptorTable, DescriptorTableId } from './descriptors';
import type { Limits, RefusedSizes } from './limits';
import type { MemoryModes } from './memory-modes';
import type { Privileges } from './privileges';
import type { ProtectionKeys } from './protection-keys';
import type { SharedSegments } from './shared-segment';

/** A thread group: what getpid names. */
export type ProcessId = number & { readonly __process: unique symbol };

/** Whose system calls, pointer width and flag values. 'i386' also stands for 32-bit tasks on a 64-bit kernel. */
export type Architecture = 'x86-64' | 'i386' | 'x32' | 'arm64' | 'arm' | 'riscv64';

export interface Task {
  readonly id: TaskId;
  readonly tid: number | undefined;
  readonly comm: string | undefined;
  readonly process: ProcessId;
  readonly space: SpaceId;
  readonly descriptors: DescriptorTableId;
  readonly architecture: Architecture;
  /** personality(2); undefined until the log shows it. */
  readonly personality: number | undefined;
  readonly privileges: Privileges;
  /** The clone, fork or vfork that made it, and who called; undefined for those there when the log begins. */
  readonly created:
    | {
        readonly at: EventIndex;
        readonly by: TaskId;
        readonly how: 'thread' | 'fork' | 'vfork' | 'shared-vm';
      }
    | undefined;
  readonly ended: { readonly at: EventIndex; readonly how: string } | undefined;
}

export interface Process {
  readonly id: ProcessId;
  /** tgid; undefined in a log that shows none. */
  readonly pid: number | undefined;
  readonly limits: Limits;
  /** Absent: nothing was refused without a reason. */
  readonly refusedSizes?: RefusedSizes | undefined;
  /** Path given to the last successful execve. */
  readonly executable: string | undefined;
  readonly execAt: EventIndex | undefined;
  /** Undefined until a call on protection keys shows something of them. */
  readonly protectionKeys?: ProtectionKeys | undefined;
  /** What prctl set for all its memory; absent: nothing that the log shows. */
  readonly memoryModes?: MemoryModes | undefined;
}

export interface World {
  task(id: TaskId): Task | undefined;
  process(id: ProcessId): Process | undefined;
  /** In the order in which they came into being; those whose tasks have all ended are among them. */
  processes(): Iterable<Process>;
  space(id: SpaceId): AddressSpace | undefined;
  descriptors(id: DescriptorTableId): DescriptorTable | undefined;
  tasks(): Iterable<Task>;
  /** The SysV segments whose size the log has shown. */
  readonly segments: SharedSegments;
}

/** Replacement of one record: `before` undefined: born; `after` undefined: gone. */
export interface Replaced<Id, Record> {
  readonly id: Id;
  readonly before: Record | undefined;
  readonly after: Record | undefined;
}

/** What one event did to the world. Applying it backwards gives the world before. */
export interface WorldChange {
  readonly event: EventIndex;
  readonly spaces: readonly SpaceChange[];
  /** Spaces born (fork, exec, first sight) or gone (exec, last exit). */
  readonly spaceLives: readonly Replaced<SpaceId, AddressSpace>[];
  readonly tasks: readonly Replaced<TaskId, Task>[];
  readonly processes: readonly Replaced<ProcessId, Process>[];
  readonly descriptors: readonly Replaced<DescriptorTableId, DescriptorTable>[];
}
