/**
 * The call and its answer, in two lines at most, in one where the page is low: of a call that is too long for them the middle of its arguments is left out,
 * never its answer.
 */
import type { PositionBody } from '../../../../debug-adapter/protocol';
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
      const room = lines() * this.#columns() - answer.length - 2;
      this.root.replaceChildren(
        el('bdi', { class: `call${answer === '' ? failed : ''}` }, inTheMiddle(call, room)),
        ' ',
        el('span', { class: `answer${failed}`, dir: 'ltr' }, answer),
      );
    };
    this.#draw();
  }

  /** Characters that a line holds; all are of one width. */
  #columns(): number {
    const paper = document.createElement('canvas').getContext('2d');
    if (paper === null || this.root.clientWidth === 0) return 60;
    const { font } = getComputedStyle(this.root);
    paper.font = font;
    // Lines break at words too, which costs some of their room.
    return Math.floor(this.root.clientWidth / paper.measureText('0').width) - 3;
  }
}

/** At most so many characters; the beginning says more than the end. */
function inTheMiddle(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = Math.max(12, Math.ceil(most * 0.65));
  return `${text.slice(0, head)}…${text.slice(text.length - Math.max(6, most - head - 1))}`;
}
