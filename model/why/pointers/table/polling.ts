/**
 * Waiting for several descriptors. Timeouts and masks are read before the sets. That a timeout cannot be written back is no
 * failure. fs/select.c: poll_select_finish
 */
import * as abi from '../abi-sizes';
import { bitsOf, call, changes, MASK_AND_SIZE, orNull, reads, times, upTo, writes } from '../notation';
import type { Rows } from './rows';

const sets = [
  'nfds',
  orNull(changes('readfds', bitsOf('nfds'))),
  orNull(changes('writefds', bitsOf('nfds'))),
  orNull(changes('exceptfds', bitsOf('nfds'))),
] as const;

const READ_THEN_WRITTEN = ['readfds', 'writefds', 'exceptfds', 'readfds', 'writefds', 'exceptfds'] as const;

const selects = (timeout: typeof abi.TIMEVAL) =>
  call(...sets, orNull(reads('timeout', timeout))).uses(
    ['timeout', ...READ_THEN_WRITTEN],
    'fs/select.c: kern_select, core_sys_select',
  );
const selectsMasked = (timeout: typeof abi.TIMESPEC) =>
  call(...sets, orNull(reads('timeout', timeout)), orNull(reads('sigmask', MASK_AND_SIZE))).uses(
    ['sigmask', 'timeout', ...READ_THEN_WRITTEN],
    'fs/select.c: pselect6, do_pselect',
  );
const pollsMasked = (timeout: typeof abi.TIMESPEC) =>
  call(
    changes('fds', times('nfds', abi.POLLFD)),
    'nfds',
    orNull(reads('tmo_p', timeout)),
    orNull(reads('sigmask', abi.SIGSET)),
    'sigsetsize',
  ).uses(['tmo_p', 'sigmask', 'fds'], 'fs/select.c: ppoll');
const events = writes('events', upTo('maxevents', abi.EPOLL_EVENT));

export const polling = {
  poll: call(changes('fds', times('nfds', abi.POLLFD)), 'nfds', 'timeout'),
  ppoll: pollsMasked(abi.TIMESPEC),
  ppoll_time64: pollsMasked(abi.TIMESPEC64),
  select: selects(abi.TIMEVAL),
  _newselect: selects(abi.TIMEVAL),
  pselect6: selectsMasked(abi.TIMESPEC),
  pselect6_time64: selectsMasked(abi.TIMESPEC64),
  epoll_ctl: call('epfd', 'op', 'fd', reads('event', abi.EPOLL_EVENT)),
  epoll_wait: call('epfd', events, 'maxevents', 'timeout'),
  epoll_pwait: call(
    'epfd',
    events,
    'maxevents',
    'timeout',
    orNull(reads('sigmask', abi.SIGSET)),
    'sigsetsize',
  ).uses(['sigmask', 'events'], 'fs/eventpoll.c: epoll_pwait'),
  epoll_pwait2: call(
    'epfd',
    events,
    'maxevents',
    orNull(reads('timeout', abi.TIMESPEC64)),
    orNull(reads('sigmask', abi.SIGSET)),
    'sigsetsize',
  ).uses(['timeout', 'sigmask', 'events'], 'fs/eventpoll.c: epoll_pwait2'),
} satisfies Rows;
