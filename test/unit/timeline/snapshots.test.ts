import { describe, expect, test } from 'vitest';
import { parseMapsFile } from '../../../model/memory/maps-snapshot';
import { buildTimeline } from '../../../model/timeline/build-timeline';
import { at, eventOf, lines, ranges, record, sample, sampleNames, spaceOf, textSource } from './recorded';

const snapshots = (text: string) => parseMapsFile(lines(text)).snapshots;
const EXEC = '101 execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0';
const HEAP = '10000000-10002000 rw-p 00000000 00:00 0';

describe('where a snapshot belongs', () => {
  test('without a header: right behind the execve that the log begins with', async () => {
    const timeline = await record(`${EXEC}\n101 getppid() = 1`, { snapshots: snapshots(HEAP) });
    expect(ranges(spaceOf(timeline, timeline.end))).toEqual(['10000-10002 rw-']);
    expect(ranges(spaceOf(timeline, eventOf(timeline, 'execve')))).toEqual([]);
    expect(ranges(spaceOf(timeline, eventOf(timeline, 'getppid')))).toEqual(['10000-10002 rw-']);
  });

  test('without a header: before the first line of a log that begins in the middle', async () => {
    const timeline = await record('101 munmap(0x10000000, 4096) = 0', { snapshots: snapshots(HEAP) });
    expect(ranges(spaceOf(timeline, eventOf(timeline, 'munmap')))).toEqual(['10000-10002 rw-']);
    expect(ranges(spaceOf(timeline, timeline.end))).toEqual(['10001-10002 rw-']);
    expect(spaceOf(timeline, timeline.end)?.complete).toBe(true);
  });

  test.each([
    ['the event of its line', '# after line 2 pid 101', 2],
    ['all events above, where its line has no result', '# after line 3 pid 101', 2],
    ['the result of a split call', '# after line 4', 3],
    ['the last line', '# after line 5', 4],
  ])('behind %s', async (_, header, first) => {
    const timeline = await record(
      `
      ${EXEC}
      101 getpid() = 101
      101 getppid( <unfinished ...>
      101 <... getppid resumed>) = 1
      101 gettid() = 101`,
      { snapshots: snapshots(`${header}\n${HEAP}`) },
    );
    const shown = [0, 1, 2, 3, 4].map((n) => ranges(spaceOf(timeline, at(n))).length === 1);
    expect(shown.indexOf(true)).toBe(first);
  });

  test('by pid in a log of several processes', async () => {
    const log = `${EXEC}\n101 fork() = 102\n102 getppid() = 101\n101 getppid() = 1`;
    const timeline = await record(log, { snapshots: snapshots(`# after line 3 pid 102\n${HEAP}`) });
    expect(ranges(spaceOf(timeline, timeline.end, 101))).toEqual([]);
    expect(ranges(spaceOf(timeline, timeline.end, 102))).toEqual(['10000-10002 rw-']);
  });

  test('in a set of files by the line of the process’s own file', async () => {
    const timeline = await buildTimeline(
      [
        {
          source: textSource(
            'execve("./a", ["./a"], 0x7f /* 0 vars */) = 0\nfork() = 102\ngetppid() = 1\n',
            'l.101',
          ),
          tid: 101,
        },
        { source: textSource('getppid() = 101\ngetppid() = 101\n', 'l.102'), tid: 102 },
      ],
      { snapshots: snapshots(`# after line 1 pid 102\n${HEAP}`) },
    );
    expect(ranges(spaceOf(timeline, timeline.end, 102))).toEqual(['10000-10002 rw-']);
    expect(timeline.snapshotProblems).toEqual([]);
  });

  test.each([
    ['# after line 1 pid 999', 'no-such-task'],
    ['# after line 99 pid 101', 'behind-the-log'],
  ])('%s: %s is told', async (header, problem) => {
    const timeline = await record(`${EXEC}\n101 fork() = 102\n102 getppid() = 101`, {
      snapshots: snapshots(`${header}\n${HEAP}`),
    });
    expect(timeline.snapshotProblems.map((one) => one.problem)).toContain(problem);
  });
});

describe('a snapshot against the model', () => {
  const log = `
    ${EXEC}
    101 brk(NULL) = 0x10000000
    101 mmap(NULL, 8192, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x20000000
    101 mlock(0x20000000, 4096) = 0
    101 munmap(0x30000000, 4096) = 0
    101 getppid() = 1
  `;
  const compared = async (maps: string) => {
    const timeline = await record(log, { snapshots: snapshots(`# after line 5\n${maps}`) });
    return {
      timeline,
      told: timeline.snapshotDifferences.map(
        ({ range, model, snapshot }) =>
          `${range.start.toString(16)}-${range.end.toString(16)}: ${model} / ${snapshot}`,
      ),
    };
  };

  test('agreement tells nothing, and the rest becomes known', async () => {
    const { timeline, told } = await compared(`
      00400000-00401000 r-xp 00000000 fe:00 77 /a
      20000000-20001000 rw-p 00000000 00:00 0
      20001000-20002000 rw-p 00000000 00:00 0
    `);
    expect(told).toEqual([]);
    const space = spaceOf(timeline, timeline.end)!;
    expect(space.complete).toBe(true);
    expect(space.brk).toBe(0x10000000n);
    expect(ranges(space)).toEqual(['400-401 r-x', '20000-20001 rw- locked', '20001-20002 rw-']);
    expect(space.locked).toBe(1);
    expect(space.vmaAt(0x20000 as never)?.origin.mapped).toBe(2);
  });

  test.each([
    ['missing', '20000000-20001000 rw-p 00000000 00:00 0', ['20001-20002: rw-p / free']],
    [
      'other rights',
      '20000000-20001000 rw-p 00000000 00:00 0\n20001000-20002000 r--p 00000000 00:00 0',
      ['20001-20002: rw-p / r--p'],
    ],
    [
      'shared',
      '20000000-20002000 rw-s 00000000 00:01 9 /dev/zero (deleted)',
      ['20000-20001: rw-p / rw-s /dev/zero (deleted)', '20001-20002: rw-p / rw-s /dev/zero (deleted)'],
    ],
    ['a border less', '20000000-20002000 rw-p 00000000 00:00 0', ['20000-20002: two VMAs / one VMA']],
    [
      'mapped where a call proved nothing to be',
      '20000000-20001000 rw-p 00000000 00:00 0\n20001000-20002000 rw-p 00000000 00:00 0\n30000000-30001000 r--p 00000000 00:00 0',
      ['30000-30001: free / r--p'],
    ],
  ])('%s', async (_, maps, expected) => {
    const { timeline, told } = await compared(maps);
    expect(told).toEqual(expected);
    expect(timeline.snapshotDifferences[0]?.event).toBe(5);
    const shown = maps.split('\n').map((line) => line.slice(0, 8));
    expect([...spaceOf(timeline, timeline.end)!.vmas()].map((vma) => `${vma.start.toString(16)}000`)).toEqual(
      shown,
    );
  });
});

describe('the heap of an attached process, of which a snapshot shows the pages but not the break', () => {
  test.each([
    ['grows', 'brk(0x10005000) = 0x10005000', ['10000-10005 rw-'], 0x10005000n],
    ['shrinks', 'brk(0x10001000) = 0x10001000', ['10000-10001 rw-'], 0x10001000n],
    ['moves inside a page', 'brk(0x10001800) = 0x10001800', ['10000-10002 rw-'], 0x10001800n],
    ['does not grow', 'brk(0x10005000) = 0x10001e00', ['10000-10002 rw-'], 0x10001e00n],
    ['is asked for', 'brk(NULL) = 0x10001e00', ['10000-10002 rw-'], 0x10001e00n],
  ])('%s', async (_, call, expected, brk) => {
    const timeline = await record(`101 getppid() = 1\n101 ${call}`, {
      snapshots: snapshots(`${HEAP} [heap]`),
    });
    const space = spaceOf(timeline, timeline.end);
    expect(ranges(space)).toEqual(expected);
    expect(space?.brk).toBe(brk);
    expect(space?.complete).toBe(true);
  });
});

/** mseal shows in no letter of maps, and cuts VMAs: until there is a rule for it, its borders are news. */
test.each(sampleNames.filter((name) => name !== 'mseal'))(
  'the model agrees with the snapshots of %s',
  async (name) => {
    const timeline = await sample(name);
    expect(timeline.snapshotDifferences).toEqual([]);
    expect(timeline.snapshotProblems).toEqual([]);
  },
);
