/**
 * Where the kernel puts what has no address: programs/placements.c makes mappings of many kinds under strace, in each of the
 * layouts that a process can have, and no predicted address may be another than the kernel's.
 *
 * What no log shows stays untold: the filesystem's own alignment, MAP_32BIT's random place, a hint that strace does not
 * print, a merge that hangs on page faults.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { NodeHost } from '../../debug-adapter/host/node-host';
import { parseMapsFile } from '../../model/memory/maps-snapshot';
import type { MemoryCall } from '../../model/kernel/memory-call';
import { buildTimeline } from '../../model/timeline/build-timeline';
import { observedOf } from '../../model/timeline/memory-step';
import type { RecordedTimeline } from '../../model/timeline/recorded-timeline';
import { eventIndex } from '../../model/trace/positions';
import { temporary } from './live-caller';

const CALLS = 500;
const source = join(import.meta.dirname, 'programs', 'placements.c');

function compile(name: string, ...options: readonly string[]): string {
  const program = join(temporary, name);
  execFileSync('gcc', ['-O1', '-Wall', '-Wextra', ...options, '-o', program, source], { stdio: 'pipe' });
  return program;
}

interface Recorded {
  readonly timeline: RecordedTimeline;
  /** The line that the first call comes behind. */
  readonly marker: number;
}

/** Its log, with the snapshot that the program took of itself right before its first call. */
async function recorded(program: string, seed: number, wrapper: readonly string[] = []): Promise<Recorded> {
  const log = join(temporary, `placements-${seed}.strace`);
  const maps = join(temporary, `placements-${seed}.maps`);
  const file = join(temporary, 'placements.file');
  const command = [...wrapper, program, String(seed), String(CALLS), file, maps];
  const { status, stderr, error } = spawnSync('strace', ['-o', log, ...command], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`strace ${command.join(' ')}: ${error?.message ?? stderr}`);
  const lines = readFileSync(log, 'latin1').split('\n');
  const marker = lines.findLastIndex((line) => line.startsWith('getppid()')) + 1;
  const { snapshots } = parseMapsFile(`# after line ${marker}\n${readFileSync(maps, 'latin1')}`);
  const { logs } = await new NodeHost().openSources(log, undefined, new AbortController().signal);
  const timeline = await buildTimeline(
    logs.map(({ bytes }) => ({ source: bytes })),
    { snapshots },
  );
  return { timeline, marker };
}

interface Account {
  readonly placed: number;
  readonly right: number;
  readonly wrong: readonly string[];
  /** Kinds of untold places. */
  readonly untold: readonly string[];
}

function account({ timeline, marker }: Recorded): Account {
  let placed = 0;
  let right = 0;
  const wrong: string[] = [];
  const untold = new Set<string>();
  for (let n = 0; n < timeline.end; n++) {
    const event = eventIndex(n);
    const begun = timeline.recording.events.line(event) > marker;
    const call = begun ? timeline.memoryCallAt(event) : undefined;
    const predicted = call === undefined ? undefined : timeline.judge(event)?.predicted;
    if (call === undefined || predicted === undefined) continue;
    const { text } = call.event.text;
    // A hint that this strace does not print may be refused for what it is.
    if (timeline.agreement(event) === 'differs' && !text.includes('DONTUNMAP')) wrong.push(text);
    const place = placeOf(call);
    if (place === undefined) continue;
    placed++;
    if (predicted.kind === 'success' && predicted.value === place) right++;
    else if (predicted.kind === 'success') untold.add(predicted.because?.code ?? text);
    else if (predicted.kind === 'undecidable') untold.add(predicted.because.code);
  }
  return { placed, right, wrong, untold: [...untold].sort() };
}

/** The address that the kernel chose; undefined for calls that left it no choice. */
function placeOf(call: MemoryCall): bigint | undefined {
  const observed = observedOf(call.event);
  if (observed?.kind !== 'success') return undefined;
  if (call.call === 'mremap') return observed.value === call.oldAddress.value ? undefined : observed.value;
  return call.call === 'mmap' || call.call === 'shmat' ? observed.value : undefined;
}

const NEVER_SHOWN = new Set([
  'random-place',
  'unknown-alignment',
  'unknown-argument',
  'unknown-machine',
  'unknown-merge',
]);

describe('addresses that the live kernel chose', () => {
  let dynamic = '';
  let fixed = '';
  beforeAll(() => {
    dynamic = compile('placements');
    fixed = compile('placements-static', '-static');
  });

  const unlimited = ['sh', '-c', 'ulimit -s unlimited; exec "$@"', 'sh'];
  it.each<[string, number, () => string, readonly string[]]>([
    ['the usual layout', 1, () => dynamic, []],
    ['a static program', 2, () => fixed, []],
    ['without randomisation', 3, () => dynamic, ['setarch', '-R']],
    ['an unlimited stack', 4, () => dynamic, unlimited],
    ['a legacy layout', 5, () => dynamic, ['setarch', '-L']],
    ['a legacy layout of a static program', 6, () => fixed, ['setarch', '-R', '-L']],
  ])('%s (seed %i): none predicted wrong', async (_, seed, program, wrapper) => {
    const { placed, right, wrong, untold } = account(await recorded(program(), seed, wrapper));
    expect(wrong).toEqual([]);
    expect(untold.filter((because) => !NEVER_SHOWN.has(because))).toEqual([]);
    expect(placed).toBeGreaterThan(CALLS / 2);
    expect(right / placed).toBeGreaterThan(0.8);
  });
});
