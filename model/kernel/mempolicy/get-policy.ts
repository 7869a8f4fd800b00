/**
 * get_mempolicy(2): the policy of the task, of an address, or the node on which a page lies.
 * mm/mempolicy.c: kernel_get_mempolicy, do_get_mempolicy
 */
import { MPOL_GET } from '../abi/mempolicy-flags';
import { pageOf, pageRange } from '../../memory/page';
import { has, Prot, VmFlag } from '../../memory/vma';
import type { Before, Check, Verdict } from '../check';
import { stateAt } from '../coverage';
import { untagged } from '../layout';
import type { SyscallRule } from '../syscall-rule';
import { canWrite, pointerOf } from '../user-pointer';
import {
  argumentFact,
  cannotTell,
  demand,
  fails,
  likelyPasses,
  NOT_REACHED,
  passes,
  rangeFact,
  read,
  seen,
  vmaFact,
  withArguments,
} from '../verdict';
import type { GetPolicyCall } from './call';
import { builtIn } from './policy-checks';

const source = seen('mm/mempolicy.c: do_get_mempolicy');
const manualPage = read('get_mempolicy(2)', 'man-pages 6.20');
const KNOWN = MPOL_GET.NODE | MPOL_GET.ADDR | MPOL_GET.MEMS_ALLOWED;

const asks = ({ flags }: GetPolicyCall, bits: number): boolean => ((flags.value ?? 0) & bits) === bits;

/** The page that MPOL_F_ADDR asks about, where it is one of user space. */
const pageAsked = ({ addr }: GetPolicyCall, before: Before): ReturnType<typeof pageOf> | undefined => {
  const address = addr.value === undefined ? undefined : untagged(addr.value, before);
  return address === undefined || address < 0n || address >= 1n << 63n ? undefined : pageOf(address);
};

const checks: readonly Check<GetPolicyCall>[] = [
  builtIn<GetPolicyCall>(),
  {
    id: 'get-mempolicy.mask-too-short',
    errno: 'EINVAL',
    sources: [seen('mm/mempolicy.c: kernel_get_mempolicy'), manualPage],
    demand: 'the node mask has a bit for each node that the machine could have',
    test: ({ mask: { argument, maxnode } }) => {
      if (pointerOf(argument).shows === 'null') return NOT_REACHED;
      return withArguments([maxnode], (bits) => {
        const fact = argumentFact('maxnode', maxnode);
        if (bits === 0n) return fails(fact);
        if (bits >= 1024n) return passes(fact);
        return bits >= 64n ? likelyPasses('unknown-machine', fact) : cannotTell('unknown-machine', fact);
      });
    },
  },
  {
    id: 'get-mempolicy.unknown-flags',
    errno: 'EINVAL',
    sources: [source, manualPage],
    demand: 'the flags are MPOL_F_NODE, MPOL_F_ADDR and MPOL_F_MEMS_ALLOWED, and no others',
    test: ({ flags }) =>
      withArguments([flags], (bits) => demand((bits & ~KNOWN) >>> 0 === 0, argumentFact('flags', flags))),
  },
  {
    id: 'get-mempolicy.flags-conflict',
    errno: 'EINVAL',
    sources: [source, manualPage],
    demand: 'MPOL_F_MEMS_ALLOWED is given alone',
    test: ({ flags }) =>
      withArguments([flags], (bits) =>
        (bits & MPOL_GET.MEMS_ALLOWED) === 0
          ? NOT_REACHED
          : demand((bits & (MPOL_GET.NODE | MPOL_GET.ADDR)) === 0, argumentFact('flags', flags)),
      ),
  },
  {
    id: 'get-mempolicy.address-without-flag',
    errno: 'EINVAL',
    sources: [source, manualPage],
    demand: 'the address is 0 where MPOL_F_ADDR is not given',
    test: ({ addr, flags }) =>
      withArguments([addr, flags], (address, bits) =>
        (bits & (MPOL_GET.ADDR | MPOL_GET.MEMS_ALLOWED)) !== 0
          ? NOT_REACHED
          : demand(address === 0n, argumentFact('addr', addr)),
      ),
  },
  {
    id: 'get-mempolicy.unmapped',
    errno: 'EFAULT',
    sources: [source, manualPage],
    demand: 'with MPOL_F_ADDR something is mapped at the address',
    test: (call, before) => {
      if (!asks(call, MPOL_GET.ADDR) || asks(call, MPOL_GET.MEMS_ALLOWED)) return NOT_REACHED;
      const page = pageAsked(call, before);
      if (page === undefined) return fails(argumentFact('addr', call.addr));
      const state = stateAt(before.space, page);
      const fact = rangeFact('range', pageRange(page, page + 1), state);
      if (state === 'mapped') return passes(fact);
      return state === 'free' ? fails(fact) : cannotTell('unknown-memory', fact);
    },
  },
  {
    id: 'get-mempolicy.page-unusable',
    errno: 'EFAULT',
    sources: [seen('mm/mempolicy.c: lookup_node'), manualPage],
    demand: 'with MPOL_F_NODE and MPOL_F_ADDR the page can be brought in for reading',
    test: (call, before) => {
      if (!asks(call, MPOL_GET.ADDR | MPOL_GET.NODE)) return NOT_REACHED;
      const page = pageAsked(call, before);
      const vma = page === undefined ? undefined : before.space.vmaAt(page);
      if (vma === undefined) return NOT_REACHED;
      if (vma.prot === undefined) return likelyPasses('unknown-memory', vmaFact('vma', vma));
      const unusable = (vma.prot & Prot.read) === 0 || has(vma, VmFlag.io | VmFlag.pfnMap);
      return unusable ? fails(vmaFact('vma', vma)) : likelyPasses('no-trace', vmaFact('vma', vma));
    },
  },
  {
    id: 'get-mempolicy.no-next-node',
    errno: 'EINVAL',
    sources: [source, manualPage],
    demand: 'MPOL_F_NODE is given with MPOL_F_ADDR, or the policy of the task interleaves',
    test: (call) =>
      asks(call, MPOL_GET.NODE) && !asks(call, MPOL_GET.ADDR) && !asks(call, MPOL_GET.MEMS_ALLOWED)
        ? cannotTell('unknown-machine', argumentFact('flags', call.flags))
        : NOT_REACHED,
  },
  {
    id: 'get-mempolicy.pointer-not-writable',
    errno: 'EFAULT',
    sources: [seen('mm/mempolicy.c: kernel_get_mempolicy'), manualPage],
    demand: 'what is asked for has writable memory to go to',
    test: ({ mode, mask }, before) => {
      const verdicts = [written(mode, 4, before), written(mask.argument, 8, before)];
      return verdicts.find(({ answer }) => answer === 'fails') ?? verdicts.find(Boolean) ?? NOT_REACHED;
    },
  },
];

/** NULL: the caller does not want it. */
const written = (argument: GetPolicyCall['mode'], bytes: number, before: Before): Verdict => {
  const pointer = pointerOf(argument);
  return pointer.shows === 'null' ? NOT_REACHED : canWrite(pointer, bytes, before);
};

export const getPolicyRule: SyscallRule<GetPolicyCall> = {
  call: 'get_mempolicy',
  checks,
  apply(call, observed, before, edit) {
    const page = pageAsked(call, before);
    if (observed.kind !== 'success' || page === undefined || !asks(call, MPOL_GET.ADDR)) return;
    edit.infer(pageRange(page, page + 1), {});
  },
  successValue: () => 0n,
};
