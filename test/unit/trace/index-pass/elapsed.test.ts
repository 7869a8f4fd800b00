/** Times summed up from -r. */
import { describe, expect, it } from 'vitest';
import { openRecording } from '../../../../model/trace/open-recording';
import type { Recording } from '../../../../model/trace/recording';
import { eventIndex } from '../../../../model/trace/positions';
import { memorySource } from './memory-source';
import { open } from './table';

/** Recorded with `strace -f -tt -r`, arguments shortened: both clocks of the same lines. */
const BOTH = `8855  13:55:03.326664 (+     0.000033) clone(child_stack=NULL, flags=SIGCHLD) = 8856
8855  13:55:03.326840 (+     0.000178) wait4(-1,  <unfinished ...>
8856  13:55:03.326901 (+     0.000058) getpid() = 8856
8855  13:55:03.326918 (+     0.000016) <... wait4 resumed>0x7ffd4fde924c, WNOHANG, NULL) = 0
8855  13:55:03.326976 (+     0.000057) rt_sigsuspend([], 8 <unfinished ...>
8856  13:55:03.327280 (+     0.000305) execve("/usr/bin/sleep", ["sleep", "0.05"], 0x55c94ba0db08 /* 35 vars */) = 0
8856  13:55:03.380432 (+     0.053176) exit_group(0) = ?
8856  13:55:03.380730 (+     0.000276) +++ exited with 0 +++
8855  13:55:03.380742 (+     0.000009) <... rt_sigsuspend resumed>) = ? ERESTARTNOHAND (To be restarted if no handler)
8855  13:55:03.380764 (+     0.000021) --- SIGCHLD {si_signo=SIGCHLD, si_code=CLD_EXITED, si_pid=8856, si_uid=0} ---
`;
const DIFFERENCES = BOTH.replace(/ 13:55:\S+ \(\+(.*?)\)/g, '$1');

const times = (recording: Recording): (number | undefined)[] =>
  Array.from({ length: recording.events.length }, (_, e) => recording.elapsed(eventIndex(e)));

describe('the time of an event in a log with -r alone', () => {
  it('is the sum of the differences up to its line, whatever task they are of', async () => {
    const recording = await open(DIFFERENCES);
    const stamps = (await open(BOTH)).events;
    const sums = times(recording);
    expect(sums).toEqual([0, 236, 252, 614, 53_790, 54_066, 54_075, 54_096].map((micros) => micros * 1000));
    // What the wall clock showed: the sums are a few microseconds short, for ten lines.
    const last = sums.at(-1) ?? 0;
    expect(Math.abs(last / 1000 - (380_764 - 326_664))).toBeLessThan(stamps.length);
  });

  it('is not summed up where the log has times', async () => {
    expect(new Set(times(await open(BOTH)))).toEqual(new Set([undefined]));
  });

  it('is not told of several files, whose differences count from the last line of any', async () => {
    const file = (tid: number) => ({
      source: memorySource('     0.000365 close(3) = 0\n     0.000365 close(4) = 0\n', `a.${tid}`),
      tid,
    });
    expect(times(await openRecording([file(7), file(8)]))).toEqual(Array(4).fill(undefined));
  });

  it.each([
    ['whole seconds', '     0 close(3) = 0\n     2 close(4) = 0\n', [0, 2e9]],
    ['nanoseconds', '     0.000000000 close(3) = 0\n     1.000000001 close(4) = 0\n', [0, 1_000_000_001]],
    ['the head of the log cut off', '     7.500000 close(3) = 0\n     0.250000 close(4) = 0\n', [0, 25e7]],
    [
      'lines without one',
      '     0.000000 close(3) = 0\nstrace: Process 7 attached\n     0.000001 close(4) = 0\n',
      [0, 0, 1000],
    ],
    [
      'numbers that the program wrote',
      '     0.000000 close(3) = 0\n     9.500000 percent done\n     0.000001 close(4) = 0\n',
      [0, 0, 1000],
    ],
  ])('counts %s', async (_what, log, expected) => {
    expect(times(await open(log))).toEqual(expected);
  });

  it('is exact in a long log, beyond what is kept in one piece', async () => {
    const recording = await open('     0.000001 close(3) = 0\n'.repeat(10_000));
    expect(recording.elapsed(eventIndex(9_999))).toBe(9_999_000);
  });
});
