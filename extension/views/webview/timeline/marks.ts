/** Events worth a mark, above the curves: each a button that goes there. */
import type { SeriesBody, SeriesMark } from '../../../../debug-adapter/panel-protocol';
import type { ViewStrings } from '../../words';
import { button, el } from '../dom';
import { editor } from '../host';

const signs: Readonly<Record<SeriesMark['kind'], string>> = {
  failure: '✗',
  signal: '!',
  exec: '▸',
  snapshot: '◆',
  exit: '■',
};

export function markStrip(
  series: SeriesBody,
  placeOf: (event: number) => number,
  s: ViewStrings,
): HTMLElement {
  const strip = el('div', { class: 'marks', role: 'list', 'aria-label': s.marks });
  for (const mark of series.marks) {
    const label = `${s.line} ${mark.line}: ${mark.label}${mark.count > 1 ? ` (+${mark.count - 1})` : ''}`;
    const go = button(
      signs[mark.kind],
      { class: `mark ${mark.kind}`, title: label, 'aria-label': label },
      () => editor.postMessage({ type: 'go', link: mark }),
    );
    const item = el('span', { class: 'place', role: 'listitem' }, go);
    item.style.insetInlineStart = `${placeOf(mark.event)}px`;
    strip.append(item);
  }
  return strip;
}
