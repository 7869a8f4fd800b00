/** The total against its limit, as a bar. The sums stand below it in numbers. */
import type { ViewStrings } from '../../words';
import { el } from '../dom';
import { sizeOf } from '../format';
import type { Sums } from './sums';

export function gauge({ parts, limitKb, scaleKb }: Sums, heldKb: number, s: ViewStrings): HTMLElement {
  const share = (kb: number): string => `${(kb / scaleKb) * 100}%`;
  const bar = el('div', { class: 'bar' });
  for (const { kind, from, to } of parts) {
    const part = el('span', { class: `part ${kind}` });
    part.style.insetInlineStart = share(from);
    part.style.inlineSize = share(to - from);
    bar.append(part);
  }
  const said = [sizeOf(heldKb, s.language), ...(limitKb === null ? [] : [sizeOf(limitKb, s.language)])];
  const meter = el(
    'div',
    {
      class: 'gauge',
      role: 'meter',
      'aria-label': s.lockedCurve,
      'aria-valuemin': '0',
      'aria-valuemax': String(scaleKb),
      'aria-valuenow': String(heldKb),
      'aria-valuetext': said.join(' / '),
    },
    bar,
  );
  if (limitKb !== null) meter.append(limitMark(limitKb, limitKb / scaleKb, s));
  return meter;
}

/** A line across the bar with its size below, on the side where there is room for it. */
function limitMark(kb: number, share: number, s: ViewStrings): HTMLElement {
  const mark = el('span', { class: `limit ${share > 0.5 ? 'late' : 'early'}` }, sizeOf(kb, s.language));
  mark.style.insetInlineStart = `${share * 100}%`;
  return mark;
}
