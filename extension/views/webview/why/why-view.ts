/**
 * Why: for a failing call the answer in plain words, the broken rule, the place, its evidence, what would have succeeded, and the
 * whole checklist; for a successful one what it did.
 */
import type { Selection } from '../../messages';
import type { WhyBody } from '../../../../debug-adapter/protocol/why';
import type { ViewStrings } from '../../words';
import { button, el } from '../dom';
import { editor } from '../host';
import type { ContentOf, PageView } from '../page-view';
import { causeList } from './causes';
import { checklist } from './checklist';
import { Folds } from './folds';
import { manualThroughTime, sourceList } from './manual';
import { MemoryWords } from './memory-words';
import { remedyList } from './remedies';
import { reportOf, sourcesOf, type Form } from './report';
import { sentence } from './said';
import { spotTable } from './spot';
import { verdict } from './verdict';

export class WhyView implements PageView<'why'> {
  readonly root = el('div', { class: 'why' });
  readonly #folds = new Folds();
  #memory: MemoryWords | undefined;
  #chosen: Selection | null = null;
  #shown = '';

  show(content: ContentOf<'why'>, s: ViewStrings): void {
    // The same moment comes again when the view was hidden: what was tried and opened stays.
    const shown = JSON.stringify([content, s.language]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    const hadFocus = this.root.contains(document.activeElement);
    this.#memory?.rest();
    this.#memory = new MemoryWords(content.position.event);
    this.root.replaceChildren(...parts(content, this.#folds, this.#memory, s));
    this.#memory.choose(this.#chosen);
    // Who followed a link by the keyboard goes on reading where it led.
    if (hadFocus) this.root.querySelector<HTMLElement>('.headline')?.focus();
  }

  select(selection: Selection | null): void {
    this.#chosen = selection;
    this.#memory?.choose(selection);
  }
}

function parts(
  content: ContentOf<'why'>,
  folds: Folds,
  memory: MemoryWords,
  s: ViewStrings,
): readonly HTMLElement[] {
  const { body, position } = content;
  if (body.outcome === 'no-call' && body.headline.length === 0) return [el('p', { class: 'note' }, s.noCall)];
  const sources = sourcesOf(body);
  return [
    verdict(body, memory, s),
    ...(body.divergence === null
      ? []
      : [
          el(
            'section',
            { class: 'divergence', role: 'note' },
            el('h3', {}, s.divergence),
            sentence(body.divergence, memory, 'p'),
          ),
        ]),
    ...(body.spot === undefined ? [] : [spotTable(body.spot, memory, s)]),
    ...causeList(body, memory, s),
    ...remedyList(body, position.event, memory, s),
    ...effects(body, memory, s),
    ...(body.checklist.length === 0 ? [] : [checklist(body, folds, memory, s)]),
    ...(body.manual === undefined ? [] : [manualThroughTime(body.manual, folds, s)]),
    ...(sources.length === 0 ? [] : [sourceList(sources, folds, s)]),
    ...(body.outcome === 'no-call' ? [] : [tools(content, s)]),
  ];
}

/** What a successful call did first is its headline. */
function effects(
  { effects: did, outcome }: WhyBody,
  memory: MemoryWords,
  s: ViewStrings,
): readonly HTMLElement[] {
  const all = outcome === 'succeeded' ? did.slice(1) : did;
  if (all.length === 0) return [];
  const name = outcome === 'succeeded' ? s.besidesThat : s.whatItDid;
  return [
    el(
      'section',
      {},
      el('h3', {}, name),
      el('ul', { 'aria-label': name }, ...all.map((effect) => sentence(effect, memory, 'li'))),
    ),
  ];
}

/** The clipboard and the disk are the editor's: a page may not always write there itself. */
function tools({ body, position }: ContentOf<'why'>, s: ViewStrings): HTMLElement {
  const said = el('span', { class: 'note', role: 'status' });
  const copy = (label: string, form: Form): HTMLElement =>
    button(label, { class: 'tool' }, () => {
      editor.postMessage({ type: 'copy', text: reportOf(body, position, form, s) });
      said.textContent = s.copied;
    });
  const save = button(s.saveReport, { class: 'tool' }, () => editor.postMessage({ type: 'saveReport' }));
  return el(
    'div',
    { class: 'tools' },
    copy(s.copyText, 'text'),
    copy(s.copyMarkdown, 'markdown'),
    save,
    said,
  );
}
