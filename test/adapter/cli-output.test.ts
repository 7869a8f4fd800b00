/** The command-line tool: what it tells on standard error of how a log was read, and what it keeps off a terminal. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { objects, pagewalk } from './run-pagewalk';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pagewalk-test-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const written = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

describe('what a person should know of how a log was read goes to standard error', () => {
  it('files without time stamps have no order', async () => {
    written('threads.101', 'getppid() = 1\n');
    written('threads.102', 'mlock(0x10000, 4096) = 0\n');
    const outcome = await pagewalk(['replay', join(folder, 'threads'), '--json']);
    expect(outcome.stderr).toMatch(/no time stamps.*-ttt/);
    expect(objects(outcome)).toHaveLength(1);
  });

  it('a later snapshot contradicts the log', async () => {
    const log = written(
      'differs.log',
      'execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0\nmmap(NULL, 4096, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x10000000\ngetppid() = 1\n',
    );
    written('differs.log.maps', '# after line 3\n10000000-10001000 rw-p 00000000 00:00 0\n');
    const { stderr } = await pagewalk(['replay', log]);
    expect(stderr).toMatch(/snapshot at .* differs from the model at 0x10000000-0x10001000/);
  });
});

describe('a log with control characters in it', () => {
  it('does not send them to the terminal', async () => {
    const log = written(
      'escape.log',
      'open("\u001b]0;title\u0007\u001b[2J", O_RDONLY) = -1 ENOENT (\u009b31m)\n',
    );
    const { stdout } = await pagewalk(['explain', log]);
    expect(stdout).toContain('ENOENT');
    expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });

  it('sends none that JSON would leave, nor marks that turn the direction of writing', async () => {
    const path = '/tmp/\u202egnp\u2066.sh\u009b2J\u200f\u007f';
    const log = written(
      'turned.log',
      `openat(AT_FDCWD, "${path}", O_RDONLY) = 3\nmmap(NULL, 4096, PROT_READ, MAP_PRIVATE, 3, 0) = 0x10000000\nopen("${path}", O_RDONLY) = -1 ENOENT (${path})\n`,
    );
    for (const args of [
      ['explain', log],
      ['explain', log, '--json'],
      ['replay', log, '--vmas', '--json'],
    ]) {
      const outcome = await pagewalk(args);
      expect(outcome.stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e\u2066\u200f]/u);
    }
    const [row] = objects(await pagewalk(['replay', log, '--vmas', '--json']));
    expect(row).toMatchObject({ vmas: [{ file: path }] });
  });
});
