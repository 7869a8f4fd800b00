/**
 * Causes outside the address space, by call and errno. The first finder of a row's errno that fits the call and finds something
 * tells it; what no row knows is told by what the errno means.
 */
import type { CallEvent } from '../../trace/event';
import { say, type MessageKey } from '../message';
import { english } from '../words/english';
import type { Subject } from '../subject';
import { account, type Finder, type OutsideAccount } from './account';
import { argumentsTooLong, bySentence, registeredTwice, seek, tooBig, truncation } from './arguments';
import { badDescriptor, tooManyDescriptors, wrongKind } from './bad-descriptor';
import { busyText, exists, forbidden, loop, missing, noSpace, plainPath } from './paths';
import { noPrivilege } from './privileges';
import { addressInUse, sinceLine } from './sockets';
import { noChild, noSuchTask, notItsTask } from './tasks';
import { connecting, futexValue, interrupted, noReader, recordLock, timedOut, wouldBlock } from './waiting';

type Row = readonly [errno: string, calls: RegExp, find: Finder];

const ANY = /^/;
const path = (errno: string, key: MessageKey): Row => [errno, ANY, plainPath(key)];

const rows: readonly Row[] = [
  ['EAGAIN', /^futex/, futexValue],
  ['EAGAIN', /^fcntl/, recordLock],
  ['EACCES', /^fcntl/, recordLock],
  ['EAGAIN', ANY, wouldBlock],
  ['EINPROGRESS', /^connect$/, connecting],
  ['EALREADY', /^connect$/, connecting],
  ['ETIMEDOUT', ANY, timedOut],
  ['EINTR', ANY, interrupted],
  ['EPIPE', ANY, noReader],
  ['EBADF', ANY, badDescriptor],
  ['EMFILE', ANY, tooManyDescriptors],
  ['ESPIPE', ANY, wrongKind('outside.no-position')],
  ['ENOTTY', ANY, wrongKind('outside.no-terminal')],
  ['ENOTSOCK', ANY, wrongKind('outside.no-socket')],
  ['EISDIR', /^(p?read|readv|preadv)/, wrongKind('outside.directory-read')],
  ['ENOTDIR', /^(getdents|fchdir)/, wrongKind('outside.no-directory')],
  ['ENOENT', ANY, missing],
  ['EEXIST', /^epoll_ctl$/, registeredTwice],
  ['EEXIST', ANY, exists],
  ['EACCES', /^(setpriority|ioprio_set|sched_\w+)$/, noPrivilege],
  ['EACCES', ANY, forbidden],
  ['EPERM', /^epoll_ctl$/, bySentence('outside.epoll-file')],
  ['EPERM', ANY, notItsTask],
  ['EPERM', ANY, noPrivilege],
  ['ELOOP', ANY, loop],
  ['ETXTBSY', ANY, busyText],
  path('ENOTDIR', 'outside.path-through-file'),
  path('EISDIR', 'outside.path-is-directory'),
  path('ENAMETOOLONG', 'outside.path-too-long'),
  path('ENOTEMPTY', 'outside.directory-not-empty'),
  path('EXDEV', 'outside.other-filesystem'),
  path('EROFS', 'outside.read-only-filesystem'),
  path('EBUSY', 'outside.path-busy'),
  path('ENOEXEC', 'outside.no-program'),
  path('ENODATA', 'outside.no-attribute'),
  path('ENXIO', 'outside.no-reader-of-fifo'),
  ['E2BIG', /^exec/, argumentsTooLong],
  ['ENOSPC', ANY, noSpace],
  ['EDQUOT', ANY, noSpace],
  ['EFBIG', ANY, tooBig],
  ['EINVAL', /^_?l?lseek$/, seek],
  ['EINVAL', /^f?truncate/, truncation],
  ['EINVAL', /^readlink/, plainPath('outside.no-link')],
  ['EINVAL', /^(kill|tkill|tgkill|rt_sigqueueinfo|pidfd_send_signal)$/, bySentence('outside.no-such-signal')],
  ['EINVAL', /^(rt_)?sigaction$/, bySentence('outside.signal-untouchable')],
  ['EINVAL', /^(clock_)?nanosleep/, bySentence('outside.no-such-time')],
  ['EINVAL', /^(clock_|timer)/, bySentence('outside.no-such-clock')],
  ['EINVAL', /^prctl$/, bySentence('outside.no-such-option')],
  ['ERANGE', ANY, bySentence('outside.buffer-too-short')],
  ['ESRCH', ANY, noSuchTask],
  ['ECHILD', ANY, noChild],
  ['ENOSYS', ANY, bySentence('outside.no-such-call')],
  ['EISCONN', ANY, sinceLine('outside.connected-at', 'outside.connected', ['connect'])],
  ['ENOTCONN', ANY, sinceLine('outside.not-connected-since', 'outside.not-connected', ['shutdown'])],
  ['ECONNRESET', ANY, bySentence('outside.connection-reset')],
  ['ECONNREFUSED', ANY, bySentence('outside.connection-refused')],
  ['EADDRINUSE', ANY, addressInUse],
];

export function outsideCause(subject: Subject, call: CallEvent, errno: string): OutsideAccount {
  const name = errno === 'EWOULDBLOCK' ? 'EAGAIN' : errno;
  for (const [wanted, calls, find] of rows) {
    if (wanted !== name || !calls.test(call.name)) continue;
    const found = find(subject, call, name);
    if (found !== undefined) return found;
  }
  return byMeaning(subject, call, name);
}

/** What the errno means, wherever it comes from. errno(3) */
function byMeaning(subject: Subject, call: CallEvent, errno: string): OutsideAccount {
  const key = `errno.${errno}`;
  const values = { call: call.name, errno };
  const found =
    key in english
      ? account(subject, 'outside.meaning', { ...values, meaning: say(key as MessageKey) })
      : account(subject, 'outside.errno', values);
  return { ...found, id: `outside.${errno}` };
}
