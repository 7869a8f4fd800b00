/**
 * process_vm_readv(2) and process_vm_writev(2): bytes from the memory of another process, or into it.
 * mm/process_vm_access.c: process_vm_rw, process_vm_rw_core
 *
 *      local    [ 16 bytes ]            [ 16 bytes ]
 *      remote   [ 12 bytes ][ 20 bytes: the page after 8 of them is not there ]
 *      answer   20: what was moved before the first bad page on either side; EFAULT where that is nothing
 */
import type { Before, Check, Verdict } from '../check';
import { bytesIn, importChecks, importedElements, type VectorArguments } from '../iovec';
import { asIn, mayLookInto, peerOf } from '../peer';
import type { SyscallRule } from '../syscall-rule';
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
import { reachOf, refusedBy, type Reach, type Use } from '../user-memory';
import type { ProcessVmCall } from './call';

const entry = seen('mm/process_vm_access.c: process_vm_rw');
const core = seen('mm/process_vm_access.c: process_vm_rw_core');
const manualPage = read('process_vm_readv(2)', 'man-pages 6.20');

/** Nothing to move on this side: the call ends with 0 there. What the log does not show is something. */
const isEmpty = (side: VectorArguments): boolean => bytesIn(side) === 0n;
const reachesRemote = (call: ProcessVmCall): boolean => !isEmpty(call.local);
const movesBytes = (call: ProcessVmCall): boolean => !isEmpty(call.local) && !isEmpty(call.remote);

type Side = 'local' | 'remote';
const useOf = (side: Side, { call }: ProcessVmCall): Use => {
  const reads = call === 'process_vm_readv';
  if (side === 'remote') return reads ? 'pinned-to-read' : 'pinned-to-write';
  return reads ? 'copied-to' : 'copied-from';
};

/** How many bytes one side allows, and what ends it; undefined where the log does not show where they lie. */
function reachOfSide(side: Side, call: ProcessVmCall, before: Before): Reach | undefined {
  const elements = importedElements(call[side]);
  if (elements === undefined) return undefined;
  const there = side === 'local' ? before : asIn(peerOf(call.pid.value, before), before);
  let bytes = 0n;
  let inFile = false;
  for (const { base, length } of elements) {
    if (length === 0n) continue;
    if (base === undefined) return undefined;
    const reach = reachOf(there, base, length, useOf(side, call));
    bytes += reach.bytes;
    inFile ||= reach.inFile;
    if (reach.end !== undefined) return { bytes, end: reach.end, inFile };
  }
  return { bytes, end: undefined, inFile };
}

/** Fails where not even the first byte can be had on this side. */
function reachable(side: Side, call: ProcessVmCall, before: Before): Verdict {
  if (!movesBytes(call)) return NOT_REACHED;
  const reach = reachOfSide(side, call, before);
  if (reach === undefined) return likelyPasses('unknown-argument');
  if (reach.bytes > 0n) return reach.inFile ? NO_TRACE : passes();
  if (reach.end === undefined) return NOT_REACHED;
  // Facts on the memory of others would be taken for the caller's own.
  const own = side === 'local' || peerOf(call.pid.value, before).is === 'self';
  const facts = own ? [reach.end.fact] : [];
  return refusedBy(reach.end, ...facts);
}

const checks: readonly Check<ProcessVmCall>[] = [
  {
    id: 'process-vm.unknown-flags',
    errno: 'EINVAL',
    sources: [entry, manualPage],
    demand: 'the flags are 0',
    test: ({ flags }) => withArguments([flags], (bits) => demand(bits === 0, argumentFact('flags', flags))),
  },
  ...importChecks<ProcessVmCall>({
    prefix: 'process-vm.local-',
    words: 'the local vector',
    of: ({ local }) => local,
    ranges: 'own',
  }),
  ...importChecks<ProcessVmCall>({
    prefix: 'process-vm.remote-',
    words: 'the remote vector',
    of: ({ remote }) => remote,
    reached: reachesRemote,
    ranges: 'remote',
  }),
  {
    id: 'process-vm.no-such-process',
    errno: 'ESRCH',
    sources: [core, manualPage],
    demand: 'there is a process with that pid, and it has not ended',
    test: (call, before) => {
      if (!movesBytes(call)) return NOT_REACHED;
      return withArguments([call.pid], (pid) => {
        const fact = argumentFact('pid', call.pid);
        const peer = peerOf(pid, before);
        if (pid <= 0 || peer.is === 'ended') return fails(fact);
        return peer.is === 'self' || (peer.is === 'other' && peer.space !== undefined)
          ? passes(fact)
          : cannotTell('no-trace', fact);
      });
    },
  },
  {
    id: 'process-vm.not-permitted',
    errno: 'EPERM',
    sources: [seen('kernel/fork.c: mm_access'), seen('kernel/ptrace.c: __ptrace_may_access'), manualPage],
    demand: 'the caller may attach to the other process, as a debugger may',
    test: (call, before) =>
      movesBytes(call) ? mayLookInto(peerOf(call.pid.value, before), before) : NOT_REACHED,
  },
  {
    id: 'process-vm.remote-unreachable',
    errno: 'EFAULT',
    sources: [seen('mm/process_vm_access.c: process_vm_rw_single_vec'), read('mm/gup.c: check_vma_flags')],
    demand: "the first page of the other process's range is mapped and may be accessed that way",
    test: (call, before) => reachable('remote', call, before),
  },
  {
    id: 'process-vm.local-unreachable',
    errno: 'EFAULT',
    sources: [seen('mm/process_vm_access.c: process_vm_rw_pages'), manualPage],
    demand: "the first page of the caller's own range is mapped and may be accessed",
    test: (call, before) => reachable('local', call, before),
  },
];

const ruleFor = (call: ProcessVmCall['call']): SyscallRule<ProcessVmCall> => ({
  call,
  checks,
  /** The bytes that both sides have, up to the first bad page of either. */
  successValue(request, before) {
    if (isEmpty(request.local) || isEmpty(request.remote)) return 0n;
    const local = reachOfSide('local', request, before);
    const remote = reachOfSide('remote', request, before);
    if (local === undefined || remote === undefined) return undefined;
    const less = local.bytes <= remote.bytes ? local : remote;
    const doubtful = local.inFile || remote.inFile || less.end?.usable === 'unknown';
    return doubtful ? undefined : less.bytes;
  },
});

export const processVmReadvRule = ruleFor('process_vm_readv');
export const processVmWritevRule = ruleFor('process_vm_writev');
