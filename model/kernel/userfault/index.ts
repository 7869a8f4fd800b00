/**
 * userfaultfd(2): the program itself answers the page faults of memory that it registers. fs/userfaultfd.c
 */
import { UFFD } from '../abi/userfault-flags';
import { capable } from '../limits';
import type { SyscallRule } from '../syscall-rule';
import {
  argumentFact,
  cannotTell,
  demand,
  fails,
  NO_TRACE,
  NOT_REACHED,
  read,
  seen,
  withArguments,
} from '../verdict';
import { kernelVersion } from '../versions';
import type { UserfaultCall, UserfaultfdCall } from './call';
import { applyFill, fillChecks } from './fill';
import { registerChecks } from './register';
import { applyRegistration } from './registration';
import { commonChecks } from './request-checks';

export const userfaultRule: SyscallRule<UserfaultCall> = {
  call: 'ioctl',
  checks: [...commonChecks, ...registerChecks, ...fillChecks],
  apply(call, observed, before, edit) {
    const { request } = call;
    if (request === 'COPY' || request === 'ZEROPAGE') applyFill(call, observed, before, edit);
    const registers = request === 'REGISTER' || request === 'UNREGISTER';
    if (registers && observed.kind === 'success') applyRegistration(call, before, edit);
  },
  successValue: () => 0n,
};

const manualPage = read('userfaultfd(2)', 'man-pages 6.20');

const KNOWN = UFFD.O_CLOEXEC | UFFD.O_NONBLOCK;

export const userfaultfdRule: SyscallRule<UserfaultfdCall> = {
  call: 'userfaultfd',
  checks: [
    {
      id: 'userfaultfd.not-in-this-kernel',
      errno: 'ENOSYS',
      until: kernelVersion(4, 2),
      sources: [manualPage],
      demand: 'the kernel has the call: 4.3 and later',
      test: () => fails(),
    },
    {
      id: 'userfaultfd.not-permitted',
      errno: 'EPERM',
      since: kernelVersion(5, 2),
      sources: [seen('fs/userfaultfd.c: userfaultfd_syscall_allowed'), manualPage],
      demand:
        'UFFD_USER_MODE_ONLY is given, or vm.unprivileged_userfaultfd is 1, or the caller has CAP_SYS_PTRACE',
      test: ({ flags }, before) =>
        withArguments([flags], (bits) => {
          const fact = argumentFact('flags', flags);
          if ((bits & UFFD.USER_MODE_ONLY) !== 0 && before.machine.kernel >= kernelVersion(5, 11))
            return NOT_REACHED;
          // The setting of the machine may allow it to everybody.
          const privilege = capable(before, 'CAP_SYS_PTRACE', fact);
          return privilege.answer === 'fails' ? cannotTell('unknown-machine', ...privilege.facts) : privilege;
        }),
    },
    {
      id: 'userfaultfd.unknown-flags',
      errno: 'EINVAL',
      since: kernelVersion(4, 3),
      sources: [seen('fs/userfaultfd.c: new_userfaultfd'), manualPage],
      demand: 'the flags are O_CLOEXEC, O_NONBLOCK and UFFD_USER_MODE_ONLY (5.11), and no others',
      test: ({ flags }, { machine }) =>
        withArguments([flags], (bits) => {
          const known = machine.kernel >= kernelVersion(5, 11) ? KNOWN | UFFD.USER_MODE_ONLY : KNOWN;
          return demand((bits & ~known) >>> 0 === 0, argumentFact('flags', flags));
        }),
    },
    {
      id: 'userfaultfd.too-many-descriptors',
      errno: 'EMFILE',
      sources: [read('fs/file.c: alloc_fd'), manualPage],
      demand: 'the process may have one more descriptor (RLIMIT_NOFILE)',
      test: () => NO_TRACE,
    },
  ],
};
