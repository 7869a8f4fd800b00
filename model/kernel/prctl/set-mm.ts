/**
 * PR_SET_MM: moves the numbers of an address space without moving memory: where the heap starts, where the break stands.
 * Tools that restore processes use it. kernel/sys.c: prctl_set_mm, validate_prctl_map_addr
 */
import type { SpaceEdit } from '../../memory/address-space';
import type { Check } from '../check';
import { capable } from '../limits';
import { taskSizeBytes } from '../layout';
import type { Observed } from '../observed';
import {
  argumentFact,
  cannotTell,
  demand,
  likelyPasses,
  NOT_REACHED,
  numberFact,
  read,
  seen,
  withArguments,
} from '../verdict';
import type { PrctlCall } from './call';

const source = seen('kernel/sys.c: prctl_set_mm');
const manualPage = read('prctl(2)', 'man-pages 6.20');

const SET_MM = { START_BRK: 6n, BRK: 7n, AUXV: 12n, EXE_FILE: 13n, MAP: 14n, MAP_SIZE: 15n } as const;

/** All numbers at once, from a structure; and the size of that structure. */
const asMap = (operation: bigint): boolean => operation === SET_MM.MAP || operation === SET_MM.MAP_SIZE;
const asAddress = (operation: bigint): boolean =>
  !asMap(operation) && operation !== SET_MM.AUXV && operation !== SET_MM.EXE_FILE;

const onSetMm =
  (test: Check<PrctlCall>['test']): Check<PrctlCall>['test'] =>
  (call, before) =>
    call.option === 'PR_SET_MM' ? test(call, before) : NOT_REACHED;

export const setMmChecks: readonly Check<PrctlCall>[] = [
  {
    id: 'set-mm.arguments-not-zero',
    errno: 'EINVAL',
    sources: [source, manualPage],
    demand: 'the last argument is 0, and the one before it where the operation takes no size',
    test: onSetMm(({ arg2, arg4, arg5 }) =>
      withArguments([arg2], (operation) =>
        demand(
          (arg5.value ?? 0n) === 0n &&
            ((arg4.value ?? 0n) === 0n || operation === SET_MM.AUXV || asMap(operation)),
          argumentFact('arg4', arg4),
          argumentFact('arg5', arg5),
        ),
      ),
    ),
  },
  {
    id: 'set-mm.not-permitted',
    errno: 'EPERM',
    sources: [source, manualPage],
    demand: 'the caller has CAP_SYS_RESOURCE',
    test: onSetMm(({ arg2 }, before) =>
      withArguments([arg2], (operation) =>
        asMap(operation) ? NOT_REACHED : capable(before, 'CAP_SYS_RESOURCE', argumentFact('operation', arg2)),
      ),
    ),
  },
  {
    id: 'set-mm.address-out-of-range',
    errno: 'EINVAL',
    sources: [source, manualPage],
    demand: 'the address lies in user space, and not below vm.mmap_min_addr',
    test: onSetMm(({ arg2, arg3 }, before) =>
      withArguments([arg2, arg3], (operation, address) => {
        if (!asAddress(operation)) return NOT_REACHED;
        const end = taskSizeBytes(before);
        return demand(
          address < end && address >= before.machine.mmapMinAddr,
          argumentFact('addr', arg3),
          numberFact('task-size', end, 'bytes'),
        );
      }),
    ),
  },
  {
    id: 'set-mm.unknown-operation',
    errno: 'EINVAL',
    sources: [source, manualPage],
    demand: 'the kernel knows the operation',
    test: onSetMm(({ arg2 }) =>
      withArguments([arg2], (operation) =>
        demand(operation >= 1n && operation <= SET_MM.MAP_SIZE, argumentFact('operation', arg2)),
      ),
    ),
  },
  {
    id: 'set-mm.numbers-not-fitting',
    errno: 'EINVAL',
    sources: [read('kernel/sys.c: validate_prctl_map_addr'), manualPage],
    demand: 'the numbers stay in their order: data before heap, start before end, within RLIMIT_DATA',
    test: onSetMm(({ arg2 }) =>
      withArguments([arg2], (operation) => {
        if (operation === SET_MM.MAP_SIZE) return NOT_REACHED;
        // A structure that strace does not show.
        return operation === SET_MM.MAP ? cannotTell('unknown-argument') : likelyPasses('unknown-layout');
      }),
    ),
  },
];

export function applySetMm(call: PrctlCall, observed: Observed, edit: SpaceEdit): void {
  if (call.option !== 'PR_SET_MM' || observed.kind !== 'success') return;
  const address = call.arg3.value;
  if (call.arg2.value === SET_MM.START_BRK) edit.setFacts({ startBrk: address });
  if (call.arg2.value === SET_MM.BRK) edit.setFacts({ brk: address });
  // The structure is not in the log: the next brk call shows where the break is.
  if (call.arg2.value === SET_MM.MAP) edit.setFacts({ startBrk: undefined, brk: undefined });
}
