import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { pagewalk } from './run-pagewalk';

const folder = mkdtempSync(join(tmpdir(), 'pagewalk-html-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HOSTILE = '/tmp/<img src=x onerror=alert(1)>&\u202e';
const log = join(folder, 'hostile.strace');
writeFileSync(
  log,
  [
    `openat(AT_FDCWD, "${HOSTILE}", O_RDONLY) = 3`,
    'mmap(NULL, 8192, PROT_READ, MAP_SHARED, 3, 0) = 0x7f0000000000',
    'mprotect(0x7f0000000000, 8192, PROT_READ|PROT_WRITE) = -1 EACCES (Permission denied)',
    '',
  ].join('\n'),
);

describe('explain --html', () => {
  it('is a page with the cause, its lines and the picture of the space', async () => {
    const sample = 'samples/logs/mremap-eagain.strace';
    const { stdout, status } = await pagewalk(['explain', sample, '--line', '20', '--html']);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^<!DOCTYPE html>\n<html lang="en">/);
    expect(stdout).toContain('mremap.over-lock-limit');
    expect(stdout).toContain('RLIMIT_MEMLOCK 64 KiB (set at line 15)');
    expect(stdout).toContain('<svg ');
    expect(stdout.trimEnd()).toMatch(/<\/html>$/);
  });

  it('lets no text of a log become markup, and runs and loads nothing', async () => {
    const { stdout } = await pagewalk(['explain', log, '--line', '3', '--html']);
    expect(stdout).toContain('mprotect.not-permitted');
    expect(stdout).toContain('&#60;img src=x');
    expect(stdout).not.toMatch(/<(img|script|link|iframe)/i);
    expect(stdout).not.toMatch(/\u202e/);
    expect(stdout).toContain('default-src');
  });

  it('speaks the language that is asked for', async () => {
    const { stdout } = await pagewalk(['explain', log, '--line', '3', '--html', '--lang', 'de']);
    expect(stdout).toContain('<html lang="de">');
    expect(stdout).toContain('Die verletzte Regel');
    expect(stdout).not.toMatch(/The broken rule|Evidence/);
  });

  it('needs a line: a report tells of one failure', async () => {
    const { stderr, status } = await pagewalk(['explain', log, '--html']);
    expect(stderr).toMatch(/--line N/);
    expect(status).toBe(2);
  });
});
