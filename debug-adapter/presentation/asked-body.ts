/** What an event asks of the address space, as the wire has it. */
import { askedAt } from '../../model/why/asked/asked';
import type { Asked } from '../../model/why/asked/asked-range';
import { addressOf } from '../../model/memory/page';
import type { Timeline } from '../../model/timeline/timeline';
import type { EventIndex } from '../../model/trace/positions';
import { textOf } from '../../model/why/message';
import { hexOf } from '../../model/why/sizes';
import type { Language } from '../../model/why/words/language';
import type { AskedBody } from '../../picture/asked';
import { roleInWords, troubleInWords } from './asked-words';

/** Brackets that a person tells apart. */
const MOST = 16;

export function askedBody(
  timeline: Timeline,
  event: EventIndex | undefined,
  language: Language,
): AskedBody | null {
  const asked = event === undefined ? undefined : askedAt(timeline, event);
  return asked === undefined ? null : bodyOf(asked, language);
}

const bodyOf = ({ outcome, error, ranges, troubles }: Asked, language: Language): AskedBody => ({
  outcome,
  error,
  ranges: ranges.slice(0, MOST).map(({ role, pages: { start, end }, address }) => ({
    role,
    said: textOf(roleInWords(role), language),
    start,
    end,
    ...oddAddress(address, addressOf(start)),
  })),
  troubles: troubles.slice(0, MOST).map((trouble) => ({
    what: trouble.what,
    said: textOf(troubleInWords(trouble), language),
    start: trouble.pages.start,
    end: trouble.pages.end,
    ...oddAddress(trouble.address, addressOf(trouble.pages.start)),
  })),
});

const oddAddress = (address: bigint | undefined, page: bigint): { readonly address?: string } =>
  address === undefined || address === page ? {} : { address: hexOf(address) };
