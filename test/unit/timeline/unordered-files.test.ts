/** -ff files without time stamps: what threads did, and when, is not in them. */
import { expect, test } from 'vitest';
import { pageNumber } from '../../../model/memory/page';
import { buildTimeline } from '../../../model/timeline/build-timeline';
import { lines, spaceOf, textSource } from './recorded';

const MAP = 'PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0';
const CLONE =
  'clone(child_stack=0x7f0000802000, flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD) = 101';

const set = (parent: string, thread: string, child = '') =>
  buildTimeline(
    [
      [100, parent],
      [101, thread],
      [102, child],
    ].map(([tid, text]) => ({
      source: textSource(lines(String(text)), `log.${String(tid)}`),
      tid: Number(tid),
    })),
  );

const PARENT = `
  execve("/a", ["/a"], 0x7ffc00000000 /* 0 vars */) = 0
  mmap(NULL, 8192, ${MAP}) = 0x10000000
  mmap(NULL, 8192, ${MAP}) = 0x20000000
  ${CLONE}
  mprotect(0x20000000, 8192, PROT_READ) = 0
  mmap(NULL, 8192, ${MAP}) = 0x30000000
`;

test('what was there before the thread stays, by inference; what either did since is forgotten at each turn', async () => {
  const timeline = await set(PARENT, `mmap(NULL, 8192, ${MAP}) = 0x40000000\n munmap(0x40000000, 4096) = 0`);
  const end = spaceOf(timeline, timeline.end)!;
  expect(end.vmaAt(pageNumber(0x10000))?.certainty).toBe('inferred');
  // The thread's own: forgotten when its parent goes on.
  expect(end.stateAt(pageNumber(0x40001))).toBe('unknown');
  expect(end.stateAt(pageNumber(0x40000))).toBe('unknown');
  // The parent's own, known in its file.
  expect(end.vmaAt(pageNumber(0x30000))?.certainty).toBe('exact');
  expect(end.vmaAt(pageNumber(0x20000))?.prot).toBe(1);
  expect(end.locked).toBeUndefined();
  expect(timeline.notApplied.count).toBe(0);
});

test('a parent that waits for what it forked forgets nothing', async () => {
  const timeline = await set(
    `
    execve("/a", ["/a"], 0x7ffc00000000 /* 0 vars */) = 0
    mmap(NULL, 8192, ${MAP}) = 0x10000000
    vfork() = 102
    mmap(NULL, 8192, ${MAP}) = 0x20000000
  `,
    '',
    `mmap(NULL, 8192, ${MAP}) = 0x50000000\n execve("/b", ["/b"], 0x7ffc00000000 /* 0 vars */) = 0`,
  );
  const end = spaceOf(timeline, timeline.end)!;
  for (const page of [0x10000, 0x20000, 0x50000])
    expect(end.vmaAt(pageNumber(page))?.certainty).toBe('exact');
  expect(end.locked).toBe(0);
});

test('with times the order is known', async () => {
  const stamp = (text: string, from: number) =>
    lines(text)
      .split('\n')
      .map((line, at) => (line === '' ? '' : `17000000${from + at}.000000 ${line}`))
      .join('\n');
  const timeline = await set(stamp(PARENT, 10), stamp(`mmap(NULL, 8192, ${MAP}) = 0x40000000`, 14));
  const end = spaceOf(timeline, timeline.end)!;
  for (const page of [0x10000, 0x20000, 0x30000, 0x40000])
    expect(end.vmaAt(pageNumber(page))?.certainty).toBe('exact');
});
