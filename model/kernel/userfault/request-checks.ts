/**
 * What every ioctl of a userfaultfd demands, before its own request is looked at. fs/userfaultfd.c: userfaultfd_ioctl
 */
import { pageRange, pagesFor, pageOf, type PageRange } from '../../memory/page';
import type { OpenFile } from '../../process/descriptors';
import { isUserfault, UserfaultState } from '../../process/userfault';
import { ALL_FEATURES, featureBit, type UserfaultRequest } from '../abi/userfault-flags';
import type { Before, Check } from '../check';
import { capable } from '../limits';
import { pageBytes, taskSizeBytes } from '../layout';
import { isAligned } from '../rounding';
import { canRead, pointerOf } from '../user-pointer';
import {
  argumentFact,
  cannotTell,
  demand,
  eventFact,
  fails,
  likelyPasses,
  NOT_REACHED,
  read,
  seen,
  withArguments,
} from '../verdict';
import { kernelVersion } from '../versions';
import { hasWriteProtection, WRITE_PROTECT_FEATURES } from './write-protection';
import type { UserfaultCall } from './call';

const source = seen('fs/userfaultfd.c: userfaultfd_ioctl');
const api = seen('fs/userfaultfd.c: userfaultfd_api');
const manualPage = read('ioctl_userfaultfd(2)', 'man-pages 6.20');
const API_VERSION = 0xaan;

/** The file behind the descriptor, where the log shows it to be a userfaultfd. */
export function fileOf({ fd }: UserfaultCall, { descriptors }: Before): OpenFile | undefined {
  const file = fd.value === undefined ? undefined : descriptors.get(fd.value);
  return file !== undefined && isUserfault(file) ? file : undefined;
}

/** The range is whole pages of user space. fs/userfaultfd.c: validate_range */
export function isValid({ start, length }: UserfaultCall, before: Before): boolean {
  const [from, bytes] = [start.value ?? 0n, length.value ?? 0n];
  const page = pageBytes(before);
  const end = taskSizeBytes(before);
  return (
    isAligned(from, page) &&
    isAligned(bytes, page) &&
    bytes > 0n &&
    from >= before.machine.mmapMinAddr &&
    from < end &&
    bytes <= end - from
  );
}

/** The pages of the request; undefined where it ends before it looks at any. */
export function rangeOf(call: UserfaultCall, before: Before): PageRange | undefined {
  const { start, length } = call;
  if (start.value === undefined || length.value === undefined || !isValid(call, before)) return undefined;
  return pageRange(pageOf(start.value), pageOf(start.value) + pagesFor(length.value));
}

/** Bytes that the kernel copies in. */
const SIZES: Readonly<Record<UserfaultRequest, number>> = {
  REGISTER: 24,
  UNREGISTER: 16,
  WAKE: 16,
  COPY: 32,
  ZEROPAGE: 24,
  MOVE: 32,
  WRITEPROTECT: 24,
  CONTINUE: 24,
  POISON: 24,
  API: 24,
};

export const commonChecks: readonly Check<UserfaultCall>[] = [
  {
    id: 'userfault.fd-not-open',
    errno: 'EBADF',
    sources: [seen('fs/ioctl.c: sys_ioctl'), manualPage],
    demand: 'the descriptor is open',
    test: ({ fd }, { descriptors }) =>
      withArguments([fd], (number) => {
        const state = descriptors.stateOf(number);
        if (state === 'unknown') return likelyPasses('unknown-descriptor', argumentFact('fd', fd));
        return demand(state === 'open', argumentFact('fd', fd));
      }),
  },
  {
    id: 'userfault.other-file',
    errno: 'ENOTTY',
    sources: [seen('fs/ioctl.c: vfs_ioctl'), manualPage],
    demand: 'the descriptor is one of userfaultfd(2)',
    test: ({ fd }, { descriptors }) => {
      const file = fd.value === undefined ? undefined : descriptors.get(fd.value);
      if (file === undefined) return likelyPasses('unknown-descriptor');
      if (isUserfault(file)) return demand(true, argumentFact('fd', fd));
      // Drivers answer in their own way; a file opened before the log began may be anything.
      return file.kind === 'regular' || file.kind === 'pipe' || file.kind === 'memfd'
        ? fails(argumentFact('fd', fd))
        : cannotTell('unknown-descriptor', argumentFact('fd', fd));
    },
  },
  {
    id: 'userfault.not-started',
    errno: 'EINVAL',
    sources: [source, manualPage],
    demand: 'UFFDIO_API comes first',
    test: (call, before) => {
      const file = fileOf(call, before);
      if (call.request === 'API') return NOT_REACHED;
      if (file === undefined) return likelyPasses('unknown-descriptor');
      return demand(
        ((file.userfault ?? 0) & UserfaultState.started) !== 0,
        ...(file.openedAt === undefined ? [] : [eventFact('opened', file.openedAt)]),
      );
    },
  },
  {
    id: 'userfault.structure-unreadable',
    errno: 'EFAULT',
    sources: [source, manualPage],
    demand: 'the structure of the request lies in readable memory',
    test: ({ request, structure }, before) => canRead(pointerOf(structure), SIZES[request], before),
  },
  {
    id: 'userfault.unknown-version',
    errno: 'EINVAL',
    sources: [api, manualPage],
    demand: 'UFFDIO_API asks for the version 0xaa',
    test: ({ request, version }) =>
      request === 'API'
        ? withArguments([version], (number) => demand(number === API_VERSION, argumentFact('api', version)))
        : NOT_REACHED,
  },
  {
    id: 'userfault.unknown-features',
    errno: 'EINVAL',
    sources: [api, manualPage],
    demand: 'this kernel knows the features that UFFDIO_API asks for',
    test: ({ request, features }, { machine }) => {
      if (request !== 'API') return NOT_REACHED;
      return withArguments([features], (bits) => {
        const fact = argumentFact('features', features);
        if (bits > BigInt(ALL_FEATURES)) return fails(fact);
        if ((bits & WRITE_PROTECT_FEATURES) !== 0n && !hasWriteProtection(machine)) return fails(fact);
        // Features came one by one from 4.11 to 6.8, some for some architectures only.
        return bits === 0n || machine.kernel >= kernelVersion(6, 8)
          ? demand(true, fact)
          : likelyPasses('unknown-machine', fact);
      });
    },
  },
  {
    id: 'userfault.fork-not-permitted',
    errno: 'EPERM',
    since: kernelVersion(5, 5),
    sources: [api, manualPage],
    demand: 'UFFD_FEATURE_EVENT_FORK needs CAP_SYS_PTRACE',
    test: ({ request, features }, before) =>
      request === 'API' && ((features.value ?? 0n) & BigInt(featureBit('EVENT_FORK'))) !== 0n
        ? capable(before, 'CAP_SYS_PTRACE', argumentFact('features', features))
        : NOT_REACHED,
  },
  {
    id: 'userfault.started-twice',
    errno: 'EINVAL',
    sources: [api],
    demand: 'UFFDIO_API succeeds once for each descriptor',
    test: (call, before) => {
      if (call.request !== 'API') return NOT_REACHED;
      const file = fileOf(call, before);
      if (file === undefined) return likelyPasses('unknown-descriptor');
      return demand(((file.userfault ?? 0) & UserfaultState.started) === 0, argumentFact('fd', call.fd));
    },
  },
  {
    id: 'userfault.bad-range',
    errno: 'EINVAL',
    sources: [seen('fs/userfaultfd.c: validate_range'), manualPage],
    demand:
      'start and length are multiples of the page size, the length is not 0, and the range lies in user space',
    test: (call, before) => {
      const { request, start, length } = call;
      if (
        request === 'API' ||
        (start.value === undefined && request !== 'REGISTER' && request !== 'UNREGISTER')
      )
        return NOT_REACHED;
      return withArguments([start, length], () =>
        demand(isValid(call, before), argumentFact('start', start), argumentFact('length', length)),
      );
    },
  },
];
