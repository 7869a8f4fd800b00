/**
 * mprotect(2) and pkey_mprotect(2): set the protection of every page in a range. It replaces the old protection.
 */
import type { SpaceEdit } from '../../memory/address-space';
import { pageRange, within, type PageRange } from '../../memory/page';
import { has, Prot, VmFlag, type Vma } from '../../memory/vma';
import type { Before } from '../check';
import type { MprotectCall } from '../mapping-call';
import type { SyscallRule } from '../syscall-rule';
import { fillsAtOnce } from '../new-pages';
import { mprotectChecks } from './checks';
import { withProtection } from './protection';
import { walk, type ProtectWalk, type WalkStop } from './walk';

const ERRNO: Readonly<Record<WalkStop, string>> = {
  hole: 'ENOMEM',
  unknown: 'ENOMEM',
  'not-growing-down': 'EINVAL',
  'not-permitted': 'EACCES',
  'execute-gained': 'EACCES',
  sealed: 'EPERM',
  'over-data-limit': 'ENOMEM',
  'map-limit': 'ENOMEM',
  indivisible: 'EINVAL',
};

/** VMA by VMA: what one of them is lent when it is written to hangs on what those behind it are still like. */
function change(range: PageRange, call: MprotectCall, before: Before, edit: SpaceEdit): void {
  const modify = (part: PageRange): void => {
    edit.modify(part, (piece) => withProtection(piece, call, before));
  };
  let done = range.start;
  if (((call.prot.value ?? 0) & Prot.write) !== 0)
    for (const vma of before.space.vmasIn(range)) {
      if (!filledByWriting(vma)) continue;
      const part = within(vma, range);
      modify(pageRange(done, part.end));
      edit.touch(part);
      if (!has(vma, VmFlag.mayShare)) edit.pages.present(part, 'attempted');
      done = part.end;
    }
  if (done < range.end) modify(pageRange(done, range.end));
}

/** A locked private mapping that becomes writable is written to at once, page by page, to have its copies. */
const filledByWriting = (vma: Vma): boolean => ((vma.prot ?? 0) & Prot.write) === 0 && fillsAtOnce(vma);

/** What a failing call changed: everything below the piece that stopped it. */
function applyFailure(
  walked: ProtectWalk,
  errno: string,
  call: MprotectCall,
  before: Before,
  edit: SpaceEdit,
): void {
  const { stop, range } = walked;
  if (stop === undefined || ERRNO[stop.reason] !== errno) return;
  change(pageRange(range.start, stop.at.start), call, before, edit);
  if (stop.split !== undefined) edit.splitAt(stop.split);
  // Nothing else can have refused a single page, and what lies below it is known.
  if (stop.reason === 'unknown' && stop.at.end - stop.at.start === 1 && stop.at.end === range.end)
    edit.inferFree(stop.at);
}

const ruleFor = (call: MprotectCall['call']): SyscallRule<MprotectCall> => ({
  call,
  checks: mprotectChecks,
  apply(request, observed, before, edit) {
    const walked = walk(request, before);
    if (walked === undefined || observed.kind === 'none') return;
    if (observed.kind === 'error') {
      const refusedEarly = mprotectChecks
        .slice(0, EARLY_CHECKS)
        .some((check) => check.errno === observed.errno && check.test(request, before).answer === 'fails');
      if (!refusedEarly) applyFailure(walked, observed.errno, request, before, edit);
      return;
    }
    edit.infer(walked.range, { prot: (request.prot.value ?? 0) & (Prot.read | Prot.write | Prot.exec) });
    change(walked.range, request, before, edit);
  },
  successValue: () => 0n,
});

/** Those that run before any VMA is looked at. */
const EARLY_CHECKS = mprotectChecks.findIndex((check) => check.id === 'mprotect.not-a-stack');

export const mprotectRule = ruleFor('mprotect');
export const pkeyMprotectRule = ruleFor('pkey_mprotect');
