/** Faults made on this kernel under strace, in several of strace's forms: each is explained by what the program did. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Explanation } from '../../model/why/explanation';
import { textOf } from '../../model/why/message';
import { explainedText } from '../unit/why/explained-log';
import { faultCases } from '../unit/why/fault-cases';

const folder = mkdtempSync(join(tmpdir(), 'pagewalk-faults-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(() => {
  copyFileSync('test/kernel/signals/faults.c', join(folder, 'faults.c'));
  execFileSync('gcc', ['-static', '-O0', '-w', '-pthread', '-o', 'faults', 'faults.c'], { cwd: folder });
});

async function run(options: readonly string[]): Promise<ReadonlyMap<string, readonly Explanation[]>> {
  execFileSync('strace', ['-f', '-o', 'log', ...options, './faults'], { cwd: folder, stdio: 'ignore' });
  return explainedText(readFileSync(join(folder, 'log'), 'utf8'));
}

/** What this machine cannot make: no userfaultfd for users, huge pages in the pool, no room for a segment. */
const MAY_LACK: ReadonlySet<string> = new Set(['bus_huge', 'bus_uffd', 'guard', 'detached']);

describe.each([[[]], [['-tt', '-y']], [['-X', 'raw']], [['-ttt', '-T', '-i']]])('strace %j', (options) => {
  it('names the cause of every signal', async () => {
    const explained = await run(options);
    const wrong: string[] = [];
    for (const { name, signal, certainty, id } of faultCases) {
      const found = explained.get(name)?.find(({ call }) => call === signal);
      if (found === undefined && MAY_LACK.has(name)) continue;
      const [first] = found?.causes ?? [];
      if (found?.certainty !== certainty || first?.id !== id)
        wrong.push(`${name}: ${found?.certainty} ${first?.id}, not ${certainty} ${id}`);
    }
    expect(wrong).toEqual([]);
  });

  it('gives the lines that prove it', async () => {
    const explained = await run(options);
    const lines = (name: string): readonly string[] =>
      (explained.get(name)?.at(0)?.causes[0]?.evidence ?? []).map(({ text }) => textOf(text));
    expect(lines('unmapped')).toEqual([expect.stringMatching(/^munmap\(/)]);
    expect(lines('bus_cut').at(-1)).toMatch(/^ftruncate\(/);
  });
});
