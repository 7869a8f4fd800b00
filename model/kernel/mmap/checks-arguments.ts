/**
 * mmap's first checks: the call's own arguments, the descriptor, huge pages, the length.
 * arch/x86/kernel/sys_x86_64.c: mmap; mm/mmap.c: ksys_mmap_pgoff, do_mmap
 */
import { MAP } from '../abi/mmap-flags';
import type { Check } from '../check';
import { soundsHuge } from '../huge-pages';
import { kernelBits, pageBytes } from '../layout';
import type { MmapCall } from '../mapping-call';
import { isAligned } from '../rounding';
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
import { onAnonymous, onFile, onRequest } from './on-request';

const manualPage = read('mmap(2)', 'man-pages 6.20');
const doMmap = seen('mm/mmap.c: do_mmap');

/** MAP_HUGE_SHIFT sizes, as powers of two, that some machine of the architecture has. 0: the default size. */
const HUGE_PAGE_SIZES: Readonly<Record<string, readonly number[]>> = {
  'x86-64': [0, 21, 30],
  i386: [0, 21, 22],
  x32: [0, 21, 30],
};

export const argumentChecks: readonly Check<MmapCall>[] = [
  {
    id: 'mmap.block-unreadable',
    errno: 'EFAULT',
    sources: [read('arch/x86/kernel/sys_ia32.c: ia32_mmap')],
    demand: 'the six words that old_mmap is given a pointer to can be read',
    test: ({ entry, event }) => {
      if (entry !== 'old_mmap') return NOT_REACHED;
      const [block] = event.args;
      if (event.args.length !== 1 || block === undefined) return passes();
      const pointer = block.value.kind === 'number' ? block.value.value : undefined;
      return fails(argumentFact('arguments', { value: pointer, span: block.span }));
    },
  },
  {
    id: 'mmap.offset-misaligned',
    errno: 'EINVAL',
    sources: [seen('arch/x86/kernel/sys_x86_64.c: mmap'), manualPage],
    demand: 'the offset is a multiple of the page size, for anonymous memory too',
    test: ({ offset }, before) =>
      withArguments([offset], (bytes) =>
        demand(isAligned(bytes, pageBytes(before)), argumentFact('offset', offset)),
      ),
  },
  {
    id: 'mmap.fd-not-open',
    errno: 'EBADF',
    sources: [seen('mm/mmap.c: ksys_mmap_pgoff'), manualPage],
    demand: 'the descriptor is open',
    test: onFile((_file, _request, before, { fd }) =>
      withArguments([fd], (number) => {
        const fact = argumentFact('fd', fd);
        if (number < 0) return fails(fact);
        const state = before.descriptors.stateOf(number);
        if (state === 'unknown') return cannotTell('unknown-descriptor', fact);
        return demand(state === 'open', fact);
      }),
    ),
  },
  {
    id: 'mmap.fd-path-only',
    errno: 'EBADF',
    sources: [seen('mm/mmap.c: ksys_mmap_pgoff')],
    demand: 'the descriptor was not opened with O_PATH',
    test: onFile((file, _request, before, { fd }) => {
      if (file !== undefined) return demand(file.kind !== 'o-path', argumentFact('fd', fd));
      return fd.value !== undefined && before.descriptors.stateOf(fd.value) === 'unknown'
        ? likelyPasses('unknown-descriptor', argumentFact('fd', fd))
        : NOT_REACHED;
    }),
  },
  {
    id: 'mmap.huge-pages-of-ordinary-file',
    errno: 'EINVAL',
    sources: [seen('mm/mmap.c: ksys_mmap_pgoff')],
    demand: 'MAP_HUGETLB is given for anonymous memory or a file on hugetlbfs',
    test: onFile((file, { asksHuge }, _before, { flags }) => {
      if (!asksHuge) return NOT_REACHED;
      if (file?.hugePages !== undefined) return passes();
      const unclear =
        file === undefined ||
        file.kind === 'unknown' ||
        (file.kind === 'memfd' && file.openedAt === undefined) ||
        soundsHuge(file.path);
      if (unclear) return cannotTell('unknown-descriptor', argumentFact('flags', flags));
      return fails(argumentFact('flags', flags));
    }),
  },
  {
    id: 'mmap.unknown-huge-page-size',
    errno: 'EINVAL',
    sources: [seen('mm/mmap.c: ksys_mmap_pgoff'), manualPage],
    demand: 'the machine has huge pages of the size asked for',
    test: onAnonymous(({ hugePages, flags }, before, call) => {
      if (!hugePages) return NOT_REACHED;
      const size = (flags >>> MAP.HUGE_SHIFT) & MAP.HUGE_MASK;
      const known = HUGE_PAGE_SIZES[before.task.architecture];
      const fact = argumentFact('flags', call.flags);
      if (known === undefined) return size === 0 ? passes(fact) : likelyPasses('unknown-machine', fact);
      return demand(known.includes(size), fact);
    }),
  },
  {
    id: 'mmap.no-huge-pages',
    errno: 'ENODEV',
    sources: [read('fs/hugetlbfs/inode.c: hugetlb_file_setup')],
    demand: 'the machine has huge pages at all',
    test: onAnonymous(({ hugePages }) => (hugePages ? NO_TRACE : NOT_REACHED)),
  },
  {
    id: 'mmap.security-module',
    errno: 'EACCES',
    sources: [read('mm/util.c: vm_mmap_pgoff'), read('security/security.c: security_mmap_file')],
    demand: 'no security module (SELinux, AppArmor) objects',
    test: () => NO_TRACE,
  },
  {
    id: 'mmap.length-zero',
    errno: 'EINVAL',
    sources: [doMmap, manualPage],
    demand: 'the length is not zero',
    test: onRequest(({ bytes, hugePages, length: rounded }, _before, { length }) =>
      // Rounded up to huge pages before anybody looks, a length may become zero.
      demand(bytes !== 0n && (rounded !== 0n || !hugePages), argumentFact('length', length)),
    ),
  },
  {
    id: 'mmap.length-wraps',
    errno: 'ENOMEM',
    sources: [doMmap],
    demand: 'the length can be rounded up to whole pages',
    test: onRequest(({ bytes, length: rounded }, _before, { length }) =>
      bytes === 0n ? NOT_REACHED : demand(rounded !== 0n, argumentFact('length', length)),
    ),
  },
  {
    id: 'mmap.offset-overflow',
    errno: 'EOVERFLOW',
    sources: [read('mm/mmap.c: do_mmap'), manualPage],
    demand: 'offset and length, in pages, fit in a word of the kernel',
    test: onRequest(({ offset, length }, before, call) =>
      demand(
        // Counted in pages, 64-bit kernels cannot overflow.
        kernelBits(before) === 64 || (offset >> 12n) + (length >> 12n) < 1n << 32n,
        argumentFact('offset', call.offset),
        argumentFact('length', call.length),
      ),
    ),
  },
];
