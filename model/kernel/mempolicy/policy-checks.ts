/**
 * What every call demands of a policy that it is to set, and of a node mask. mm/mempolicy.c: kernel_mbind,
 * kernel_set_mempolicy
 */
import { MPOL, MPOL_F } from '../abi/mempolicy-flags';
import type { Before, Check, Verdict } from '../check';
import { kernelBits } from '../layout';
import type { MbindCall, SetPolicyCall } from './call';
import type { TypedCall } from '../given';
import {
  argumentFact,
  cannotTell,
  demand,
  eventFact,
  fails,
  likelyPasses,
  NOT_REACHED,
  passes,
  read,
  seen,
  withArguments,
} from '../verdict';
import { bareMode, flagsFit, knownMode, nodesFit } from './mode';
import { maskReadable, nodesIn, withinMost, type NodeMask } from './node-mask';

type PolicyCall = MbindCall | SetPolicyCall;

const manualPage = read('set_mempolicy(2)', 'man-pages 6.20');

/** Kernels of 32 bits hardly ever are: several nodes are a matter of large machines. */
export const builtIn = <Call extends TypedCall>(): Check<Call> => ({
  id: 'mempolicy.not-built-in',
  errno: 'ENOSYS',
  sources: [read('kernel/sys_ni.c: COND_SYSCALL'), manualPage],
  demand: 'the kernel was built with memory policies (CONFIG_NUMA)',
  test: ({ event }, before) => {
    const shown = before.machine.parts?.before('numa', event.index);
    if (shown !== undefined)
      return shown.isThere ? passes(eventFact('numa', shown.at)) : fails(eventFact('numa', shown.at));
    return kernelBits(before) === 32 ? cannotTell('unknown-machine') : likelyPasses('unknown-machine');
  },
});

/** In the order of the masks that a call has: each is copied in before the next is looked at. */
export function maskChecks<Call extends TypedCall>(
  masksOf: (call: Call) => readonly NodeMask[],
): readonly Check<Call>[] {
  const onEach =
    (test: (mask: NodeMask, before: Before) => Verdict): Check<Call>['test'] =>
    (call, before) => {
      const verdicts = masksOf(call).map((mask) => test(mask, before));
      const worst = (answer: Verdict['answer']): Verdict | undefined =>
        verdicts.find((verdict) => verdict.answer === answer);
      return worst('fails') ?? worst('cannot-tell') ?? worst('passes') ?? NOT_REACHED;
    };
  return [
    {
      id: 'mempolicy.too-many-nodes',
      errno: 'EINVAL',
      sources: [seen('mm/mempolicy.c: get_nodes'), manualPage],
      demand: 'the node mask has no more bits than a page holds, and names no node beyond the largest number',
      test: onEach(withinMost),
    },
    {
      id: 'mempolicy.mask-unreadable',
      errno: 'EFAULT',
      sources: [seen('mm/mempolicy.c: get_bitmap'), manualPage],
      demand: 'the node mask lies in readable memory',
      test: onEach(maskReadable),
    },
  ];
}

const sanitize = seen('mm/mempolicy.c: sanitize_mpol_flags');

export const modeChecks: readonly Check<PolicyCall>[] = [
  builtIn<PolicyCall>(),
  {
    id: 'mempolicy.unknown-mode',
    errno: 'EINVAL',
    sources: [sanitize, manualPage],
    demand: 'this kernel knows the mode of the policy',
    test: ({ mode }, before) =>
      withArguments([mode], (value) => demand(knownMode(value, before), argumentFact('mode', mode))),
  },
  {
    id: 'mempolicy.flags-conflict',
    errno: 'EINVAL',
    sources: [sanitize, manualPage],
    demand: 'the flags of the mode go together: not static and relative nodes, balancing only with MPOL_BIND',
    test: ({ mode }, before) =>
      withArguments([mode], (value) => demand(flagsFit(value, before), argumentFact('mode', mode))),
  },
  ...maskChecks<PolicyCall>(({ mask }) => [mask]),
];

/** Node 0 has memory on nearly every machine; which others there are, other calls on policies show. */
function nodesAllowed(
  nodes: bigint,
  { mask: { maxnode }, mode, event }: PolicyCall,
  before: Before,
): Verdict {
  const fact = argumentFact('maxnode', maxnode);
  // They are counted among the nodes that may be used. mm/mempolicy.c: mpol_relative_nodemask
  if (((mode.value ?? 0) & MPOL_F.RELATIVE_NODES) !== 0) return passes(fact);
  const shown = before.machine.shownNodes?.before(event.index);
  if (shown !== undefined && (nodes & shown.usable) !== 0n) return passes(fact);
  if (shown !== undefined && (nodes & ~shown.unusable) === 0n) return fails(fact);
  return (nodes & 1n) !== 0n ? likelyPasses('unknown-machine', fact) : cannotTell('unknown-machine', fact);
}

/** Whether EINVAL may well be for a node that does not exist, rather than for what the kernel looks at behind that. */
export const mayLackNodes = (call: PolicyCall, before: Before): boolean => {
  const mode = call.mode.value;
  const nodes = nodesIn(call.mask, before);
  if (mode === undefined || bareMode(mode) === MPOL.DEFAULT || nodes === undefined || nodes === 0n)
    return false;
  const verdict = nodesAllowed(nodes, call, before);
  return verdict.answer === 'cannot-tell' && verdict.expect === undefined;
};

/** `reached`: whether the call gets to making the policy. */
export const policyChecks = <Call extends PolicyCall>(
  reached: (call: Call, before: Before) => boolean,
): readonly Check<Call>[] => [
  {
    id: 'mempolicy.nodes-not-fitting',
    errno: 'EINVAL',
    sources: [seen('mm/mempolicy.c: mpol_new'), manualPage],
    demand:
      'nodes are given where the mode wants some (MPOL_BIND), and none where it has none (MPOL_DEFAULT)',
    test: (call, before) => {
      if (!reached(call, before)) return NOT_REACHED;
      return withArguments([call.mode], (mode) => {
        const nodes = nodesIn(call.mask, before);
        const fact = argumentFact('mode', call.mode);
        if (nodes !== undefined) return nodesFit(mode, nodes) ? passes(fact) : fails(fact);
        return call.mask.words === undefined ? likelyPasses('unknown-argument', fact) : NOT_REACHED;
      });
    },
  },
  {
    id: 'mempolicy.no-such-node',
    errno: 'EINVAL',
    sources: [seen('mm/mempolicy.c: mpol_set_nodemask'), manualPage],
    demand: 'at least one of the nodes exists, has memory, and may be used by the process',
    test: (call, before) => {
      const mode = call.mode.value;
      if (mode === undefined || bareMode(mode) === MPOL.DEFAULT || !reached(call, before)) return NOT_REACHED;
      const nodes = nodesIn(call.mask, before);
      if (nodes === undefined) return likelyPasses('unknown-machine');
      return nodes === 0n ? NOT_REACHED : nodesAllowed(nodes, call, before);
    },
  },
];
