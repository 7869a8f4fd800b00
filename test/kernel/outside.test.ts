/** Calls that fail on this kernel for reasons outside the address space, in several of strace's forms. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explainedText } from '../unit/why/explained-log';
import { outsideCases } from '../unit/why/outside-cases';

const folder = mkdtempSync(join(tmpdir(), 'pagewalk-outside-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(() => {
  copyFileSync('test/kernel/outside/outside.c', join(folder, 'outside.c'));
  execFileSync('gcc', ['-static', '-O0', '-w', '-o', 'outside', 'outside.c'], { cwd: folder });
});

describe.each([[[]], [['-tt', '-y']], [['-X', 'raw']], [['-yy', '-T']]])('strace %j', (options) => {
  it('names what each call failed by', async () => {
    execFileSync('strace', ['-f', '-o', 'log', ...options, './outside'], { cwd: folder, stdio: 'ignore' });
    const explained = await explainedText(readFileSync(join(folder, 'log'), 'utf8'));
    const wrong: string[] = [];
    for (const { name, call, errno, id } of outsideCases) {
      const found = explained.get(name)?.findLast((one) => one.call === call && one.errno === errno);
      const first = found?.causes[0]?.id;
      if (found?.certainty !== 'outside' || first !== id)
        wrong.push(`${name}: ${found?.certainty} ${first}, not ${id}`);
    }
    expect(wrong).toEqual([]);
  });
});
