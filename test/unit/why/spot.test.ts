/** The place of a failure as rows: what was asked for against what is there. */
import { describe, expect, it } from 'vitest';
import { spotBody } from '../../../debug-adapter/presentation/spot-body';
import { standing } from '../../../debug-adapter/presentation/standing';
import { fileIndex, lineNumber, type EventIndex } from '../../../model/trace/positions';
import { askedAt } from '../../../model/why/asked/asked';
import { ENGLISH } from '../../../model/why/words/languages';
import type { Timeline } from '../../../model/timeline/timeline';
import { eventOf, record } from '../timeline/recorded';
import { timelineOf } from './sample-timeline';

async function spotAt(sample: string, line: number): Promise<readonly string[] | null> {
  const timeline = await timelineOf(sample);
  const event = timeline.recording.events.eventAtLine(fileIndex(0), lineNumber(line));
  if (event === undefined) throw new Error(`no event at line ${line}`);
  return rowsAt(timeline, event);
}

function rowsAt(timeline: Timeline, event: EventIndex): readonly string[] | null {
  const asked = askedAt(timeline, event);
  const { space } = standing({ timeline }, event, timeline.recording.events.task(event));
  const spot = asked === undefined || space === undefined ? null : spotBody(space, asked, ENGLISH);
  return (
    spot?.rows.map(({ start, prot, size, what, asked: isAsked, roles, continued, troubles, open }) =>
      [
        isAsked ? '|' : ' ',
        start,
        prot,
        size,
        what,
        ...continued.map((role) => `(${role})`),
        ...roles,
        ...troubles.map((one) => `${open ? '?' : '!'} ${one}`),
      ]
        .filter((part) => part !== '')
        .join(' '),
    ) ?? null
  );
}

describe('the place of a failure', () => {
  it('shows the mapping that was to grow and the one in its way, and what they touch', async () => {
    expect(await spotAt('mremap-enomem', 25)).toEqual([
      '  0x4d6000 ~127.9 TiB free',
      '| 0x7ffff7fef000 rw-p 16 KiB anonymous old range',
      '| 0x7ffff7ff3000 r--p 16 KiB anonymous growth ! in the way',
      '  0x7ffff7ff7000 r--p 16 KiB [vvar]',
    ]);
  });

  it('cuts a range where its hole begins and ends', async () => {
    expect(await spotAt('madvise', 26)).toEqual([
      '  0x4d6000 ~127.9 TiB free',
      '| 0x7ffff7feb000 rw-p 16 KiB anonymous asked for',
      '| 0x7ffff7fef000 4 KiB free (asked for) ! nothing is mapped',
      '| 0x7ffff7ff0000 rw-p 12 KiB anonymous (asked for)',
      '  0x7ffff7ff3000 rw-p 16 KiB anonymous',
    ]);
  });

  it('says of a mapping in the way only what was asked for of it', async () => {
    expect(await spotAt('map-fixed', 35)).toEqual([
      '  0x4d8000 ~127.9 TiB free',
      '  0x7ffff7fe7000 rw-p 8 KiB anonymous',
      '| 0x7ffff7fe9000 rw-p 4 KiB anonymous asked for ! in the way',
      '  0x7ffff7fea000 rw-p 4 KiB anonymous',
      '  0x7ffff7feb000 r--p 16 KiB anonymous',
    ]);
  });

  it('doubts what the log does not show', async () => {
    expect((await spotAt('fork-exec', 47))?.at(-1)).toBe(
      '| 0x10000000 4 KiB not known asked for ? not known whether mapped',
    );
  });

  it('knows that nothing is around NULL, though the log shows nothing of it', async () => {
    const timeline = await record(`
      mmap(NULL, 4096, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7f0000000000
      write(1, 0x1000, 10) = -1 EFAULT (Bad address)`);
    expect(rowsAt(timeline, eventOf(timeline, 'write'))).toEqual([
      '| 0x1000 4 KiB free to be read ! nothing is mapped',
      '  0x2000 ~126.9 TiB not known',
    ]);
  });

  it('says once what is wrong with one row after the other', async () => {
    const rows = await spotAt('brk-fails', 31);
    expect(rows?.filter((row) => row.includes('!'))).toEqual([
      '| 0x1000 4092 KiB free asked for ! too low an address',
    ]);
  });

  it('is none where no place is the matter: limits, flags, successes', async () => {
    expect(await spotAt('mlock-enomem', 27)).toBeNull();
    expect(await spotAt('mremap-einval', 26)).toBeNull();
    expect(await spotAt('mremap-enomem', 15)).toBeNull();
  });
});
