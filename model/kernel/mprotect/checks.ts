/**
 * The checks of mprotect and pkey_mprotect. mm/mprotect.c: do_mprotect_pkey
 */
import { pageRange, type PageRange } from '../../memory/page';
import { placeholderIn } from '../../memory/placeholders';
import { PROT } from '../abi/mmap-flags';
import type { Before, Check, Verdict } from '../check';
import { fitsCommit } from '../commit';
import { segmentsIn } from '../coverage';
import { has, Prot, VmFlag } from '../../memory/vma';
import type { MprotectCall } from '../mapping-call';
import { readImpliesExec } from '../new-memory';
import { deniesWriteExecute } from '../prctl/modes';
import { atMapLimit, splitsFit } from '../removal';
import {
  argumentFact,
  cannotTell,
  fails,
  likelyPasses,
  NO_TRACE,
  NOT_REACHED,
  passes,
  rangeFact,
  read,
  seen,
  vmaFact,
} from '../verdict';
import { kernelVersion } from '../versions';
import { argumentChecks } from './checks-arguments';
import { newProtection } from './protection';
import { dataLimit, rangeOf, walk, type ProtectWalk, type WalkStop } from './walk';

type Stop = NonNullable<ProtectWalk['stop']>;

/** Fails where the walk ends for this reason; what it passed before that is its evidence. */
const onWalk =
  (reason: WalkStop, broken: (stop: Stop, before: Before) => Verdict): Check<MprotectCall>['test'] =>
  (call, before) => {
    const walked = walk(call, before);
    if (walked === undefined) return NOT_REACHED;
    return walked.stop?.reason === reason ? broken(walked.stop, before) : passes();
  };

const vmaOf = (stop: Stop): Verdict => (stop.vma === undefined ? fails() : fails(vmaFact('vma', stop.vma)));

/** A page that is surely not mapped ends the call, however much before it the log does not show. */
function holeBehind({ at }: Stop, { range }: ProtectWalk, { space }: Before): PageRange | undefined {
  for (const segment of segmentsIn(space, pageRange(at.end, range.end)))
    if (segment.kind === 'hole' && segment.state === 'free') return pageRange(segment.start, segment.end);
  return undefined;
}

const mayBeRefused = ({ prot }: MprotectCall): boolean =>
  ((prot.value ?? 0) & (PROT.WRITE | PROT.EXEC)) !== 0;

const entry = seen('mm/mprotect.c: do_mprotect_pkey');
const fixup = seen('mm/mprotect.c: mprotect_fixup');
const GROWS = PROT.GROWSDOWN | PROT.GROWSUP;

export const mprotectChecks: readonly Check<MprotectCall>[] = [
  ...argumentChecks,
  {
    id: 'mprotect.not-a-stack',
    errno: 'EINVAL',
    sources: [entry],
    demand:
      'PROT_GROWSDOWN is used on a mapping that grows down, and PROT_GROWSUP on none (x86, arm64, riscv64)',
    test: (call, before) => {
      const range = rangeOf(call, before);
      const bits = call.prot.value ?? 0;
      if (range === undefined || (bits & GROWS) === 0) return NOT_REACHED;
      const first = before.space.firstEndingAbove(range.start);
      if (first === undefined || first.start >= range.end) return NOT_REACHED;
      if ((bits & PROT.GROWSUP) !== 0 && first.start > range.start) return NOT_REACHED;
      // Upwards nothing grows on these architectures; but a hole at the start is found before. PROT_GROWSDOWN skips it.
      if ((bits & PROT.GROWSUP) !== 0)
        return first.start > range.start
          ? NOT_REACHED
          : fails(argumentFact('prot', call.prot), vmaFact('vma', first));
      return walk(call, before)?.stop?.reason === 'not-growing-down'
        ? fails(argumentFact('prot', call.prot), vmaFact('vma', first))
        : passes(vmaFact('vma', first));
    },
  },
  {
    id: 'mprotect.unmapped',
    errno: 'ENOMEM',
    sources: [entry, read('mprotect(2)', 'man-pages 6.20')],
    demand: 'every page of the range is mapped; what lies below the first hole is changed all the same',
    test: (call, before) => {
      const walked = walk(call, before);
      if (walked === undefined) return NOT_REACHED;
      if (walked.stop?.reason === 'hole') return fails(rangeFact('hole', walked.stop.at, 'free'));
      if (walked.stop?.reason === 'unknown') {
        const behind = holeBehind(walked.stop, walked, before);
        // What the log does not show may refuse writing and executing before the walk gets to the hole.
        if (behind !== undefined && !mayBeRefused(call)) return fails(rangeFact('hole', behind, 'free'));
        if (behind !== undefined) return cannotTell('unknown-memory', rangeFact('hole', behind, 'free'));
        // The start-up code of every program protects parts of it and of its loader (RELRO).
        const loaded = placeholderIn(before.space, walked.stop.at) !== undefined;
        const hole = rangeFact('hole', walked.stop.at, 'unknown');
        return loaded ? likelyPasses('unknown-memory', hole) : cannotTell('unknown-memory', hole);
      }
      return passes(rangeFact('range', walked.range, 'mapped'));
    },
  },
  {
    id: 'mprotect.not-permitted',
    errno: 'EACCES',
    sources: [entry, read('mprotect(2)', 'man-pages 6.20')],
    demand: 'the mapping may have that access: writing a shared file needs a descriptor opened for writing',
    test: (call, before) => {
      const walked = walk(call, before);
      if (walked === undefined) return NOT_REACHED;
      const { stop } = walked;
      if (stop?.reason === 'not-permitted') return vmaOf(stop);
      if (stop?.reason !== 'unknown' || !mayBeRefused(call)) return passes();
      // vvar allows neither (arch/x86/entry/vdso/vma.c: map_vdso): it lies beside what the log shows.
      return cannotTell('unknown-memory', rangeFact('range', stop.at, 'unknown'));
    },
  },
  {
    id: 'mprotect.write-and-execute-denied',
    errno: 'EACCES',
    since: kernelVersion(6, 3),
    sources: [seen('include/linux/mman.h: map_deny_write_exec')],
    demand: 'the process has not given up executable memory that is or was writable (PR_SET_MDWE)',
    test: (call, before) => {
      const walked = walk(call, before);
      // A task whose personality says so asks for it with PROT_READ.
      const asked = readImpliesExec(before, call.prot.value ?? 0);
      if (walked === undefined || (asked & PROT.EXEC) === 0) return NOT_REACHED;
      const denied = deniesWriteExecute(before);
      if (denied.answer !== 'fails') return denied;
      const { stop } = walked;
      if (stop?.reason !== 'execute-gained') return passes(...denied.facts);
      return fails(...denied.facts, ...(stop.vma === undefined ? [] : [vmaFact('vma', stop.vma)]));
    },
  },
  {
    id: 'mprotect.architecture-flags',
    errno: 'EINVAL',
    sources: [
      read('mm/mprotect.c: do_mprotect_pkey'),
      read('arch/arm64/include/asm/mman.h: arch_validate_flags'),
    ],
    demand: 'the architecture allows the protection for this kind of memory (memory tagging)',
    test: (call, before) =>
      before.task.architecture === 'arm64' && walk(call, before) !== undefined ? NO_TRACE : NOT_REACHED,
  },
  {
    id: 'mprotect.security-module',
    errno: 'EACCES',
    sources: [read('security/security.c: security_file_mprotect')],
    demand: 'no security module (SELinux, AppArmor) objects',
    test: (call, before) => (walk(call, before) === undefined ? NOT_REACHED : NO_TRACE),
  },
  {
    id: 'mprotect.refused-by-owner',
    errno: 'EACCES',
    sources: [
      read('mm/mprotect.c: do_mprotect_pkey'),
      read('arch/x86/kernel/cpu/sgx/encl.c: sgx_vma_mprotect'),
    ],
    demand: 'whoever made the mapping (a driver) lets its protection be changed',
    test: (call, before) => {
      const walked = walk(call, before);
      if (walked === undefined) return NOT_REACHED;
      for (const { backing } of before.space.vmasIn(walked.range))
        if (backing.kind === 'file' && backing.path.startsWith('/dev/')) return NO_TRACE;
      return passes();
    },
  },
  {
    id: 'mprotect.sealed',
    errno: 'EPERM',
    since: kernelVersion(6, 10),
    sources: [fixup, read('mseal(2)', 'man-pages 6.20')],
    demand: 'no mapping in the range is sealed',
    test: onWalk('sealed', vmaOf),
  },
  {
    id: 'mprotect.over-data-limit',
    errno: 'ENOMEM',
    since: kernelVersion(4, 7),
    sources: [fixup, read('mm/mmap.c: may_expand_vm')],
    demand: 'memory that becomes private and writable fits below RLIMIT_DATA',
    test: (call, before) => {
      const walked = walk(call, before);
      if (walked === undefined) return NOT_REACHED;
      if (walked.stop?.reason === 'over-data-limit') return walked.stop.verdict ?? fails();
      for (const vma of before.space.vmasIn(walked.range)) {
        const piece = pageRange(Math.max(vma.start, walked.range.start), Math.min(vma.end, walked.range.end));
        const verdict = dataLimit(vma, piece, newProtection(call, vma, before), before);
        if (verdict?.answer === 'cannot-tell') return verdict;
      }
      return passes();
    },
  },
  {
    id: 'mprotect.over-commit-limit',
    errno: 'ENOMEM',
    sources: [fixup, read('mm/util.c: __vm_enough_memory')],
    demand: 'the machine lends the memory that becomes private and writable',
    test: (call, before) => {
      const walked = walk(call, before);
      if (walked === undefined || ((call.prot.value ?? 0) & PROT.WRITE) === 0) return NOT_REACHED;
      let largest = 0;
      const uncharged = VmFlag.account | VmFlag.shared | VmFlag.noReserve | VmFlag.hugeTlb;
      for (const vma of before.space.vmasIn(walked.range)) {
        if (has(vma, uncharged) || ((vma.prot ?? Prot.write) & Prot.write) !== 0) continue;
        largest = Math.max(
          largest,
          Math.min(vma.end, walked.range.end) - Math.max(vma.start, walked.range.start),
        );
      }
      return largest === 0 ? NOT_REACHED : fitsCommit(before, largest);
    },
  },
  {
    id: 'mprotect.map-limit',
    errno: 'ENOMEM',
    sources: [seen('mm/vma.c: split_vma')],
    demand: 'the cuts at the ends of the range leave no more mappings than the process may have',
    test: (call, before) => {
      const walked = walk(call, before);
      if (walked === undefined) return NOT_REACHED;
      const { stop, range } = walked;
      if (stop?.reason !== 'map-limit') return splitsFit(range, before);
      return stop.vma === undefined ? atMapLimit(before) : atMapLimit(before, vmaFact('vma', stop.vma));
    },
  },
  {
    id: 'mprotect.kernel-memory',
    errno: 'ENOMEM',
    sources: [read('mm/vma.c: __split_vma')],
    demand: 'the kernel has memory for the mappings that a cut makes',
    test: (call, before) => (walk(call, before) === undefined ? NOT_REACHED : NO_TRACE),
  },
  {
    id: 'mprotect.indivisible',
    errno: 'EINVAL',
    sources: [seen('mm/vma.c: __split_vma')],
    demand: 'a mapping that cannot be split (vdso, vvar, part of a huge page) lies in the range as a whole',
    test: onWalk('indivisible', vmaOf),
  },
];
