/** Signals. The new value is read before the old one is written; where both are given, the change happens in between. */
import * as abi from '../abi-sizes';
import { call, orNull, reads, writes } from '../notation';
import type { Rows } from './rows';

const waitsFor = (timeout: typeof abi.TIMESPEC) =>
  call(
    reads('set', abi.SIGSET),
    orNull(writes('info', abi.SIGINFO)),
    orNull(reads('timeout', timeout)),
    'sigsetsize',
  ).uses(['set', 'timeout', 'info'], 'kernel/signal.c: rt_sigtimedwait');
const replaces = (size: typeof abi.SIGACTION) =>
  call('signum', orNull(reads('act', size)), orNull(writes('oldact', size)), 'sigsetsize').uses(
    ['act', 'oldact'],
    'kernel/signal.c: rt_sigaction',
  );
const masks = (size: typeof abi.OLD_SIGSET) =>
  call('how', orNull(reads('set', size)), orNull(writes('oldset', size)), 'sigsetsize').uses(
    ['set', 'oldset'],
    'kernel/signal.c: rt_sigprocmask',
  );

export const signals = {
  rt_sigaction: replaces(abi.SIGACTION),
  sigaction: replaces(abi.OLD_SIGACTION),
  rt_sigprocmask: masks(abi.SIGSET),
  sigprocmask: masks(abi.OLD_SIGSET),
  rt_sigpending: call(writes('set', abi.SIGSET), 'sigsetsize'),
  sigpending: call(writes('set', abi.OLD_SIGSET)),
  rt_sigsuspend: call(reads('mask', abi.SIGSET), 'sigsetsize'),
  rt_sigtimedwait: waitsFor(abi.TIMESPEC),
  rt_sigtimedwait_time64: waitsFor(abi.TIMESPEC64),
  rt_sigqueueinfo: call('pid', 'sig', reads('info', abi.SIGINFO)),
  rt_tgsigqueueinfo: call('tgid', 'tid', 'sig', reads('info', abi.SIGINFO)),
  pidfd_send_signal: call('pidfd', 'sig', orNull(reads('info', abi.SIGINFO)), 'flags'),
  sigaltstack: call(orNull(reads('ss', abi.STACK)), orNull(writes('old_ss', abi.STACK))).uses(
    ['ss', 'old_ss'],
    'kernel/signal.c: sigaltstack',
  ),
  signalfd: call('fd', reads('mask', abi.SIGSET), 'sizemask'),
  signalfd4: call('fd', reads('mask', abi.SIGSET), 'sizemask', 'flags'),
} satisfies Rows;
