/**
 * What answers tell of the machine's nodes of memory and of its protection keys. A refusal tells it where nothing else of the
 * call can have been refused with that error.
 */
import { MPOL_F, MPOL_GET } from '../kernel/abi/mempolicy-flags';
import type { Before } from '../kernel/check';
import { judge } from '../kernel/judge';
import type { MemoryCall } from '../kernel/memory-call';
import { PROT } from '../kernel/abi/mmap-flags';
import { keysBefore } from '../kernel/pkey/allocation';
import { nodesIn } from '../kernel/mempolicy/node-mask';
import type { ShownNodes } from '../kernel/shown-nodes';
import type { Observed } from '../kernel/observed';
import { keysAfterExecuteOnly, keysAfterUse, keysAfterRefusal, keysOf } from '../process/key-allocation';
import type { Task } from '../process/world';
import type { WorldEdit } from '../process/world-edit';

/** Whether the check with this id is the only one that can explain the error. */
export function onlyBy(
  id: string,
  { errno }: Extract<Observed, { kind: 'error' }>,
  call: MemoryCall,
  before: Before,
): boolean {
  const suspects = judge(call, before).answers.filter(
    ({ errno: one, verdict }) =>
      one === errno &&
      (verdict.answer === 'fails' || (verdict.answer === 'cannot-tell' && verdict.expect === undefined)),
  );
  return suspects.length === 1 && suspects[0]?.id === id && suspects[0].verdict.answer === 'cannot-tell';
}

export function learnNodes(call: MemoryCall, observed: Observed, before: Before, shown: ShownNodes): void {
  const { index } = call.event;
  switch (call.call) {
    case 'get_mempolicy': {
      const nodes = nodesIn(call.mask, before);
      if (observed.kind !== 'success' || call.flags.value !== MPOL_GET.MEMS_ALLOWED) return;
      if (nodes === undefined || nodes === 0n) return;
      shown.mayUse(nodes, index);
      shown.mayNotUse(~nodes & EVERY_NODE, index);
      return;
    }
    case 'mbind':
    case 'set_mempolicy': {
      const nodes = nodesIn(call.mask, before);
      // Relative nodes are counted among those that may be used, whichever these are.
      if (nodes === undefined || nodes === 0n || ((call.mode.value ?? 0) & MPOL_F.RELATIVE_NODES) !== 0)
        return;
      // A range without pages is a success whatever the nodes are. mm/mempolicy.c: do_mbind; seen on 6.12
      if (call.call === 'mbind' && isEmpty(call.length.value)) return;
      if (observed.kind === 'success' && (nodes & (nodes - 1n)) === 0n) shown.mayUse(nodes, index);
      if (observed.kind === 'error' && onlyBy('mempolicy.no-such-node', observed, call, before))
        shown.mayNotUse(nodes, index);
      return;
    }
    case 'set_mempolicy_home_node': {
      const node = call.node.value;
      if (node === undefined || node < 0n || node >= MOST_NODES) return;
      if (observed.kind === 'success') shown.isThere(1n << node, index);
      if (observed.kind === 'error' && onlyBy('home-node.no-such-node', observed, call, before))
        shown.isNotThere(1n << node, index);
      return;
    }
    default:
      return;
  }
}

/** Also a length that wraps to 0 when it is rounded up. */
const isEmpty = (length: bigint | undefined): boolean =>
  length === undefined || BigInt.asUintN(64, length + 0xfffn) < 0x1000n;

/** The largest CONFIG_NODES_SHIFT is 10. */
const MOST_NODES = 1024n;
const EVERY_NODE = (1n << MOST_NODES) - 1n;

/** pkey_mprotect: key 0 is every process's own where the hardware has keys, and nobody's where x86 has none. */
export function learnKeys(
  call: MemoryCall,
  observed: Observed,
  before: Before,
  task: Task,
  edit: WorldEdit,
): void {
  if (takesOwnKey(call, observed, before)) {
    edit.changeProcess(task.process, (process) => {
      const keys = keysAfterExecuteOnly(process, task);
      return keys === undefined ? process : { ...process, protectionKeys: { ...keys, at: edit.event } };
    });
    return;
  }
  if (call.call !== 'pkey_mprotect' || before.process.protectionKeys !== undefined) return;
  const key = call.pkey.value;
  if (key === undefined || key < 0 || key >= keysOf(task.architecture)) return;
  const isRefused =
    key === 0 && observed.kind === 'error' && onlyBy('mprotect.unknown-key', observed, call, before);
  const isUsed = observed.kind === 'success' && call.length.value !== 0n;
  if (!isRefused && !isUsed) return;
  edit.changeProcess(task.process, (process) => {
    const keys = isUsed ? keysAfterUse(key, process, task) : keysAfterRefusal(process, task);
    return keys === undefined ? process : { ...process, protectionKeys: { ...keys, at: edit.event } };
  });
}

/** Memory that may only be executed was made, on a machine with keys. mm/mmap.c: do_mmap; mm/mprotect.c: do_mprotect_pkey */
function takesOwnKey(call: MemoryCall, observed: Observed, before: Before): boolean {
  if (call.call !== 'mmap' && call.call !== 'mprotect' && call.call !== 'pkey_mprotect') return false;
  if (observed.kind !== 'success' || call.prot.value !== PROT.EXEC || call.length.value === 0n) return false;
  if (call.call === 'pkey_mprotect' && call.pkey.value !== -1) return false;
  return keysBefore(before)?.support === 'hardware';
}
