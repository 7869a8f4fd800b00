/**
 * set_mempolicy_home_node(2): the node that a policy of several prefers. It changes policies that mbind has set, and makes
 * none. mm/mempolicy.c: set_mempolicy_home_node
 */
import { endsInSpaceIfAny, pagesAsked, startsOnPage } from '../aligned-range';
import { MPOL } from '../abi/mempolicy-flags';
import { extraOf, withExtra } from '../../memory/extra';
import { copyOfVma } from '../../memory/copies';
import type { PageRange } from '../../memory/page';
import type { Vma } from '../../memory/vma';
import type { Before, Check } from '../check';
import { anyUnknown } from '../coverage';
import type { SyscallRule } from '../syscall-rule';
import {
  argumentFact,
  cannotTell,
  demand,
  fails,
  failsIfAssumed,
  likelyPasses,
  NOT_REACHED,
  passes,
  rangeFact,
  read,
  seen,
  vmaFact,
  withArguments,
} from '../verdict';
import { kernelVersion } from '../versions';
import type { HomeNodeCall } from './call';
import { builtIn } from './policy-checks';
import { modeOf } from './mode';

const source = seen('mm/mempolicy.c: set_mempolicy_home_node');
const manualPage = read('set_mempolicy_home_node(2)', 'man-pages 6.20');
const SINCE = kernelVersion(5, 17);

/** VMAs with a policy, up to the first that has one without a home. */
function policiesIn(range: PageRange, { space }: Before): { homes: number; other: Vma | undefined } {
  let homes = 0;
  for (const vma of space.vmasIn(range)) {
    const policy = extraOf(vma, 'policy');
    if (policy === undefined) continue;
    const mode = modeOf(policy);
    if (mode !== MPOL.BIND && mode !== MPOL.PREFERRED_MANY) return { homes, other: vma };
    homes += 1;
  }
  return { homes, other: undefined };
}

const checks: readonly Check<HomeNodeCall>[] = [
  {
    id: 'home-node.not-in-this-kernel',
    errno: 'ENOSYS',
    until: kernelVersion(5, 16),
    sources: [manualPage],
    demand: 'the kernel has the call: 5.17 and later',
    test: () => fails(),
  },
  builtIn<HomeNodeCall>(),
  {
    id: 'home-node.address-misaligned',
    errno: 'EINVAL',
    since: SINCE,
    sources: [source, manualPage],
    demand: 'the address is a multiple of the page size',
    test: startsOnPage,
  },
  {
    id: 'home-node.unknown-flags',
    errno: 'EINVAL',
    since: SINCE,
    sources: [source, manualPage],
    demand: 'the flags are 0',
    test: ({ flags }) => withArguments([flags], (bits) => demand(bits === 0n, argumentFact('flags', flags))),
  },
  {
    id: 'home-node.no-such-node',
    errno: 'EINVAL',
    since: SINCE,
    sources: [source, manualPage],
    demand: 'the node exists',
    test: ({ node, event }, { machine }) =>
      withArguments([node], (number) => {
        const fact = argumentFact('node', node);
        if (number >= 1024n) return fails(fact);
        const shown = machine.shownNodes?.before(event.index);
        if (shown !== undefined && (shown.online & (1n << number)) !== 0n) return passes(fact);
        if (shown !== undefined && (shown.offline & (1n << number)) !== 0n) return fails(fact);
        // One that may not be used is most often not there: memory is seldom withheld (cpusets), or a node without any.
        if (shown !== undefined && (shown.unusable & (1n << number)) !== 0n) return failsIfAssumed(fact);
        return number === 0n ? likelyPasses('unknown-machine', fact) : cannotTell('unknown-machine', fact);
      }),
  },
  {
    id: 'home-node.range-wraps',
    errno: 'EINVAL',
    since: SINCE,
    sources: [source, manualPage],
    demand: 'the range does not pass the end of the address space',
    test: endsInSpaceIfAny,
  },
  {
    id: 'home-node.other-policy',
    errno: 'EOPNOTSUPP',
    since: SINCE,
    sources: [source, manualPage],
    demand:
      'each policy in the range is MPOL_BIND or MPOL_PREFERRED_MANY; those below the first other are changed',
    test: (call, before) => {
      const range = pagesAsked(call, before);
      if (range === undefined) return NOT_REACHED;
      const { other } = policiesIn(range, before);
      return other === undefined ? passes() : fails(vmaFact('vma', other));
    },
  },
  {
    id: 'home-node.no-policy',
    errno: 'ENOENT',
    since: SINCE,
    sources: [source, manualPage],
    demand: 'some mapping in the range has a policy of its own, given by mbind',
    test: (call, before) => {
      const range = pagesAsked(call, before);
      if (range === undefined) return NOT_REACHED;
      const { homes, other } = policiesIn(range, before);
      if (homes > 0 || other !== undefined) return passes();
      const unknown = anyUnknown(before.space, range);
      return unknown === undefined
        ? fails(rangeFact('range', range, 'mapped'))
        : cannotTell('unknown-memory', rangeFact('hole', unknown, 'unknown'));
    },
  },
];

/** A home is a fourth part of the word. */
const atHome =
  (node: bigint) =>
  (piece: Vma): Vma => {
    const policy = extraOf(piece, 'policy');
    const [mode, flags, nodes] = policy?.split(':') ?? [];
    if (mode === undefined || nodes === undefined) return piece;
    const next = copyOfVma(piece);
    next.extra = withExtra(piece.extra, 'policy', `${mode}:${flags}:${nodes}:${node}`);
    return next.extra === piece.extra ? piece : next;
  };

export const homeNodeRule: SyscallRule<HomeNodeCall> = {
  call: 'set_mempolicy_home_node',
  checks,
  apply(call, observed, before, edit) {
    const range = pagesAsked(call, before);
    const node = call.node.value;
    if (range === undefined || node === undefined) return;
    const { other } = policiesIn(range, before);
    if (observed.kind === 'success') edit.modify(range, atHome(node));
    else if (observed.kind === 'error' && observed.errno === 'EOPNOTSUPP' && other !== undefined)
      edit.modify(
        { start: range.start, end: other.start > range.start ? other.start : range.start },
        atHome(node),
      );
  },
  successValue: () => 0n,
};
