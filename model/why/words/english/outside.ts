/** Causes outside the address space. */
export const outsideWords = {
  'outside.no-rule':
    'Nothing in the log breaks a rule that answers {errno}: the cause is outside what a log shows.',
  'outside.errno': '{call} failed with {errno} for a reason outside the address space.',
  'outside.meaning': '{call} failed with {errno}: {meaning}. The address space has no part in it.',
  'outside.sigreturn':
    'What stands here as an error is the register of the call that the signal interrupted.',
  'outside.injected-args':
    'strace changed the arguments of this call (INJECTED: args): the kernel judged others than the program gave, and its {errno} is for those.',
  'outside.huge-page-pool':
    'The page at {address} needed a huge page, and the pool of huge pages had none left (MAP_NORESERVE, or a copy after fork).',
  'outside.hardware': 'The device or the memory bus failed at {address}.',
  'outside.broken-memory':
    'The memory behind {address} is broken, or was declared so (MADV_HWPOISON): the machine could not give its contents.',

  'outside.nonblocking':
    'Nothing was there for {call} at once, and descriptor {fd} does not wait: it is non-blocking since {line}.',
  'outside.nonblocking-write':
    'There was no room for {call} at once, and descriptor {fd} does not wait: it is non-blocking since {line}.',
  'outside.nonblocking-unseen':
    '{call} could do nothing at once, and descriptor {fd} does not wait; the line that made it non-blocking is not in this log.',
  'outside.dont-wait': '{call} could do nothing at once, and {flag} asks it not to wait.',
  'outside.socket-timeout':
    '{call} waited as long as the timeout of descriptor {fd} allows, which was set at {line}.',
  'outside.lock-held': 'Another holder has the lock that {call} asked for, and it was asked not to wait.',
  'outside.futex-value':
    'The futex no longer had the value {expected} when the kernel looked: another thread had changed it, so there was nothing to wait for.',
  'outside.connect-goes-on':
    'The connection is being made; descriptor {fd} does not wait for it, being non-blocking since {line}.',
  'outside.connect-goes-on-unseen': 'The connection is being made; descriptor {fd} does not wait for it.',
  'outside.connect-under-way': 'A connection of descriptor {fd} is under way since {line}.',
  'outside.waited-in-vain': '{call} waited as long as it was asked to, and nothing happened.',
  'outside.peer-silent': 'The other side did not answer {call} in time.',
  'outside.interrupted-by': '{signal} ({line}) interrupted {call} while it waited.',
  'outside.interrupted': 'A signal interrupted {call} while it waited.',
  'outside.no-reader': '{call} had nobody to write to: the other end of descriptor {fd} is closed.',
  'outside.reader-closed':
    '{call} had nobody to write to: the other end of descriptor {fd}, descriptor {other}, was closed at {line}.',
  'outside.shut-down': '{call} came after the socket {fd} was shut down at {line}.',

  'outside.fd-closed': 'Descriptor {fd} was closed at {line}.',
  'outside.fd-never-opened': 'Descriptor {fd} stands for nothing: no line of this log opened it.',
  'outside.fd-negative': '{fd} is no descriptor.',
  'outside.fd-of-failure':
    '{fd} is no descriptor; perhaps it is the answer of the call that failed at {line}.',
  'outside.fd-too-high': '{fd} is beyond every descriptor that the process may have.',
  'outside.fd-path-only':
    'Descriptor {fd} ({path}) was opened with O_PATH, which allows nothing but to name the file.',
  'outside.fd-read-only': 'Descriptor {fd} ({path}) was opened for reading alone, at {line}.',
  'outside.fd-write-only': 'Descriptor {fd} ({path}) was opened for writing alone, at {line}.',
  'outside.fd-not-writable': 'Descriptor {fd} ({path}) is not open for writing.',
  'outside.fd-not-readable': 'Descriptor {fd} ({path}) is not open for reading.',
  'outside.descriptor-limit':
    'The process has as many descriptors as it may (RLIMIT_NOFILE, which this log does not show), or the machine has no more.',
  'outside.descriptor-limit-shown':
    'The process has as many descriptors as it may: RLIMIT_NOFILE is {limit} ({line}).',
  'outside.no-position':
    'Descriptor {fd} (from {line}) is a pipe, a socket or the like, which has no position.',
  'outside.no-position-unseen': 'Descriptor {fd} is a pipe, a socket or the like, which has no position.',
  'outside.no-terminal':
    'What is behind descriptor {fd} (from {line}) does not know this request: it is no terminal or no such device.',
  'outside.no-terminal-unseen':
    'What is behind descriptor {fd} does not know this request: it is no terminal or no such device.',
  'outside.no-socket': 'Descriptor {fd} (from {line}) is no socket.',
  'outside.no-socket-unseen': 'Descriptor {fd} is no socket.',
  'outside.no-directory': 'Descriptor {fd} (from {line}) is no directory.',
  'outside.no-directory-unseen': 'Descriptor {fd} is no directory.',
  'outside.directory-read': 'Descriptor {fd} (from {line}) is a directory, which {call} cannot read.',
  'outside.directory-read-unseen': 'Descriptor {fd} is a directory, which {call} cannot read.',

  'outside.path-removed': '{path} was removed at {line}.',
  'outside.path-renamed': '{path}, or a directory on the way to it, was given another name at {line}.',
  'outside.path-empty': 'The path is empty.',
  'outside.path-missing': 'There is no {path}, or a directory on the way to it is missing.',
  'outside.program-missing':
    'There is no {path}, or the interpreter that it names (its #! line, its dynamic linker) is missing.',
  'outside.path-exists': '{path} is there already.',
  'outside.path-made': '{path} is there already: it was made at {line}.',
  'outside.path-forbidden':
    'The rights of {path}, or of a directory on the way to it, do not allow {call} ({errno}).',
  'outside.path-rights-changed':
    'The rights of {path} do not allow {call} ({errno}); they were changed at {line}.',
  'outside.path-forbidden-since':
    'The rights of {path}, or of a directory on the way to it, do not allow {call} ({errno}) to the user that the program became at {line}.',
  'outside.program-forbidden':
    '{path} may not be run: it has no right to be executed, or its filesystem is mounted noexec ({errno}).',
  'outside.path-loop':
    'Symbolic links on the way to {path} lead around in a circle, or there are too many of them.',
  'outside.path-loop-made': 'Symbolic links lead around in a circle: {path} was made a link at {line}.',
  'outside.path-is-link': '{path} is a symbolic link, and O_NOFOLLOW forbids to follow it.',
  'outside.path-through-file': 'A part of {path} that has to be a directory is none.',
  'outside.path-is-directory': '{path} is a directory, which {call} cannot do this with.',
  'outside.path-too-long': '{path} is longer than a path may be, or one of its names longer than a name.',
  'outside.directory-not-empty': 'The directory {path} is not empty.',
  'outside.other-filesystem': '{path} and the other name are on different filesystems.',
  'outside.read-only-filesystem': 'The filesystem of {path} is mounted read-only.',
  'outside.path-busy': '{path} is in use: mounted, or held by the kernel or another process.',
  'outside.no-program': '{path} has no format of a program that the kernel knows.',
  'outside.no-attribute': '{path} has no such attribute.',
  'outside.no-reader-of-fifo': 'Nobody has {path} open for reading, or there is no device behind it.',
  'outside.no-link': '{path} is no symbolic link.',
  'outside.program-runs': '{path} is a program that runs: it cannot be opened for writing.',
  'outside.program-written': '{path} is open for writing since {line}: it cannot be run.',
  'outside.program-busy': '{path} is open for writing by somebody: it cannot be run.',
  'outside.no-space': '{call} found no room on the device or in the quota.',
  'outside.no-segment': 'The machine has as many SysV segments, or as much in them, as it may have.',

  'outside.privilege': '{call} needs a privilege that the program does not have ({errno}).',
  'outside.privilege-dropped': '{call} needs a privilege that the program gave up at {line} ({errno}).',
  'outside.other-user': 'Process {pid} belongs to another user.',
  'outside.task-ended': 'Process or thread {pid} ended at {line}.',
  'outside.task-unknown': 'There is no process or thread {pid}; this log shows none.',
  'outside.child-waited-for': 'There is no child left to wait for: the last one was waited for at {line}.',
  'outside.children-ignored':
    'There is no child to wait for: SIGCHLD is ignored since {line}, so children leave nothing behind.',
  'outside.not-its-child': 'Process {pid} is no child of this one that could be waited for.',
  'outside.no-child': 'The process has no children.',

  'outside.connected-at': 'The socket {fd} is connected since {line}.',
  'outside.connected': 'The socket {fd} is connected already.',
  'outside.not-connected-since': 'The socket {fd} is connected no more: it was shut down at {line}.',
  'outside.not-connected': 'The socket {fd} is not connected.',
  'outside.connection-reset': 'The other side broke off the connection.',
  'outside.connection-refused': 'Nobody listens at the address.',
  'outside.address-bound': 'The address is taken: a socket of this log was bound to it at {line}.',
  'outside.address-in-use': 'The address is taken by another socket.',

  'outside.argument': 'An argument of {call} has a value that means nothing to it.',
  'outside.seek-whence':
    'The last argument of {call} is none of SEEK_SET, SEEK_CUR, SEEK_END, SEEK_DATA and SEEK_HOLE.',
  'outside.seek-negative': '{call} by {offset} would go to a place before the beginning of the file.',
  'outside.length-negative': 'A file cannot have {length} bytes.',
  'outside.truncate-read-only':
    'Descriptor {fd} was opened for reading alone, at {line}: its file cannot be cut.',
  'outside.truncate-kind': 'What {call} was given cannot be cut: no regular file, or not open for writing.',
  'outside.no-such-signal': 'There is no such signal.',
  'outside.signal-untouchable':
    'There is no such signal, or it is SIGKILL or SIGSTOP, which nobody can handle or ignore.',
  'outside.no-such-time': 'The time is none: nanoseconds go from 0 to 999999999.',
  'outside.no-such-clock': 'There is no such clock or timer, or it cannot do this.',
  'outside.no-such-option': 'This kernel does not know the option, or not with these arguments.',
  'outside.buffer-too-short': 'The buffer is too short for the result.',
  'outside.no-such-call':
    'This kernel does not have {call}: it is older than the call, built without it, or a filter says so.',
  'outside.epoll-file': 'A regular file or directory cannot be waited for with epoll.',
  'outside.epoll-twice': 'Descriptor {fd} is in the set already, since {line}.',
  'outside.file-too-big': 'The file would be larger than RLIMIT_FSIZE or the filesystem allows.',
  'outside.file-size-limit': 'The file would be larger than RLIMIT_FSIZE allows: {limit} bytes ({line}).',
  'outside.arguments-too-long':
    'The arguments and the environment are longer than a program may be given: a quarter of RLIMIT_STACK, and 128 KiB each.',

  'outside.seccomp':
    'The seccomp filter set at {line} may have answered {errno} to {call} before the kernel looked at its arguments.',
  'outside.seccomp-unseen':
    'A seccomp filter that was set before this log begins may have answered {errno} to {call}.',
  'outside.security-module': 'A security module (SELinux, AppArmor) may have refused {call} ({errno}).',
  'outside.memory-cgroup': 'The cgroup of the process may have as much memory as it is allowed.',
  'outside.kernel-memory': 'The kernel may have found no memory for what {call} needs.',
  'outside.commit': 'The copy may be more than the machine will promise (overcommit).',
  'outside.lock-limit':
    'What {call} needs may count as locked memory, of which RLIMIT_MEMLOCK allows no more.',
  'outside.process-limit': 'The user may have as many processes and threads as RLIMIT_NPROC allows.',
  'outside.task-limits': 'The cgroup (pids.max) or the machine may have as many tasks as it may have.',
} as const;
