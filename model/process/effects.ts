/**
 * Which calls change the world beside memory, and by what. Calls that are not here are not decoded while a log is read:
 * they cost nothing.
 */
import type { CallEvent } from '../trace/event';
import { cloneCalls } from './clone-request';
import { close, closeRange, dup, dup2, dup3, fcntl } from './descriptors-copy';
import {
  creat,
  memfdCreate,
  memfdSecret,
  open,
  openat,
  openat2,
  pair,
  special,
  type CloseOnExec,
} from './descriptors-open';
import { ioDestroy, ioSetup } from './aio';
import { bpf, recvmmsg, recvmsg, returned } from './descriptors-received';
import { fallocate, fstat, ftruncate, lseek, newfstatat, statx, truncate } from './descriptors-size';
import { writeCalls, written } from './descriptors-written';
import { fstatfs, mount, statfs, umount } from './filesystems';
import { getrlimit, prlimit, setrlimit } from './limits-calls';
import { setns, unshare } from './namespaces';
import { getpid, ownTid } from './own-names';
import { personality } from './personality';
import { pidfdOpen } from './pidfd';
import { prctl } from './prctl';
import { capabilitiesShown, geteuid, getresuid, setsEuid } from './privileges-calls';
import { pkeyAlloc, pkeyFree } from './key-allocation';
import { shmctl, shmget } from './segments-calls';
import { userfaultfd, userfaultIoctl } from './userfault';
import type { Task } from './world';
import type { WorldEdit } from './world-edit';

/** Applies a call that has returned. Not called for answers that strace made up. */
export type CallEffect = (call: CallEvent, task: Task, edit: WorldEdit) => void;

const anonymous = (name: string, ask: CloseOnExec): CallEffect =>
  special('anon-inode', `anon_inode:[${name}]`, ask);
const flag = (at: number, name: string): CloseOnExec => ({ at, flag: name });

/** Calls that a task makes for itself and that the tables below say all about. */
const effects: ReadonlyMap<string, CallEffect> = new Map<string, CallEffect>([
  ['open', open],
  ['openat', openat],
  ['openat2', openat2],
  ['creat', creat],
  ['close', close],
  ['close_range', closeRange],
  ['dup', dup],
  ['dup2', dup2],
  ['dup3', dup3],
  ['fcntl', fcntl],
  ['fcntl64', fcntl],
  ['memfd_create', memfdCreate],
  ['memfd_secret', memfdSecret],
  ['pipe', pair('pipe', 0, 1)],
  ['pipe2', pair('pipe', 0, 1)],
  ['socketpair', pair('socket', 3, 1)],
  ['socket', special('socket', 'socket:', flag(1, 'SOCK_CLOEXEC'))],
  ['accept', special('socket', 'socket:', 'never')],
  ['accept4', special('socket', 'socket:', flag(3, 'SOCK_CLOEXEC'))],
  ['eventfd', anonymous('eventfd', 'never')],
  ['eventfd2', anonymous('eventfd', flag(1, 'EFD_CLOEXEC'))],
  ['epoll_create', anonymous('eventpoll', 'never')],
  ['epoll_create1', anonymous('eventpoll', flag(0, 'EPOLL_CLOEXEC'))],
  ['timerfd_create', anonymous('timerfd', flag(1, 'TFD_CLOEXEC'))],
  ['signalfd4', anonymous('signalfd', flag(3, 'SFD_CLOEXEC'))],
  ['inotify_init', anonymous('inotify', 'never')],
  ['inotify_init1', anonymous('inotify', flag(0, 'IN_CLOEXEC'))],
  ['userfaultfd', userfaultfd],
  ['perf_event_open', anonymous('perf_event', flag(4, 'PERF_FLAG_FD_CLOEXEC'))],
  // Close-on-exec without being asked. kernel/pid.c: pidfd_create; io_uring/io_uring.c: io_uring_install_fd
  ['pidfd_open', pidfdOpen],
  ['io_uring_setup', anonymous('io_uring', 'always')],
  ['signalfd', anonymous('signalfd', 'never')],
  ['fanotify_init', anonymous('fanotify', flag(0, 'FAN_CLOEXEC'))],
  ['landlock_create_ruleset', anonymous('landlock-ruleset', 'always')],
  ['fsopen', anonymous('fscontext', flag(1, 'FSOPEN_CLOEXEC'))],
  ['fspick', anonymous('fscontext', flag(2, 'FSPICK_CLOEXEC'))],
  ['fsmount', returned(flag(1, 'FSMOUNT_CLOEXEC'), 'o-path')],
  ['open_tree', returned(flag(2, 'OPEN_TREE_CLOEXEC'), 'o-path')],
  ['bpf', bpf],
  ['io_setup', ioSetup],
  ['io_destroy', ioDestroy],
  ['mq_open', returned('always')],
  ['open_by_handle_at', returned(flag(2, 'O_CLOEXEC'))],
  ['pidfd_getfd', returned('always')],
  ['recvmsg', recvmsg],
  ['recvmmsg', recvmmsg],
  ['recvmmsg_time64', recvmmsg],
  ['unshare', unshare],
  ['setns', setns],
  ['fstat', fstat],
  ['fstat64', fstat],
  ['newfstatat', newfstatat],
  ['fstatat64', newfstatat],
  ['statx', statx],
  ['ftruncate', ftruncate],
  ['ftruncate64', ftruncate],
  ['fallocate', fallocate],
  ['lseek', lseek],
  ...[...writeCalls].map((name) => [name, written] as const),
  ['truncate', truncate],
  ['truncate64', truncate],
  ['mount', mount],
  ['umount', umount],
  ['umount2', umount],
  ['statfs', statfs],
  ['statfs64', statfs],
  ['fstatfs', fstatfs],
  ['fstatfs64', fstatfs],
  ['setrlimit', setrlimit],
  ['getrlimit', getrlimit],
  ['ugetrlimit', getrlimit],
  ['prlimit64', prlimit],
  ['geteuid', geteuid],
  ['geteuid32', geteuid],
  ['getresuid', getresuid],
  ['getresuid32', getresuid],
  ['setuid', setsEuid(0)],
  ['setuid32', setsEuid(0)],
  ['setreuid', setsEuid(1)],
  ['setreuid32', setsEuid(1)],
  ['setresuid', setsEuid(1)],
  ['setresuid32', setsEuid(1)],
  ['capget', capabilitiesShown],
  ['capset', capabilitiesShown],
  ['personality', personality],
  ['prctl', prctl],
  ['ioctl', userfaultIoctl],
  ['gettid', ownTid],
  ['set_tid_address', ownTid],
  ['getpid', getpid],
  ['shmget', shmget],
  ['shmctl', shmctl],
  ['pkey_alloc', pkeyAlloc],
  ['pkey_free', pkeyFree],
]);

/** Effects also of a call that failed. */
const evenIfFailing: ReadonlySet<string> = new Set([
  'prlimit64',
  'setrlimit',
  'close',
  'prctl',
  'pkey_alloc',
  'fcntl',
  'fcntl64',
]);

export const execCalls: ReadonlySet<string> = new Set(['execve', 'execveat']);

/** Calls that end the caller whatever the log says of their result; the second, all its threads. */
export const exitCalls: ReadonlySet<string> = new Set(['exit', '_exit', 'exit_group']);

/** Every call that can change the world, those on memory apart. */
export const worldCalls: ReadonlySet<string> = new Set([
  ...effects.keys(),
  ...cloneCalls,
  ...execCalls,
  ...exitCalls,
  'uname',
  'sysinfo',
]);

/** The effect of a call, if it can have one. `errno` '' for one that did not fail. */
export function effectOf(name: string, errno: string): CallEffect | undefined {
  const effect = effects.get(name);
  return effect === undefined || (errno !== '' && !evenIfFailing.has(name)) ? undefined : effect;
}
