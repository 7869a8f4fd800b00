/**
 * UFFDIO_REGISTER and UFFDIO_UNREGISTER: whose faults go to the descriptor. It is kept in the VMAs, so it cuts them.
 * fs/userfaultfd.c: userfaultfd_register, userfaultfd_unregister
 *
 *     [ VMA ]  hole  [ VMA ]   hole      holes do not matter as long as anything is mapped
 *        |<---- range ---->|
 *
 * All VMAs are tested before the first is changed.
 */
import { extraOf } from '../../memory/extra';
import { has, isAnonymous, VmFlag, type Vma } from '../../memory/vma';
import { isRegisteredWith, UserfaultState } from '../../process/userfault';
import { REGISTER_MODE } from '../abi/userfault-flags';
import type { Before, Check, Verdict } from '../check';
import { anyUnknown } from '../coverage';
import { hugeUnitsOf } from '../huge-pages';
import { directoryOf } from '../placement/file-rules';
import { atMapLimit, splitsFit } from '../removal';
import {
  argumentFact,
  cannotTell,
  demand,
  fails,
  failsIfAssumed,
  NOT_REACHED,
  passes,
  rangeFact,
  read,
  seen,
  vmaFact,
  withArguments,
} from '../verdict';
import { kernelVersion } from '../versions';
import type { UserfaultCall } from './call';
import { fileOf, rangeOf } from './request-checks';
import { hasWriteProtection } from './write-protection';

const source = seen('fs/userfaultfd.c: userfaultfd_register');
const compatible = seen('include/linux/userfaultfd_k.h: vma_can_userfault');
const manualPage = read('ioctl_userfaultfd(2)', 'man-pages 6.20');

const knownModes = ({ machine }: Before): number => {
  const { kernel, architecture } = machine;
  let modes: number = REGISTER_MODE.MISSING;
  if (hasWriteProtection(machine)) modes |= REGISTER_MODE.WP;
  if (kernel >= kernelVersion(5, 13) && architecture !== 'i386') modes |= REGISTER_MODE.MINOR;
  return modes;
};

/** Memory that a descriptor can answer for: anonymous, shared memory, huge pages. 'unknown': of a file that may be either. */
function suits(
  vma: Vma,
  modes: number,
  asynchronous: boolean,
  inMemory: (vma: Vma) => boolean | undefined,
): 'yes' | 'no' | 'unknown' {
  if (has(vma, VmFlag.droppable)) return 'no';
  const { backing } = vma;
  const isPath = backing.kind === 'file';
  const shared =
    backing.kind === 'shmem' ||
    backing.kind === 'sysv' ||
    (isPath && (backing.path.startsWith('/memfd:') || backing.path.startsWith('/dev/shm/')));
  const huge = has(vma, VmFlag.hugeTlb);
  if ((modes & REGISTER_MODE.MINOR) !== 0 && !huge && isAnonymous(vma)) return 'no';
  if (asynchronous && modes === REGISTER_MODE.WP) return 'yes';
  if (isAnonymous(vma) || shared || huge) return 'yes';
  if (backing.kind === 'special') return 'no';
  // Any path may lie on a tmpfs: no name tells, but a call on a file beside it may have.
  const shown = inMemory(vma);
  return shown === undefined ? 'unknown' : shown ? 'yes' : 'no';
}

const onVmas =
  (
    request: 'REGISTER' | 'both',
    test: (vmas: readonly Vma[], call: UserfaultCall, before: Before) => Verdict,
  ): Check<UserfaultCall>['test'] =>
  (call, before) => {
    const reached = call.request === 'REGISTER' || (call.request === 'UNREGISTER' && request === 'both');
    const range = reached ? rangeOf(call, before) : undefined;
    return range === undefined ? NOT_REACHED : test([...before.space.vmasIn(range)], call, before);
  };

const isAsynchronous = (call: UserfaultCall, before: Before): boolean =>
  ((fileOf(call, before)?.userfault ?? 0) & UserfaultState.asynchronous) !== 0;

/** Unregistering asks whether the memory suits what it is registered for. */
const modesOf = (vma: Vma, { request, mode }: UserfaultCall): number =>
  request === 'REGISTER' ? Number(mode.value ?? 0n) : Number(extraOf(vma, 'userfault')?.split(':')[1] ?? 0);

export const registerChecks: readonly Check<UserfaultCall>[] = [
  {
    id: 'userfault.unknown-register-mode',
    errno: 'EINVAL',
    sources: [source, manualPage],
    demand: 'one of the modes that this kernel knows is given, and no other bit',
    test: ({ request, mode }, before) =>
      request !== 'REGISTER'
        ? NOT_REACHED
        : withArguments([mode], (bits) =>
            demand(bits !== 0n && (bits & ~BigInt(knownModes(before))) === 0n, argumentFact('mode', mode)),
          ),
  },
  {
    id: 'userfault.unmapped',
    errno: 'EINVAL',
    sources: [source, manualPage],
    demand: 'something is mapped in the range',
    test: onVmas('both', (vmas, call, before) => {
      const range = rangeOf(call, before);
      if (vmas.length > 0 || range === undefined) return passes();
      const unknown = anyUnknown(before.space, range);
      return unknown === undefined
        ? fails(rangeFact('hole', range, 'free'))
        : cannotTell('unknown-memory', rangeFact('hole', unknown, 'unknown'));
    }),
  },
  {
    id: 'userfault.start-in-huge-page',
    errno: 'EINVAL',
    sources: [source],
    demand: 'where the first mapping is of huge pages, the range begins at a border of one',
    test: onVmas('both', ([first], call, before) => {
      const range = rangeOf(call, before);
      if (first === undefined || range === undefined || !has(first, VmFlag.hugeTlb)) return NOT_REACHED;
      return demand(range.start % hugeUnitsOf(first, before) === 0, vmaFact('vma', first));
    }),
  },
  {
    id: 'userfault.wrong-kind',
    errno: 'EINVAL',
    sources: [compatible, manualPage],
    demand: 'each mapping is anonymous, shared memory or of huge pages, as the mode wants it',
    test: onVmas('both', (vmas, call, before) => {
      const asynchronous = isAsynchronous(call, before);
      const inMemory = ({ backing }: Vma): boolean | undefined =>
        backing.kind === 'file'
          ? before.machine.filesystems?.inMemory(directoryOf(backing.path), call.event.index)
          : undefined;
      let open: Vma | undefined;
      for (const vma of upToRefused(vmas, call, before)) {
        const answer = suits(vma, modesOf(vma, call), asynchronous, inMemory);
        // Of a file that lies beside one on a disk it is inferred only.
        if (answer === 'no')
          return vma.backing.kind === 'file'
            ? failsIfAssumed(vmaFact('vma', vma))
            : fails(vmaFact('vma', vma));
        if (answer === 'unknown') open ??= vma;
      }
      return open === undefined ? passes() : cannotTell('unknown-descriptor', vmaFact('vma', open));
    }),
  },
  {
    id: 'userfault.not-writable',
    errno: 'EPERM',
    sources: [source, manualPage],
    demand: 'each mapping may become writable: a shared one is of a descriptor open for writing',
    test: onVmas('REGISTER', (vmas, call, before) => {
      const found = upToRefused(vmas, call, before).find(neverWritable);
      return found === undefined ? passes() : fails(vmaFact('vma', found));
    }),
  },
  {
    // What is unregistered is cut there all the same, which huge pages refuse.
    id: 'userfault.end-in-huge-page',
    errno: 'EINVAL',
    sources: [source],
    demand: 'where the range ends in a mapping of huge pages, it ends at a border of one',
    test: onVmas('both', (vmas, call, before) => {
      const range = rangeOf(call, before);
      const last = upToRefused(vmas, call, before).at(-1);
      if (range === undefined || last === undefined || last.end < range.end || !has(last, VmFlag.hugeTlb))
        return NOT_REACHED;
      return demand(range.end % hugeUnitsOf(last, before) === 0, vmaFact('vma', last));
    }),
  },
  {
    id: 'userfault.registered-by-other',
    errno: 'EBUSY',
    sources: [source, manualPage],
    demand: 'no mapping in the range is registered with another userfaultfd',
    test: onVmas('REGISTER', (vmas, call, before) => {
      const found = vmas.find((vma) => ofOther(vma, call, before));
      return found === undefined ? passes() : fails(vmaFact('vma', found));
    }),
  },
  {
    id: 'userfault.unregistered-by-other',
    errno: 'EINVAL',
    since: kernelVersion(6, 16),
    sources: [seen('fs/userfaultfd.c: userfaultfd_unregister')],
    demand: 'no mapping in the range is registered with another userfaultfd',
    test: onVmas('both', (vmas, call, before) => {
      if (call.request !== 'UNREGISTER') return NOT_REACHED;
      const found = vmas.find((vma) => ofOther(vma, call, before));
      return found === undefined ? passes() : fails(vmaFact('vma', found));
    }),
  },
  {
    id: 'userfault.map-limit',
    errno: 'ENOMEM',
    sources: [read('mm/vma.c: split_vma')],
    demand: 'the cuts at the ends of the range leave no more mappings than the process may have',
    test: onVmas('both', (vmas, call, before) => {
      const range = rangeOf(call, before);
      if (range === undefined) return NOT_REACHED;
      const cuts = vmas.filter(({ start, end }) => start < range.start || end > range.end);
      // Cut at both ends, one VMA makes three.
      const borders = cuts.reduce(
        (n, { start, end }) => n + Number(start < range.start) + Number(end > range.end),
        0,
      );
      return borders > 0 && before.space.mapCount + borders > before.machine.maxMapCount
        ? atMapLimit(before, ...cuts.slice(0, 1).map((vma) => vmaFact('vma', vma)))
        : splitsFit(range, before);
    }),
  },
];

const neverWritable = (vma: Vma): boolean => vma.certainty === 'exact' && !has(vma, VmFlag.mayWrite);

/** Each mapping is asked all questions before the next one is: those above the first that is refused are not looked at. */
function upToRefused(vmas: readonly Vma[], call: UserfaultCall, before: Before): readonly Vma[] {
  if (call.request !== 'REGISTER') return vmas;
  const first = vmas.findIndex((vma) => neverWritable(vma) || ofOther(vma, call, before));
  return first < 0 ? vmas : vmas.slice(0, first + 1);
}

function ofOther(vma: Vma, call: UserfaultCall, before: Before): boolean {
  const file = fileOf(call, before);
  return (
    file !== undefined && extraOf(vma, 'userfault') !== undefined && !isRegisteredWith(vma, file.description)
  );
}
