/**
 * The command-line tool on the samples and on input that cannot be used: what it prints, and its status.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle, recorded } from './bundle';
import { objects, pagewalk } from './run-pagewalk';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pagewalk-test-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const written = (name: string, bytes: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};

describe('replay', () => {
  it('prints one object for each call that it judges, in order, with totals', async () => {
    const outcome = await pagewalk(['replay', recorded('mremap-eagain'), '--json']);
    expect(outcome.stderr).toBe('');
    expect(outcome.status).toBe(0);
    const rows = objects(outcome);
    expect(rows.map(({ line, call }) => `${String(line)} ${String(call)}`)).toEqual([
      '1 execve',
      '2 brk',
      '3 brk',
      '8 prlimit64',
      '11 brk',
      '12 brk',
      '13 brk',
      '14 mprotect',
      '15 prlimit64',
      '18 mmap',
      '19 mlock',
      '20 mremap',
      '21 mremap',
      '22 mremap',
      '23 munlock',
      '24 mremap',
    ]);
    expect(Object.keys(rows[0]!)).toEqual([
      'line',
      'pid',
      'call',
      'observed',
      'predicted',
      'agrees',
      'locked_kb',
      'size_kb',
    ]);
    expect(rows[11]).toMatchObject({
      pid: null,
      observed: { kind: 'error', errno: 'EAGAIN' },
      predicted: { kind: 'error', errno: 'EAGAIN' },
      agrees: true,
      locked_kb: 48,
    });
    expect(rows.map(({ locked_kb }) => locked_kb)).toEqual([
      0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 48, 48, 64, 64, 0, 0,
    ]);
  });

  it('prints children and programs with the caller’s address space, and no call that ends its caller', async () => {
    const rows = objects(await pagewalk(['replay', recorded('fork-exec'), '--json']));
    const told = rows
      .filter(({ call }) => /exec|fork|clone|exit/.test(String(call)))
      .map(({ line, pid, call, locked_kb, agrees }) => [line, pid, call, locked_kb, agrees]);
    expect(told).toEqual([
      [1, 2662, 'execve', 0, null],
      [18, 2662, 'clone', 4, true],
      [31, 2662, 'vfork', 4, true],
      [33, 2664, 'execve', 0, null],
    ]);
  });

  it('prints the address space after each call with --vmas', async () => {
    const rows = objects(await pagewalk(['replay', recorded('mremap-keeps-lock'), '--json', '--vmas']));
    const vmas = rows.at(-1)!['vmas'] as Record<string, unknown>[];
    expect(Object.keys(vmas[0]!)).toEqual([
      'start',
      'end',
      'prot',
      'share',
      'offset',
      'file',
      'name',
      'locked',
    ]);
    const starts = vmas.map(({ start }) => BigInt(start as string));
    expect(starts).toEqual([...starts].sort((a, b) => (a < b ? -1 : 1)));
    expect(vmas.some(({ name }) => name === '[heap]')).toBe(true);
    expect(vmas.some(({ name }) => name === '[stack]')).toBe(true);
  });

  it('judges a read that failed with EFAULT', async () => {
    const rows = objects(await pagewalk(['replay', recorded('read-after-munmap'), '--json']));
    const faults = rows.filter(({ observed }) => (observed as { errno?: string }).errno === 'EFAULT');
    expect(faults.map(({ call }) => call)).toEqual(['read', 'read', 'write', 'openat']);
    expect(faults.every(({ predicted }) => (predicted as { kind: string }).kind === 'error')).toBe(true);
  });

  it('reads the same from a file, from gzip in two members, and from standard input', async () => {
    const log = readFileSync(recorded('shm'));
    const half = Math.floor(log.length / 2);
    const members = Buffer.concat([gzipSync(log.subarray(0, half)), gzipSync(log.subarray(half))]);
    const plain = await pagewalk(['replay', written('shm.log', log), '--json']);
    expect(objects(plain).length).toBeGreaterThan(5);
    expect(await pagewalk(['replay', written('shm.gz', members), '--json'])).toEqual(plain);
    expect(await pagewalk(['replay', '-', '--json'], log)).toEqual(plain);
    expect(await pagewalk(['replay', '-', '--json'], members)).toEqual(plain);
  });

  it('keeps what a cut gzip file still holds, and says so', async () => {
    const packed = gzipSync(readFileSync(recorded('shm')));
    const outcome = await pagewalk([
      'replay',
      written('cut.gz', packed.subarray(0, packed.length - 60)),
      '--json',
    ]);
    expect(outcome.status).toBe(0);
    expect(outcome.stderr).toContain('ends too early');
    expect(objects(outcome).length).toBeGreaterThan(2);
  });

  it('takes the prefix of a -ff set and names the file of each line', async () => {
    const set = mkdtempSync(join(folder, 'set-'));
    cpSync(recorded('mremap-eagain'), join(set, 'log.100'));
    cpSync(recorded('mremap-einval'), join(set, 'log.20'));
    const rows = objects(await pagewalk(['replay', join(set, 'log'), '--json']));
    const files = new Set(rows.map(({ file, pid }) => `${String(file)} ${String(pid)}`));
    expect(files).toEqual(new Set([`${set}/log.20 20`, `${set}/log.100 100`]));
  });

  it('aligns its table and uses no colour in a pipe', async () => {
    const { stdout } = await pagewalk(['replay', recorded('mremap-eagain')]);
    expect(stdout).not.toContain('\u001b');
    expect(stdout).toMatch(/^line\s+pid\s+call/);
    expect(stdout).toMatch(/ 20 .* mremap +EAGAIN +=/);
  });
});

describe('explain', () => {
  it('prints one object for each failing call and ends with status 1', async () => {
    const outcome = await pagewalk(['explain', recorded('mremap-eagain'), '--json']);
    expect(outcome.status).toBe(1);
    const found = objects(outcome);
    expect(found.map(({ line, errno }) => `${String(line)} ${String(errno)}`)).toEqual([
      '20 EAGAIN',
      '22 EAGAIN',
    ]);
    expect(Object.keys(found[0]!)).toEqual([
      'line',
      'pid',
      'call',
      'errno',
      'certainty',
      'causes',
      'remedies',
    ]);
    expect(found[0]).toMatchObject({ call: 'mremap', certainty: 'proven' });
  });

  it('ends with status 0 where nothing failed', async () => {
    const log = written('fine.log', 'brk(NULL) = 0x1000\nmunmap(0x7f0000000000, 4096) = 0\n');
    expect(await pagewalk(['explain', log, '--json'])).toEqual({ status: 0, stdout: '', stderr: '' });
    expect((await pagewalk(['explain', log])).stdout).toMatch(/No call/);
  });

  it('explains a fatal signal under its name', async () => {
    const found = objects(await pagewalk(['explain', recorded('use-after-munmap'), '--json']));
    expect(found.at(-1)).toMatchObject({ call: 'SIGSEGV', errno: null });
  });

  it('explains the call of one line', async () => {
    const outcome = await pagewalk(['explain', recorded('mremap-eagain'), '--line', '22']);
    expect(outcome.stdout).toMatch(/^line 22: mremap\(/);
    expect(outcome.status).toBe(1);
    expect((await pagewalk(['explain', recorded('mremap-eagain'), '--line', '19'])).status).toBe(0);
  });
});

describe('maps', () => {
  it('prints the address space as the kernel does', async () => {
    const outcome = await pagewalk(['maps', recorded('mremap-keeps-lock'), '--line', '20']);
    expect(outcome.status).toBe(0);
    const lines = outcome.stdout.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines)
      expect(line).toMatch(
        /^[0-9a-f]{8,16}-[0-9a-f]{8,16} [r?-][w?-][x?-][ps?] [0-9a-f]{8,} [0-9a-f]{2}:[0-9a-f]{2} \d+ /,
      );
  });
});

describe('input that cannot be used', () => {
  const cases: readonly (readonly [string, () => readonly string[], RegExp])[] = [
    ['no command', () => [], /no command/],
    ['an unknown command', () => ['frobnicate'], /'frobnicate' is no command/],
    ['an unknown option', () => ['replay', recorded('shm'), '--frob'], /--frob/],
    ['no log', () => ['replay'], /needs a log/],
    ['two logs', () => ['replay', 'a', 'b'], /'b' is a second/],
    ['a missing file', () => ['replay', '/no/such/log'], /there is no such file/],
    [
      'a line behind the log',
      () => ['explain', `${recorded('mremap-eagain')}:20`],
      /mremap-eagain.strace --line 20/,
    ],
    ['a directory', () => ['replay', folder], /is a directory/],
    ['an empty file', () => ['replay', written('empty', '')], /is empty/],
    [
      'a program',
      () => ['replay', written('elf', readFileSync(process.execPath).subarray(0, 100_000))],
      /ELF/,
    ],
    ['JSON', () => ['replay', written('x.json', '{"a": [1, 2, 3]}\n')], /JSON.*Line 1/],
    ['a line that is not there', () => ['maps', recorded('shm'), '--line', '100000'], /no line 100000/],
    ['maps without a line', () => ['maps', recorded('shm')], /--line N/],
    ['a snapshot that is missing', () => ['replay', recorded('shm'), '--maps', '/no/such/maps'], /snapshot/],
    ['a kernel that is none', () => ['replay', recorded('shm'), '--kernel', 'new'], /kernel version/],
    ['an architecture that is none', () => ['replay', recorded('shm'), '--arch', 'pdp11'], /pdp11/],
    ['a page size that is none', () => ['replay', recorded('shm'), '--page-size', '8K'], /no page size/],
    ['a page size in words', () => ['replay', recorded('shm'), '--page-size', 'big'], /4K, 16K or 64K/],
    ['no mappings at all', () => ['replay', recorded('shm'), '--max-map-count', '0'], /no number above 0/],
    ['a language without words', () => ['explain', recorded('shm'), '--lang', 'tlh'], /tlh/],
    ['a port that is none', () => ['dap', '--port', '70000'], /no port/],
  ];
  it.each(cases)('%s gives status 2 and the reason on standard error', async (_name, args, reason) => {
    const outcome = await pagewalk(args());
    expect(outcome.stderr).toMatch(reason);
    expect(outcome.stderr).toMatch(/^pagewalk: .*\n$/);
    expect(outcome.stdout).toBe('');
    expect(outcome.status).toBe(2);
  });

  it('says which kernel the rules are those of, where a person reads', async () => {
    const given = await pagewalk(['replay', recorded('shm'), '--kernel', '5.15', '--page-size', '64K']);
    expect(given.stderr).toMatch(
      /Kernel 5\.15: as given\. Architecture x86-64: line \d+ proves it .*\. Pages of 64 KiB\.\n$/,
    );
    const assumed = await pagewalk(['explain', recorded('shm')]);
    expect(assumed.stderr).toMatch(/Kernel \d\.\d+: /);
    expect((await pagewalk(['replay', recorded('shm'), '--json'])).stderr).toBe('');
  });

  it('still reads what can be understood of a log that is cut in the middle of a line', async () => {
    const log = readFileSync(recorded('mremap-eagain'));
    const outcome = await pagewalk([
      'replay',
      written('half.log', log.subarray(0, log.length - 70)),
      '--json',
    ]);
    expect(outcome.status).toBe(0);
    expect(objects(outcome).length).toBeGreaterThan(10);
  });
});

describe('a reader that leaves', () => {
  it('ends the tool quietly', async () => {
    const line =
      'mmap(0x7f0000000000, 4096, PROT_READ, MAP_PRIVATE|MAP_FIXED|MAP_ANONYMOUS, -1, 0) = 0x7f0000000000\n';
    const log = written('long.log', line.repeat(30_000));
    const child = spawn(process.execPath, [bundle, 'replay', log, '--json'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let complaint = '';
    child.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect(complaint).toBe('');
    expect(status).toBe(0);
  });
});

describe('help and version', () => {
  it('are printed with status 0', async () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(await pagewalk(['--version'])).toEqual({
      status: 0,
      stdout: `pagewalk ${manifest.version}\n`,
      stderr: '',
    });
    const help = await pagewalk(['--help']);
    expect(help.status).toBe(0);
    for (const command of ['explain', 'maps', 'replay', 'dap'])
      expect(help.stdout).toContain(`pagewalk ${command}`);
  });
});
