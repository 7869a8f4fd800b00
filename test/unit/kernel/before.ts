/**
 * Calls and the state before them, written down in a line: the state is a machine of kernel 6.18 with a process whose
 * limits are infinite and that has no capabilities, unless a case says otherwise.
 */
import type { Before, Machine } from '../../../model/kernel/check';
import type { MemoryCall } from '../../../model/kernel/memory-call';
import { memoryCallOf } from '../../../model/kernel/typed-call';
import { kernelVersion } from '../../../model/kernel/versions';
import type { AddressSpace, SpaceId } from '../../../model/memory/address-space';
import type { DescriptorTableId, OpenFile } from '../../../model/process/descriptors';
import { PersistentDescriptors } from '../../../model/process/descriptor-table';
import { NO_MODES, type MemoryModes } from '../../../model/process/memory-modes';
import type { KnownLimit, LimitName, LimitValue } from '../../../model/process/limits';
import type { Capability, Knowledge } from '../../../model/process/privileges';
import type { ProtectionKeys } from '../../../model/process/protection-keys';
import type { Architecture, ProcessId, Task, World } from '../../../model/process/world';
import type { CallEvent } from '../../../model/trace/event';
import { eventIndex, fileIndex, lineNumber, taskId } from '../../../model/trace/positions';
import type { Value } from '../../../model/trace/value';
import type { SharedSegment } from '../../../model/process/shared-segment';

export interface Circumstances {
  /** Soft limits; 'unknown': no line of the log shows it. */
  readonly limits?: Partial<Record<LimitName, LimitValue | 'unknown'>>;
  /** Hard limits where not 'infinity'. */
  readonly hard?: Partial<Record<LimitName, LimitValue>>;
  readonly capabilities?: Partial<Record<Capability, 'yes' | 'no' | 'unknown'>>;
  /** Open files by number; every other number is closed, or unknown with `inherited`. */
  readonly files?: Readonly<Record<number, Partial<OpenFile>>>;
  readonly inherited?: boolean;
  readonly kernel?: readonly [number, number];
  readonly architecture?: Architecture;
  readonly personality?: number;
  readonly machine?: Partial<Machine>;
  /** Sizes in bytes; a negative one: removed. */
  readonly segments?: Readonly<Record<number, bigint | Partial<SharedSegment>>>;
  /** What prctl set for all memory. */
  readonly modes?: Partial<MemoryModes>;
  /** What the log shows of protection keys; the log begins with the process's execve unless `attached`. */
  readonly keys?: ProtectionKeys;
  readonly attached?: boolean;
  /** The memory of other processes by pid. */
  readonly others?: Readonly<Record<number, AddressSpace | 'ended'>>;
}

const LIMITS: readonly LimitName[] = ['AS', 'DATA', 'MEMLOCK', 'STACK'];
const CAPABILITIES: readonly Capability[] = [
  'CAP_IPC_LOCK',
  'CAP_IPC_OWNER',
  'CAP_SYS_RAWIO',
  'CAP_SYS_ADMIN',
];

export const SET_LIMIT_AT = eventIndex(2);

export function beforeOf(space: AddressSpace, given: Circumstances = {}): Before {
  const limits = new Map<LimitName, KnownLimit>();
  for (const name of named(LIMITS, given.limits)) {
    const soft = given.limits?.[name] ?? 'infinity';
    if (soft !== 'unknown')
      limits.set(name, { soft, hard: given.hard?.[name] ?? 'infinity', at: SET_LIMIT_AT, how: 'set' });
  }
  const capabilities = new Map<Capability, Knowledge>();
  for (const name of named(CAPABILITIES, given.capabilities)) {
    const has = given.capabilities?.[name] ?? 'no';
    if (has === 'unknown') capabilities.set(name, { has, because: undefined, how: 'unknown' });
    else capabilities.set(name, { has, because: eventIndex(1), how: 'shown' });
  }
  const architecture = given.architecture ?? 'x86-64';
  const [major, minor] = given.kernel ?? [6, 18];
  return {
    space,
    task: {
      id: taskId(0),
      tid: 100,
      comm: undefined,
      process: 1 as ProcessId,
      space: 1 as SpaceId,
      descriptors: 1 as DescriptorTableId,
      architecture,
      personality: given.personality,
      privileges: { euid: 1000, capabilities },
      created: undefined,
      ended: undefined,
    },
    process: {
      id: 1 as ProcessId,
      pid: 100,
      limits,
      executable: '/bin/test',
      execAt: given.attached === true ? undefined : eventIndex(0),
      protectionKeys: given.keys,
      memoryModes: given.modes && { ...NO_MODES, ...given.modes },
    },
    descriptors: descriptorsOf(given),
    machine: {
      kernel: kernelVersion(major, minor),
      architecture: architecture === 'i386' ? 'x86-64' : architecture,
      pageSize: 4096n,
      addressBits: undefined,
      maxMapCount: 65530,
      mmapMinAddr: 65536n,
      memory: 1n << 33n,
      assumed: new Set(),
      ...given.machine,
    },
    segments: new Map(
      Object.entries(given.segments ?? {}).map(([id, made]) => [
        Number(id),
        typeof made === 'bigint'
          ? {
              size: made < 0n ? -made : made,
              at: eventIndex(1),
              removedAt: made < 0n ? eventIndex(2) : undefined,
            }
          : { size: 8192n, at: eventIndex(1), ...made },
      ]),
    ),
    ...(given.others === undefined ? {} : { world: worldOf(given.others) }),
  };
}

/** A world of other processes, each of one task. */
function worldOf(others: NonNullable<Circumstances['others']>): World {
  const spaces = new Map<SpaceId, AddressSpace>();
  const tasks: Task[] = Object.entries(others).map(([pid, space], index) => {
    const id = (index + 10) as SpaceId;
    if (space !== 'ended') spaces.set(id, space);
    return {
      id: taskId(index + 10),
      tid: Number(pid),
      comm: undefined,
      process: (index + 10) as ProcessId,
      space: id,
      descriptors: (index + 10) as DescriptorTableId,
      architecture: 'x86-64',
      personality: undefined,
      privileges: { euid: 1000, capabilities: new Map() },
      created: undefined,
      ended: space === 'ended' ? { at: eventIndex(3), how: 'exited with 0' } : undefined,
    };
  });
  return {
    task: (id) => tasks.find((task) => task.id === id),
    process: () => undefined,
    processes: () => [],
    space: (id) => spaces.get(id),
    descriptors: () => undefined,
    tasks: () => tasks,
    segments: new Map(),
  };
}

/** Those of every case, and those that this one speaks of. */
const named = <Name extends string>(
  all: readonly Name[],
  given: Partial<Record<Name, unknown>> = {},
): Set<Name> => new Set([...all, ...(Object.keys(given) as Name[])]);

function descriptorsOf(given: Circumstances): PersistentDescriptors {
  let table = PersistentDescriptors.unknown(1 as DescriptorTableId);
  const files = given.files ?? {};
  if (given.inherited !== true) for (let fd = 0; fd < 16; fd++) if (!(fd in files)) table = table.without(fd);
  for (const [fd, file] of Object.entries(files)) table = table.with(Number(fd), openFile(Number(fd), file));
  return table;
}

const openFile = (fd: number, file: Partial<OpenFile>): OpenFile => ({
  description: 100 + fd,
  path: `/file${fd}`,
  readable: true,
  writable: true,
  kind: 'regular',
  size: undefined,
  seals: 0,
  closeOnExec: false,
  openedAt: eventIndex(1),
  ...file,
});

const span = { start: 0, end: 1 };

/** A number as it is; a text as flags joined by `|`, or a file in `3</path>`; undefined: in no form known. */
export type Written = bigint | number | string | Value | undefined;

function valueOf(written: Written): Value {
  if (written === undefined) return { kind: 'opaque', text: '???', span };
  if (typeof written === 'object') return written;
  if (typeof written !== 'string') return { kind: 'number', value: BigInt(written), form: 'hex', span };
  return { kind: 'flags', terms: written.split('|').map((name) => ({ name, span })), span };
}

/** A line of a log, decoded: `mmap(NULL, 8192, PROT_READ, ...)`. */
export const eventOf = (name: string, args: readonly Written[], index = 7): CallEvent => ({
  kind: 'call',
  index: eventIndex(index),
  task: taskId(0),
  file: fileIndex(0),
  line: lineNumber(index + 1),
  entryLine: lineNumber(index + 1),
  prefix: {},
  text: { text: name, file: fileIndex(0), pieces: [] },
  name,
  nameSpan: span,
  args: args.map((written) => ({ value: valueOf(written), span })),
  complete: true,
  result: { kind: 'never', why: 'unfinished' },
  stack: [],
});

/** The typed call; a name that is no memory call is a mistake in the test. */
export function callOf(
  name: string,
  args: readonly Written[],
  index?: number,
  architecture: Architecture = 'x86-64',
): MemoryCall {
  const call = memoryCallOf(eventOf(name, args, index), architecture);
  if (call === undefined) throw new Error(`no memory call: ${name}`);
  return call;
}
