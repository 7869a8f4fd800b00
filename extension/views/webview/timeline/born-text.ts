/** Whose child or thread a task is, and from which line of the log, in words. */
import type { SeriesLane } from '../../../../debug-adapter/protocol/panel';
import type { ViewStrings } from '../../words';
import { wholeNumber } from '../format';

/** undefined: the log does not tell, or its maker has no lane. */
export function bornText(
  { made, isLeader }: SeriesLane,
  names: ReadonlyMap<number, string>,
  s: ViewStrings,
): string | undefined {
  const maker = made === null ? undefined : names.get(made.by);
  if (made === null || maker === undefined) return undefined;
  const place = `${s.line} ${wholeNumber(made.line, s.language)}`;
  return (isLeader ? s.childOf : s.threadOf).replace(/\{(\d)\}/g, (_all, i) => (i === '0' ? maker : place));
}
