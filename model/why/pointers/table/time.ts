/** Clocks, timers and sleeping. The remaining time of a sleep is written only where a signal ends it. */
import * as abi from '../abi-sizes';
import { call, changes, orNull, reads, writes } from '../notation';
import type { Rows } from './rows';

const sleeps = (size: typeof abi.TIMESPEC) =>
  call(reads('req', size), orNull(writes('rem', size))).uses(
    ['req', 'rem'],
    'kernel/time/hrtimer.c: nanosleep',
  );
const sleepsBy = (size: typeof abi.TIMESPEC) =>
  call('clockid', 'flags', reads('request', size), orNull(writes('remain', size))).uses(
    ['request', 'remain'],
    'kernel/time/posix-timers.c: clock_nanosleep',
  );
const setsTimer = (size: typeof abi.ITIMERSPEC) =>
  call('timerid', 'flags', reads('new_value', size), orNull(writes('old_value', size))).uses(
    ['new_value', 'old_value'],
    'kernel/time/posix-timers.c: timer_settime',
  );
const setsDescriptor = (size: typeof abi.ITIMERSPEC) =>
  call('fd', 'flags', reads('new_value', size), orNull(writes('old_value', size))).uses(
    ['new_value', 'old_value'],
    'fs/timerfd.c: timerfd_settime',
  );

export const time = {
  nanosleep: sleeps(abi.TIMESPEC),
  clock_nanosleep: sleepsBy(abi.TIMESPEC),
  clock_nanosleep_time64: sleepsBy(abi.TIMESPEC64),
  clock_gettime: call('clockid', writes('tp', abi.TIMESPEC)),
  clock_gettime64: call('clockid', writes('tp', abi.TIMESPEC64)),
  clock_settime: call('clockid', reads('tp', abi.TIMESPEC)),
  clock_settime64: call('clockid', reads('tp', abi.TIMESPEC64)),
  clock_getres: call('clockid', orNull(writes('res', abi.TIMESPEC))),
  clock_getres_time64: call('clockid', orNull(writes('res', abi.TIMESPEC64))),
  clock_adjtime: call('clockid', changes('buf', abi.TIMEX)),
  clock_adjtime64: call('clockid', changes('buf', abi.TIMEX64)),
  adjtimex: call(changes('buf', abi.TIMEX)),
  gettimeofday: call(orNull(writes('tv', abi.TIMEVAL)), orNull(writes('tz', abi.TIMEZONE))).uses(
    ['tv', 'tz'],
    'kernel/time/time.c: gettimeofday',
  ),
  settimeofday: call(orNull(reads('tv', abi.TIMEVAL)), orNull(reads('tz', abi.TIMEZONE))).uses(
    ['tv', 'tz'],
    'kernel/time/time.c: settimeofday',
  ),
  time: call(orNull(writes('tloc', abi.TIME))),
  stime: call(reads('t', abi.TIME)),
  times: call(orNull(writes('buf', abi.TMS))),
  getitimer: call('which', writes('curr_value', abi.ITIMERVAL)),
  setitimer: call(
    'which',
    orNull(reads('new_value', abi.ITIMERVAL)),
    orNull(writes('old_value', abi.ITIMERVAL)),
  ).uses(['new_value', 'old_value'], 'kernel/time/itimer.c: setitimer'),
  timer_create: call('clockid', orNull(reads('sevp', abi.SIGEVENT)), writes('timerid', abi.INT)).uses(
    ['sevp', 'timerid'],
    'kernel/time/posix-timers.c: timer_create',
  ),
  timer_settime: setsTimer(abi.ITIMERSPEC),
  timer_settime64: setsTimer(abi.ITIMERSPEC64),
  timer_gettime: call('timerid', writes('curr_value', abi.ITIMERSPEC)),
  timer_gettime64: call('timerid', writes('curr_value', abi.ITIMERSPEC64)),
  timerfd_settime: setsDescriptor(abi.ITIMERSPEC),
  timerfd_settime64: setsDescriptor(abi.ITIMERSPEC64),
  timerfd_gettime: call('fd', writes('curr_value', abi.ITIMERSPEC)),
  timerfd_gettime64: call('fd', writes('curr_value', abi.ITIMERSPEC64)),
} satisfies Rows;
