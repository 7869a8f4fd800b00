/**
 * Data breakpoints: stop where pages of a range are mapped, unmapped, moved, protected or locked. The change log knows
 * all such events of a recording, so they are found once, and are the same both ways.
 */
import type { SpaceId } from '../../model/memory/address-space';
import { pageOf, pageRange } from '../../model/memory/page';
import type { PageRange } from '../../model/memory/page';
import type { EventIndex } from '../../model/trace/positions';
import type { Replay } from '../replay';
import { hex } from '../presentation/vma-row';
import { tell } from '../words/tell';
import type { Target } from './breakpoint';

export interface WatchedPages {
  readonly space: SpaceId;
  readonly range: PageRange;
}

/** `space:start-end`: an id for one recording only, for addresses mean nothing in another. */
export const dataIdOf = ({ space, range }: WatchedPages): string =>
  `${space}:${hex(range.start)}-${hex(range.end)}`;

function pagesOfId(dataId: string): WatchedPages | undefined {
  const match = /^(\d{1,9}):(0x[0-9a-f]{1,17})-(0x[0-9a-f]{1,17})$/.exec(dataId);
  const [, space, start, end] = match ?? [];
  if (space === undefined || start === undefined || end === undefined) return undefined;
  return {
    space: Number(space) as SpaceId,
    range: pageRange(Number(BigInt(start) >> 12n), Number(BigInt(end) >> 12n)),
  };
}

/** The pages that hold `bytes` bytes from an address. */
export const pagesAt = (address: bigint, bytes: bigint): PageRange =>
  pageRange(pageOf(address), pageOf(address + (bytes > 0n ? bytes : 1n) - 1n) + 1);

export function findTouches(replay: Replay, dataId: string): Target {
  const watched = pagesOfId(dataId);
  if (!watched) return { problem: tell('breakpoint.no-range', { id: dataId }) };
  const touched = new Set<EventIndex>();
  for (const { event } of replay.timeline.touching(watched.space, watched.range, replay.end))
    touched.add(event);
  if (touched.size === 0) return { problem: tell('breakpoint.untouched') };
  return { rows: (event) => touched.has(event), note: tell('breakpoint.touched', { count: touched.size }) };
}
