/**
 * Printing and reading maps. Truth: snapshots recorded beside the sample logs, and `recorded/`, maps and smaps of a
 * program on Linux 6.18 that maps files with odd names, shares memory and locks two pages of it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { SpaceId } from '../../../model/memory/address-space';
import { mapsLine, mapsLines } from '../../../model/memory/maps-format';
import { parseMapsFile, type MapsSnapshot } from '../../../model/memory/maps-snapshot';
import { nameOf } from '../../../model/memory/names';
import { pageNumber, pageRange } from '../../../model/memory/page';
import { fromSnapshot } from '../../../model/memory/snapshot-space';
import { emptySpace } from '../../../model/memory/space-birth';
import { has, VmFlag, type Vma } from '../../../model/memory/vma';
import { eventIndex } from '../../../model/trace/positions';
import { noOrigin } from './drawing';

const samples = new URL('../../../samples/logs/', import.meta.url);
const recorded = (name: string): string => readFileSync(new URL(`recorded/${name}`, import.meta.url), 'utf8');
const TASK_SIZE = pageNumber(0x7ffff_ffff);

const spaceFrom = (snapshot: MapsSnapshot | undefined, past: 'exec' | 'attach' = 'attach') =>
  fromSnapshot({ id: 1 as SpaceId, taskSize: TASK_SIZE, snapshot: snapshot!, past });

/** The lines of a maps file that show VMAs. */
const vmaLines = (text: string): string[] =>
  text.split('\n').filter((line) => line !== '' && !line.startsWith('#') && !line.includes('[vsyscall]'));

describe('a recorded snapshot, read and printed again, is the same to the letter', () => {
  test.each(readdirSync(samples).filter((name) => name.endsWith('.maps')))('%s', (name) => {
    const text = readFileSync(new URL(name, samples), 'utf8');
    const { snapshots, problems } = parseMapsFile(text);
    expect(problems).toEqual([]);
    expect(snapshots.length).toBe(text.split('# after').length - 1);
    const printed = snapshots.flatMap((snapshot) => [...mapsLines(spaceFrom(snapshot))]);
    expect(printed).toEqual(vmaLines(text));
  });

  test('smaps gives the lines of maps', () => {
    const { snapshots, problems } = parseMapsFile(recorded('locks.smaps'));
    expect(problems).toEqual([]);
    expect([...mapsLines(spaceFrom(snapshots[0]))]).toEqual(vmaLines(recorded('locks.maps')));
  });
});

describe('what a snapshot tells', () => {
  const space = spaceFrom(parseMapsFile(recorded('locks.smaps')).snapshots[0]);
  const named = (name: string): Vma => [...space.vmas()].find((vma) => nameOf(vma, space) === name)!;

  test('VmLck, from the flags of all VMAs: 8 kB as /proc/PID/status said', () => {
    expect(space.locked).toBe(2);
  });

  test('without flags VmLck is not known, unless the program has only just begun', () => {
    const plain = parseMapsFile(recorded('locks.maps')).snapshots[0];
    expect(spaceFrom(plain).locked).toBeUndefined();
    expect(spaceFrom(plain, 'exec').locked).toBe(0);
    expect(spaceFrom(plain, 'exec').futureLock).toBe('off');
    expect(spaceFrom(plain).futureLock).toBe('unknown');
  });

  test.each<[string, number | undefined, string, string]>([
    ['the size of huge pages', 512, '2048', 'rd mr mw me de ht'],
    ['no size of ordinary pages', undefined, '4', 'rd mr mw me'],
    ['no size that no page has', undefined, '9', 'rd mr mw me de ht'],
  ])('%s', (_what, hugePages, kib, flags) => {
    const text = `40000000-40200000 r--p 00000000 00:0f 7 /mnt/data\nKernelPageSize:     ${kib} kB\nVmFlags: ${flags}\n`;
    const [vma] = spaceFrom(parseMapsFile(text).snapshots[0]).vmas();
    expect(vma?.backing).toMatchObject({ kind: 'file', path: '/mnt/data' });
    expect(vma?.backing.kind === 'file' ? vma.backing.hugePages : 0).toBe(hugePages);
  });

  test('number of VMAs without [vsyscall], and all else free', () => {
    expect(space.mapCount).toBe(20);
    expect(space.complete).toBe(true);
    expect(space.stateAt(pageNumber(0x400))).toBe('mapped');
    expect(space.stateAt(pageNumber(0x3ff))).toBe('free');
  });

  test('a path with a blank and a line end, and one that was removed', () => {
    expect(named('/tmp/a b\nc').backing).toMatchObject({ kind: 'file', inode: { device: 'fe:00' } });
    expect(named('/tmp/gone (x) (deleted)').pgoff).toBe(1);
  });

  test('SysV shared memory with key and id', () => {
    const vma = named('/SYSV0000162e (deleted)');
    expect(vma.backing).toMatchObject({ kind: 'sysv', shmid: 24, key: 0x162e });
    expect(has(vma, VmFlag.closeHook)).toBe(true);
  });

  test('the vdso can be neither split nor merged, the stack grows', () => {
    expect(has(named('[vdso]'), VmFlag.unsplittable) && has(named('[vdso]'), VmFlag.dontExpand)).toBe(true);
    expect(has(named('[stack]'), VmFlag.growsDown)).toBe(true);
    expect(space.stack).toBe(0x21);
  });

  test('plain maps gives ordinary flags that make the same totals', () => {
    const plain = spaceFrom(parseMapsFile(recorded('locks.maps')).snapshots[0]);
    expect([plain.total, plain.data, plain.stack, plain.exec]).toEqual([
      space.total,
      space.data,
      space.stack,
      space.exec,
    ]);
  });
});

describe('headers', () => {
  const line = '00400000-00401000 r--p 00000000 fe:00 1    /bin/x';

  test.each([
    [`# after line 12 pid 4711\n${line}`, [{ afterLine: 12, pid: 4711, line: 1 }]],
    [`#after line 12\n${line}`, [{ afterLine: 12, pid: undefined, line: 1 }]],
    [`# a comment\r\n${line}\r\n`, [{ afterLine: undefined, pid: undefined, line: 2 }]],
    [
      `# after line 1\n${line}\n\n# after line 9 pid 2\n${line}`,
      [
        { afterLine: 1, pid: undefined, line: 1 },
        { afterLine: 9, pid: 2, line: 4 },
      ],
    ],
  ])('%j', (text, expected) => {
    const { snapshots, problems } = parseMapsFile(text);
    expect(problems).toEqual([]);
    expect(snapshots.map(({ afterLine, pid, line }) => ({ afterLine, pid, line }))).toEqual(expected);
    for (const { vmas } of snapshots) expect(vmas.map(({ name }) => name)).toEqual(['/bin/x']);
  });
});

describe('what is wrong with a line is said by line and column, and the rest is read', () => {
  const good = '00500000-00501000 rw-p 00000000 00:00 0 ';

  test.each([
    ['garbage', 1, 'address-expected'],
    ['00400000+00401000 r--p 0 fe:00 1', 9, 'address-expected'],
    ['00400000-', 10, 'address-expected'],
    ['00400000-00400000 r--p 0 fe:00 1', 10, 'empty-range'],
    ['00400000-00300000 r--p 0 fe:00 1', 10, 'empty-range'],
    ['00400800-00401000 r--p 0 fe:00 1', 1, 'unaligned'],
    ['00400000-00401001 r--p 0 fe:00 1', 10, 'unaligned'],
    ['00400000-00401000', 18, 'permissions-expected'],
    ['00400000-00401000 rq-p 0 fe:00 1', 19, 'permissions-expected'],
    ['00400000-00401000 rw-ps 0 fe:00 1', 19, 'permissions-expected'],
    ['00400000-00401000 r--p xyz fe:00 1', 24, 'offset-expected'],
    ['00400000-00401000 r--p 00000000 fe00 1', 37, 'device-expected'],
    ['00400000-00401000 r--p 00000000 fe:00 x', 39, 'inode-expected'],
    ['00500000-00502000 r--p 00000000 fe:00 1', 1, 'overlap'],
    ['00400000-00401000 r--p 00000000 00:00 0 [rollup]', 1, 'rollup'],
    ['# after lunch', 9, 'header-expected'],
    ['# after line 3', 1, 'empty-snapshot'],
    ['\u0000\u0001\ufffd', 1, 'address-expected'],
  ])('%s', (bad, column, fault) => {
    const { snapshots, problems } = parseMapsFile(`${good}\n${bad}\nSize:  4 kB\n`);
    expect(problems.filter((problem) => problem.fault !== 'detail-without-range')).toEqual([
      { line: 2, column, fault },
    ]);
    expect(snapshots[0]?.vmas.map(({ start }) => start)).toEqual([0x500]);
  });

  test('details of smaps without a range', () => {
    expect(parseMapsFile(`Locked: 4 kB\n${good}`).problems).toEqual([
      { line: 1, column: 1, fault: 'detail-without-range' },
    ]);
  });

  test('a file of nothing but garbage: the first problems, and their number', () => {
    const { problems, problemCount, snapshots } = parseMapsFile('x\n'.repeat(5000));
    expect([problems.length, problemCount, snapshots.length]).toEqual([100, 5000, 0]);
  });

  test('lines in any order, in time that grows with their number only', () => {
    const lines = Array.from({ length: 20_000 }, (_, n) => {
      const start = (0x10_0000_0000 - n * 0x2000).toString(16);
      return `${start}-${(0x10_0000_1000 - n * 0x2000).toString(16)} rw-p 00000000 00:00 0`;
    });
    const { snapshots, problems } = parseMapsFile(lines.join('\n'));
    expect(problems).toEqual([]);
    expect(snapshots[0]?.vmas.length).toBe(20_000);
    expect(snapshots[0]?.vmas[0]?.line).toBe(20_000);
  });
});

describe('printing', () => {
  const born = { id: 1 as SpaceId, taskSize: TASK_SIZE, unknown: 'all', past: 'exec' } as const;
  const anonymous: Vma = {
    ...pageRange(0x7f3d25241, 0x7f3d25243),
    prot: 3,
    flags: 0,
    backing: { kind: 'anonymous' },
    pgoff: 0x7f3d25241,
    anonVma: 'none',
    origin: { ...noOrigin, mapped: eventIndex(1) },
    certainty: 'exact',
  };

  test('unknown stretches are comments, which are read back as unknown', () => {
    const space = emptySpace({ ...born, vmas: [anonymous] });
    const lines = [...mapsLines(space)];
    expect(lines).toEqual([
      '# 00000000-7f3d25241000 unknown',
      '7f3d25241000-7f3d25243000 rw-p 00000000 00:00 0 ',
      '# 7f3d25243000-7ffffffff000 unknown',
    ]);
    const again = spaceFrom(parseMapsFile(lines.join('\n')).snapshots[0]);
    expect([...mapsLines(again)]).toEqual(lines);
    expect(again.stateAt(pageNumber(5))).toBe('unknown');
  });

  test.each<readonly [Partial<Vma>, string]>([
    [{ prot: 7 }, '7f3d25241000-7f3d25243000 rwxp 00000000 00:00 0 '],
    [{ prot: undefined }, '7f3d25241000-7f3d25243000 ???p 00000000 00:00 0 '],
    [{ prot: undefined, backing: { kind: 'unknown' } }, '7f3d25241000-7f3d25243000 ???? 00000000 00:00 0 '],
    [
      { anonName: 'arena' },
      '7f3d25241000-7f3d25243000 rw-p 00000000 00:00 0                          [anon:arena]',
    ],
    [
      { backing: { kind: 'file', description: 3, path: '/x\ny' }, pgoff: 0x12345678 },
      '7f3d25241000-7f3d25243000 rw-p 12345678000 00:00 0                       /x\\012y',
    ],
    [
      { flags: VmFlag.mayShare, backing: { kind: 'sysv', object: 1, shmid: 7 } },
      '7f3d25241000-7f3d25243000 rw-s 7f3d25241000 00:01 7                      /SYSV???????? (deleted)',
    ],
  ])('%j', (more, text) => {
    expect(mapsLine({ ...anonymous, ...more }, emptySpace(born))).toBe(text);
  });

  test.each([
    // [start, end) in pages behind start_brk, which lies 0x800 bytes into page 0; brk 0x1800 bytes behind it
    ['the heap itself', 0, 2, '[heap]'],
    ['anonymous memory that begins in it', 1, 5, '[heap]'],
    ['memory that begins at the page behind', 2, 3, undefined],
    ['memory that ends where it begins', -2, 0, undefined],
    ['memory that reaches into it from below', -2, 1, '[heap]'],
  ])('%s', (_name, start, end, name) => {
    const heap = 0x5555_5555;
    const space = emptySpace({
      ...born,
      facts: { startBrk: BigInt(heap) * 4096n + 0x800n, brk: BigInt(heap) * 4096n + 0x1800n },
    });
    expect(nameOf({ ...anonymous, ...pageRange(heap + start, heap + end) }, space)).toBe(name);
  });

  test('memory at the top of user space that no call mapped is the stack', () => {
    const top = { ...anonymous, ...pageRange(TASK_SIZE - 100, TASK_SIZE - 60) };
    expect(nameOf({ ...top, origin: noOrigin, certainty: 'inferred' }, emptySpace(born))).toBe('[stack]');
    expect(nameOf(top, emptySpace(born))).toBeUndefined();
  });
});
