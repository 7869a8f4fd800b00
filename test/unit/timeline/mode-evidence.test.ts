import { expect, test } from 'vitest';
import { parseMapsFile } from '../../../model/memory/maps-snapshot';
import { pageNumber } from '../../../model/memory/page';
import type { TaskId } from '../../../model/trace/positions';
import { at, record, spaceOf } from './recorded';

// As strace -o FILE writes it: no note tells of the mode.
const FROM_32_TO_64 = `
  101 execve("/a32", ["/a32"], 0x7ffc00000000 /* 0 vars */) = 0
  101 brk(NULL) = 0x5663b000
  101 mmap2(NULL, 8192, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0xf7f0b000
  101 execve("/bin/true", ["true"], 0xffaf8f8c /* 0 vars */) = 0
  101 brk(NULL) = 0x56141a158000
  101 mmap(NULL, 8192, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7f616174a000
  101 munmap(0x7f616174a000, 4096) = 0
`;

test('a program of 64 bits shows by its first address, whatever ran before it', async () => {
  const timeline = await record(FROM_32_TO_64);
  const task = (position: number) => timeline.worldAt(at(position)).task(0 as TaskId);
  expect(task(3)?.architecture).toBe('i386');
  expect(task(6)?.architecture).toBe('x86-64');
  const end = spaceOf(timeline, timeline.end)!;
  expect(end.taskSize).toBe(0x7ffffffff);
  expect(end.vmaAt(pageNumber(0x7f616174b))).toBeDefined();
  expect(end.stateAt(pageNumber(0x7f616174a))).toBe('free');
  // What the log does not show of the new program is not known to be free.
  expect(end.stateAt(pageNumber(0x56141a150))).toBe('unknown');
  expect(timeline.agreement(at(5))).toBe('agrees');
});

test('between a 32-bit program and the first proof of what it started, nothing above 4 GiB is called free', async () => {
  const timeline = await record(FROM_32_TO_64);
  expect(spaceOf(timeline, at(4))?.stateAt(pageNumber(0x7f616174a))).toBe('unknown');
});

test('mmap2 of a new program ends its space at 4 GiB', async () => {
  const timeline = await record(`
  101 execve("/a32", ["/a32"], 0x7ffc00000000 /* 0 vars */) = 0
  101 mmap2(NULL, 8192, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0xf7f0b000
  101 execve("/b32", ["/b32"], 0xffaf8f8c /* 0 vars */) = 0
  101 brk(NULL) = 0x5663b000
  101 mmap2(NULL, 8192, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0xf7f0b000
`);
  expect(spaceOf(timeline, at(3))?.taskSize).toBe(0x7ffffffff);
  const end = spaceOf(timeline, timeline.end)!;
  expect(end.taskSize).toBe(0xffffe);
  expect(end.vmaAt(pageNumber(0xf7f0b))).toBeDefined();
});

const FROM_64_TO_32 = `
  101 execve("/bin/sh", ["sh"], 0x7ffc00000000 /* 0 vars */) = 0
  101 arch_prctl(ARCH_SET_FS, 0x7f616174b740) = 0
  101 execve("/a32", ["/a32"], 0x55e3a3118b28 /* 0 vars */) = 0
  101 brk(NULL) = 0x5663b000
  101 mmap2(NULL, 8192, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0xf7f0b000
  101 brk(0x5665c000) = 0x5665c000
`;

test('a program of 32 bits shows by calls that no other has; its break is kept', async () => {
  const timeline = await record(FROM_64_TO_32);
  expect(timeline.worldAt(at(2)).task(0 as TaskId)?.architecture).toBe('x86-64');
  expect(timeline.worldAt(at(5)).task(0 as TaskId)?.architecture).toBe('i386');
  const end = spaceOf(timeline, timeline.end)!;
  expect(end.taskSize).toBe(0xffffe);
  expect(end.startBrk).toBe(0x5663b000n);
  expect(end.vmaAt(pageNumber(0x5663b))?.end).toBe(0x5665c);
});

test('single calls of 32 bits take nothing from a program of 64', async () => {
  const timeline = await record(`
  101 execve("/bin/sh", ["sh"], 0x7ffc00000000 /* 0 vars */) = 0
  101 arch_prctl(ARCH_SET_FS, 0x7f616174b740) = 0
  101 mmap(NULL, 8192, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7f616174a000
  101 mmap2(NULL, 8192, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS|MAP_32BIT, -1, 0) = 0x40000000
  101 mprotect(0x7f616174a000, 4096, PROT_READ) = 0
`);
  const end = spaceOf(timeline, timeline.end)!;
  expect(end.taskSize).toBe(0x7ffffffff);
  expect([...end.vmas()].map((vma) => [vma.start, vma.end])).toEqual([
    [0x40000, 0x40002],
    [0x7f616174a, 0x7f616174b],
    [0x7f616174b, 0x7f616174c],
  ]);
});

test('a snapshot shows the mode before any call does', async () => {
  const maps = (stack: string) =>
    `# after line 1\n08048000-08049000 r-xp 00000000 fe:00 7 /a\n${stack} rw-p 00000000 00:00 0 [stack]\n`;
  const of = async (stack: string) => {
    const snapshots = parseMapsFile(maps(stack)).snapshots;
    const timeline = await record(
      `
  101 execve("/a", ["/a"], 0x7ffc00000000 /* 0 vars */) = 0
  101 brk(NULL) = 0x8053000
  101 exit_group(0) = ?
`.trimStart(),
      { snapshots },
    );
    return timeline.worldAt(at(1)).task(0 as TaskId)?.architecture;
  };
  expect(await of('fffdd000-ffffe000')).toBe('i386');
  expect(await of('7ffc00000000-7ffc00021000')).toBe('x86-64');
});

test('what a snapshot shows of a program of 32 bits is read as such: where the kernel looks for room', async () => {
  const maps = `# after line 1
08048000-08049000 r-xp 00000000 fe:00 7 /a
f7f13000-f7f17000 r--p 00000000 00:00 0 [vvar]
f7f17000-f7f19000 r--p 00000000 00:00 0 [vvar_vclock]
f7f19000-f7f1b000 r-xp 00000000 00:00 0 [vdso]
ff985000-ff9a6000 rw-p 00000000 00:00 0 [stack]
`;
  // The program that it becomes makes the log look like one of 64 bits.
  const timeline = await record(
    `
  101 execve("/a", ["/a"], 0x7ffc00000000 /* 0 vars */) = 0
  101 mmap2(NULL, 8192, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0xf7f11000
  101 execve("/bin/true", ["true"], 0xffcb43cc /* 0 vars */) = 0
  101 arch_prctl(ARCH_SET_FS, 0x7f616174b740) = 0
`.trimStart(),
    { snapshots: parseMapsFile(maps).snapshots },
  );
  expect(timeline.judge(at(1))?.predicted).toEqual({ kind: 'success', value: 0xf7f11000n });
});
