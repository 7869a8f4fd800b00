/** The total against its limit, as a bar with its numbers on it. The sum stands below it, line by line. */
import type { ViewStrings } from '../../words';
import { el } from '../dom';
import { filled, sizeOf } from '../format';
import type { GaugePart, Sums } from './sums';

export interface GaugeWords {
  /** What binds in place of a number: 'unlimited', 'not shown'. */
  readonly endless: string | undefined;
  /** CAP_IPC_LOCK: the limit is there and does not bind. */
  readonly isPassable: boolean;
}

export function gauge(
  sums: Sums,
  heldKb: number,
  { endless, isPassable }: GaugeWords,
  s: ViewStrings,
): HTMLElement {
  const { parts, limitKb, limitZone, assumedKb, scaleKb, spareKb } = sums;
  const size = (kb: number): string => sizeOf(kb, s.language);
  const span = (kind: string, from: number, to: number, text: string): HTMLElement => {
    const element = el('span', { class: kind }, el('span', { class: 'text' }, text));
    element.style.insetInlineStart = `${(from / scaleKb) * 100}%`;
    element.style.inlineSize = `${((to - from) / scaleKb) * 100}%`;
    return element;
  };
  const bar = el('div', { class: 'bar' });
  for (const { kind, from, to } of parts) {
    const part = span(`part ${kind}`, from, to, `${partWord(kind, s)} ${size(to - from)}`);
    // What is too much is drawn over it: the words end before.
    if (limitKb !== null && from < limitKb && limitKb < to && kind === 'asked')
      part.style.paddingInlineEnd = `${((to - limitKb) / scaleKb) * 100}%`;
    bar.append(part);
  }
  const over = spareKb !== null && spareKb < 0 && limitKb !== null;
  if (over) bar.append(span('over', limitKb, limitKb - spareKb, ''));
  if (limitZone !== null) bar.append(span('zone', limitZone.from, limitZone.to ?? scaleKb, s.limitHere));
  else if (endless !== undefined) {
    const end = Math.max(0, ...parts.map(({ to }) => to));
    bar.append(span('endless', end, scaleKb, endless));
  }
  const said = [
    `${s.lockedNow} ${size(heldKb)}`,
    limitKb === null ? (endless ?? s.limitHere) : `${s.limit} ${size(limitKb)}`,
    ...(over ? [filled(s.overLimit, size(-spareKb))] : []),
  ];
  const meter = el(
    'div',
    {
      class: `gauge ${over ? 'overflows' : ''} ${isPassable ? 'passable' : ''}`,
      role: 'meter',
      'aria-label': s.lockedCurve,
      'aria-valuemin': '0',
      'aria-valuemax': String(Math.round(scaleKb)),
      'aria-valuenow': String(heldKb),
      'aria-valuetext': said.join(', '),
    },
    ...(over
      ? [
          el(
            'div',
            { class: 'above' },
            span('brace', limitKb, limitKb - spareKb, filled(s.overBy, size(-spareKb))),
          ),
        ]
      : []),
    bar,
  );
  if (limitKb !== null) meter.append(limitMark('', `${s.limitWord} ${size(limitKb)}`, limitKb / scaleKb));
  if (assumedKb !== null)
    meter.append(limitMark('assumed', filled(s.assumedSize, size(assumedKb)), assumedKb / scaleKb));
  return meter;
}

export function partWord(kind: GaugePart['kind'], s: ViewStrings): string {
  return { held: s.partHeld, added: s.partAdded, released: s.partReleased, asked: s.partAsked }[kind];
}

/** A line across the bar with its size below, on the side where there is room for it. */
function limitMark(kind: string, text: string, share: number): HTMLElement {
  const mark = el('span', { class: `limit ${share > 0.5 ? 'late' : 'early'} ${kind}` }, text);
  mark.style.insetInlineStart = `${share * 100}%`;
  return mark;
}
