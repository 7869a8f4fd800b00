/** Threads that unmap and map at once: the log shows the removal behind the mapping that took its place. */
import { describe, expect, test } from 'vitest';
import { at, eventOf, ranges, record, spaceOf } from './recorded';

const EXEC = '101 execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0';
const THREAD =
  '101 clone(child_stack=0x7f0, flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD|CLONE_SYSVSEM) = 102';
const map = (pages: number, address: string, prot = 'PROT_READ', flags = ''): string =>
  `mmap(NULL, ${pages * 4096}, ${prot}, MAP_PRIVATE|MAP_ANONYMOUS${flags}, -1, 0) = ${address}`;

/** 101 has four pages and unmaps them; `meanwhile` happens; then the removal returns. */
const raced = (meanwhile: string, result = '= 0'): string => `
  ${EXEC}
  ${THREAD}
  101 ${map(4, '0x10000000', 'PROT_READ|PROT_WRITE')}
  101 munmap(0x10000000, 16384 <unfinished ...>
  ${meanwhile}
  101 <... munmap resumed>) ${result}
  102 getppid() = 1
`;

describe('a removal that returns in the log after another thread was given its pages', () => {
  test.each([
    ['all of them', `102 ${map(4, '0x10000000')}`, ['10000-10004 r--']],
    ['some of them', `102 ${map(2, '0x10001000')}`, ['10001-10003 r--']],
    ['some, and others around', `102 ${map(2, '0x10003000')}`, ['10003-10005 r--']],
    [
      'two, one of which is gone again',
      `102 ${map(1, '0x10000000')}\n102 ${map(1, '0x10002000')}\n102 munmap(0x10000000, 4096) = 0`,
      ['10002-10003 r--'],
    ],
    [
      'by a move',
      `102 ${map(1, '0x20000000')}\n102 mremap(0x20000000, 4096, 8192, MREMAP_MAYMOVE) = 0x10000000`,
      ['10000-10002 r--'],
    ],
    [
      'by a place asked for that was free',
      '102 mmap(0x10000000, 4096, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS|MAP_FIXED_NOREPLACE, -1, 0) = 0x10000000',
      ['10000-10001 r--'],
    ],
    ['none', `102 ${map(1, '0x20000000')}`, ['20000-20001 r--']],
  ])('spares %s', async (_, meanwhile, left) => {
    const timeline = await record(raced(meanwhile));
    expect(ranges(spaceOf(timeline, timeline.end))).toEqual(left);
  });

  test('a refused removal removes nothing', async () => {
    const timeline = await record(raced('102 getpid() = 101', '= -1 EPERM (Operation not permitted)'));
    expect(ranges(spaceOf(timeline, timeline.end))).toEqual(['10000-10004 rw-']);
  });

  test('a replacement by MAP_FIXED tells no order: the log’s holds', async () => {
    const fixed = map(1, '0x10000000', 'PROT_READ', '|MAP_FIXED').replace('NULL', '0x10000000');
    const timeline = await record(raced(`102 ${fixed}`));
    expect(ranges(spaceOf(timeline, timeline.end))).toEqual([]);
  });

  test('in the memory of another process nothing is spared', async () => {
    const forked = raced(`103 ${map(1, '0x10000000')}`).replace(EXEC, `${EXEC}\n101 fork() = 103`);
    const timeline = await record(forked);
    expect(ranges(spaceOf(timeline, timeline.end, 101))).toEqual([]);
    expect(ranges(spaceOf(timeline, timeline.end, 103))).toEqual(['10000-10001 r--']);
  });

  test('what was given is still judged by its own: protecting it agrees, and stepping back is exact', async () => {
    const timeline = await record(
      `${raced(`102 ${map(1, '0x10000000')}`)}\n102 mprotect(0x10000000, 4096, PROT_NONE) = 0`,
    );
    expect(timeline.agreement(eventOf(timeline, 'mprotect'))).toBe('agrees');
    const removal = eventOf(timeline, 'munmap resumed');
    expect(ranges(spaceOf(timeline, removal))).toEqual(['10000-10001 r--', '10001-10004 rw-']);
    expect(ranges(spaceOf(timeline, at(removal + 1)))).toEqual(['10000-10001 r--']);
  });
});

/** 101 has four pages, the second locked, and moves them; `meanwhile` happens; then the move returns. */
const moved = (
  meanwhile: string,
  call = '0x10000000, 16384, 20480, MREMAP_MAYMOVE',
  to = '0x30000000',
): string => `
  ${EXEC}
  ${THREAD}
  101 ${map(4, '0x10000000', 'PROT_READ|PROT_WRITE')}
  101 mlock(0x10001000, 4096) = 0
  101 munlock(0x10001000, 4096) = 0
  101 mremap(${call} <unfinished ...>
  ${meanwhile}
  101 <... mremap resumed>) = ${to}
  102 getppid() = 1
`;

describe('a move that returns in the log after another thread was given its old pages', () => {
  test.each([
    ['some of them', `102 ${map(2, '0x10001000')}`, ['10001-10003 r--', '30000-30005 rw-']],
    ['all of them', `102 ${map(4, '0x10000000')}`, ['10000-10004 r--', '30000-30005 rw-']],
    ['one, gone again', `102 ${map(1, '0x10000000')}\n102 munmap(0x10000000, 4096) = 0`, ['30000-30005 rw-']],
    ['none', `102 ${map(1, '0x20000000')}`, ['20000-20001 r--', '30000-30005 rw-']],
  ])('moves what was there, and leaves %s', async (_, meanwhile, left) => {
    const timeline = await record(moved(meanwhile));
    expect(timeline.notApplied.count).toBe(0);
    const end = spaceOf(timeline, timeline.end)!;
    expect(ranges(end)).toEqual(left);
    expect(end.locked).toBe(0);
  });

  test('the tail that it gave up may be another’s', async () => {
    const timeline = await record(
      moved(`102 ${map(2, '0x10002000')}`, '0x10000000, 16384, 8192, 0', '0x10000000'),
    );
    expect(ranges(spaceOf(timeline, timeline.end))).toEqual(['10000-10002 rw-', '10002-10004 r--']);
  });

  test('refused, it moved nothing: the log is the truth', async () => {
    const timeline = await record(
      moved(`102 ${map(2, '0x10001000')}`, undefined, '-1 ENOMEM (Cannot allocate memory)'),
    );
    expect(ranges(spaceOf(timeline, timeline.end))).toEqual([
      '10000-10001 rw-',
      '10001-10003 r--',
      '10003-10004 rw-',
    ]);
  });
});
