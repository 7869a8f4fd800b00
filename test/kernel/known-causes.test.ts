/**
 * Calls that fail on the live kernel, each for one cause that is known because a program made it (known-causes/programs): an
 * explanation names that cause, in every form in which strace writes the log.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explained } from './known-causes/explained';
import { heldAgainst, type Held } from './known-causes/held-against';
import { percent, sharesOf } from './known-causes/shares';

/** Percent. They are only ever raised. */
const bars = { proven: 99, listed: 98, outside: 100, otherForms: 99.9 };

let held: readonly Held[] = [];
beforeAll(async () => {
  held = await heldAgainst(join(import.meta.dirname, 'known-causes', 'programs'), {
    // The other forms are for `npm run causes`.
    forms: ['usual', 'raw flags', 'no pid', 'times', 'memory calls'],
  });
}, 900_000);

describe('causes that are known', () => {
  it('are named first and called proven, with the lines that prove them', () => {
    expect(percent(sharesOf(held).proven)).toBeGreaterThanOrEqual(bars.proven);
  });

  it('are among the causes where the log does not show them', () => {
    expect(percent(sharesOf(held).listed)).toBeGreaterThanOrEqual(bars.listed);
  });

  it('are called outside where neither the address space nor its limits have to do with them', () => {
    expect(percent(sharesOf(held).outside)).toBeGreaterThanOrEqual(bars.outside);
  });

  it('never give way to a wrong one that is called proven', () => {
    const wrong = sharesOf(held).wronglyProven.map(({ known, form }) => `${known.name} (${form})`);
    expect(wrong).toEqual([]);
  });

  it('are the same in every form of the log', () => {
    expect(percent(sharesOf(held).otherForms)).toBeGreaterThanOrEqual(bars.otherForms);
  });
});

describe('what fails in programs that are well', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pagewalk-ordinary-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['ls', '-l', '/nowhere', '/'],
    [
      'sh',
      '-c',
      'cat /nowhere; no-such-command; kill -0 999999; read word </dev/null; ls / | cat >/dev/full',
    ],
    ['find', '/proc/self', '-maxdepth', '2', '-name', 'nothing'],
  ])('is outside the address space: %s', async (...command) => {
    const log = join(folder, `${command[0]}.strace`);
    spawnSync('strace', ['-f', '-o', log, '--', ...command], { stdio: 'ignore' });
    const all = await explained(log);
    expect(all.length).toBeGreaterThan(0);
    expect(all.filter(({ certainty }) => certainty !== 'outside')).toEqual([]);
  });
});
