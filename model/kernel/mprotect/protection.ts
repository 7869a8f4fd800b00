/**
 * What mprotect makes of a piece of a VMA. mm/mprotect.c: mprotect_fixup
 */
import { copyOfVma } from '../../memory/copies';
import { extraOf, withExtra } from '../../memory/extra';
import { has, isAnonymous, Prot, VmFlag, type Vma } from '../../memory/vma';
import { keysOf } from '../../process/key-allocation';
import { READ_IMPLIES_EXEC } from '../abi/memory-flags';
import { PROT } from '../abi/mmap-flags';
import type { Before } from '../check';
import type { MprotectCall } from '../mapping-call';
import { keysBefore } from '../pkey/allocation';
import { kernelVersion } from '../versions';

const ACCESS = PROT.READ | PROT.WRITE | PROT.EXEC;

/** The protection that a piece gets: PROT_READ implies PROT_EXEC for tasks with that personality. */
export function newProtection(call: MprotectCall, vma: Vma, before: Before): Prot {
  const asked = (call.prot.value ?? 0) & ACCESS;
  const implied =
    ((before.task.personality ?? 0) & READ_IMPLIES_EXEC) !== 0 &&
    (asked & PROT.READ) !== 0 &&
    has(vma, VmFlag.mayExec);
  return implied ? asked | PROT.EXEC : asked;
}

/**
 * The piece with its new protection; the same piece where nothing changes. Memory that becomes private and writable is
 * charged to the commit limit from then on; anonymous memory that was never touched gives that back when it becomes
 * read-only (since 6.7). mm/mprotect.c: mprotect_fixup
 */
export function withProtection(piece: Vma, call: MprotectCall, before: Before): Vma {
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
  next.origin = { mapped, protected: call.event.index, locked, moved };
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
