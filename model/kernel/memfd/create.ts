/**
 * memfd_create(2) and memfd_secret(2): memory with a descriptor. What it is mapped as, and its seals, come later.
 * mm/memfd.c: sanitize_flags, alloc_name; mm/secretmem.c: sys_memfd_secret
 */
import { MFD, O_CLOEXEC } from '../abi/memfd-flags';
import type { Before, Check } from '../check';
import type { SyscallRule } from '../syscall-rule';
import { canRead, pointerOf } from '../user-pointer';
import {
  argumentFact,
  cannotTell,
  demand,
  fails,
  likelyPasses,
  NO_TRACE,
  NOT_REACHED,
  passes,
  read,
  seen,
  withArguments,
} from '../verdict';
import { kernelVersion } from '../versions';
import type { MemfdCreateCall, MemfdSecretCall } from './call';

const source = seen('mm/memfd.c: sanitize_flags');
const manualPage = read('memfd_create(2)', 'man-pages 6.20');

/** MFD_HUGE_MASK << MFD_HUGE_SHIFT: the logarithm of a size of huge pages. */
const HUGE_SIZE = (0x3f << 26) >>> 0;
/** NAME_MAX without `memfd:`. */
const LONGEST_NAME = 249;

function known({ machine }: Before): number {
  let flags: number = MFD.CLOEXEC | MFD.ALLOW_SEALING;
  if (machine.kernel >= kernelVersion(4, 14)) flags |= MFD.HUGETLB;
  if (machine.kernel >= kernelVersion(6, 3)) flags |= MFD.NOEXEC_SEAL | MFD.EXEC;
  return flags;
}

const createChecks: readonly Check<MemfdCreateCall>[] = [
  {
    id: 'memfd-create.not-in-this-kernel',
    errno: 'ENOSYS',
    until: kernelVersion(3, 16),
    sources: [manualPage],
    demand: 'the kernel has the call: 3.17 and later',
    test: () => fails(),
  },
  {
    id: 'memfd-create.unknown-flags',
    errno: 'EINVAL',
    sources: [source, manualPage],
    demand: 'this kernel knows the flags; a size of huge pages is given with MFD_HUGETLB only',
    test: ({ flags }, before) =>
      withArguments([flags], (bits) => {
        const size = (bits & MFD.HUGETLB) !== 0 ? HUGE_SIZE : 0;
        return demand((bits & ~(known(before) | size)) >>> 0 === 0, argumentFact('flags', flags));
      }),
  },
  {
    id: 'memfd-create.exec-and-noexec',
    errno: 'EINVAL',
    since: kernelVersion(6, 3),
    sources: [source, manualPage],
    demand: 'MFD_EXEC and MFD_NOEXEC_SEAL are not given together',
    test: ({ flags }) =>
      withArguments([flags], (bits) =>
        demand(
          (bits & (MFD.EXEC | MFD.NOEXEC_SEAL)) !== (MFD.EXEC | MFD.NOEXEC_SEAL),
          argumentFact('flags', flags),
        ),
      ),
  },
  {
    id: 'memfd-create.executable-forbidden',
    errno: 'EACCES',
    since: kernelVersion(6, 3),
    sources: [read('mm/memfd.c: check_sysctl_memfd_noexec'), manualPage],
    demand: 'vm.memfd_noexec does not forbid memory files that may be executed',
    test: ({ flags }) =>
      ((flags.value ?? 0) & MFD.NOEXEC_SEAL) !== 0 ? NOT_REACHED : likelyPasses('unknown-machine'),
  },
  {
    id: 'memfd-create.name-unreadable',
    errno: 'EFAULT',
    sources: [seen('mm/memfd.c: alloc_name'), manualPage],
    demand: 'the name lies in readable memory',
    test: ({ name }, before) => canRead(pointerOf(name), 1, before),
  },
  {
    id: 'memfd-create.name-too-long',
    errno: 'EINVAL',
    sources: [seen('mm/memfd.c: alloc_name'), manualPage],
    demand: 'the name has no more than 249 bytes',
    test: ({ name }) => {
      if (name?.value.kind !== 'string') return NOT_REACHED;
      const { bytes, cut } = name.value;
      if (bytes.length > LONGEST_NAME) return fails();
      // strace shows 32 bytes of a longer one, unless asked for more.
      return cut ? cannotTell('unknown-argument') : passes();
    },
  },
  {
    id: 'memfd-create.huge-page-size',
    errno: 'ENODEV',
    since: kernelVersion(4, 14),
    sources: [seen('fs/hugetlbfs/inode.c: hugetlb_file_setup'), manualPage],
    demand: 'with MFD_HUGETLB the machine has huge pages of that size',
    test: ({ flags }, before) =>
      withArguments([flags], (bits) => {
        if ((bits & MFD.HUGETLB) === 0) return NOT_REACHED;
        const size = (bits & HUGE_SIZE) >>> 26;
        const fact = argumentFact('flags', flags);
        const isUsual =
          size === 0 || size === 21 || (size === 30 && before.machine.architecture === 'x86-64');
        if (isUsual) return likelyPasses('unknown-machine', fact);
        const isX86 = before.machine.architecture === 'x86-64';
        return isX86 ? fails(fact) : cannotTell('unknown-machine', fact);
      }),
  },
  {
    id: 'memfd-create.too-many-descriptors',
    errno: 'EMFILE',
    sources: [read('fs/file.c: alloc_fd'), manualPage],
    demand: 'the process may have one more descriptor (RLIMIT_NOFILE)',
    test: () => NO_TRACE,
  },
];

/** The answer is a new descriptor, the lowest that is free: of a log rarely known. */
export const memfdCreateRule: SyscallRule<MemfdCreateCall> = { call: 'memfd_create', checks: createChecks };

const secretPage = read('memfd_secret(2)', 'man-pages 6.20');
const secretSource = seen('mm/secretmem.c: sys_memfd_secret');

const secretChecks: readonly Check<MemfdSecretCall>[] = [
  {
    id: 'memfd-secret.not-in-this-kernel',
    errno: 'ENOSYS',
    until: kernelVersion(5, 13),
    sources: [secretPage],
    demand: 'the kernel has the call: 5.14 and later',
    test: () => fails(),
  },
  {
    id: 'memfd-secret.not-enabled',
    errno: 'ENOSYS',
    since: kernelVersion(5, 14),
    sources: [secretSource, secretPage],
    demand: 'secret memory is built in and enabled (secretmem.enable, needed to be given until 6.4)',
    test: (_call, { machine }) =>
      machine.kernel < kernelVersion(6, 5) ? cannotTell('unknown-machine') : likelyPasses('unknown-machine'),
  },
  {
    id: 'memfd-secret.unknown-flags',
    errno: 'EINVAL',
    since: kernelVersion(5, 14),
    sources: [secretSource, secretPage],
    demand: 'the flags are 0 or FD_CLOEXEC (O_CLOEXEC)',
    test: ({ flags }) =>
      withArguments([flags], (bits) => demand((bits & ~O_CLOEXEC) >>> 0 === 0, argumentFact('flags', flags))),
  },
];

export const memfdSecretRule: SyscallRule<MemfdSecretCall> = { call: 'memfd_secret', checks: secretChecks };
