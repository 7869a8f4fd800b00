/**
 * The Locked Memory view: VmLck with its limit, what the call about to happen asks for on top, and the calls that the total
 * goes back to.
 */
import type { AddressSpace } from '../../model/memory/address-space';
import { lengthOf } from '../../model/memory/page';
import type { Position } from '../../model/timeline/timeline';
import type { EventIndex } from '../../model/trace/positions';
import { defaultMemlock } from '../../model/kernel/limits';
import type { LockBound, LockBounds } from '../../model/process/privileges';
import { EventKind } from '../../model/trace/event-table';
import { lockedTotal, type LockedPart } from '../../model/why/blame/locked-total';
import type { LineLink } from '../protocol/row';
import type { LockedBody, LockedRow } from '../protocol/locked';
import type { Replay } from '../replay';
import { lockDemand } from './lock-demand';
import { MOST_LOCKED, lockedVmas } from './locked-items';
import type { Standing } from './standing';
import { hex, kilobytes, vmaRow, type Link } from './vma-row';

/** VMAs that are looked at closely. */
const FEW = 8;

/** `after`: the space behind the event; `event`: the call of the task that is shown. */
export function lockedBody(
  { timeline }: Pick<Replay, 'timeline'>,
  position: Position,
  event: EventIndex | undefined,
  { space, task, process }: Standing,
  after: AddressSpace | undefined,
  link: Link,
): LockedBody {
  const limit = process?.limits.get('MEMLOCK');
  const privilege = task?.privileges.capabilities.get('CAP_IPC_LOCK');
  const kb = (of: AddressSpace | undefined): number | null =>
    of?.locked === undefined ? null : kilobytes(of.locked);
  const linkOf = (at: EventIndex | undefined): LineLink | null => (at === undefined ? null : link(at));
  const total = space && lockedTotal(timeline, space, position, mostSharedOut(space));
  const parts = total?.parts ?? [];
  return {
    hasSpace: (space ?? after) !== undefined,
    lockedKb: kb(space),
    afterKb: kb(after),
    demand:
      event === undefined || space === undefined
        ? null
        : (lockDemand(
            timeline.judge(event),
            timeline.memoryCallAt(event),
            space,
            timeline.machine.pageSize,
          ) ?? null),
    limit: limit === undefined ? null : String(limit.soft),
    limitAt: linkOf(limit?.at),
    limitBounds: limit === undefined ? boundsBody(task?.privileges.lockBounds, link) : null,
    usualLimitKb: kilobytes(defaultMemlock(timeline)),
    pageBytes: Number(timeline.machine.pageSize),
    privileged: privilege?.has ?? 'unknown',
    privilegedAt:
      privilege?.because === undefined || privilege.how === 'unknown'
        ? null
        : { ...link(privilege.because), how: privilege.how },
    future: space?.futureLock ?? 'unknown',
    futureAt: linkOf(space?.futureLockSetAt),
    call: event === undefined ? null : callAt(timeline, event),
    rows: space ? parts.slice(0, MOST_LOCKED).flatMap((part) => lockedRow(part, space, link) ?? []) : [],
    rowsLeftOut: Math.max(0, parts.length - MOST_LOCKED),
    surplusKb: kilobytes(total?.surplus ?? 0),
  };
}

function boundsBody(bounds: LockBounds | undefined, link: Link): LockedBody['limitBounds'] {
  if (bounds === undefined) return null;
  const body = (bound: LockBound | undefined): (LineLink & { readonly kb: number }) | null =>
    bound === undefined ? null : { ...link(bound.at), kb: kilobytes(bound.pages) };
  return { allowed: body(bounds.allowed), refused: body(bounds.refused) };
}

function callAt({ recording: { events } }: Replay['timeline'], event: EventIndex): LockedBody['call'] {
  if (events.kind(event) !== EventKind.call) return null;
  return { name: events.name(event), errno: events.errno(event) || null };
}

/**
 * The views ask at every step. Where a program locks page by page, each VMA goes back to one call anyway, and looking for more
 * of them takes seconds.
 */
const mostSharedOut = (space: AddressSpace): number => {
  const locked = lockedVmas(space).length;
  return locked <= FEW ? locked : 0;
};

/** The stretch of a VMA that one call locked, as a row by itself. */
function lockedRow({ range, by }: LockedPart, space: AddressSpace, link: Link): LockedRow | undefined {
  const vma = space.vmaAt(range.start);
  if (vma === undefined) return undefined;
  const row = vmaRow(vma, space, link);
  const offset = row.file === null ? row.offset : shifted(row.offset, range.start - vma.start);
  return {
    ...row,
    start: hex(range.start),
    end: hex(range.end),
    sizeKb: kilobytes(lengthOf(range)),
    offset,
    lockedAt: by === undefined ? null : link(by.event),
    how: by?.how ?? null,
  };
}

const shifted = (offset: string, pages: number): string =>
  `0x${(BigInt(offset) + (BigInt(pages) << 12n)).toString(16)}`;
