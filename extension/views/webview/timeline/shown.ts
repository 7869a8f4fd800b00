/** What all parts of the drawing are drawn from. */
import type { SeriesBody } from '../../../../debug-adapter/protocol/panel';
import type { TimelineScale } from '../../../../picture/timeline/scale';
import { secondsText, wallText } from '../../../../picture/timeline/ticks';
import type { ViewStrings } from '../../words';
import { wholeNumber } from '../format';

export interface Shown {
  readonly series: SeriesBody;
  readonly scale: TimelineScale;
  /** Of what lies right of the names, in CSS pixels. */
  readonly width: number;
  readonly strings: ViewStrings;
}

/** 'line 25', 'line ~25' where it may be a few off, or 'event 25' where lines are of several files. `exact`: its line. */
export function placeText(
  { scale, strings }: Pick<Shown, 'scale' | 'strings'>,
  position: number,
  exact?: number,
): string {
  const near = scale.lineOf(position);
  const line = near === null ? null : (exact ?? near);
  const about = near !== null && exact === undefined && scale.isCoarse ? '~' : '';
  return `${line === null ? strings.eventWord : strings.line} ${about}${wholeNumber(line ?? position, strings.language)}`;
}

/** The log has times, or differences that make times. */
export const hasTimes = ({ instants }: SeriesBody): boolean => instants.seconds !== null;

/** They are sums of the differences of -r, a little less than the time that has passed. */
export const hasSums = (series: SeriesBody): boolean => hasTimes(series) && series.clock === null;

/** Since the recording's first stamp, '+1.25 ms'; '' where the log has no times. `isLong`: with what the clock showed. */
export function timeText({ scale, series, strings }: Shown, position: number, isLong = false): string {
  const seconds = scale.secondsOf(position);
  if (seconds === null) return '';
  const since = `${hasSums(series) ? '~' : ''}+${secondsText(seconds, seconds < 1 ? 1e-6 : seconds < 60 ? 1e-3 : 1, strings.language)}`;
  return isLong && series.clock !== null ? `${since} (${wallText(series.clock, seconds)})` : since;
}
