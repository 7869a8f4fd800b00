/** The life of memory that is chosen: a band as long as it is mapped, with a tick for all that is done to it. */
import type { LifeBody } from '../../../../debug-adapter/protocol/panel';
import type { Selection } from '../../messages';
import type { ViewStrings } from '../../words';
import { button, el } from '../dom';
import { filled, sizeOf, wholeNumber } from '../format';
import { ask, editor } from '../host';
import { firstIsStop, roving } from './roving';
import { timeText, type Shown } from './shown';
import { lifeTable } from './tables';
import type { Tip } from './tip';

type Memory = Exclude<Selection, { readonly kind: 'event' }>;
type Touch = LifeBody['touches'][number];

/** Ticks nearer to each other than this, in CSS pixels, are one. */
const APART = 9;
const NAMED = 5;

export class LifeRow {
  readonly root = el('div', { class: 'track life' });
  readonly #name = el('div', { class: 'name' });
  readonly #cell = el('div', { class: 'cell', role: 'group' });
  #life: LifeBody | undefined;
  #asked = 0;

  /** `changed`: it has come or gone, so that others have more room or less. */
  constructor(
    private readonly tip: Tip,
    private readonly changed: () => void,
  ) {
    this.root.append(this.#name, this.#cell);
    this.root.hidden = true;
    roving(this.#cell, ['ArrowLeft', 'ArrowUp'], ['ArrowRight', 'ArrowDown']);
  }

  get isShown(): boolean {
    return !this.root.hidden;
  }

  async of(selection: Selection | null): Promise<void> {
    if (selection?.kind === 'event') return;
    if (selection !== null && (this.#isKnown(selection) || selection.gone !== undefined)) {
      // Memory that has gone has the life that is shown; where none is, its thread may be another.
      if (this.#life !== undefined) return;
    }
    const asked = ++this.#asked;
    const life = selection === null ? undefined : await lifeOf(selection);
    if (asked !== this.#asked) return;
    this.#life = life?.abodes.length === 0 ? undefined : life;
    this.root.hidden = this.#life === undefined;
    this.changed();
  }

  show(shown: Shown): void {
    const life = this.#life;
    if (life === undefined) return;
    const { scale, strings, width } = shown;
    this.#cell.setAttribute('aria-label', strings.chosenMemory);
    const bands = life.abodes.map(({ from, to, start, end }, i) => {
      const left = Math.max(0, scale.shareOfBeginning(from));
      const right = Math.min(1, scale.shareOfBeginning(to + 1));
      const band = el('span', { class: `band${i % 2 === 0 ? '' : ' moved'}` });
      band.style.left = `${left * 100}%`;
      band.style.width = `max(2px, ${Math.max(0, right - left) * 100}%)`;
      band.hidden = right <= 0 || left >= 1;
      band.title = `${start}–${end}`;
      return band;
    });
    const ticks = grouped(life.touches, ({ event }) => scale.share(event), APART / width);
    this.#cell.replaceChildren(...bands, ...ticks.map((touches) => this.#tick(touches, shown)));
    firstIsStop(this.#cell);
  }

  /** Its address and size at a position. */
  place(position: number, s: ViewStrings): void {
    const abodes = this.#life?.abodes ?? [];
    const here = abodes.find(({ from, to }) => position >= from && position <= to);
    const { start, end } = here ?? abodes[0] ?? { start: '', end: '' };
    if (start === '') return;
    const kb = Number((BigInt(end) - BigInt(start)) >> 10n);
    this.#name.replaceChildren(
      el('span', { class: 'title', dir: 'ltr' }, start),
      el('span', { class: 'value' }, here === undefined ? s.gone : sizeOf(kb, s.language)),
    );
    this.#name.title = `${s.chosenMemory}: ${start}–${end}`;
  }

  /** The same as a table; undefined: nothing is chosen. */
  table(shown: Shown): HTMLElement | undefined {
    const words = howWords(shown.strings);
    return this.#life && lifeTable(this.#life, shown, ({ how }) => words[how]);
  }

  /** The memory that is chosen is the one whose life is shown. */
  #isKnown(selection: Memory): boolean {
    const start = BigInt(selection.kind === 'range' ? selection.start : selection.address);
    return (
      this.#life?.abodes.some(
        (abode) =>
          selection.event >= abode.from &&
          selection.event <= abode.to &&
          start >= BigInt(abode.start) &&
          start < BigInt(abode.end) &&
          (selection.kind === 'page' || start === BigInt(abode.start)),
      ) ?? false
    );
  }

  #tick(touches: readonly Touch[], shown: Shown): HTMLElement {
    const first = touches[0] ?? { event: 0, line: 0, how: 'changed' };
    const { strings } = shown;
    const lines = touches
      .slice(0, NAMED)
      .map(({ event, line, how }) =>
        [
          `${strings.line} ${wholeNumber(line, strings.language)}`,
          timeText(shown, event),
          howWords(strings)[how],
        ]
          .filter((part) => part !== '')
          .join(' · '),
      );
    const more = touches.length - NAMED;
    const all = more > 0 ? [...lines, filled(strings.moreStretches, String(more))] : lines;
    const sign = touches.length > 1 ? String(touches.length) : signs[first.how];
    const go = button(
      sign,
      {
        class: 'touch',
        'aria-label': [sign, ...all].join(', '),
      },
      () => editor.postMessage({ type: 'go', link: first }),
    );
    go.style.left = `${shown.scale.share(first.event) * 100}%`;
    this.tip.of(go, () => all);
    return go;
  }
}

/** What is done to memory, in one character: a word stands in the tip. */
const signs: Readonly<Record<Touch['how'], string>> = {
  mapped: '+',
  unmapped: '−',
  protected: 'p',
  locked: 'L',
  unlocked: 'l',
  moved: '→',
  changed: '·',
};

const howWords = (s: ViewStrings): Readonly<Record<Touch['how'], string>> => ({
  mapped: s.changeMapped,
  unmapped: s.changeUnmapped,
  protected: s.changeProtected,
  locked: s.changeLocked,
  unlocked: s.changeUnlocked,
  moved: s.changeMoved,
  changed: s.changeChanged,
});

const lifeOf = (selection: Memory): Promise<LifeBody | undefined> =>
  ask('pagewalk/life', {
    event: selection.event,
    ...(selection.kind === 'range'
      ? { start: selection.start, end: selection.end }
      : { start: selection.address }),
  }).catch(() => undefined);

/** Those inside the drawing; neighbours too near to stand apart are together. */
function grouped<T>(
  all: readonly T[],
  shareOf: (one: T) => number,
  apart: number,
): readonly (readonly T[])[] {
  const groups: { share: number; all: T[] }[] = [];
  for (const one of all) {
    const share = shareOf(one);
    if (share < 0 || share > 1) continue;
    const last = groups.at(-1);
    if (last !== undefined && share - last.share < apart) last.all.push(one);
    else groups.push({ share, all: [one] });
  }
  return groups.map((group) => group.all);
}
