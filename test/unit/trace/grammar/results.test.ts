import { describe, expect, it } from 'vitest';
import { callOf, result } from './sketch';

/** What stands behind `f() = `, how it reads, what its span covers where that is not all of it, the duration. */
type Row = readonly [behind: string, reads: string, covers?: string, duration?: bigint];

const ROWS: readonly Row[] = [
  ['0', '0'],
  ['0x7f65b7d52000', String(0x7f65b7d52000)],
  ['18446744073709551615', '18446744073709551615'],
  ['022', '18'],
  ['000', '0'],
  ['-1', '-1'],
  ['3</etc/hostname>', '3 (fd 3 /etc/hostname)'],
  ['21893<f1>', '21893 (fd 21893 f1)'],
  ["2 /* 23456 in strace's PID NS */", "2 (decimal 2 # 23456 in strace's PID NS)"],
  ["21893<f1> /* 5 in strace's PID NS */", "21893 (fd 21893 f1 # 5 in strace's PID NS)"],
  ['1700000000 /* 2023-11-14T22:13:20+0000 */', '1700000000 (decimal 1700000000 # 2023-11-14T22:13:20+0000)'],
  ['1 ([{fd=0, revents=POLLIN}])', '1 ([{fd=decimal 0, revents=flags POLLIN}])'],
  ['0 (Timeout)', '0 (flags Timeout)'],
  ['0 (KVM_EXIT_MMIO)', '0 (flags KVM_EXIT_MMIO)'],
  ['0x8002 (flags O_RDWR|O_LARGEFILE)', '32770 ({flags=flags O_RDWR O_LARGEFILE})'],
  [
    '1 (in [3], left {tv_sec=1, tv_usec=9})',
    '1 ({in=[decimal 3], left={tv_sec=decimal 1, tv_usec=decimal 9}})',
  ],
  ['5 (some words, of 1 driver)', '5 (opaque some words, of 1 driver)'],
  ['-1 ENOMEM (Cannot allocate memory)', 'ENOMEM (Cannot allocate memory)'],
  ['-1 ENOMEM (Nicht genügend (freier) Hauptspeicher)', 'ENOMEM (Nicht genügend (freier) Hauptspeicher)'],
  ['-1 ENOMEM (Cannot allocate', 'ENOMEM (Cannot allocate)'],
  ['-1 EINVAL', 'EINVAL ()'],
  ['-1 (errno 524)', 'ERRNO_524 (errno 524)'],
  ['-1 ERRNO_524 (Unknown error 524)', 'ERRNO_524 (Unknown error 524)'],
  ['-1 E??? (errno 524)', 'ERRNO_524 (errno 524)'],
  ['?', '?'],
  ['? ERESTARTSYS (To be restarted if SA_RESTART is set)', '? ERESTARTSYS'],
  ['? ERESTART_RESTARTBLOCK (Interrupted by signal)', '? ERESTART_RESTARTBLOCK'],
  ['? ERESTARTNOINTR (To be restarted)', '? ERESTARTNOINTR'],
  ['? <unavailable>', '? unavailable'],
  [
    '-1 EAGAIN (Resource temporarily unavailable) (INJECTED)',
    'EAGAIN (Resource temporarily unavailable) injected result',
  ],
  ['0 (INJECTED)', '0 injected result'],
  ['0 (DELAYED)', '0 injected delayed'],
  ['9 (INJECTED: args)', '9 injected args'],
  ['9 (INJECTED: args, retval) (DELAYED)', '9 injected result'],
  ['1 ([{fd=3}]) (INJECTED: args)', '1 ([{fd=decimal 3}]) injected args'],
  ['0 <0.000042>', '0', '0', 42_000n],
  ['0 <1>', '0', '0', 1_000_000_000n],
  ['3</a> <0.000077675>', '3 (fd 3 /a)', '3</a>', 77_675n],
  [
    '-1 EBADF (Bad file descriptor) <0.001>',
    'EBADF (Bad file descriptor)',
    '-1 EBADF (Bad file descriptor)',
    1_000_000n,
  ],
  ['0 (DELAYED) <2.500000>', '0 injected delayed', '0 (DELAYED)', 2_500_000_000n],
  ['0**', '0', '0'],
];

describe.each(ROWS)('= %s', (behind, reads, covers = behind, duration) => {
  it.each(['close(3) = ', 'close(3)                                = ', '7 <... close resumed>) = '])(
    'after %s',
    (before) => {
      const line = `${before}${behind}`;
      const call = callOf(line);
      expect(result(call.result)).toBe(reads);
      expect(call.duration).toBe(duration);
      if (call.result.kind === 'never') throw new Error('no result');
      expect(line.slice(call.result.span.start, call.result.span.end)).toBe(covers);
    },
  );
});

describe('a call without a result', () => {
  it.each([
    ['read(3, "abc', 2, false, 'truncated'],
    ['read(3, {a=[1, 2', 2, false, 'truncated'],
    ['read(3, 0x10) ', 2, true, 'truncated'],
    ['read(3, 0x10) =', 2, true, 'truncated'],
    ['read(', 0, false, 'truncated'],
    ['read(3 <unfinished ...>', 1, false, 'unfinished'],
    ['rt_sigprocmask(SIG_SETMASK, [],  <unfinished ...>', 2, false, 'unfinished'],
    ['execve("../sleep", ["../sleep", "0"], NULL <detached ...>', 3, false, 'detached'],
    ['restart_syscall(<... resuming interrupted clock_nanosleep ...> <detached ...>', 1, false, 'detached'],
    ['execve("./t1", ["./f1"], NULL <pid changed to 21801 ...>', 3, false, 'pid-changed'],
  ] as const)('%s', (line, args, complete, why) => {
    const call = callOf(line);
    expect(call.result).toEqual({ kind: 'never', why });
    expect(call.args).toHaveLength(args);
    expect(call.complete).toBe(complete);
  });
});
