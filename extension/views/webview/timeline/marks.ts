/** Events worth a mark, above the curves: each a button that goes there. Where they crowd, one stands for all, with their number. */
import type { SeriesMark } from '../../../../debug-adapter/protocol/panel';
import { countsOf, roomyClustersOf, type Cluster } from '../../../../picture/timeline/clusters';
import type { ViewStrings } from '../../words';
import { button, el } from '../dom';
import { wholeNumber } from '../format';
import { editor } from '../host';
import { kindWords, markIcon } from './mark-icon';
import { firstIsStop, roving } from './roving';
import { placeText, timeText, type Shown } from './shown';
import type { Tip } from './tip';

/** Marks nearer to each other than this, in CSS pixels, are one. */
const APART = 15;
/** A number beside the shape wants room too. */
const APART_COUNTED = 30;
/** Lines of a tip. */
const NAMED = 5;

export class MarkStrip {
  readonly name = el('div', { class: 'name' });
  readonly cell = el('div', { class: 'cell', role: 'group' });
  /** The cursor's line, behind the marks. */
  readonly #line = el('span', { class: 'line', 'aria-hidden': 'true' });
  readonly #tip: Tip;

  constructor(tip: Tip) {
    this.#tip = tip;
    roving(this.cell, ['ArrowLeft', 'ArrowUp'], ['ArrowRight', 'ArrowDown']);
  }

  show(shown: Shown): void {
    const { series, scale, width, strings } = shown;
    this.cell.setAttribute('aria-label', strings.marksShort);
    const room = Math.max(1, width);
    const clusters = roomyClustersOf(
      series.marks,
      ({ event }) => scale.share(event),
      APART / room,
      APART_COUNTED / room,
    );
    this.cell.replaceChildren(this.#line, ...clusters.map((cluster) => this.#mark(cluster, shown)));
    firstIsStop(this.cell);
    this.#showLegend(
      clusters.flatMap(({ marks }) => marks),
      strings,
    );
  }

  place({ scale }: Shown, position: number): void {
    const share = scale.share(position);
    this.#line.style.left = `${share * 100}%`;
    this.#line.classList.toggle('outside', share < 0 || share > 1);
  }

  /** What the shapes mean, and how many of each are in the stretch. */
  #showLegend(marks: readonly SeriesMark[], s: ViewStrings): void {
    const words = kindWords(s);
    this.name.replaceChildren(
      ...countsOf(marks).map(({ kind, count }) => {
        const text = `${wholeNumber(count, s.language)} ${words[kind]}`;
        const item = el(
          'span',
          { class: `legend ${kind}` },
          el('span', { 'aria-hidden': 'true' }, markIcon(kind), compact(count, s.language)),
          el('span', { class: 'hidden' }, text),
        );
        this.#tip.of(item, () => [text]);
        return item;
      }),
    );
  }

  #mark({ share, chief, marks, count, hasOthers }: Cluster<SeriesMark>, shown: Shown): HTMLElement {
    const lines = said(marks, shown);
    // A name says what is seen on the button, for those who speak to their machine.
    const number = `${count > 1 ? compact(count, shown.strings.language) : ''}${hasOthers ? '+' : ''}`;
    const label = [number, ...lines].filter((part) => part !== '').join(', ');
    const go = button('', { class: `mark ${chief.kind}`, 'aria-label': label }, () =>
      editor.postMessage({ type: 'go', link: chief }),
    );
    go.append(markIcon(chief.kind));
    if (number !== '') go.append(el('span', { class: 'count' }, number));
    // At the right end the number stands left of its shape, inside the drawing.
    const isLast = number !== '' && (1 - share) * shown.width < APART_COUNTED;
    go.classList.toggle('last', isLast);
    if (isLast) go.style.right = `${(1 - share) * 100}%`;
    else go.style.left = `${share * 100}%`;
    this.#tip.of(go, () => lines);
    return go;
  }
}

const compact = (n: number, language: string): string =>
  new Intl.NumberFormat(language, { notation: 'compact', maximumSignificantDigits: 2 }).format(n);

/** The first few by name, and how many of each kind where there are more. */
function said(marks: readonly SeriesMark[], shown: Shown): readonly string[] {
  const { strings } = shown;
  const words = kindWords(strings);
  const each = marks.slice(0, NAMED).map((mark) => {
    const what = mark.label === '' ? words[mark.kind] : mark.label;
    const place =
      shown.scale.lineOf(mark.event) === null
        ? placeText(shown, mark.event)
        : `${strings.line} ${wholeNumber(mark.line, strings.language)}`;
    const time = timeText(shown, mark.event);
    return [place, time, what].filter((part) => part !== '').join(' · ');
  });
  const counts = countsOf(marks);
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  if (all <= each.length) return each;
  return [
    ...each,
    counts.map(({ kind, count }) => `${wholeNumber(count, strings.language)} ${words[kind]}`).join(' · '),
  ];
}
