/**
 * Why: for a failing call the broken rule, its evidence, what would have succeeded, and the whole checklist; for a successful
 * one what it did.
 */
import type { WhyBody } from '../../../../debug-adapter/protocol';
import type { ViewStrings } from '../../words';
import { button, el, type Child } from '../dom';
import { editor } from '../host';
import type { ContentOf, PageView } from '../page-view';
import { richText } from '../rich-text';
import { causeList } from './causes';
import { checklist } from './checklist';
import { Folds } from './folds';
import { manualThroughTime, sourceList } from './manual';
import { remedyList } from './remedies';
import { reportOf, sourcesOf, type Form } from './report';

export class WhyView implements PageView<'why'> {
  readonly root = el('div', { class: 'why' });
  readonly #folds = new Folds();
  #shown = '';

  show(content: ContentOf<'why'>, s: ViewStrings): void {
    // The same moment comes again when the view was hidden: what was tried and opened stays.
    const shown = JSON.stringify([content, s.language]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    const hadFocus = this.root.contains(document.activeElement);
    this.root.replaceChildren(...parts(content, this.#folds, s));
    // Who followed a link by the keyboard goes on reading where it led.
    if (hadFocus) this.root.querySelector<HTMLElement>('.headline')?.focus();
  }
}

function parts(content: ContentOf<'why'>, folds: Folds, s: ViewStrings): readonly HTMLElement[] {
  const { body, position } = content;
  if (body.outcome === 'no-call' && body.headline.length === 0) return [el('p', { class: 'note' }, s.noCall)];
  const sources = sourcesOf(body);
  return [
    el(
      'header',
      { class: `headline ${body.outcome}`, tabindex: '-1' },
      el('h2', {}, sign(body), title(body), certainty(body, s)),
      richText(body.headline, 'p'),
    ),
    ...(body.divergence === null
      ? []
      : [
          el(
            'section',
            { class: 'divergence', role: 'note' },
            el('h3', {}, s.divergence),
            richText(body.divergence, 'p'),
          ),
        ]),
    ...causeList(body, s),
    ...remedyList(body, position.event, s),
    ...effects(body, s),
    ...(body.checklist.length === 0 ? [] : [checklist(body, folds, s)]),
    ...(body.manual === undefined ? [] : [manualThroughTime(body.manual, folds, s)]),
    ...(sources.length === 0 ? [] : [sourceList(sources, folds, s)]),
    ...(body.outcome === 'no-call' ? [] : [copyTools(content, s)]),
  ];
}

function title({ call, errno }: WhyBody): string {
  return errno === null ? call : `${call} · ${errno}`;
}

/** The outcome is said by the headline; for the eye it stands before it. */
function sign({ outcome }: WhyBody): Child {
  const signs = { failed: '✗', signal: '!', succeeded: '✓' } as const;
  if (outcome !== 'failed' && outcome !== 'signal' && outcome !== 'succeeded') return undefined;
  return el('span', { class: 'sign', 'aria-hidden': 'true' }, signs[outcome]);
}

function certainty({ certainty: degree }: WhyBody, s: ViewStrings): Child {
  if (degree === null) return undefined;
  const words = { proven: s.proven, likely: s.likely, outside: s.outside };
  return el('span', { class: `badge ${degree}` }, words[degree]);
}

/** A single effect is the headline already. */
function effects({ effects: all }: WhyBody, s: ViewStrings): readonly HTMLElement[] {
  if (all.length < 2) return [];
  return [
    el(
      'section',
      {},
      el('h3', {}, s.whatItDid),
      el('ul', {}, ...all.map((effect) => el('li', {}, richText(effect)))),
    ),
  ];
}

/** The clipboard is the editor's: a page may not always write there itself. */
function copyTools({ body, position }: ContentOf<'why'>, s: ViewStrings): HTMLElement {
  const said = el('span', { class: 'note', role: 'status' });
  const copy = (label: string, form: Form): HTMLElement =>
    button(label, { class: 'tool' }, () => {
      editor.postMessage({ type: 'copy', text: reportOf(body, position, form, s) });
      said.textContent = s.copied;
    });
  return el('div', { class: 'tools' }, copy(s.copyText, 'text'), copy(s.copyMarkdown, 'markdown'), said);
}
