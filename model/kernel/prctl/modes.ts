/**
 * Options that hold for all memory of a process: no memory both writable and executable (PR_SET_MDWE), no huge pages
 * (PR_SET_THP_DISABLE), merging of equal pages (PR_SET_MEMORY_MERGE). kernel/sys.c
 */
import type { SpaceEdit } from '../../memory/address-space';
import { pageRange } from '../../memory/page';
import { has, VmFlag, type Vma } from '../../memory/vma';
import { MDWE, NO_MODES, type MemoryModes } from '../../process/memory-modes';
import type { Before, Check, Fact, KernelVersion, Verdict } from '../check';
import type { Given } from '../given';
import { mayMergePages } from '../new-memory';
import type { Observed } from '../observed';
import {
  argumentFact,
  demand,
  eventFact,
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
import type { PrctlCall, PrctlOption } from './call';

const V = kernelVersion;
const mdweSource = seen('kernel/sys.c: prctl_set_mdwe');
const mdwePage = read('prctl(2)', 'man-pages 6.20');
const thpSource = seen('kernel/sys.c: prctl_set_thp_disable');

export const modesOf = ({ process }: Before): MemoryModes => process.memoryModes ?? NO_MODES;

const setBy = ({ deniedAt }: MemoryModes): Fact[] =>
  deniedAt === undefined ? [] : [eventFact('set-by', deniedAt)];

/** For memory to be both, or to become executable. What the process came with from before the log, no line shows. */
export function deniesWriteExecute(before: Before): Verdict {
  const modes = modesOf(before);
  return modes.denyWriteExecute === 0 ? NO_TRACE : fails(...setBy(modes));
}

/** The kernels that options came with. */
const SINCE: Partial<Record<PrctlOption, KernelVersion>> = {
  PR_SET_THP_DISABLE: V(3, 15),
  PR_GET_THP_DISABLE: V(3, 15),
  PR_SET_MDWE: V(6, 3),
  PR_GET_MDWE: V(6, 3),
  PR_SET_MEMORY_MERGE: V(6, 4),
  PR_GET_MEMORY_MERGE: V(6, 4),
};
const isMode = ({ option }: PrctlCall): boolean => SINCE[option] !== undefined;

/** PR_THP_DISABLE_EXCEPT_ADVISED, in the third argument. */
const EXCEPT_ADVISED = 2n;

/** The arguments that an option does not use, and wants to be 0. */
function unused(call: PrctlCall, { machine }: Before): readonly (readonly [string, Given<bigint>])[] {
  const { option, arg2, arg3, arg4, arg5 } = call;
  const last = [
    ['arg4', arg4],
    ['arg5', arg5],
  ] as const;
  if (option.startsWith('PR_GET')) return [['arg2', arg2], ['arg3', arg3], ...last];
  return option === 'PR_SET_THP_DISABLE' && machine.kernel >= V(6, 18) ? last : [['arg3', arg3], ...last];
}

/** PR_MDWE_NO_INHERIT means nothing alone. */
function mdweBitsFit(bits: bigint, { machine }: Before): boolean {
  if (machine.kernel < V(6, 6)) return (bits & ~1n) === 0n;
  return bits <= 3n && bits !== BigInt(MDWE.NO_INHERIT);
}

export const modeChecks: readonly Check<PrctlCall>[] = [
  {
    id: 'prctl.option-not-in-this-kernel',
    errno: 'EINVAL',
    sources: [read('prctl(2)', 'man-pages 6.20')],
    demand: 'the kernel has the option: PR_SET_MDWE 6.3, PR_SET_MEMORY_MERGE 6.4, PR_SET_THP_DISABLE 3.15',
    test: ({ option }, { machine }) => {
      const since = SINCE[option];
      if (since === undefined) return NOT_REACHED;
      if (machine.kernel < since) return fails();
      // It needs CONFIG_KSM, which few kernels lack.
      return option.endsWith('MEMORY_MERGE') ? likelyPasses('unknown-machine') : passes();
    },
  },
  {
    id: 'prctl.arguments-not-zero',
    errno: 'EINVAL',
    sources: [mdweSource, thpSource],
    demand: 'the arguments that the option does not use are 0',
    test: (call, before) => {
      if (!isMode(call)) return NOT_REACHED;
      const used = unused(call, before).find(([, { value }]) => value !== undefined && value !== 0n);
      return used === undefined ? passes() : fails(argumentFact(used[0], used[1]));
    },
  },
  {
    id: 'prctl.huge-page-flags',
    errno: 'EINVAL',
    since: V(6, 18),
    sources: [thpSource],
    demand: 'the only flag is PR_THP_DISABLE_EXCEPT_ADVISED, and it is given when disabling',
    test: ({ option, arg2, arg3 }) =>
      option !== 'PR_SET_THP_DISABLE'
        ? NOT_REACHED
        : withArguments([arg2, arg3], (disable, flags) =>
            demand(
              (flags & ~EXCEPT_ADVISED) === 0n && (disable !== 0n || flags === 0n),
              argumentFact('flags', arg3),
            ),
          ),
  },
  {
    id: 'prctl.write-execute-bits',
    errno: 'EINVAL',
    since: V(6, 3),
    sources: [mdweSource, mdwePage],
    demand: 'the bits are PR_MDWE_REFUSE_EXEC_GAIN, with PR_MDWE_NO_INHERIT or without',
    test: ({ option, arg2 }, before) =>
      option === 'PR_SET_MDWE'
        ? withArguments([arg2], (bits) => demand(mdweBitsFit(bits, before), argumentFact('bits', arg2)))
        : NOT_REACHED,
  },
  {
    id: 'prctl.write-execute-denied-for-good',
    errno: 'EPERM',
    since: V(6, 3),
    sources: [mdweSource, mdwePage],
    demand: 'once set, PR_SET_MDWE is set to the same bits only',
    test: ({ option, arg2 }, before) => {
      if (option !== 'PR_SET_MDWE') return NOT_REACHED;
      const modes = modesOf(before);
      const set = BigInt(modes.denyWriteExecute);
      return withArguments([arg2], (bits) =>
        demand(set === 0n || set === bits, argumentFact('bits', arg2), ...setBy(modes)),
      );
    },
  },
];

/** All memory there is, now; what comes later gets it when it is mapped. mm/ksm.c: ksm_enable_merge_any */
export function applyMemoryMerge(call: PrctlCall, observed: Observed, before: Before, edit: SpaceEdit): void {
  if (call.option !== 'PR_SET_MEMORY_MERGE' || observed.kind !== 'success') return;
  const on = call.arg2.value !== 0n;
  const turned = (piece: Vma): Vma => {
    if (!mayMergePages(piece.flags) || has(piece, VmFlag.mergeable) === on) return piece;
    return { ...piece, flags: on ? piece.flags | VmFlag.mergeable : piece.flags & ~VmFlag.mergeable };
  };
  edit.modify(pageRange(0, before.space.taskSize), turned);
}

/** What the asking options answer. */
export function modeAnswer({ option }: PrctlCall, before: Before): bigint {
  const modes = modesOf(before);
  switch (option) {
    case 'PR_GET_MDWE':
      return BigInt(modes.denyWriteExecute);
    case 'PR_GET_THP_DISABLE':
      return BigInt(modes.hugePagesDisabled);
    case 'PR_GET_MEMORY_MERGE':
      return modes.memoryMerge ? 1n : 0n;
    default:
      return 0n;
  }
}
