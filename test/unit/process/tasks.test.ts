/** Task trees: who shares which memory, told by small logs. */
import { describe, expect, test } from 'vitest';
import { eventOf, ranges, record, spaceOf, taskWithTid } from '../timeline/recorded';
import type { RecordedTimeline } from '../../../model/timeline/recorded-timeline';

const EXEC = '101 execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0';
const MMAP = '101 mmap(NULL, 8192, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x10000000';
const THREAD =
  'clone(child_stack=0x7f0, flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD|CLONE_SYSVSEM';
const PTHREAD =
  'clone3({flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD|CLONE_SYSVSEM|CLONE_SETTLS|CLONE_PARENT_SETTID|CLONE_CHILD_CLEARTID, child_tid=0x7f9, parent_tid=0x7f9, exit_signal=0, stack=0x7f0, stack_size=0x1000, tls=0x7f9} => {parent_tid=[102]}, 88) = 102';

const memory = (timeline: RecordedTimeline, tid: number, position = timeline.end): string[] =>
  ranges(spaceOf(timeline, position, tid));
const samespace = (timeline: RecordedTimeline, a: number, b: number, position = timeline.end): boolean =>
  taskWithTid(timeline, position, a).space === taskWithTid(timeline, position, b).space;

describe('what a child shares', () => {
  test.each([
    ['fork', 'fork() = 102', 'fork', { space: false, files: false, process: false }],
    [
      'glibc fork',
      'clone(child_stack=NULL, flags=CLONE_CHILD_CLEARTID|CLONE_CHILD_SETTID|SIGCHLD, child_tidptr=0x7f0) = 102',
      'fork',
      { space: false, files: false, process: false },
    ],
    ['vfork', 'vfork() = 102', 'vfork', { space: true, files: false, process: false }],
    [
      'posix_spawn',
      'clone3({flags=CLONE_VM|CLONE_VFORK|CLONE_CLEAR_SIGHAND, exit_signal=SIGCHLD, stack=0x7f0, stack_size=0x9000}, 88) = 102',
      'vfork',
      { space: true, files: false, process: false },
    ],
    [
      'a thread by clone',
      `${THREAD}|CLONE_SETTLS, parent_tid=[102], tls=0x7f9, child_tidptr=0x7f9) = 102`,
      'thread',
      { space: true, files: true, process: true },
    ],
    ['a thread by clone3', PTHREAD, 'thread', { space: true, files: true, process: true }],
    [
      'flags as a number',
      'clone(child_stack=0x7f0, flags=0x3d0f00) = 102',
      'thread',
      { space: true, files: true, process: true },
    ],
    [
      'memory without a thread',
      'clone(child_stack=0x7f0, flags=CLONE_VM|CLONE_FILES|SIGCHLD) = 102',
      'shared-vm',
      { space: true, files: true, process: false },
    ],
  ] as const)('%s', async (_, clone, how, shares) => {
    const timeline = await record(`${EXEC}\n${MMAP}\n101 ${clone}\n102 getppid() = 101\n101 getppid() = 1`);
    const parent = taskWithTid(timeline, timeline.end, 101);
    const child = taskWithTid(timeline, timeline.end, 102);
    expect(child.created).toEqual({ at: 2, by: parent.id, how });
    expect({
      space: child.space === parent.space,
      files: child.descriptors === parent.descriptors,
      process: child.process === parent.process,
    }).toEqual(shares);
    expect(memory(timeline, 102)).toEqual(['10000-10002 rw-']);
  });
});

test('a failing clone makes nobody', async () => {
  const timeline = await record(`${EXEC}\n101 fork() = -1 EAGAIN (Resource temporarily unavailable)`);
  expect([...timeline.worldAt(timeline.end).tasks()]).toHaveLength(1);
});

test('an injected clone makes nobody', async () => {
  const timeline = await record(`${EXEC}\n101 fork() = 102 (INJECTED)\n102 getpid() = 102`);
  expect(taskWithTid(timeline, timeline.end, 102).created).toBeUndefined();
});

test('parent and child of a fork go different ways, and locks stay with the parent', async () => {
  const timeline = await record(`
    ${EXEC}
    ${MMAP}
    101 mlock(0x10000000, 4096) = 0
    101 fork() = 102
    102 munmap(0x10001000, 4096) = 0
    101 mprotect(0x10000000, 4096, PROT_READ) = 0
  `);
  expect(memory(timeline, 101)).toEqual(['10000-10001 r-- locked', '10001-10002 rw-']);
  expect(memory(timeline, 102)).toEqual(['10000-10001 rw-']);
  expect(spaceOf(timeline, timeline.end, 101)?.locked).toBe(1);
  expect(spaceOf(timeline, timeline.end, 102)?.locked).toBe(0);
});

test('the copy is of the time of the fork, however late the child shows up', async () => {
  const timeline = await record(`
    ${EXEC}
    ${MMAP}
    101 fork() = 102
    101 munmap(0x10000000, 8192) = 0
    102 getppid() = 101
  `);
  expect(memory(timeline, 101)).toEqual([]);
  expect(memory(timeline, 102)).toEqual(['10000-10002 rw-']);
});

describe('a child whose first lines stand before the return of its clone', () => {
  test('fork: it has the copied space at once, and the clone is known when it returns', async () => {
    const timeline = await record(`
      ${EXEC}
      ${MMAP}
      101 clone(child_stack=NULL, flags=CLONE_CHILD_CLEARTID|SIGCHLD <unfinished ...>
      102 munmap(0x10000000, 4096) = 0
      101 <... clone resumed>, child_tidptr=0x7f0) = 102
    `);
    const first = eventOf(timeline, '102 munmap');
    expect(memory(timeline, 102, first)).toEqual(['10000-10002 rw-']);
    expect(memory(timeline, 102)).toEqual(['10001-10002 rw-']);
    expect(memory(timeline, 101)).toEqual(['10000-10002 rw-']);
    expect(taskWithTid(timeline, timeline.end, 102).created).toMatchObject({ at: first + 1, how: 'fork' });
  });

  test('thread: what it does happens in the memory of all', async () => {
    const timeline = await record(`
      ${EXEC}
      ${MMAP}
      101 ${THREAD} <unfinished ...>
      102 munmap(0x10000000, 4096) = 0
      101 <... clone resumed>, parent_tid=[102], tls=0x7f9, child_tidptr=0x7f9) = 102
    `);
    expect(memory(timeline, 101)).toEqual(['10001-10002 rw-']);
    expect(samespace(timeline, 101, 102)).toBe(true);
    expect(taskWithTid(timeline, timeline.end, 102).created?.how).toBe('thread');
  });

  test('two clones open at once: the guess is put right', async () => {
    const timeline = await record(`
      ${EXEC}
      101 mmap(NULL, 4096, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x20000000
      101 fork() = 102
      102 munmap(0x20000000, 4096) = 0
      101 fork( <unfinished ...>
      102 fork( <unfinished ...>
      201 getppid() = 102
      202 getppid() = 101
      102 <... fork resumed>) = 201
      101 <... fork resumed>) = 202
      201 getppid() = 102
    `);
    expect(memory(timeline, 201)).toEqual([]);
    expect(memory(timeline, 202)).toEqual(['20000-20001 r--']);
    expect(taskWithTid(timeline, timeline.end, 201).created?.by).toBe(
      taskWithTid(timeline, timeline.end, 102).id,
    );
  });

  test('no clone was seen to be open: what the child has shown goes with it', async () => {
    const timeline = await record(`
      ${EXEC}
      ${MMAP}
      102 mmap(NULL, 4096, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x30000000
      102 munmap(0x10000000, 4096) = 0
      101 ${PTHREAD}
    `);
    expect(samespace(timeline, 101, 102)).toBe(true);
    expect(memory(timeline, 101)).toEqual(['10001-10002 rw-', '30000-30001 r--']);
  });
});

describe('exec', () => {
  test('success: a new space of which nothing is known, nothing locked, MCL_FUTURE off', async () => {
    const timeline = await record(`
      ${EXEC}
      ${MMAP}
      101 mlockall(MCL_CURRENT|MCL_FUTURE) = 0
      101 execve("/bin/b", ["b"], 0x7ffd0 /* 0 vars */) = 0
    `);
    const before = spaceOf(timeline, eventOf(timeline, '/bin/b'), 101)!;
    const after = spaceOf(timeline, timeline.end, 101)!;
    expect(before.futureLock).toBe('locked');
    expect(after.id).not.toBe(before.id);
    expect({ locked: after.locked, futureLock: after.futureLock, complete: after.complete }).toEqual({
      locked: 0,
      futureLock: 'off',
      complete: false,
    });
    expect(timeline.worldAt(timeline.end).space(before.id)).toBeUndefined();
    const task = taskWithTid(timeline, timeline.end, 101);
    expect(task.comm).toBe('b');
    expect(timeline.worldAt(timeline.end).process(task.process)).toMatchObject({
      executable: '/bin/b',
      execAt: 3,
    });
  });

  test('failure changes nothing', async () => {
    const timeline = await record(
      `${EXEC}\n${MMAP}\n101 execve("/no", ["no"], NULL) = -1 ENOENT (No such file or directory)`,
    );
    expect(timeline.changeAt(eventOf(timeline, '/no'))).toBeUndefined();
    expect(memory(timeline, 101)).toEqual(['10000-10002 rw-']);
  });

  test('the child of a vfork leaves the space to its parent, with what it did there', async () => {
    const timeline = await record(`
      ${EXEC}
      101 vfork( <unfinished ...>
      102 mmap(NULL, 4096, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x20000000
      102 execve("/bin/b", ["b"], NULL <unfinished ...>
      101 <... vfork resumed>) = 102
      102 <... execve resumed>) = 0
      102 mmap(NULL, 4096, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x40000000
    `);
    expect(memory(timeline, 101)).toEqual(['20000-20001 r--']);
    expect(memory(timeline, 102)).toEqual(['40000-40001 r--']);
    expect(taskWithTid(timeline, timeline.end, 102).created?.how).toBe('vfork');
  });

  test('by a thread: the others end, and it goes on under the pid of the process', async () => {
    const timeline = await record(`
      ${EXEC}
      ${MMAP}
      101 ${PTHREAD}
      101 pause( <unfinished ...>
      102 execve("/bin/b", ["b"], 0x7ffd0 /* 0 vars */ <pid changed to 101 ...>
      101 <... pause resumed>) = ?
      101 +++ superseded by execve in pid 102 +++
      101 <... execve resumed>) = 0
      101 mmap(NULL, 4096, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x40000000
    `);
    const alive = [...timeline.worldAt(timeline.end).tasks()].filter((task) => task.ended === undefined);
    expect(alive.map((task) => task.tid)).toEqual([101]);
    expect(ranges(timeline.worldAt(timeline.end).space(alive[0]!.space))).toEqual(['40000-40001 r--']);
  });
});

describe('the end', () => {
  test('exit of one thread leaves the others their memory; exit_group does not', async () => {
    const timeline = await record(`
      ${EXEC}
      ${MMAP}
      101 ${PTHREAD}
      102 exit(0) = ?
      102 +++ exited with 0 +++
      101 getppid() = 1
      101 exit_group(0) = ?
      101 +++ exited with 0 +++
    `);
    const { space } = taskWithTid(timeline, timeline.end, 101);
    expect(timeline.worldAt(eventOf(timeline, 'exit_group')).space(space)?.mapCount).toBe(1);
    expect(timeline.worldAt(timeline.end).space(space)).toBeUndefined();
    expect(taskWithTid(timeline, timeline.end, 102).ended).toEqual({ at: 3, how: 'exit(0)' });
    expect(taskWithTid(timeline, timeline.end, 101).ended).toEqual({
      at: eventOf(timeline, 'exit_group'),
      how: 'exit_group(0)',
    });
  });

  test('killed', async () => {
    const timeline = await record(
      `${EXEC}\n101 --- SIGSEGV {si_signo=SIGSEGV, si_code=SEGV_MAPERR, si_addr=NULL} ---\n101 +++ killed by SIGSEGV (core dumped) +++`,
    );
    expect(taskWithTid(timeline, timeline.end, 101).ended).toEqual({ at: 2, how: 'killed by SIGSEGV' });
    expect(spaceOf(timeline, timeline.end, 101)).toBeUndefined();
  });

  test('exit of a vfork child keeps the space of its parent', async () => {
    const timeline = await record(`
      ${EXEC}
      ${MMAP}
      101 vfork( <unfinished ...>
      102 _exit(1) = ?
      102 +++ exited with 1 +++
      101 <... vfork resumed>) = 102
      101 munmap(0x10000000, 4096) = 0
    `);
    expect(memory(timeline, 101)).toEqual(['10001-10002 rw-']);
  });
});

describe('a log that begins in the middle', () => {
  test('its tasks are threads of one process, and that is said to be assumed', async () => {
    const timeline = await record(`
      301 mmap(NULL, 4096, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x10000000
      302 munmap(0x10000000, 4096) = 0
    `);
    expect(samespace(timeline, 301, 302)).toBe(true);
    expect(memory(timeline, 301)).toEqual([]);
    expect(spaceOf(timeline, timeline.end, 301)?.locked).toBeUndefined();
    expect([...timeline.machine.assumed]).toContain('one-process');
  });

  test('but one that begins like a program is a process of its own', async () => {
    const timeline = await record(`301 read(3, "", 1) = 0\n302 brk(NULL) = 0x5000`);
    expect(samespace(timeline, 301, 302)).toBe(false);
  });

  test('and one that calls execve leaves the others alone', async () => {
    const timeline = await record(`
      301 mmap(NULL, 4096, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x10000000
      302 read(3, "", 1) = 0
      302 execve("/bin/b", ["b"], 0x7ffd0 /* 0 vars */) = 0
    `);
    expect(memory(timeline, 301)).toEqual(['10000-10001 r--']);
    expect(taskWithTid(timeline, timeline.end, 301).ended).toBeUndefined();
  });
});

test('in another pid namespace children come in the order of their clones', async () => {
  const timeline = await record(`
    5001 execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0
    5001 mmap(NULL, 4096, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x10000000
    5001 fork() = 2
    5002 getpid() = 2
  `);
  expect(memory(timeline, 5002)).toEqual(['10000-10001 r--']);
});

test('a log of one process that names no pid follows its forks without their children', async () => {
  const timeline = await record(
    `execve("./a", ["./a"], 0x7f /* 0 vars */) = 0\nfork() = 102\ngetpid() = 101`,
  );
  const world = timeline.worldAt(timeline.end);
  expect([...world.tasks()]).toHaveLength(1);
  expect(world.process([...world.tasks()][0]!.process)?.pid).toBe(101);
});

test('a call after the end of a task finds an unknown space, not none', async () => {
  const timeline = await record(`
    ${EXEC}
    ${MMAP}
    101 ${PTHREAD}
    102 getppid() = 1
    101 exit_group(0) = ?
    102 mmap(NULL, 4096, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x40000000
  `);
  expect(memory(timeline, 102)).toEqual(['40000-40001 r--']);
});

describe('the environment of an execve', () => {
  const SEARCH =
    'execve("/x/ls", ["ls"], 0x7ffc97693ff0 /* 3 vars */) = -1 ENOENT (No such file or directory)';

  test('that failed is proof of the stack', async () => {
    const timeline = await record(`${EXEC}\n101 ${SEARCH}`);
    expect(memory(timeline, 101)).toEqual(['7ffc97693-7ffc97695 ???']);
  });

  test('of a vfork child is proof of the parent’s stack', async () => {
    const timeline = await record(
      `${EXEC}\n101 vfork( <unfinished ...>\n102 ${SEARCH.replace('-1 ENOENT (No such file or directory)', '0')}\n101 <... vfork resumed>) = 102`,
    );
    expect(memory(timeline, 101)).toEqual(['7ffc97693-7ffc97695 ???']);
    expect(memory(timeline, 102)).toEqual([]);
  });

  test('proves nothing where strace did not count it', async () => {
    const timeline = await record(`${EXEC}\n101 ${SEARCH.replace(' /* 3 vars */', '')}`);
    expect(memory(timeline, 101)).toEqual([]);
  });
});
