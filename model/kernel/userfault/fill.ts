/**
 * UFFDIO_COPY and UFFDIO_ZEROPAGE: the pages that a fault waits for. They stop at the first page that they cannot give, and
 * tell how far they came. mm/userfaultfd.c: mfill_atomic
 */
import type { SpaceEdit } from '../../memory/address-space';
import { pageRange } from '../../memory/page';
import { isPresent } from '../../memory/page-run';
import { has, VmFlag } from '../../memory/vma';
import { FILL_MODE } from '../abi/userfault-flags';
import type { Before, Check, Verdict } from '../check';
import type { Observed } from '../observed';
import { reachOf } from '../user-memory';
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
import type { UserfaultCall } from './call';
import { rangeOf } from './request-checks';

const source = seen('mm/userfaultfd.c: mfill_atomic');
const manualPage = read('ioctl_userfaultfd(2)', 'man-pages 6.20');

const fills = ({ request }: UserfaultCall): boolean => request === 'COPY' || request === 'ZEROPAGE';

export const fillChecks: readonly Check<UserfaultCall>[] = [
  {
    id: 'userfault.unknown-fill-mode',
    errno: 'EINVAL',
    sources: [seen('fs/userfaultfd.c: userfaultfd_copy'), manualPage],
    demand: 'the mode has the flags of the request only',
    test: (call) =>
      fills(call)
        ? withArguments([call.mode], (bits) => {
            const known = call.request === 'COPY' ? FILL_MODE.DONTWAKE | FILL_MODE.WP : FILL_MODE.DONTWAKE;
            return demand((bits & ~BigInt(known)) === 0n, argumentFact('mode', call.mode));
          })
        : NOT_REACHED,
  },
  {
    id: 'userfault.not-registered',
    errno: 'ENOENT',
    sources: [source, manualPage],
    demand: 'the range lies in one mapping that is registered',
    test: (call, before) => {
      const range = fills(call) ? rangeOf(call, before) : undefined;
      if (range === undefined) return NOT_REACHED;
      const { space } = before;
      const vma = space.vmaAt(range.start);
      if (vma === undefined) {
        const fact = rangeFact('hole', pageRange(range.start, range.start + 1), space.stateAt(range.start));
        return space.stateAt(range.start) === 'free' ? fails(fact) : cannotTell('unknown-memory', fact);
      }
      if (vma.certainty === 'inferred') return likelyPasses('unknown-memory', vmaFact('vma', vma));
      // What MREMAP_DONTUNMAP left behind beside its copy is registered no more where the two are one, which is not sure.
      if (!has(vma, VmFlag.userfault) && vma.doubtfulBorders !== undefined)
        return cannotTell('unknown-merge', vmaFact('vma', vma));
      return demand(has(vma, VmFlag.userfault) && vma.end >= range.end, vmaFact('vma', vma));
    },
  },
  {
    id: 'userfault.page-present',
    errno: 'EEXIST',
    sources: [source, manualPage],
    demand: 'no page is there yet',
    test: (call, before) => {
      const range = fills(call) ? rangeOf(call, before) : undefined;
      if (range === undefined) return NOT_REACHED;
      const first = pageRange(range.start, range.start + 1);
      const run = before.space.pagesIn(first)[0];
      if (run !== undefined && isPresent(run.kind)) return fails(rangeFact('range', first, 'mapped'));
      return likelyPasses('no-trace', rangeFact('range', first, 'mapped'));
    },
  },
  {
    id: 'userfault.source-unreadable',
    errno: 'EFAULT',
    sources: [source, manualPage],
    demand: 'UFFDIO_COPY copies from readable memory',
    test: (call, before) => (call.request === 'COPY' ? readable(call, before) : NOT_REACHED),
  },
];

/** How far a copy comes is its answer: only the first page decides whether it fails. */
function readable({ source: from }: UserfaultCall, before: Before): Verdict {
  return withArguments([from], (start) => {
    const { end } = reachOf(before, start, 1n, 'copied-from');
    if (end === undefined) return passes(argumentFact('src', from));
    return end.usable === 'no' ? fails(end.fact) : likelyPasses('unknown-memory', end.fact);
  });
}

/** A copy gives private memory pages of its own. */
export function applyFill(call: UserfaultCall, observed: Observed, before: Before, edit: SpaceEdit): void {
  const range = rangeOf(call, before);
  if (range === undefined || observed.kind !== 'success') return;
  edit.touch(range);
  edit.pages.present(range, call.request === 'COPY' ? 'written' : 'read');
}
