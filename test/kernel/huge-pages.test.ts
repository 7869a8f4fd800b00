/**
 * Memory of huge pages, as the live kernel has it: of MAP_HUGETLB, of memory files, of a mounted filesystem, of segments.
 * The pool of huge pages is made as large as the programs need, and afterwards as it was.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { followed, type PolicyRun } from './policy/live-policy';

const POOL = '/proc/sys/vm/nr_hugepages';
/** In huge pages: what the largest scenario has at once. */
const NEEDED = 24;
/** What is promised to others already, who may never take it. */
const RESERVED = '/sys/kernel/mm/hugepages/hugepages-2048kB/resv_hugepages';

const folder = mkdtempSync(join(tmpdir(), 'pagewalk-huge-pages-'));
const program = join(folder, 'huge-pages');
let before: string | undefined;
let refused = '';

const inPool = (): number => Number(readFileSync(POOL, 'latin1'));

beforeAll(() => {
  const source = join(import.meta.dirname, 'huge-pages', 'huge-pages.c');
  const warnings = ['-Wall', '-Wextra', '-Wno-unused-result'];
  execFileSync('gcc', ['-static', '-O1', ...warnings, '-o', program, source], { stdio: 'pipe' });
  try {
    before = String(inPool());
    const needed = NEEDED + Number(readFileSync(RESERVED, 'latin1'));
    writeFileSync(POOL, String(Math.max(needed, Number(before))));
    if (inPool() < needed) refused = `the machine has memory for ${inPool()} huge pages of ${needed} only`;
  } catch (error) {
    refused = `huge pages can't be set aside (${POOL}): ${String(error)}; run as root`;
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  if (before !== undefined && inPool() !== Number(before)) writeFileSync(POOL, before);
});

async function run(...words: readonly string[]): Promise<PolicyRun> {
  const [log, truth] = [join(folder, 'log'), join(folder, 'truth')];
  const [scenario = '', ...more] = words;
  const { status, error, stderr } = spawnSync(
    'strace',
    ['-f', '-o', log, program, scenario, truth, ...more],
    { encoding: 'latin1', timeout: 60_000 },
  );
  if (error !== undefined || status !== 0) throw new Error(`strace: ${String(error)} ${status} ${stderr}`);
  return followed(readFileSync(log), readFileSync(truth, 'latin1'));
}

/** The least number of marks, the checks by which the kernel refuses calls, and those that no log can settle. */
const scenarios: readonly (readonly [
  words: readonly string[],
  least: number,
  refusedBy: readonly string[],
  untold: readonly string[],
])[] = [
  [
    ['anonymous'],
    28,
    [
      'madvise.huge-page-cut',
      'madvise.wrong-kind',
      'mmap.huge-page-offset',
      'mmap.length-zero',
      'mmap.shared-grows-down',
      'mmap.unknown-huge-page-size',
      'mprotect.indivisible',
      'munmap.indivisible',
    ],
    [],
  ],
  [['moving'], 18, ['mmap.fixed-indivisible', 'mmap.huge-page-misaligned', 'mremap.huge-page-alignment'], []],
  [['locking'], 12, [], []],
  [
    ['files'],
    16,
    [
      'mmap.huge-page-offset',
      'mmap.huge-pages-of-ordinary-file',
      'mprotect.indivisible',
      'munmap.indivisible',
      'seals.mapped-writable',
    ],
    // What MAP_NORESERVE maps, the pool may not have when it is touched.
    ['mlock.not-populated'],
  ],
  [['segments'], 12, ['mprotect.indivisible', 'munmap.indivisible', 'shmat.huge-page-misaligned'], []],
  [['children'], 6, ['munmap.indivisible'], []],
  [
    ['mounted', join(folder, 'mnt')],
    9,
    ['mmap.huge-page-offset', 'mprotect.indivisible', 'munmap.indivisible'],
    [],
  ],
];

describe('huge pages on the live kernel', () => {
  test.each(scenarios)('%s', async (words, least, refusedBy, untold) => {
    expect(refused).toBe('');
    const { differences, open, refused: checks, marks } = await run(...words);
    expect(differences).toEqual([]);
    expect(marks).toBeGreaterThanOrEqual(least);
    expect([...checks.keys()]).toEqual(expect.arrayContaining([...refusedBy]));
    expect([...open.keys()]).toEqual(untold);
  });
});
