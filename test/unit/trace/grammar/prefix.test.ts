import { describe, expect, it } from 'vitest';
import { readPrefix } from '../../../../model/trace/grammar/index';
import type { Prefix } from '../../../../model/trace/event';

const CALL = 'mmap(NULL, 4096) = 0';
const day = (h: number, m: number, s: number, ns = 0): NonNullable<Prefix['time']> => ({
  clock: 'day',
  nanoseconds: BigInt(h * 3600 + m * 60 + s) * 1_000_000_000n + BigInt(ns),
});
const epoch = (seconds: bigint, ns: bigint): NonNullable<Prefix['time']> => ({
  clock: 'epoch',
  nanoseconds: seconds * 1_000_000_000n + ns,
});

describe('what strace puts before an event', () => {
  it.each<[string, Prefix]>([
    ['', {}],
    ['21595 ', { tid: 21595 }],
    ['645   ', { tid: 645 }],
    ['4194304 ', { tid: 4194304 }],
    ['21641<f1> ', { tid: 21641, comm: 'f1' }],
    ['21641<tokio runtime> ', { tid: 21641, comm: 'tokio runtime' }],
    ['7<foo\\33[2J\\74a\\76> ', { tid: 7, comm: 'foo\x1b[2J<a>' }],
    ['[pid 21586] ', { tid: 21586 }],
    ['[pid   123] ', { tid: 123 }],
    ['[pid 21893<f1>] ', { tid: 21893, comm: 'f1' }],
    ['23:20:36 ', { time: day(23, 20, 36) }],
    ['23:20:36.049607 ', { time: day(23, 20, 36, 49_607_000) }],
    ['23:20:36.049 ', { time: day(23, 20, 36, 49_000_000) }],
    ['23:20:36.315928766 ', { time: day(23, 20, 36, 315_928_766) }],
    ['1700000000 ', { time: epoch(1_700_000_000n, 0n) }],
    ['1795216836.033514 ', { time: epoch(1_795_216_836n, 33_514_000n) }],
    ['1795216836.033514123 ', { time: epoch(1_795_216_836n, 33_514_123n) }],
    ['     0.000365 ', { sinceLast: 365_000n }],
    ['  1234.567 ', { sinceLast: 1_234_567_000_000n }],
    ['     0 ', { sinceLast: 0n }],
    ['23:20:36.049607 (+     0.000365) ', { time: day(23, 20, 36, 49_607_000), sinceLast: 365_000n }],
    ['23:20:36 (+     0) ', { time: day(23, 20, 36), sinceLast: 0n }],
    ['[   9] ', { syscallNumber: 9 }],
    ['[ 435] ', { syscallNumber: 435 }],
    ['[1073742342] ', { syscallNumber: 1_073_742_342 }],
    ['[???] ', {}],
    ['[00007f1f4966dca3] ', { ip: 0x7f1f4966dca3n }],
    ['[ffffffffff600000] ', { ip: 0xffffffffff600000n }],
    ['[    7f1f4966dca3] ', { ip: 0x7f1f4966dca3n }],
    ['[08048000] ', { ip: 0x8048000n }],
    ['[????????????????] ', {}],
    ['[????????] ', {}],
    ['[unconfined_t] ', { securityContext: 'unconfined_t' }],
    ['[a_u:b_r:c_t:s0-s0:c0.c1023] ', { securityContext: 'a_u:b_r:c_t:s0-s0:c0.c1023' }],
    ['[a!!b] ', { securityContext: 'a!!b' }],
    ['21595 23:20:36.049607 ', { tid: 21595, time: day(23, 20, 36, 49_607_000) }],
    ['645   23:11:07 ', { tid: 645, time: day(23, 11, 7) }],
    ['21595 1795216836.033514 ', { tid: 21595, time: epoch(1_795_216_836n, 33_514_000n) }],
    ['21595      0.000365 ', { tid: 21595, sinceLast: 365_000n }],
    ['21595      0 ', { tid: 21595, sinceLast: 0n }],
    ['[pid 21586]      0.000365 ', { tid: 21586, sinceLast: 365_000n }],
    [
      '21595<f1> [x_t] 23:20:36.049607 (+     0.000365) [   9] [00007f1f4966dca3] ',
      {
        tid: 21595,
        comm: 'f1',
        securityContext: 'x_t',
        time: day(23, 20, 36, 49_607_000),
        sinceLast: 365_000n,
        syscallNumber: 9,
        ip: 0x7f1f4966dca3n,
      },
    ],
    ['[pid     7] [???] [????????] ', { tid: 7 }],
  ])('%s', (before, prefix) => {
    for (const event of [
      CALL,
      '<... mmap resumed>) = 0',
      '--- SIGSEGV {si_signo=SIGSEGV} ---',
      '+++ exited with 0 +++',
    ]) {
      const text = before + event;
      const read = readPrefix(text);
      expect(read.prefix).toEqual(prefix);
      expect(text.slice(read.at)).toBe(event);
      expect(read.foreign).toBe(0);
    }
  });
});

describe('what others put before it', () => {
  const OWN = '21595 23:20:36 ';
  it.each([
    '> ',
    '> > ',
    '>> ',
    '1.  ',
    '12. ',
    '     1\t',
    '12:',
    '> 1.  ',
    'Jan 12 10:11:12 host app[123]: ',
    'Jan  2 10:11:12 host strace: ',
    'Nov 21 07:00:23 ',
    '2024-05-01T12:00:00.123Z ',
    '2024-05-01T12:00:00.123456+02:00 host app[7]: ',
    '2024-05-01T12:00:00.123456789Z stderr F ',
    '2024-05-01 12:00:00,123 ',
    '[2024-05-01 12:00:00] ',
    '\ufeff',
  ])('%s', (foreign) => {
    const read = readPrefix(foreign + OWN + CALL);
    expect(read.foreign).toBe(foreign.length);
    expect(read.prefix).toEqual({ tid: 21595, time: day(23, 20, 36) });
    expect((foreign + OWN + CALL).slice(read.at)).toBe(CALL);
    expect(readPrefix(foreign + CALL)).toEqual({ prefix: {}, at: foreign.length, foreign: foreign.length });
  });

  it.each(['    ', '\t', '  ', '> **', '`'])('%s before the event alone', (foreign) => {
    expect((foreign + CALL).slice(readPrefix(foreign + CALL).at)).toBe(CALL);
    expect(readPrefix(foreign + CALL).prefix).toEqual({});
  });

  it('keeps the mark of a stack frame', () => {
    const frame = ' > /lib/libc.so.6(mlock+0x7) [0x101b97]';
    expect(frame.slice(readPrefix(frame).at)).toBe(frame.slice(1));
    expect(`> ${frame}`.slice(readPrefix(`> ${frame}`).at)).toBe(frame.slice(1));
  });
});

describe('what looks like a prefix and is none', () => {
  it.each([
    '8192, PROT_READ) = 0',
    '-1, 0) = 0x1000',
    '[3], NULL) = 1',
    '[{WIFEXITED(s)}], 0, NULL) = 7',
    '(Timeout)',
    '',
  ])('%s', (text) => {
    expect(readPrefix(text)).toEqual({ prefix: {}, at: 0, foreign: 0 });
  });
});
