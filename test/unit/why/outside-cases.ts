/**
 * What the cases of test/kernel/outside/outside.c are: the failing call and its errno (the last such of the case), the cause, and
 * words of the lines that prove it, in their order.
 */
export interface OutsideCase {
  readonly name: string;
  readonly call: string;
  readonly errno: string;
  readonly id: string;
  readonly evidence: readonly RegExp[];
}

type Row = readonly [string, string, string, string, ...RegExp[]];

const rows: readonly Row[] = [
  ['pipe_nonblock', 'read', 'EAGAIN', 'outside.nonblocking', /^pipe2\(/],
  ['fcntl_nonblk', 'read', 'EAGAIN', 'outside.nonblocking', /^fcntl\(/],
  ['fionbio', 'read', 'EAGAIN', 'outside.nonblocking', /^ioctl\(/],
  ['dup_nonblock', 'read', 'EAGAIN', 'outside.nonblocking', /^fcntl\(\d+, (F_SETFL|0x4)/],
  ['in_child', 'read', 'EAGAIN', 'outside.nonblocking', /^pipe2\(/],
  ['full_pipe', 'write', 'EAGAIN', 'outside.nonblocking-write', /^pipe2\(/],
  ['dontwait', 'recvfrom', 'EAGAIN', 'outside.dont-wait', /^recvfrom\(/],
  ['sock_nonblk', 'recvfrom', 'EAGAIN', 'outside.nonblocking', /^socketpair\(/],
  ['accept_nb', 'accept', 'EAGAIN', 'outside.nonblocking', /^socket\(/],
  ['rcvtimeo', 'recvfrom', 'EAGAIN', 'outside.socket-timeout', /^setsockopt\(/],
  ['eventfd_nb', 'read', 'EAGAIN', 'outside.nonblocking', /^eventfd2\(/],
  ['timerfd_nb', 'read', 'EAGAIN', 'outside.nonblocking', /^timerfd_create\(/],
  ['futex_again', 'futex', 'EAGAIN', 'outside.futex-value', /^futex\(/],
  ['futex_time', 'futex', 'ETIMEDOUT', 'outside.waited-in-vain', /^futex\(/],
  ['flocked', 'flock', 'EAGAIN', 'outside.lock-held', /^flock\(3/],
  ['closed', 'write', 'EBADF', 'outside.fd-closed', /^close\(/],
  ['closed_range', 'write', 'EBADF', 'outside.fd-closed', /^(close_range|syscall_0x1b4)\(/],
  ['closed_dup', 'read', 'EBADF', 'outside.fd-closed', /^close\(4/],
  ['minus_one', 'read', 'EBADF', 'outside.fd-of-failure', /^openat\(.*ENOENT/],
  ['never_open', 'read', 'EBADF', 'outside.fd-never-opened'],
  ['read_only', 'write', 'EBADF', 'outside.fd-read-only', /^openat\(/],
  ['write_only', 'read', 'EBADF', 'outside.fd-write-only', /^openat\(/],
  ['path_only', 'read', 'EBADF', 'outside.fd-path-only', /^openat\(/],
  ['nofile', 'openat', 'EMFILE', 'outside.descriptor-limit-shown', /^prlimit64\(/],
  ['missing', 'openat', 'ENOENT', 'outside.path-missing'],
  ['removed', 'openat', 'ENOENT', 'outside.path-removed', /^unlink\(/],
  ['renamed', 'newfstatat', 'ENOENT', 'outside.path-renamed', /^rename\(/],
  ['dir_renamed', 'openat', 'ENOENT', 'outside.path-renamed', /^rename\("d"/],
  ['made', 'openat', 'EEXIST', 'outside.path-made', /^openat\(.*O_CREAT|^openat\(.*0x42/],
  ['exists', 'mkdir', 'EEXIST', 'outside.path-exists'],
  ['through_file', 'openat', 'ENOTDIR', 'outside.path-through-file', /^openat\(/],
  ['directory', 'openat', 'EISDIR', 'outside.path-is-directory', /^openat\(/],
  ['read_dir', 'read', 'EISDIR', 'outside.directory-read', /^openat\(/],
  ['loop', 'openat', 'ELOOP', 'outside.path-loop-made', /^symlink\(/],
  ['not_empty', 'rmdir', 'ENOTEMPTY', 'outside.directory-not-empty', /^rmdir\(/],
  ['dropped', 'openat', 'EACCES', 'outside.path-forbidden-since', /^chmod\(/, /^setresuid\(/],
  ['cross', 'rename', 'EXDEV', 'outside.other-filesystem', /^rename\(/],
  ['negative', 'lseek', 'EINVAL', 'outside.seek-negative', /^lseek\(/],
  ['whence', 'lseek', 'EINVAL', 'outside.seek-whence', /^lseek\(/],
  ['seek_pipe', 'lseek', 'ESPIPE', 'outside.no-position', /^pipe2?\(/],
  ['no_tty', 'ioctl', 'ENOTTY', 'outside.no-terminal', /^openat\(/],
  ['no_socket', 'listen', 'ENOTSOCK', 'outside.no-socket', /^openat\(/],
  ['epipe', 'write', 'EPIPE', 'outside.reader-closed', /^pipe2?\(/, /^close\(3/],
  ['shut_down', 'write', 'EPIPE', 'outside.shut-down', /^shutdown\(/],
  ['refused', 'connect', 'ECONNREFUSED', 'outside.connection-refused', /^connect\(/],
  ['in_use', 'bind', 'EADDRINUSE', 'outside.address-bound', /^bind\(3/],
  ['unconnected', 'recvfrom', 'ENOTCONN', 'outside.not-connected', /^socket\(/],
  ['no_child', 'wait4', 'ECHILD', 'outside.no-child'],
  ['waited', 'wait4', 'ECHILD', 'outside.child-waited-for', /^wait4\(/],
  ['sigchld_ign', 'wait4', 'ECHILD', 'outside.children-ignored', /^rt_sigaction\(/],
  ['ended', 'kill', 'ESRCH', 'outside.task-ended', /^\+\+\+ exited/],
  ['nobody', 'kill', 'ESRCH', 'outside.task-unknown'],
  ['other_user', 'kill', 'EPERM', 'outside.other-user'],
  ['unprivileged', 'chroot', 'EPERM', 'outside.privilege-dropped', /^setresuid\(/],
  ['fsize', 'write', 'EFBIG', 'outside.file-size-limit', /^prlimit64\(/],
  ['getcwd_short', 'getcwd', 'ERANGE', 'outside.buffer-too-short', /^getcwd\(/],
  ['full', 'write', 'ENOSPC', 'outside.no-space'],
  ['epoll_twice', 'epoll_ctl', 'EEXIST', 'outside.epoll-twice', /^epoll_ctl\(/],
  ['filter_read', 'read', 'EUCLEAN', 'outside.seccomp', /^seccomp\(/],
  ['filter_mmap', 'mmap', 'EPERM', 'outside.seccomp', /^seccomp\(/],
  ['filter_munmap', 'munmap', 'ENOSYS', 'outside.seccomp', /^seccomp\(/],
  ['filter_chdir', 'chdir', 'EACCES', 'outside.seccomp', /^seccomp\(/],
];

export const outsideCases: readonly OutsideCase[] = rows.map(([name, call, errno, id, ...evidence]) => ({
  name,
  call,
  errno,
  id,
  evidence,
}));
