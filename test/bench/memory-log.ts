/**
 * A log of memory calls alone, on a process that has many mappings already: the mix of a busy server with an allocator of
 * its own (half of it mmap and munmap, then mprotect, madvise, brk, mlock, mremap). Addresses are those that the rules
 * predict, so that every call of the log fits the state before it.
 */
import { judge } from '../../model/kernel/judge';
import { machineFrom } from '../../model/kernel/machine';
import { memoryCallOf } from '../../model/kernel/typed-call';
import type { Before } from '../../model/kernel/check';
import { PersistentDescriptors } from '../../model/process/descriptor-table';
import type { DescriptorTableId } from '../../model/process/descriptors';
import { unknownPrivileges } from '../../model/process/privileges-known';
import type { ProcessId } from '../../model/process/world';
import { ruleOf } from '../../model/kernel/rules';
import { taskSizeInPages } from '../../model/kernel/layout';
import { mmapBaseOf } from '../../model/kernel/placement/base-of-snapshot';
import type { AddressSpace, SpaceId } from '../../model/memory/address-space';
import { parseMapsFile } from '../../model/memory/maps-snapshot';
import { fromSnapshot } from '../../model/memory/snapshot-space';
import type { CallEvent } from '../../model/trace/event';
import { readEvent } from '../../model/trace/grammar/read-event';
import { eventIndex, fileIndex, lineNumber, taskId } from '../../model/trace/positions';

export interface MemoryLog {
  readonly log: string;
  readonly maps: string;
}

/** Seeded, so that every run measures the same calls. */
function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

const TOP = 0x7ffff7f80;
const hex = (page: number): string => (page * 4096).toString(16);

/** /proc/PID/maps of a process with so many mappings: no two that touch may merge, and every eighth has a hole below. */
export function mapsOf(vmas: number, draw: (below: number) => number): string {
  const lines = [
    '7ffffffde000-7ffffffff000 rw-p 00000000 00:00 0 [stack]',
    `${hex(TOP)}-${hex(TOP + 0x30)} r-xp 00000000 fe:00 77 /usr/lib/ld-linux-x86-64.so.2`,
    `${hex(TOP - 2)}-${hex(TOP)} r-xp 00000000 00:00 0 [vdso]`,
    `${hex(TOP - 6)}-${hex(TOP - 2)} r--p 00000000 00:00 0 [vvar_vclock]`,
  ];
  let page = TOP - 6;
  for (let n = 0; n < vmas - 6; n++) {
    const pages = 1 + draw(12);
    const hole = n % 8 === 0 ? 1 + draw(3) : 0;
    const access = n % 2 === 0 ? 'rw-p' : n % 6 === 1 ? 'r--p' : '---p';
    lines.push(`${hex(page - pages)}-${hex(page)} ${access} 00000000 00:00 0`);
    page -= pages + hole;
  }
  lines.push('555555579000-55555559a000 rw-p 00000000 00:00 0 [heap]');
  lines.push('555555554000-555555578000 r-xp 00000000 fe:00 99 /usr/bin/server');
  return `${lines.reverse().join('\n')}\n`;
}

interface Mapping {
  readonly start: number;
  readonly pages: number;
}

/** A process that grows and shrinks: what it maps it remembers, and takes for its next calls. */
class Server {
  private brk = 0x55555559a;
  private readonly live: Mapping[] = [];

  constructor(private readonly draw: (below: number) => number) {}

  /** A call without its answer. */
  next(): string {
    const dice = this.draw(100);
    if (dice < 27 || this.live.length < 16) return this.mmap();
    if (dice < 51) return this.munmap();
    const { start, pages } = this.live[this.draw(this.live.length)] ?? { start: 0, pages: 1 };
    const at = `0x${hex(start)}`;
    const part = (1 + this.draw(pages)) * 4096;
    if (dice < 71)
      return `mprotect(${at}, ${part}, ${dice % 2 === 0 ? 'PROT_READ' : 'PROT_READ|PROT_WRITE'})`;
    if (dice < 85) return `madvise(${at}, ${part}, MADV_DONTNEED)`;
    if (dice < 90) return `brk(0x${hex(this.brk + 1 + this.draw(33))})`;
    if (dice < 93) return `mlock(${at}, ${part})`;
    if (dice < 96) return `munlock(${at}, ${part})`;
    return `mremap(${at}, ${pages * 4096}, ${(pages + 1 + this.draw(8)) * 4096}, MREMAP_MAYMOVE)`;
  }

  /** Remembers what an answered call made. */
  answered(line: string, answer: bigint): void {
    const numbers = /^(\w+)\((?:0x)?(\w+),? ?(\d*),? ?(\d*)/.exec(line);
    const page = Number(answer >> 12n);
    const pages = (text: string | undefined): number => Math.ceil(Number(text) / 4096);
    if (numbers?.[1] === 'mmap') this.live.push({ start: page, pages: pages(numbers[3]) });
    if (numbers?.[1] === 'mremap') this.live.push({ start: page, pages: pages(numbers[4]) });
    if (numbers?.[1] === 'brk') this.brk = page;
    if (numbers?.[1] !== 'munmap' && numbers?.[1] !== 'mremap') return;
    const start = Number(BigInt(`0x${numbers[2] ?? '0'}`) >> 12n);
    const at = this.live.findIndex((mapping) => mapping.start === start);
    if (at >= 0) this.live.splice(at, 1);
  }

  private mmap(): string {
    const sizes = [1, 2, 4, 8, 16, 33, 64, 129, 512, 2049] as const;
    const pages = sizes[this.draw(sizes.length)] ?? 1;
    return `mmap(NULL, ${pages * 4096}, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0)`;
  }

  private munmap(): string {
    const { start, pages } = this.live[this.draw(this.live.length)] ?? { start: 0, pages: 1 };
    return `munmap(0x${hex(start)}, ${pages * 4096})`;
  }
}

/** `calls` on a process with so many mappings, behind its execve. */
export function memoryLog(vmas: number, calls: number, seed = 1): MemoryLog {
  const draw = generator(seed);
  const maps = mapsOf(vmas, draw);
  const server = new Server(draw);
  const lines = [
    'execve("/usr/bin/server", ["server"], 0x7ffc8a1b1000 /* 23 vars */) = 0',
    'brk(NULL) = 0x55555559a000',
  ];
  let space = spaceOf(maps);
  while (lines.length < calls) {
    const text = server.next();
    const before = beforeIn(space);
    const call = memoryCallOf(eventOf(`${text} = 0`, lines.length), 'x86-64');
    const predicted = call === undefined ? undefined : judge(call, before).predicted;
    if (call === undefined || predicted?.kind !== 'success') continue;
    const value = predicted.value ?? 0n;
    lines.push(`${text} = ${value === 0n ? '0' : `0x${value.toString(16)}`}`);
    server.answered(text, value);
    const edit = space.edit(call.event.index);
    ruleOf(call.call).apply?.(call, { kind: 'success', value }, before, edit);
    space = edit.finish().space;
  }
  return { log: `${lines.join('\n')}\n`, maps };
}

function spaceOf(maps: string): AddressSpace {
  const [snapshot] = parseMapsFile(maps).snapshots;
  if (snapshot === undefined) throw new Error('no maps');
  const taskSize = taskSizeInPages('x86-64', 'x86-64');
  const shown = { id: 1 as SpaceId, taskSize, snapshot, past: 'exec' } as const;
  const facts = { brk: 0x55555559a000n, startBrk: 0x555555579000n };
  const mmapBase = mmapBaseOf(fromSnapshot(shown), 'x86-64');
  const edit = fromSnapshot({ ...shown, facts }).edit(eventIndex(1));
  edit.setFacts({ mmapBase });
  return edit.finish().space;
}

const descriptors = PersistentDescriptors.unknown(1 as DescriptorTableId);
const machine = machineFrom({}, 'x86-64');
const beforeIn = (space: AddressSpace): Before =>
  ({
    space,
    task: {
      id: taskId(0),
      tid: 1,
      comm: undefined,
      process: 1 as ProcessId,
      space: space.id,
      descriptors: descriptors.id,
      architecture: 'x86-64',
      personality: undefined,
      privileges: unknownPrivileges,
      created: undefined,
      ended: undefined,
    },
    process: { id: 1 as ProcessId, pid: 1, limits: new Map(), executable: undefined, execAt: undefined },
    descriptors,
    machine,
  }) satisfies Before;

function eventOf(text: string, line: number): CallEvent {
  const body = readEvent({ text }, 0);
  if (body.kind !== 'call') throw new Error(`no call: ${text}`);
  return {
    ...body,
    index: eventIndex(line),
    task: taskId(0),
    file: fileIndex(0),
    line: lineNumber(line + 1),
    entryLine: lineNumber(line + 1),
    prefix: {},
    text: { text, file: fileIndex(0), pieces: [] },
  };
}
