/** The course in one line: the most that was locked, and what was refused. */
import type { LockChange, SeriesBody, SeriesMark } from '../../../../debug-adapter/protocol/panel';
import type { ViewStrings } from '../../words';
import { el } from '../dom';
import { filled, sizeOf, wholeNumber } from '../format';
import { lineLink } from '../host';

export interface Peak {
  readonly event: number;
  readonly line: number;
  readonly kb: number;
}

export function peakOf({ events, lines, lockedKb }: SeriesBody): Peak | undefined {
  let peak: Peak | undefined;
  for (const [i, event] of events.entries()) {
    const kb = lockedKb[i] ?? 0;
    if (kb > (peak?.kb ?? 0)) peak = { event, line: lines[i] ?? 0, kb };
  }
  return peak;
}

export function summary(
  peak: Peak | undefined,
  changes: readonly LockChange[],
  failed: readonly SeriesMark[],
  none: string,
  s: ViewStrings,
): HTMLElement {
  const count = failed.reduce((sum, mark) => sum + mark.count, 0);
  const [first] = failed;
  const at = changes.find(({ event }) => event === peak?.event)?.by ?? peak;
  return el(
    'p',
    { class: 'note' },
    ...(peak === undefined || at === undefined
      ? [none]
      : [`${filled(s.atMost, sizeOf(peak.kb, s.language))} · `, lineLink(`${s.line} ${at.line}`, at)]),
    ...(first === undefined
      ? []
      : [
          ` · ✗ ${filled(s.refusedCalls, wholeNumber(count, s.language))} `,
          lineLink(`${s.line} ${first.line}`, first),
        ]),
  );
}
