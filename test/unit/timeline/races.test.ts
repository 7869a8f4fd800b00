/** Where threads raced for room, no address is told; where they did not, it is. */
import { expect, test } from 'vitest';
import { parseMapsFile } from '../../../model/memory/maps-snapshot';
import { buildTimeline } from '../../../model/timeline/build-timeline';
import { at, record, textSource } from './recorded';

const MAPS = `# after line 1 pid 101
555555554000-555555558000 r-xp 00000000 fe:00 7 /a
7ffff7fc1000-7ffff7fc3000 r-xp 00000000 00:00 0 [vdso]
7ffff7fc3000-7ffff7ffe000 r-xp 00000000 fe:00 8 /lib/ld.so
7ffffffde000-7ffffffff000 rw-p 00000000 00:00 0 [stack]
`;
const START = `
101 execve("/a", ["/a"], 0x7ffc00000000 /* 0 vars */) = 0
101 mmap(NULL, 8192, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7ffff7fbf000
101 clone(child_stack=0x7ffff7fc0000, flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD) = 102
`;
const PREDICTED = (text: string, position: number) =>
  record(START + text, { snapshots: parseMapsFile(MAPS).snapshots }).then(
    (timeline) => timeline.judge(at(position))?.predicted,
  );
const MMAP = 'mmap(NULL, 8192, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0';

test('one after the other: the address is told', async () => {
  const text = `101 ${MMAP}) = 0x7ffff7fbd000\n102 ${MMAP}) = 0x7ffff7fbb000`;
  expect(await PREDICTED(text, 4)).toEqual({ kind: 'success', value: 0x7ffff7fbbn << 12n });
});

test.each([
  ['the split one', 4],
  ['the one in its middle', 3],
])('at the same time: no address for %s', async (_which, position) => {
  const text = `101 ${MMAP} <unfinished ...>\n102 ${MMAP}) = 0x7ffff7fbb000\n101 <... mmap resumed>) = 0x7ffff7fbd000`;
  expect(await PREDICTED(text, position)).toEqual({ kind: 'success', because: { code: 'raced' } });
});

test('a place that was given is not found by anybody', async () => {
  const fixed = 'mmap(0x10000000, 4096, PROT_READ, MAP_PRIVATE|MAP_FIXED|MAP_ANONYMOUS, -1, 0';
  const text = `101 ${fixed} <unfinished ...>\n102 ${MMAP}) = 0x7ffff7fbd000\n101 <... mmap resumed>) = 0x10000000`;
  expect(await PREDICTED(text, 4)).toEqual({ kind: 'success', value: 0x10000000n });
});

test('calls that wait for something else race with nobody; nor does a thread that has ended', async () => {
  const waits = `102 futex(0x7ffff7fc0000, FUTEX_WAIT, 0, NULL <unfinished ...>\n101 ${MMAP}) = 0x7ffff7fbd000`;
  expect(await PREDICTED(waits, 3)).toHaveProperty('value');
  const ended = `102 ${MMAP} <unfinished ...>\n102 +++ exited with 0 +++\n101 ${MMAP}) = 0x7ffff7fbd000`;
  expect(await PREDICTED(ended, 5)).toHaveProperty('value');
});

test('files of a set: calls whose times overlap', async () => {
  const head = START.trim()
    .split('\n')
    .map((line, at) => `10:00:0${at}.000000 ${line.slice(4)} <0.000010>`)
    .join('\n');
  const told = async (first: string, second: string) => {
    const timeline = await buildTimeline(
      [
        { source: textSource(`${head}\n${first}\n`, 'log.101'), tid: 101 },
        { source: textSource(`${second}\n`, 'log.102'), tid: 102 },
      ],
      { snapshots: parseMapsFile(MAPS).snapshots },
    );
    return [3, 4].map((position) => timeline.judge(at(position))?.predicted);
  };
  const mine = `10:00:03.000000 ${MMAP}) = 0x7ffff7fbd000 <0.000100>`;
  const theirs = (time: string, to: string, took = ' <0.000100>') =>
    `10:00:03.${time} ${MMAP}) = ${to}${took}`;
  const raced = { kind: 'success', because: { code: 'raced' } };
  expect(await told(mine, theirs('000050', '0x7ffff7fbb000'))).toEqual([raced, raced]);
  expect(await told(mine, theirs('000200', '0x7ffff7fbb000'))).toEqual([
    { kind: 'success', value: 0x7ffff7fbdn << 12n },
    { kind: 'success', value: 0x7ffff7fbbn << 12n },
  ]);
  // Without -T a call may have lasted a while.
  expect((await told(mine.slice(0, -11), theirs('000200', '0x7ffff7fbb000', '')))[0]).toEqual(raced);
});
