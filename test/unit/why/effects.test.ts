/** What a successful call did, in sentences. */
import { describe, expect, it } from 'vitest';
import { fileIndex, lineNumber } from '../../../model/trace/positions';
import { explain } from '../../../model/why/explain';
import { textOf } from '../../../model/why/message';
import { timelineOf } from './sample-timeline';

async function done(sample: string, line: number): Promise<readonly string[]> {
  const timeline = await timelineOf(sample);
  const event = timeline.recording.events.eventAtLine(fileIndex(0), lineNumber(line));
  const explanation = event === undefined ? undefined : explain(timeline, event);
  return explanation?.effects.map((effect) => textOf(effect)) ?? [];
}

describe('what a call did', () => {
  it.each([
    [
      'mremap-keeps-lock',
      25,
      'Moves 0x7ffff7fef000–0x7ffff7ff3000 to 0x7ffff7faf000–0x7ffff7fb3000: rw-p, anonymous memory.',
    ],
    ['mlock-enomem', 15, 'RLIMIT_MEMLOCK is 128 KiB from here on.'],
    ['mlock-enomem', 8, 'RLIMIT_STACK is 8 MiB (at most no limit), as this shows.'],
    ['threads', 9, 'Descriptor 3 becomes /lib/x86_64-linux-gnu/libc.so.6.'],
    ['threads', 8, 'Descriptor 3 is closed.'],
    ['threads', 1, 'The address space is replaced by a new one.'],
    // Nothing of what it protects was mapped by a line of this log.
    ['threads', 26, 'Shows that 4 KiB at 0x555555557000–0x555555558000 are mapped already: r--p.'],
  ])('%s, line %i', async (sample, line, first) => {
    expect((await done(sample, line))[0]).toBe(first);
  });

  it('tells of a child that was made', async () => {
    expect(await done('fork-exec', 18)).toContain('A new process begins: 2663.');
    expect((await done('threads', 41))[0]).toMatch(/^A new thread begins: \d+\.$/);
  });

  it('takes memory that a new mapping merges with for what it is, not for replaced', async () => {
    expect(await done('threads', 31)).toEqual([
      'Maps 16 KiB at 0x7ffff7fbc000–0x7ffff7fc0000: rw-p, anonymous memory.',
    ]);
  });

  it('counts VMAs only where all of them are known', async () => {
    expect((await done('mlock-enomem', 18)).join(' ')).not.toContain('number of VMAs');
    expect((await done('mseal', 31)).join(' ')).toContain('number of VMAs');
  });

  it('names the capabilities that setresuid took', async () => {
    expect((await done('mlock-enomem', 17))[0]).toContain('does not have CAP_IPC_LOCK');
  });
});
