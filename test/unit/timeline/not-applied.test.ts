import { afterEach, expect, test, vi } from 'vitest';
import { notAppliedNotes } from '../../../debug-adapter/not-applied-note';
import { ENGLISH } from '../../../debug-adapter/words/languages';
import type { Timeline } from '../../../model/timeline/timeline';
import { textOf } from '../../../model/why/message';
import { munmapRule } from '../../../model/kernel/munmap';
import { pageNumber } from '../../../model/memory/page';
import { spaceOf, at, record } from './recorded';

const notesOf = (timeline: Timeline) =>
  notAppliedNotes(timeline, ENGLISH).map((note) => textOf(note, ENGLISH));

afterEach(() => {
  vi.restoreAllMocks();
});

const log = `
  101 execve("/a", ["/a"], 0x7ffc00000000 /* 0 vars */) = 0
  101 mmap(NULL, 8192, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x20000000
  101 munmap(0x20000000, 4096) = 0
  101 mmap(NULL, 4096, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x30000000
`;

test('a rule with a fault costs its own event and no other', async () => {
  vi.spyOn(munmapRule, 'apply').mockImplementation((_call, _observed, _before, edit) => {
    edit.unmap({ start: pageNumber(0x20000), end: pageNumber(0x20001) });
    throw new RangeError('cut behind the end');
  });
  const timeline = await record(log);
  expect(timeline.notApplied.count).toBe(1);
  expect(timeline.notApplied.first).toEqual([{ event: 2, reason: 'cut behind the end' }]);
  const end = spaceOf(timeline, timeline.end)!;
  // Half a change of a space is none.
  expect(end.vmaAt(pageNumber(0x20000))).toBeDefined();
  expect(end.vmaAt(pageNumber(0x30000))).toBeDefined();
  expect(spaceOf(timeline, at(3))!.mapCount).toBe(1);
  expect(timeline.changeAt(at(2))).toBeUndefined();
});

test('more faults than anybody reads are counted, not kept', async () => {
  vi.spyOn(munmapRule, 'apply').mockImplementation(() => {
    throw new Error('always');
  });
  const timeline = await record(log + '101 munmap(0x20000000, 4096) = 0\n'.repeat(50));
  expect(timeline.notApplied.count).toBe(51);
  expect(timeline.notApplied.first.length).toBe(20);
  expect(notesOf(timeline)).toEqual([
    "What 51 events did to memory could not be worked out, by a fault of Pagewalk's; memory may be shown wrong from line 3 on. Please report it with that line: always",
  ]);
});

test('a log that is understood has none', async () => {
  const timeline = await record(log);
  expect(timeline.notApplied.count).toBe(0);
  expect(notesOf(timeline)).toEqual([]);
  expect(spaceOf(timeline, timeline.end)!.vmaAt(pageNumber(0x20000))).toBeUndefined();
});
