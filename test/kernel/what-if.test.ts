/**
 * What-if is held against the kernel: calls are tried before they are made, and answered as the kernel then answers them;
 * the memory that they would leave is the memory that they left.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseMapsFile } from '../../model/memory/maps-snapshot';
import { isProblem } from '../../model/query/what-if/problem';
import { spaceOf, tryCalls, whatIfAt, type WhatIfState } from '../../model/query/what-if/what-if';
import { buildTimeline } from '../../model/timeline/build-timeline';
import type { CallEvent } from '../../model/trace/event';
import { eventIndex } from '../../model/trace/positions';
import { textOf } from '../../model/why/message';
import { ranges, textSource } from '../unit/timeline/recorded';
import { compile, make, type Made } from './what-if/made-calls';

const MEMORY = 'PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0';

const rows = [
  [
    `mmap(NULL, 1<<20, ${MEMORY})`,
    'mremap($1, 1<<20, 2<<20, MREMAP_MAYMOVE)',
    'mlock($2, 64*1024)',
    'munmap($2 + 8*PAGE_SIZE, PAGE_SIZE)',
    'mprotect($2, 1<<20, PROT_READ)',
  ],
  [
    `mmap(NULL, 16*PAGE_SIZE, ${MEMORY})`,
    'mlock($1, 16*PAGE_SIZE)',
    'mremap($1, 16*PAGE_SIZE, 17*PAGE_SIZE, MREMAP_MAYMOVE)',
    'munlock($1 + PAGE_SIZE, PAGE_SIZE)',
    'mremap($1, 16*PAGE_SIZE, 20*PAGE_SIZE, MREMAP_MAYMOVE)',
  ],
  [
    'mmap(NULL, 64*PAGE_SIZE, PROT_NONE, MAP_PRIVATE|MAP_ANONYMOUS|MAP_NORESERVE, -1, 0)',
    `mmap($1 + PAGE_SIZE, PAGE_SIZE, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS|MAP_FIXED_NOREPLACE, -1, 0)`,
    `mmap($1 + 8*PAGE_SIZE, 8*PAGE_SIZE, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS|MAP_FIXED, -1, 0)`,
    'madvise($1 + 8*PAGE_SIZE, 8*PAGE_SIZE, MADV_DONTFORK)',
    'mprotect($1 + 60*PAGE_SIZE, 8*PAGE_SIZE, PROT_READ)',
  ],
  [
    'brk(NULL)',
    'brk($1 + 5*PAGE_SIZE)',
    'mlockall(MCL_FUTURE)',
    `mmap(NULL, 1<<20, ${MEMORY})`,
    'brk($2 + (1<<20))',
  ],
  [
    `setrlimit(RLIMIT_AS, {rlim_cur=8<<20, rlim_max=16<<20})`,
    `mmap(NULL, 32<<20, ${MEMORY})`,
    `setrlimit(RLIMIT_AS, {rlim_cur=16<<20, rlim_max=32<<20})`,
    `mmap(NULL, 4<<20, ${MEMORY})`,
    'munmap($4 + 1, PAGE_SIZE)',
  ],
  [
    'memfd_create("m", MFD_CLOEXEC) = 3',
    'mmap(NULL, 4*PAGE_SIZE, PROT_READ|PROT_WRITE, MAP_SHARED, $1, 0)',
    'mremap($2, 4*PAGE_SIZE, 2*PAGE_SIZE, 0)',
    'mremap($2, 0, 2*PAGE_SIZE, MREMAP_MAYMOVE)',
    'munmap($2, 2*PAGE_SIZE)',
  ],
  [
    'mmap(NULL, 64*PAGE_SIZE, PROT_NONE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0)',
    `mmap(NULL, 8*PAGE_SIZE, ${MEMORY})`,
    'mremap($2, 4*PAGE_SIZE, 4*PAGE_SIZE, MREMAP_MAYMOVE|MREMAP_FIXED, $1 + 8*PAGE_SIZE)',
    'mremap($2 + 4*PAGE_SIZE, 4*PAGE_SIZE, 4*PAGE_SIZE, MREMAP_MAYMOVE|MREMAP_DONTUNMAP, 0)',
    'mremap($1, PAGE_SIZE, PAGE_SIZE, MREMAP_FIXED, $1 + PAGE_SIZE)',
  ],
  [
    `mmap(NULL, 16*PAGE_SIZE, ${MEMORY})`,
    'mlock2($1, 4*PAGE_SIZE, MLOCK_ONFAULT)',
    'madvise($1, 4*PAGE_SIZE, MADV_DONTNEED)',
    'mlockall(MCL_CURRENT|MCL_ONFAULT)',
    'mlock($1 + 12*PAGE_SIZE, 14*PAGE_SIZE)',
  ],
  [
    `mmap(NULL, 8*PAGE_SIZE, ${MEMORY})`,
    'mseal($1 + PAGE_SIZE, PAGE_SIZE, 0)',
    'mprotect($1, 4*PAGE_SIZE, PROT_READ)',
    'munmap($1, 8*PAGE_SIZE)',
    'mmap($1, PAGE_SIZE, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS|MAP_FIXED, -1, 0)',
  ],
] as const;

const folder = mkdtempSync(join(tmpdir(), 'pagewalk-what-if-'));
let program = '';
beforeAll(() => {
  // The program gives up its privileges and still writes here.
  chmodSync(folder, 0o777);
  program = compile(folder, rows);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The log with the memory before the calls, and the calls between the two marks. */
async function read({ log, before }: Made) {
  const lines = log.split('\n');
  const line = lines.findIndex((text) => text.startsWith('write(-1, "here"')) + 1;
  const { snapshots } = parseMapsFile(`# after line ${line}\n${before}`);
  const timeline = await buildTimeline([{ source: textSource(log) }], { snapshots });
  const calls: CallEvent[] = [];
  for (let e = line; e < timeline.end; e++) {
    const call = timeline.recording.decode(eventIndex(e));
    if (call.kind !== 'call' || call.name === 'write') break;
    calls.push(call);
  }
  return { timeline, calls };
}

const answerOf = ({ result }: CallEvent): string =>
  result.kind === 'value' ? `0x${result.value.toString(16)}` : result.kind === 'error' ? result.errno : '?';

it.each(rows.map((row, i) => [row[0], i] as const))('as the kernel: %s …', async (_, i) => {
  const made = make(folder, program, i);
  const { timeline, calls } = await read(made);
  const [first] = calls;
  if (first === undefined) throw new Error(made.log);
  let state: WhatIfState = whatIfAt(timeline, first.index, first.task);
  for (const [at, text] of (rows[i] ?? []).entries()) {
    const next = tryCalls(state, text);
    if (isProblem(next)) throw new Error(`${text}: ${textOf(next.message)}`);
    const step = next.steps.at(-1);
    expect(`${text} = ${step && answerOf(step.call)}`).toBe(`${text} = ${calls[at] && answerOf(calls[at])}`);
    state = next;
  }
  const { snapshots } = parseMapsFile(`# after line ${calls.at(-1)?.line ?? 0}\n${made.after}`);
  const behind = await buildTimeline([{ source: textSource(made.log) }], { snapshots });
  const world = behind.worldAt(eventIndex((calls.at(-1)?.index ?? 0) + 1));
  const real = world.space(world.task(first.task)?.space ?? (-1 as never));
  expect(ranges(spaceOf(state))).toEqual(ranges(real));
});
