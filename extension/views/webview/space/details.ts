/** All that is known of what is chosen: where it lies, what may be done with it, and the lines that made it so. */
import type { BlameBody } from '../../../../debug-adapter/protocol/blame';
import { addressText } from '../../../../picture/address';
import { el } from '../dom';
import { ask, lineLink } from '../host';
import { richText } from '../rich-text';
import type { Gone } from '../../messages';
import type { ViewStrings } from '../../words';

export class Details {
  readonly root = el('section', { class: 'details', 'aria-live': 'off' });
  /** Numbers the questions: an answer that comes late is dropped. */
  #asked = 0;

  clear(): void {
    this.#asked++;
    this.root.replaceChildren();
  }

  /** What is chosen is not there at this moment. */
  gone({ how, at }: Gone, s: ViewStrings): void {
    this.#asked++;
    this.root.setAttribute('aria-label', s.details);
    const words = {
      unmapped: s.goneUnmapped,
      'not-yet-mapped': s.goneNotYet,
      'other-space': s.goneOtherSpace,
    };
    const link = at === null ? [] : [' ', lineLink(`${s.line} ${at.line}`, at)];
    this.root.replaceChildren(el('p', { class: 'note' }, words[how], ...link));
  }

  async show(page: number, event: number, s: ViewStrings): Promise<void> {
    const asked = ++this.#asked;
    const target = addressText(page);
    const body = await ask('pagewalk/blame', { target, event }).catch((problem: unknown) => String(problem));
    if (asked !== this.#asked) return;
    this.root.setAttribute('aria-label', s.details);
    this.root.replaceChildren(
      ...(typeof body === 'string' ? [el('p', { class: 'note' }, body)] : elements(body, s)),
    );
  }
}

function elements({ now, deeds, notes }: BlameBody, s: ViewStrings): HTMLElement[] {
  return [
    richText(now, 'p'),
    ...(deeds.length === 0
      ? []
      : [
          el(
            'ul',
            { class: 'evidence', 'aria-label': s.evidence },
            ...deeds.map((deed) =>
              el('li', {}, lineLink(`${s.line} ${deed.line}`, deed), ' ', richText(deed.text)),
            ),
          ),
        ]),
    ...notes.map((note) => richText(note, 'p')),
  ];
}
