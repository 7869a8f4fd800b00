/**
 * mprotect(2) and pkey_mprotect(2): set the protection of every page in a range. It replaces the old protection.
 */
import type { EventIndex } from '../../trace/positions';
import type { SpaceEdit } from '../../memory/address-space';
import { copyOfVma } from '../../memory/copies';
import { extraOf, withExtra } from '../../memory/extra';
import { pageRange, within, type PageRange } from '../../memory/page';
import { has, isAnonymous, Prot, VmFlag, type Vma } from '../../memory/vma';
import { keysOf } from '../../process/protection-keys';
import type { Before } from '../check';
import type { MprotectCall } from '../memory-call';
import { keysBefore } from '../pkey/allocation';
import type { SyscallRule } from '../syscall-rule';
import { fillsAtOnce } from '../new-pages';
import { kernelVersion } from '../versions';
import { mprotectChecks } from './checks';
import { newProtection, walk, type ProtectWalk, type WalkStop } from './walk';

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

/**
 * The piece with its new protection; the same piece where nothing changes. Memory that becomes private and writable is
 * charged to the commit limit from then on; anonymous memory that was never touched gives that back when it becomes
 * read-only (since 6.7). mm/mprotect.c: mprotect_fixup
 */
function changed(piece: Vma, call: MprotectCall, before: Before, event: EventIndex): Vma {
  const prot = newProtection(call, piece, before);
  const extra = keyed(piece, prot, call, before);
  if (piece.prot === prot && extra === piece.extra) return piece;
  let { flags } = piece;
  const uncharged = VmFlag.account | VmFlag.shared | VmFlag.noReserve | VmFlag.hugeTlb;
  if ((prot & Prot.write) !== 0) {
    if (!has(piece, uncharged) && piece.certainty === 'exact') flags |= VmFlag.account;
  } else if (
    has(piece, VmFlag.account) &&
    isAnonymous(piece) &&
    piece.shownAnonVma === undefined &&
    before.machine.kernel >= kernelVersion(6, 7)
  ) {
    flags &= ~VmFlag.account;
  }
  const { mapped, locked, moved } = piece.origin;
  const next = copyOfVma(piece);
  next.prot = prot;
  next.flags = flags;
  next.extra = extra;
  next.origin = { mapped, protected: event, locked, moved };
  return next;
}

/**
 * A protection key keeps neighbours apart; 0 is what memory has by itself, but for memory that is only executed, which has the
 * kernel's own. Key -1 of pkey_mprotect is mprotect. arch/x86/mm/pkeys.c: __arch_override_mprotect_pkey
 */
function keyed(piece: Vma, prot: Prot, call: MprotectCall, before: Before): string | undefined {
  const key = call.pkey.value;
  const mayHaveOwn = prot === Prot.exec && keysOf(before.task.architecture) === 16;
  if (call.call !== 'mprotect' && key !== undefined && key >= 0)
    return withExtra(piece.extra, 'pkey', key === 0 && !mayHaveOwn ? undefined : String(key));
  const takesOwn = mayHaveOwn && keysBefore(before)?.support === 'hardware';
  const had = extraOf(piece, 'pkey');
  return had !== undefined && (takesOwn || (had === '0' && !mayHaveOwn))
    ? withExtra(piece.extra, 'pkey', undefined)
    : piece.extra;
}

/** VMA by VMA: what one of them is lent when it is written to hangs on what those behind it are still like. */
function change(range: PageRange, call: MprotectCall, before: Before, edit: SpaceEdit): void {
  const modify = (part: PageRange): void => {
    edit.modify(part, (piece) => changed(piece, call, before, call.event.index));
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
