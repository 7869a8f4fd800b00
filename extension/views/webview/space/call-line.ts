/**
 * The call and its answer, in two lines at most, in one where the page is low: of a call that is too long for them the middle of its arguments is left out,
 * never its answer.
 */
import type { PositionBody } from '../../../../debug-adapter/protocol/view';
import { visible } from '../../../../picture/shown-text';
import type { ViewStrings } from '../../words';
import { el } from '../dom';
import { LOW } from './room';

const lines = (): number => (innerHeight <= LOW ? 1 : 2);

export class CallLine {
  readonly root = el('p', { class: 'called' });
  #draw: (() => void) | undefined;

  constructor() {
    new ResizeObserver(() => this.#draw?.()).observe(this.root);
  }

  show(position: PositionBody, s: ViewStrings): void {
    const text = position.atEnd ? s.end : `${s.line} ${position.line}: ${visible(position.text)}`;
    const at = position.atEnd ? -1 : text.lastIndexOf(' = ');
    const call = (at < 0 ? text : text.slice(0, at)).trimEnd();
    const answer = at < 0 ? '' : text.slice(at + 1);
    const failed = /^= -1 [A-Z]/.test(answer) || call.includes(': --- SIG') ? ' failed' : '';
    this.root.title = text;
    this.#draw = () => {
      const most = lines() * this.#columns();
      for (const { call: left, answer: kept } of shortened(call, answer, most)) {
        this.root.replaceChildren(
          el('bdi', { class: `call${answer === '' ? failed : ''}` }, left),
          ' ',
          el('span', { class: `answer${failed}`, dir: 'ltr' }, kept),
        );
        // Words that do not fit at the end of a line leave room there that nobody can foresee.
        if (this.root.scrollHeight <= this.root.clientHeight + 1) break;
      }
    };
    this.#draw();
  }

  /** Characters that a line holds; all are of one width. */
  #columns(): number {
    const paper = document.createElement('canvas').getContext('2d');
    if (paper === null || this.root.clientWidth === 0) return 60;
    const { font } = getComputedStyle(this.root);
    paper.font = font;
    return Math.floor(this.root.clientWidth / paper.measureText('0').width);
  }
}

/** Fewer characters than this tell no call. */
const LEAST_CALL = 28;
const TRIES = 8;

/**
 * Shorter and shorter ways to say both in `most` characters: the call gives way first, then what the answer says behind the
 * name of its error, which whoever knows that name does without.
 */
export function* shortened(
  call: string,
  answer: string,
  most: number,
): Generator<{ readonly call: string; readonly answer: string }> {
  const terse = answer.replace(/ \([^()]*\)$/, '');
  const step = Math.ceil(most / 12);
  for (const kept of terse === answer ? [answer] : [answer, terse]) {
    const room = Math.min(call.length, most - kept.length - 1);
    const isLast = kept === terse;
    for (let i = 0; i < TRIES; i++) {
      const left = room - i * step;
      if (left < LEAST_CALL && left < call.length && !(isLast && i === 0)) break;
      yield { call: inTheMiddle(call, left), answer: kept };
    }
  }
}

/** At most so many characters; the beginning says more than the end. */
function inTheMiddle(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = Math.max(12, Math.ceil(most * 0.65));
  return `${text.slice(0, head)}…${text.slice(text.length - Math.max(6, most - head - 1))}`;
}
