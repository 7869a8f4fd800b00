/** Task trees in what strace prints to a terminal: who a line without a tid, and a child that a message names, belong to. */
import { describe, expect, test } from 'vitest';
import { ranges, record, spaceOf, taskWithTid } from '../timeline/recorded';
import type { RecordedTimeline } from '../../../model/timeline/recorded-timeline';

const EXEC = 'execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0';
const MMAP = 'mmap(NULL, 8192, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x10000000';
const PTHREAD =
  'clone3({flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD|CLONE_SYSVSEM, child_tid=0x7f9, parent_tid=0x7f9, exit_signal=0, stack=0x7f0, stack_size=0x1000, tls=0x7f9} => {parent_tid=[102]}, 88) = 102';

const memory = (timeline: RecordedTimeline, tid: number): string[] =>
  ranges(spaceOf(timeline, timeline.end, tid));
const samespace = (timeline: RecordedTimeline, a: number, b: number): boolean =>
  taskWithTid(timeline, timeline.end, a).space === taskWithTid(timeline, timeline.end, b).space;

describe('strace on stderr: a message names the child', () => {
  test.each([
    ['the message below the return of the clone', 'fork() = 102', 'strace: Process 102 attached', false],
    ['the same with a thread', PTHREAD, 'strace: Process 102 attached', true],
    [
      'the message inside the clone',
      'vfork(strace: Process 102 attached\n <unfinished ...>\n[pid   102] getppid() = 101',
      '[pid   101] <... vfork resumed>) = 102',
      true,
    ],
    [
      'a call of the parent between the two',
      'fork() = 102\nmprotect(0x10001000, 4096, PROT_READ) = 0',
      'strace: Process 102 attached',
      false,
    ],
  ])('%s', async (_, first, second, shares) => {
    const timeline = await record(
      `${EXEC}\n${MMAP}\n${first}\n${second}\n[pid   102] munmap(0x10000000, 4096) = 0\n[pid   101] brk(NULL) = 0x55550000`,
    );
    expect(memory(timeline, 102)).toEqual(['10001-10002 rw-']);
    expect(samespace(timeline, 101, 102)).toBe(shares);
  });

  test('two children whose messages come late each get their own parent', async () => {
    const timeline = await record(`
      ${EXEC}
      ${MMAP}
      fork() = 102
      strace: Process 102 attached
      [pid   102] munmap(0x10000000, 4096) = 0
      [pid   102] fork() = 103
      [pid   101] fork() = 104
      strace: Process 104 attached
      strace: Process 103 attached
      [pid   103] getppid() = 102
      [pid   104] getppid() = 101
    `);
    expect(memory(timeline, 103)).toEqual(['10001-10002 rw-']);
    expect(memory(timeline, 104)).toEqual(['10000-10002 rw-']);
  });

  test('attached to a process of several threads: the message gives each its tid', async () => {
    const timeline = await record(`
      strace: Process 101 attached with 2 threads
      [pid   102] mmap(NULL, 4096, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x30000000
      [pid   101] brk(NULL) = 0x55550000
    `);
    expect(samespace(timeline, 101, 102)).toBe(true);
  });
});
