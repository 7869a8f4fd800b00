/** What an event asks of the address space, as the wire has it. */
import { askedAt, type Asked } from '../../model/why/asked/asked';
import { addressOf } from '../../model/memory/page';
import type { Timeline } from '../../model/timeline/timeline';
import type { EventIndex } from '../../model/trace/positions';
import type { AskedBody } from '../../picture/asked';

/** Brackets that a person tells apart. */
const MOST = 16;

export function askedBody(timeline: Timeline, event: EventIndex | undefined): AskedBody | null {
  const asked = event === undefined ? undefined : askedAt(timeline, event);
  return asked === undefined ? null : bodyOf(asked);
}

const bodyOf = ({ outcome, error, ranges, troubles }: Asked): AskedBody => ({
  outcome,
  error,
  ranges: ranges.slice(0, MOST).map(({ role, pages: { start, end }, address }) => ({
    role,
    start,
    end,
    ...oddAddress(address, addressOf(start)),
  })),
  troubles: troubles.slice(0, MOST).map(({ what, pages: { start, end }, address, missing }) => ({
    what,
    start,
    end,
    ...(address === undefined ? {} : oddAddress(address, addressOf(start))),
    ...(missing === undefined ? {} : { missing }),
  })),
});

const oddAddress = (address: bigint, page: bigint): { readonly address?: string } =>
  address === page ? {} : { address: `0x${address.toString(16)}` };
