/** A change of the course in words. */
import { shownText } from '../../../../picture/shown-text';
import type { ViewStrings } from '../../words';
import { sizeOf } from '../format';
import type { Step } from './course-shape';

const size = (kb: number | null, s: ViewStrings): string =>
  kb === null ? s.cannotTell : sizeOf(kb, s.language);
const limit = (kb: number | null, s: ViewStrings): string => (kb === null ? '–' : sizeOf(kb, s.language));

/** 'mlock: 0 KiB → 32 KiB', 'prlimit64: limit 64 KiB → 16 KiB'. */
export function stepWords({ change, before }: Step, s: ViewStrings): string {
  const { by, lockedKb, limitKb } = change;
  const parts = [
    ...(before === null
      ? [size(lockedKb, s)]
      : before.lockedKb === lockedKb
        ? []
        : [`${size(before.lockedKb, s)} → ${size(lockedKb, s)}`]),
    ...((before?.limitKb ?? null) === limitKb
      ? []
      : [`${s.limitWord} ${before === null ? '' : `${limit(before.limitKb, s)} → `}${limit(limitKb, s)}`]),
  ];
  const said = parts.join(', ');
  if (by === null) return before === null ? `${s.fromBeginning}: ${said}` : said;
  return by.how === 'did' && by.what !== '' ? `${shownText(by.what)}: ${said}` : said;
}
