/**
 * Calls that ask about memory, advise on it or move its contents, traced on the live kernel: the model, which sees the log
 * and the first of the program's own snapshots of its maps, predicts every answer, and has the kernel's VMAs at the others.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Judgement } from '../../model/kernel/check';
import { askingForms } from '../../model/kernel/asking-calls';
import { parseMapsFile } from '../../model/memory/maps-snapshot';
import { kernelVersion } from '../../model/kernel/versions';
import { buildTimeline } from '../../model/timeline/build-timeline';
import type { MachineOptions } from '../../model/timeline/machine-evidence';
import { EventKind } from '../../model/trace/event-table';
import { eventIndex } from '../../model/trace/positions';
import { askingSnapshots } from './asking-snapshots';
import { runningKernel, temporary } from './live-caller';

const names = new Set([...askingForms.map(([name]) => name), 'pkey_mprotect']);

/** The log, and the snapshots with the lines that they belong behind. */
interface Recorded {
  readonly log: Uint8Array;
  readonly maps: string;
}

function recorded(): Recorded {
  const [program, log, data] = ['asking', 'asking.strace', 'eight-pages'].map((name) =>
    join(temporary, name),
  );
  if (program === undefined || log === undefined || data === undefined)
    throw new Error('no place to work in');
  const source = join(import.meta.dirname, 'programs', 'asking.c');
  execFileSync('gcc', ['-static', '-O1', '-Wall', '-Wextra', '-o', program, source]);
  writeFileSync(data, new Uint8Array(8 * 4096));
  const maps = join(temporary, 'asking.maps');
  execFileSync('strace', ['-f', '-o', log, program, maps, data]);
  const bytes = readFileSync(log);
  const snapshot = (number: string): string => readFileSync(maps + number, 'latin1');
  return { log: bytes, maps: askingSnapshots(bytes.toString('latin1'), snapshot) };
}

/** Whether the machine has protection keys, only the first answer tells. */
const untold = 'pkey_alloc(0, 0)';

/** Checks that the program breaks on any machine. */
const broken = [
  'madvise.address-misaligned',
  'madvise.unknown-advice',
  'madvise.unmapped',
  'mincore.address-misaligned',
  'mincore.beyond-user-space',
  'mincore.unmapped',
  'mincore.vector-beyond-user-space',
  'mincore.vector-not-writable',
  'mprotect.unknown-key',
  'msync.address-misaligned',
  'msync.both-ways',
  'msync.locked',
  'msync.range-wraps',
  'msync.unknown-flags',
  'msync.unmapped',
  'pkey-alloc.none-left',
  'pkey-alloc.unknown-flags',
  'pkey-alloc.unknown-rights',
  'pkey-free.not-allocated',
  'process-madvise.element-beyond-user-space',
  'process-madvise.fd-not-open',
  'process-madvise.length-negative',
  'process-madvise.no-such-process',
  'process-madvise.not-for-others',
  'process-madvise.too-many-elements',
  'process-madvise.unknown-flags',
  'process-madvise.vector-unreadable',
  'process-madvise.without-nice',
  'process-vm.local-element-beyond-user-space',
  'process-vm.local-length-negative',
  'process-vm.local-too-many-elements',
  'process-vm.local-unreachable',
  'process-vm.local-vector-unreadable',
  'process-vm.no-such-process',
  'process-vm.remote-length-negative',
  'process-vm.remote-too-many-elements',
  'process-vm.remote-unreachable',
  'process-vm.remote-vector-unreadable',
  'process-vm.unknown-flags',
  'remap-file-pages.beyond-file-maximum',
  'remap-file-pages.different-mappings',
  'remap-file-pages.empty-or-wraps',
  'remap-file-pages.lock-not-permitted',
  'remap-file-pages.not-shared',
  'remap-file-pages.offset-wraps',
  'remap-file-pages.over-lock-limit',
  'remap-file-pages.protection-given',
];

const failedBy = (judgement: Judgement | undefined): string[] =>
  judgement?.predicted.kind === 'error' ? [judgement.predicted.cause] : [];

const written = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? value.toString() : value;

interface Held {
  /** Calls whose answer was not as predicted, and those of which nothing was predicted. */
  readonly wrong: readonly string[];
  readonly open: readonly string[];
  readonly judged: number;
  /** The checks that were predicted to fail. */
  readonly causes: ReadonlySet<string>;
  readonly snapshots: number;
  readonly differences: readonly unknown[];
}

async function held({ log, maps }: Recorded, machine: MachineOptions): Promise<Held> {
  const source = {
    name: 'asking.strace',
    size: log.length,
    read: (offset: number, length: number) => log.slice(offset, offset + length),
  };
  const { snapshots } = parseMapsFile(maps);
  const timeline = await buildTimeline([{ source }], { snapshots, machine });
  const { recording } = timeline;
  const wrong: string[] = [];
  const open: string[] = [];
  const causes = new Set<string>();
  let judged = 0;
  for (let n = 0; n < timeline.end; n++) {
    const event = eventIndex(n);
    if (recording.events.kind(event) !== EventKind.call || !names.has(recording.events.name(event))) continue;
    const call = recording.decode(event);
    if (call.kind !== 'call') continue;
    judged++;
    const judgement = timeline.judge(event);
    for (const cause of failedBy(judgement)) causes.add(cause);
    const agreement = timeline.agreement(event);
    if (agreement === 'open') open.push(call.text.text);
    else if (agreement !== 'agrees')
      wrong.push(`${call.text.text} by ${JSON.stringify(judgement?.predicted, written)}`);
  }
  const differences = [...timeline.snapshotDifferences, ...timeline.snapshotProblems];
  return { wrong, open, judged, causes, snapshots: snapshots.length, differences };
}

test('the live kernel: every answer is predicted, and every snapshot is as the model has it', async () => {
  const { wrong, open, judged, causes, snapshots, differences } = await held(
    recorded(),
    runningKernel === undefined ? {} : { kernel: runningKernel },
  );
  expect(wrong).toEqual([]);
  expect(open).toHaveLength(1);
  expect(open[0]).toContain(untold);
  expect(judged).toBeGreaterThan(160);
  expect(broken.filter((id) => !causes.has(id))).toEqual([]);
  expect(snapshots).toBeGreaterThanOrEqual(6);
  expect(differences).toEqual([]);
});

/** Logs and snapshots of the same program under other kernels, booted in qemu (ask-kernel); what no line of them tells. */
const kept: readonly (readonly [name: string, machine: MachineOptions, open: number])[] = [
  ['x86-64-5.10', { kernel: kernelVersion(5, 10) }, 1],
  ['x86-64-6.1', { kernel: kernelVersion(6, 1) }, 1],
  ['x86-64-6.12', { kernel: kernelVersion(6, 12) }, 1],
  ['x86-64-7.2', { kernel: kernelVersion(7, 2) }, 1],
  ['i386-6.1', { kernel: kernelVersion(6, 1), architecture: 'i386' }, 0],
  ['arm64-6.12', { kernel: kernelVersion(6, 12), architecture: 'arm64' }, 1],
  ['arm64-16k-6.12', { kernel: kernelVersion(6, 12), architecture: 'arm64', pageSize: 16384n }, 1],
  ['riscv64-6.12', { kernel: kernelVersion(6, 12), architecture: 'riscv64', addressBits: 57 }, 0],
];

test.each(kept)('%s: every answer is predicted, and every snapshot', async (name, machine, untoldCalls) => {
  const file = (kind: string): Buffer =>
    gunzipSync(readFileSync(join(import.meta.dirname, 'asking-kept', `${name}.${kind}.gz`)));
  const { wrong, open, judged, differences } = await held(
    { log: file('strace'), maps: file('maps').toString('latin1') },
    machine,
  );
  expect(wrong).toEqual([]);
  expect(open).toHaveLength(untoldCalls);
  expect(judged).toBeGreaterThan(160);
  expect(differences).toEqual([]);
});
