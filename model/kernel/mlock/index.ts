/**
 * mlock(2), mlock2(2), munlock(2): keep the pages of a range in memory, or let them go. Counted by VMA in VmLck, whether
 * or not the pages are there.
 */
import { pageRange } from '../../memory/page';
import type { SpaceEdit } from '../../memory/address-space';
import type { Before, Check } from '../check';
import type { MlockCall } from '../mapping-call';
import type { SyscallRule } from '../syscall-rule';
import { firstUnpopulated, mlockChecks, munlockChecks } from './checks';
import { leaveInDoubt, limitOutcome } from './doubt';
import { lockStateOf, relock, walk, type LockWalk } from './walk';

/** Writable private memory is written to when it is made present. */
function populate(call: MlockCall, { range }: LockWalk, edit: SpaceEdit): void {
  if (lockStateOf(call) !== 'locked') return;
  edit.touch(range);
  edit.pages.present(range, 'populated');
}

/**
 * A failing call: refused by a limit it changed nothing; at a hole it changed what lies below; and where it could not
 * make a page present, all of the range is locked and counted.
 */
function applyFailure(call: MlockCall, errno: string, before: Before, edit: SpaceEdit): void {
  const walked = walk(call, before);
  if (walked === undefined || (errno !== 'ENOMEM' && errno !== 'EAGAIN')) return;
  const state = lockStateOf(call);
  const { event } = call;
  if (errno === 'EAGAIN') {
    if (state === 'locked') relock(walked.range, state, event.index, edit);
    return;
  }
  const limit = limitOutcome(call, before);
  if (limit === 'refused') return;
  if (limit === 'open') {
    leaveInDoubt(call, walked, edit);
    return;
  }
  const { stop, range } = walked;
  if (stop === undefined) {
    relock(range, state, event.index, edit);
    const failing = state === 'locked' ? firstUnpopulated(range, before) : undefined;
    if (failing !== undefined) edit.touch(pageRange(range.start, Math.min(range.end, failing.end)));
    return;
  }
  relock(pageRange(range.start, stop.at.start), state, event.index, edit);
  if (stop.split !== undefined) edit.splitAt(stop.split);
  // munlock has no other reason than a hole. (mlock may have locked a page that it then could not make present.)
  if (
    call.call === 'munlock' &&
    stop.reason === 'unknown' &&
    stop.at.end === range.end &&
    stop.at.end - stop.at.start === 1
  )
    edit.inferFree(stop.at);
  else if (stop.reason === 'unknown')
    leaveInDoubt(call, { range: pageRange(stop.at.start, range.end), stop }, edit);
}

const ruleFor = (name: MlockCall['call'], checks: readonly Check<MlockCall>[]): SyscallRule<MlockCall> => ({
  call: name,
  checks,
  apply(call, observed, before, edit) {
    if (observed.kind === 'error') applyFailure(call, observed.errno, before, edit);
    if (observed.kind !== 'success') return;
    const walked = walk(call, before);
    if (walked === undefined) return;
    edit.infer(walked.range, {});
    relock(walked.range, lockStateOf(call), call.event.index, edit);
    populate(call, walked, edit);
  },
  successValue: () => 0n,
});

export const mlockRule = ruleFor('mlock', mlockChecks);
export const mlock2Rule = ruleFor('mlock2', mlockChecks);
export const munlockRule = ruleFor('munlock', munlockChecks);
