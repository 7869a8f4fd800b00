/**
 * mbind(2): a memory policy for a range. It is kept in the VMAs, so it cuts them, and equal policies join them again.
 * mm/mempolicy.c: do_mbind, queue_pages_test_walk, mbind_range
 *
 *     MPOL_DEFAULT takes policies away, and holes do not matter to it as long as anything is mapped at all;
 *     any other policy wants every page mapped, and sets nothing where one is not.
 */
import { endsInSpaceIfAny, pagesAsked, startsOnPage } from '../aligned-range';
import { MPOL, MPOL_MF } from '../abi/mempolicy-flags';
import { extraOf, withExtra } from '../../memory/extra';
import { copyOfVma } from '../../memory/copies';
import { lengthOf, pageNumber, pageRange, within, type PageNumber, type PageRange } from '../../memory/page';
import type { Vma } from '../../memory/vma';
import type { Before, Check, Verdict } from '../check';
import { segmentsIn } from '../coverage';
import { capable } from '../limits';
import { MapCount } from '../map-count';
import { atMapLimit, splitsFit } from '../removal';
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
  rangeFact,
  read,
  seen,
  vmaFact,
  withArguments,
} from '../verdict';
import type { MbindCall } from './call';
import { bareMode, policyOf } from './mode';
import { nodesIn } from './node-mask';
import { mayLackNodes, modeChecks, policyChecks } from './policy-checks';

const doMbind = seen('mm/mempolicy.c: do_mbind');
const manualPage = read('mbind(2)', 'man-pages 6.20');
const MOVING = MPOL_MF.MOVE | MPOL_MF.MOVE_ALL;

/** The pages of the call; undefined where it ends before it looks at any. */
const rangeOf = (call: MbindCall, before: Before): PageRange | undefined =>
  call.mode.value === undefined ? undefined : pagesAsked(call, before);

interface PolicyWalk {
  readonly range: PageRange;
  readonly mapped: boolean;
  readonly free: PageRange | undefined;
  readonly unknown: PageRange | undefined;
  /** A VMA that could not be cut, and a cut made before the second was refused. */
  readonly stop:
    | {
        readonly vma: Vma;
        readonly at: PageNumber;
        readonly reason: 'map-limit' | 'indivisible';
        readonly split: PageNumber | undefined;
      }
    | undefined;
}

function walk(call: MbindCall, before: Before): PolicyWalk | undefined {
  const range = rangeOf(call, before);
  if (range === undefined) return undefined;
  const policy = policyOf(call, before);
  const maps = new MapCount(before, call.event.index, withPolicy(policy));
  let [mapped, free, unknown]: [boolean, PageRange?, PageRange?] = [false];
  let stop: PolicyWalk['stop'];
  for (const segment of segmentsIn(before.space, range)) {
    const at = pageRange(segment.start, segment.end);
    if (segment.kind === 'hole') {
      if (segment.state === 'free') free ??= at;
      else unknown ??= at;
      continue;
    }
    mapped = true;
    // Nothing is cut before all of the range was looked at for holes.
    if (stop !== undefined || extraOf(segment.vma, 'policy') === policy) continue;
    const cut = maps.cut(segment.vma, at);
    if (cut !== undefined) stop = { vma: segment.vma, at: at.start, ...cut };
  }
  return { range, mapped, free, unknown, stop };
}

const takesAway = ({ mode }: MbindCall): boolean => bareMode(mode.value ?? 0) === MPOL.DEFAULT;

const isStrict = (call: MbindCall): boolean =>
  ((call.flags.value ?? 0) & MPOL_MF.STRICT) !== 0 && !takesAway(call);

/** A policy that names no node leaves every page misplaced that is there; what is moved finds a place. */
const findsAnyPage = (call: MbindCall, before: Before): boolean =>
  isStrict(call) && ((call.flags.value ?? 0) & MOVING) === 0 && nodesIn(call.mask, before) === 0n;

/**
 * A mapping that ends at a hole is refused when the kernel comes to it; those below it were looked through by then.
 *
 *     range     [ aaaa | bbbbb |  hole  | cccc )
 *     pages       looked for ^ here EFAULT
 */
function lookedAtBefore(hole: PageRange, { space }: Before): number {
  const last = hole.start === 0 ? undefined : space.vmaAt(pageNumber(hole.start - 1));
  if (last === undefined) return 0;
  // Were the kernel to have kept a border of which the model does not know, what is below it counts too.
  return last.doubtfulBorders?.at(-1)?.last ?? last.start;
}

const MISPLACED =
  'with MPOL_MF_STRICT no page lies on a node that the policy does not name, or it can be moved';

const checks: readonly Check<MbindCall>[] = [
  ...modeChecks,
  {
    id: 'mbind.unknown-flags',
    errno: 'EINVAL',
    sources: [doMbind, manualPage],
    demand: 'the flags are MPOL_MF_STRICT, MPOL_MF_MOVE and MPOL_MF_MOVE_ALL, and no others',
    test: ({ flags }) =>
      withArguments([flags], (bits) =>
        demand(bits <= (MPOL_MF.STRICT | MOVING), argumentFact('flags', flags)),
      ),
  },
  {
    id: 'mbind.not-permitted',
    errno: 'EPERM',
    sources: [doMbind, manualPage],
    demand: 'MPOL_MF_MOVE_ALL needs CAP_SYS_NICE',
    test: ({ flags }, before) =>
      ((flags.value ?? 0) & MPOL_MF.MOVE_ALL) !== 0
        ? capable(before, 'CAP_SYS_NICE', argumentFact('flags', flags))
        : NOT_REACHED,
  },
  {
    id: 'mbind.address-misaligned',
    errno: 'EINVAL',
    sources: [doMbind, manualPage],
    demand: 'the address is a multiple of the page size',
    test: startsOnPage,
  },
  {
    id: 'mbind.range-wraps',
    errno: 'EINVAL',
    sources: [doMbind, manualPage],
    demand: 'the range does not pass the end of the address space',
    test: endsInSpaceIfAny,
  },
  ...policyChecks<MbindCall>((call, before) => rangeOf(call, before) !== undefined),
  {
    id: 'mbind.misplaced-before-hole',
    errno: 'EIO',
    sources: [seen('mm/mempolicy.c: queue_pages_test_walk'), read('mm/mempolicy.c: queue_folios_pte_range')],
    demand: MISPLACED,
    test: (call, before) => {
      const walked = walk(call, before);
      const hole = walked?.free ?? walked?.unknown;
      if (walked === undefined || hole === undefined || !findsAnyPage(call, before)) return NOT_REACHED;
      const end = lookedAtBefore(hole, before);
      return end <= walked.range.start ? NOT_REACHED : noPageIn(pageRange(walked.range.start, end), before);
    },
  },
  {
    id: 'mbind.unmapped',
    errno: 'EFAULT',
    sources: [seen('mm/mempolicy.c: queue_pages_test_walk'), manualPage],
    demand: 'every page of the range is mapped, or with MPOL_DEFAULT any of them; otherwise nothing is set',
    test: (call, before) => {
      const walked = walk(call, before);
      if (walked === undefined) return NOT_REACHED;
      const { range, mapped, free, unknown } = walked;
      if (takesAway(call) ? mapped : free === undefined && unknown === undefined)
        return passes(rangeFact('range', range, 'mapped'));
      if (unknown !== undefined && (takesAway(call) || free === undefined))
        return cannotTell('unknown-memory', rangeFact('hole', unknown, 'unknown'));
      return fails(rangeFact('hole', free ?? range, 'free'));
    },
  },
  {
    id: 'mbind.map-limit',
    errno: 'ENOMEM',
    sources: [read('mm/mempolicy.c: mbind_range')],
    demand: 'the cuts at the ends of the range leave no more mappings than the process may have',
    test: (call, before) => {
      const walked = walk(call, before);
      if (walked === undefined) return NOT_REACHED;
      const { stop, range } = walked;
      if (stop?.reason === 'map-limit') return atMapLimit(before, vmaFact('vma', stop.vma));
      return stop === undefined ? splitsFit(range, before) : passes();
    },
  },
  {
    id: 'mbind.indivisible',
    errno: 'EINVAL',
    sources: [seen('mm/vma.c: __split_vma')],
    demand: 'a mapping that cannot be split (vdso, vvar, part of a huge page) lies in the range as a whole',
    test: (call, before) => {
      const stop = walk(call, before)?.stop;
      return stop?.reason === 'indivisible' ? fails(vmaFact('vma', stop.vma)) : passes();
    },
  },
  {
    id: 'mbind.misplaced',
    errno: 'EIO',
    sources: [read('mm/mempolicy.c: queue_folios_pte_range'), manualPage],
    demand: MISPLACED,
    test: (call, before) => {
      const range = rangeOf(call, before);
      if (!isStrict(call) || range === undefined) return NOT_REACHED;
      return findsAnyPage(call, before) ? noPageIn(range, before) : likelyPasses('unknown-machine');
    },
  },
];

/** Zero pages are not looked at, nor are entries that are no page. */
function noPageIn(range: PageRange, { space }: Before): Verdict {
  const runs = space.pagesIn(range);
  const present = runs.find(({ kind }) => kind === 'own' || kind === 'file');
  // The kernel may have taken it back.
  if (present !== undefined) return failsIfAssumed(eventFact('shown-by', present.event));
  const absent = runs.reduce(
    (pages, run) => pages + (run.kind === 'untouched' || run.kind === 'guard' ? lengthOf(run) : 0),
    0,
  );
  const mapped = [...space.vmasIn(range)].reduce((pages, vma) => pages + lengthOf(within(vma, range)), 0);
  return absent === mapped ? passes() : cannotTell('unknown-memory', rangeFact('range', range, 'mapped'));
}

/** The piece with another policy; the same piece where that is the one it has. */
const withPolicy =
  (policy: string | undefined) =>
  (piece: Vma): Vma => {
    if (extraOf(piece, 'policy') === policy) return piece;
    const next = copyOfVma(piece);
    next.extra = withExtra(piece.extra, 'policy', policy);
    return next;
  };

export const mbindRule: SyscallRule<MbindCall> = {
  call: 'mbind',
  checks,
  apply(call, observed, before, edit) {
    const walked = walk(call, before);
    if (walked === undefined || observed.kind === 'none') return;
    const { range, free, unknown, stop } = walked;
    const policy = policyOf(call, before);
    // Pages that could not be moved are found when the policy is set already; without moving, before that.
    const moved = ((call.flags.value ?? 0) & MOVING) !== 0;
    if (observed.kind === 'success' || (observed.errno === 'EIO' && moved)) {
      if (policy !== undefined) edit.infer(range, {});
      edit.modify(range, withPolicy(policy));
    } else if (stop !== undefined && free === undefined && unknown === undefined) {
      const refusal = stop.reason === 'map-limit' ? 'ENOMEM' : 'EINVAL';
      if (observed.errno !== refusal) return;
      // Nodes are looked at before anything is set: most machines have but one.
      if (refusal === 'EINVAL' && mayLackNodes(call, before)) return;
      edit.modify(pageRange(range.start, stop.at), withPolicy(policy));
      if (stop.split !== undefined) edit.splitAt(stop.split);
    }
  },
  successValue: () => 0n,
};
