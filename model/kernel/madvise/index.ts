/**
 * madvise(2): advice on how a range will be used. Some kinds change flags of the VMAs, some their pages only.
 */
import type { SpaceEdit } from '../../memory/address-space';
import { pageRange, type PageRange } from '../../memory/page';
import { has, VmFlag } from '../../memory/vma';
import { MADV } from '../abi/memory-flags';
import type { Before } from '../check';
import type { MadviseCall } from '../mapping-call';
import type { SyscallRule } from '../syscall-rule';
import { advised, poisons, populates } from './advice';
import { madviseChecks } from './checks';
import { advisePages } from './pages';
import { ADVICE_ERRNO } from './refusals';
import { endsAtHole, walk, type AdviceWalk } from './walk';

/** What was advised when the call failed; undefined where nobody can say how far it came. */
function doneBefore(
  { range, hole, stop, doubt }: AdviceWalk,
  errno: string,
  advice: number,
  before: Before,
): PageRange | undefined {
  const pageByPage = populates(advice) || poisons(advice);
  if (pageByPage && doubt !== undefined) return undefined;
  if (stop !== undefined) {
    const refused = stop.reason === 'map-limit' ? ['ENOMEM', 'EAGAIN'] : [ADVICE_ERRNO[stop.reason]];
    if (refused.includes(errno)) return pageRange(range.start, stop.at.start);
  }
  if (errno !== 'ENOMEM') return undefined;
  if (endsAtHole(advice, before)) return hole === undefined ? undefined : pageRange(range.start, hole.start);
  return range;
}

function advise(advice: number, done: PageRange, edit: SpaceEdit): void {
  if (advice === MADV.POPULATE_WRITE) edit.touch(done);
  if (advice === MADV.GUARD_INSTALL) {
    edit.touch(done, 'guard');
    edit.mark(done, (vma) =>
      has(vma, VmFlag.maybeGuard) ? vma : { ...vma, flags: vma.flags | VmFlag.maybeGuard },
    );
  }
  edit.modify(done, advised(advice));
  advisePages(advice, done, true, edit);
}

export const madviseRule: SyscallRule<MadviseCall> = {
  call: 'madvise',
  checks: madviseChecks,
  apply(call, observed, before, edit) {
    const walked = walk(call, before);
    if (walked === undefined || observed.kind === 'none') return;
    const advice = call.advice.value ?? 0;
    if (observed.kind === 'success') {
      edit.infer(walked.range, {});
      advise(advice, walked.range, edit);
      return;
    }
    const done = doneBefore(walked, observed.errno, advice, before);
    if (done === undefined) return;
    advise(advice, done, edit);
    // The fault that fails gives a private mapping its anon_vma all the same. mm/memory.c: vmf_anon_prepare
    if (advice === MADV.POPULATE_WRITE && walked.stop?.reason === 'not-populated')
      edit.touch(pageRange(walked.stop.at.start, walked.stop.at.start + 1));
    if (walked.stop?.split !== undefined && done.end === walked.stop.at.start)
      edit.splitAt(walked.stop.split);
  },
  successValue: () => 0n,
};
