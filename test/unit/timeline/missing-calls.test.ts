/** Logs that leave calls out say so, where it shows. */
import { describe, expect, test } from 'vitest';
import { missingNotes } from '../../../debug-adapter/missing-note';
import { ENGLISH } from '../../../debug-adapter/words/languages';
import type { Timeline } from '../../../model/timeline/timeline';
import { textOf } from '../../../model/why/message';
import { eventIndex } from '../../../model/trace/positions';
import { record, sample, sampleNames } from './recorded';

const MAP = 'mmap(NULL, 8192, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0)';
const maps = (count: number) =>
  Array.from({ length: count }, (_, n) => `101 ${MAP} = 0x7f${n.toString(16).padStart(2, '0')}00000000`).join(
    '\n',
  );
const EXEC = '101 execve("/a", ["/a"], 0x7ffc00000000 /* 0 vars */) = 0\n';
const notesOf = (timeline: Timeline) => missingNotes(timeline, ENGLISH).map((note) => textOf(note, ENGLISH));
const notes = async (text: string) => notesOf(await record(EXEC + text));

describe('calls that are missing', () => {
  test('a long log without some of the usual calls', async () => {
    expect(await notes(`${maps(25)}\n101 brk(NULL) = 0x20000000`)).toEqual([
      expect.stringMatching(/^There is no munmap, no mprotect in this log\. If the recording left them out/),
    ]);
  });

  test('a place that by the log was taken', async () => {
    const [note, ...others] = await notes(`101 ${MAP} = 0x7f0000000000\n101 ${MAP} = 0x7f0000001000\n`);
    expect(note).toMatch(/^Calls are missing from this log: in line 3 /);
    expect(others).toEqual([]);
  });

  test.each([
    ['a short log', maps(3)],
    [
      'a log with all of them, among others',
      `${maps(25)}\n101 madvise(0x7f0000000000, 4096, MADV_NORMAL) = 0\n101 mlock(0x7f0000000000, 4096) = 0\n101 munlock(0x7f0000000000, 4096) = 0\n101 brk(NULL) = 0x20000000\n101 mprotect(0x7f0000000000, 4096, PROT_READ) = 0\n101 munmap(0x7f0000000000, 4096) = 0`,
    ],
    [
      'a place that was asked for',
      `101 ${MAP} = 0x10000000\n101 mmap(0x10000000, 4096, PROT_READ, MAP_PRIVATE|MAP_FIXED|MAP_ANONYMOUS, -1, 0) = 0x10000000`,
    ],
    [
      'a place that a removal under way had left',
      `101 ${MAP} = 0x10000000\n101 clone(child_stack=0x7f0, flags=CLONE_VM|CLONE_SIGHAND|CLONE_THREAD) = 102\n101 munmap(0x10000000, 8192 <unfinished ...>\n102 ${MAP} = 0x10000000\n101 <... munmap resumed>) = 0`,
    ],
  ])('%s says nothing', async (_what, text) => {
    expect(await notes(text)).toEqual([]);
  });

  const lastOf = async (text: string, wanted: string) => {
    const timeline = await record(EXEC + text);
    const { events } = timeline.recording;
    for (let at = events.length - 1; at >= 0; at--) {
      const event = eventIndex(at);
      if (timeline.memoryCallAt(event)?.call === wanted)
        return { kind: timeline.judge(event)?.predicted.kind, agreement: timeline.agreement(event) };
    }
    return undefined;
  };
  const TAKEN = `101 ${MAP} = 0x7f0000000000\n101 ${MAP} = 0x7f0000001000\n`;

  test.each<[string, string, string]>([
    ['memory that may be gone', '101 mlock(0x7f0000000000, 4096) = 0\n', 'undecidable'],
    [
      'a hole that may be filled',
      '101 madvise(0x10000000, 4096, MADV_NORMAL) = -1 ENOMEM (Cannot allocate memory)\n',
      'undecidable',
    ],
    [
      'arguments alone',
      '101 madvise(0x7f0000000001, 4096, MADV_NORMAL) = -1 EINVAL (Invalid argument)\n',
      'error',
    ],
  ])('in a log that leaves calls out, an answer that rests on %s', async (_what, text, kind) => {
    const name = /101 (\w+)/.exec(text)?.[1] ?? '';
    const said = await lastOf(TAKEN + text, name);
    expect(said).toEqual({ kind, agreement: kind === 'undecidable' ? 'open' : 'agrees' });
  });

  test('proven only where a usual call is nowhere, too', async () => {
    const whole = `101 munmap(0x7f0000000000, 4096) = 0\n101 mprotect(0x7f0000001000, 4096, PROT_READ) = 0\n`;
    expect((await record(EXEC + TAKEN)).missing.isProven).toBe(true);
    expect((await record(EXEC + TAKEN + whole)).missing.isProven).toBe(false);
    const library = `101 mmap(NULL, 8192, PROT_READ, MAP_PRIVATE|MAP_DENYWRITE, 3, 0) = 0x7e0000000000\n`;
    expect((await record(EXEC + library + maps(25))).missing.isProven).toBe(true);
    expect((await record(EXEC + maps(25))).missing.isProven).toBe(false);
  });

  test.each(sampleNames)('the sample %s has all', async (name) => {
    expect((await sample(name)).missing).toMatchObject({ impossible: undefined, isProven: false });
  });
});
