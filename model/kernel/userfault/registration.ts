/**
 * What UFFDIO_REGISTER and UFFDIO_UNREGISTER make of the mappings in their range. fs/userfaultfd.c: userfaultfd_register,
 * userfaultfd_unregister
 */
import type { SpaceEdit } from '../../memory/address-space';
import { copyOfVma } from '../../memory/copies';
import { extraOf, withExtra } from '../../memory/extra';
import type { PageNumber, PageRange } from '../../memory/page';
import { VmFlag, type Vma } from '../../memory/vma';
import { unregistered, UserfaultState } from '../../process/userfault';
import type { Before } from '../check';
import { kernelVersion } from '../versions';
import type { UserfaultCall } from './call';
import { fileOf, rangeOf } from './request-checks';

export function applyRegistration(call: UserfaultCall, before: Before, edit: SpaceEdit): void {
  const range = rangeOf(call, before);
  if (range === undefined) return;
  const next = call.request === 'UNREGISTER' ? unregistered : registrationOf(call, before);
  const apart = before.machine.kernel < kernelVersion(6, 4) ? borderThatStays(range, next, edit) : undefined;
  edit.modify(range, next);
  if (apart !== undefined) edit.splitAt(apart);
}

function registrationOf(call: UserfaultCall, before: Before): (piece: Vma) => Vma {
  const file = fileOf(call, before);
  const description = file?.description ?? -1 - call.event.index;
  const forks = ((file?.userfault ?? 0) & UserfaultState.followsFork) !== 0 ? ':fork' : '';
  const moves = ((file?.userfault ?? 0) & UserfaultState.followsMove) !== 0 ? ':move' : '';
  const modes = Number(call.mode.value ?? 0n);
  return (piece) => {
    const registered = extraOf(piece, 'userfault')?.split(':');
    // Registered for that already, and perhaps for more: it stays so.
    if (Number(registered?.[0] ?? NaN) === description && (Number(registered?.[1]) & modes) === modes)
      return piece;
    const next = copyOfVma(piece);
    next.flags |= VmFlag.userfault;
    next.extra = withExtra(piece.extra, 'userfault', `${description}:${modes}${forks}${moves}`);
    return next;
  };
}

/**
 * Until 6.3 a piece from the middle of a VMA was compared with what lies above it by the offset of the VMA's start: the two
 * never became one, unless what lies above is changed by the same call and so compared with the piece in its turn.
 *
 *     to 6.3     | -  [ -  )  um |  ->  | -  | um | um |        from 6.4     | -  |   um    |
 *
 * fs/userfaultfd.c: userfaultfd_register, userfaultfd_unregister; measured on 6.1
 */
function borderThatStays(
  range: PageRange,
  next: (piece: Vma) => Vma,
  { now }: SpaceEdit,
): PageNumber | undefined {
  const cut = now.vmaAt(range.start);
  if (cut === undefined || cut.start === range.start || cut.end > range.end || next(cut) === cut)
    return undefined;
  const above = now.vmaAt(cut.end);
  if (above === undefined) return undefined;
  return cut.end === range.end || next(above) === above ? cut.end : undefined;
}
