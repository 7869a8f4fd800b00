/**
 * fcntl(2) F_ADD_SEALS and F_GET_SEALS: what nobody may do to a memory file any more. mm/memfd.c: memfd_add_seals
 *
 * F_SEAL_WRITE is refused while the file is mapped shared and writable anywhere, also by mappings that may only become
 * writable: a shared mapping of a descriptor that is open for writing.
 */
import { SEAL } from '../abi/memory-flags';
import { has, VmFlag, type Vma } from '../../memory/vma';
import { isSameFile, type OpenFile } from '../../process/descriptors';
import type { Before, Check, Verdict } from '../check';
import type { SyscallRule } from '../syscall-rule';
import {
  argumentFact,
  cannotTell,
  demand,
  eventFact,
  fails,
  failsIfAssumed,
  likelyPasses,
  NOT_REACHED,
  passes,
  read,
  seen,
  vmaFact,
  withArguments,
} from '../verdict';
import { directoryOf } from '../placement/file-rules';
import { kernelVersion } from '../versions';
import type { SealsCall } from './call';

const source = seen('mm/memfd.c: memfd_add_seals');
const manualPage = read('fcntl(2)', 'man-pages 6.20');

const fileOf = ({ fd }: SealsCall, { descriptors }: Before): OpenFile | undefined =>
  fd.value === undefined ? undefined : descriptors.get(fd.value);

const opened = (file: OpenFile): ReturnType<typeof eventFact>[] =>
  file.openedAt === undefined ? [] : [eventFact('opened', file.openedAt)];

/** The call that sealed it, else the one that made it sealed. */
const sealed = (file: OpenFile): ReturnType<typeof eventFact>[] =>
  file.sealedAt === undefined ? opened(file) : [eventFact('set-by', file.sealedAt)];

const knownSeals = ({ machine }: Before): number => {
  let seals: number = SEAL.SEAL | SEAL.SHRINK | SEAL.GROW | SEAL.WRITE;
  if (machine.kernel >= kernelVersion(5, 1)) seals |= SEAL.FUTURE_WRITE;
  if (machine.kernel >= kernelVersion(6, 3)) seals |= SEAL.EXEC;
  return seals;
};

/** Files of tmpfs that are no memfd count as sealed against seals; of a path nobody can tell which it is. */
const onTmpfs = (file: OpenFile): boolean => file.path.startsWith('/dev/shm/');

/** Character devices on every machine. */
const DEVICES: ReadonlySet<string> = new Set(['/dev/zero', '/dev/null', '/dev/full']);

/** A shared mapping through which the file is or may be written. */
const writes = (vma: Vma, descriptions: ReadonlySet<number>): boolean =>
  vma.backing.kind === 'file' &&
  descriptions.has(vma.backing.description) &&
  has(vma, VmFlag.mayShare) &&
  has(vma, VmFlag.mayWrite);

/** Sealing against execution seals a file that may be executed against writing as well. */
const sealsWriting = (seals: number, file: OpenFile): boolean =>
  (file.seals & SEAL.WRITE) === 0 &&
  ((seals & SEAL.WRITE) !== 0 || ((seals & SEAL.EXEC) !== 0 && (file.seals & SEAL.EXEC) === 0));

function notWritten(call: SealsCall, before: Before): Verdict {
  const file = fileOf(call, before);
  const seals = call.seals.value;
  if (file === undefined || seals === undefined) return likelyPasses('unknown-descriptor');
  if (!sealsWriting(seals, file)) return NOT_REACHED;
  const descriptions = new Set([file.description, file.reopens ?? file.description]);
  for (const [, other] of before.descriptors.entries())
    if (isSameFile(other, file)) descriptions.add(other.description);
  for (const vma of before.space.vmas())
    if (writes(vma, descriptions)) return fails(vmaFact('vma', vma), ...opened(file));
  // Others may have mapped it: a child, or whoever was sent the descriptor.
  return likelyPasses('no-trace', ...opened(file));
}

const checks: readonly Check<SealsCall>[] = [
  {
    id: 'seals.fd-not-open',
    errno: 'EBADF',
    sources: [seen('fs/fcntl.c: sys_fcntl'), manualPage],
    demand: 'the descriptor is open',
    test: ({ fd }, { descriptors }) =>
      withArguments([fd], (number) => {
        const state = descriptors.stateOf(number);
        if (state === 'unknown') return likelyPasses('unknown-descriptor', argumentFact('fd', fd));
        // fs/fcntl.c: check_fcntl_cmd
        const onlyPath = descriptors.get(number)?.kind === 'o-path';
        return demand(state === 'open' && !onlyPath, argumentFact('fd', fd));
      }),
  },
  {
    id: 'seals.not-open-for-writing',
    errno: 'EPERM',
    sources: [source, manualPage],
    demand: 'seals are added through a descriptor that is open for writing',
    test: (call, before) => {
      if (call.command === 'get') return NOT_REACHED;
      const file = fileOf(call, before);
      if (file?.writable === undefined) return likelyPasses('unknown-descriptor');
      return demand(file.writable, ...opened(file));
    },
  },
  {
    id: 'seals.unknown',
    errno: 'EINVAL',
    sources: [source, manualPage],
    demand: 'this kernel knows the seals',
    test: ({ seals }, before) =>
      withArguments([seals], (bits) =>
        demand((bits & ~knownSeals(before)) === 0 && bits <= 0xffff_ffff, argumentFact('seals', seals)),
      ),
  },
  {
    id: 'seals.not-sealable',
    errno: 'EINVAL',
    sources: [seen('mm/memfd.c: memfd_file_seals_ptr'), manualPage],
    demand: 'the file is memory: of memfd_create, or on a tmpfs or hugetlbfs',
    test: (call, before) => {
      const file = fileOf(call, before);
      if (file === undefined) return cannotTell('unknown-descriptor');
      if (file.kind === 'memfd' || onTmpfs(file)) return passes();
      const isOther = file.kind !== 'regular' && file.kind !== 'unknown';
      if (isOther || DEVICES.has(file.path)) return fails(...opened(file));
      const shown = before.machine.filesystems?.inMemory(directoryOf(file.path), call.event.index);
      if (shown === undefined) return cannotTell('unknown-descriptor', ...opened(file));
      return shown ? passes(...opened(file)) : failsIfAssumed(...opened(file));
    },
  },
  {
    id: 'seals.sealed',
    errno: 'EPERM',
    sources: [source, manualPage],
    demand: 'the file is not sealed against seals: made with MFD_ALLOW_SEALING, and F_SEAL_SEAL not set',
    test: (call, before) => {
      const file = fileOf(call, before);
      if (call.command === 'get' || file === undefined) return NOT_REACHED;
      if (file.kind === 'memfd')
        return file.openedAt === undefined && (file.seals & SEAL.SEAL) === 0
          ? likelyPasses('unknown-descriptor')
          : demand((file.seals & SEAL.SEAL) === 0, ...sealed(file));
      return onTmpfs(file) ? fails(...opened(file)) : NOT_REACHED;
    },
  },
  {
    id: 'seals.mapped-writable',
    errno: 'EBUSY',
    sources: [source, read('mm/filemap.c: mapping_deny_writable'), manualPage],
    demand: 'a file to be sealed against writing is nowhere mapped shared by a descriptor open for writing',
    test: (call, before) => (call.command === 'get' ? NOT_REACHED : notWritten(call, before)),
  },
];

export const sealsRule: SyscallRule<SealsCall> = {
  call: 'fcntl',
  checks,
  successValue: (call, before) => {
    if (call.command === 'add') return 0n;
    const file = fileOf(call, before);
    // One that the log did not see being made may have any.
    return file?.kind === 'memfd' && file.openedAt !== undefined ? BigInt(file.seals) : undefined;
  },
};
