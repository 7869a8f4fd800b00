/** Pages: how the chosen address is found in the page tables, what is proven of its pages, and what the call does there. */
import type { PageWalkBody } from '../../../../debug-adapter/page-protocol';
import type { Selection } from '../../messages';
import type { ViewStrings } from '../../words';
import { el } from '../dom';
import { ask, select } from '../host';
import type { ContentOf, PageView } from '../page-view';
import { addressBits } from './address-bits';
import { pageMap } from './page-map';
import { entryState, walkSteps } from './walk';
import { pageWork, tableCounts } from './work';

export class PagesView implements PageView<'pages'> {
  readonly root = el('div', { class: 'pages' });
  readonly #input = el('input', { type: 'search', class: 'search' });
  readonly #body = el('div');
  #content: ContentOf<'pages'> | undefined;
  #strings: ViewStrings | undefined;
  #address: string | undefined;
  #asked = 0;

  constructor() {
    this.root.append(this.#input, this.#body);
    this.#input.dir = 'ltr';
    this.#input.addEventListener('keydown', ({ key }) => {
      const address = this.#input.value.trim();
      if (key !== 'Enter' || address === '' || this.#content === undefined) return;
      select({ kind: 'page', address, event: this.#content.position.event });
    });
  }

  show(content: ContentOf<'pages'>, strings: ViewStrings): void {
    this.#content = content;
    this.#strings = strings;
    this.#input.placeholder = strings.searchAddress;
    this.#input.setAttribute('aria-label', strings.searchAddress);
    void this.#load();
  }

  select(selection: Selection | null): void {
    if (selection === null || selection.kind === 'event') return;
    this.#address = selection.kind === 'page' ? selection.address : selection.start;
    void this.#load();
  }

  async #load(): Promise<void> {
    const { position } = this.#content ?? {};
    const s = this.#strings;
    if (position === undefined || s === undefined) return;
    if (this.#address === undefined) {
      this.#body.replaceChildren(el('p', { class: 'note' }, s.chooseAddress));
      return;
    }
    const asked = ++this.#asked;
    const { address } = this;
    const walk = await ask('pagewalk/pageWalk', { address, event: position.event }).catch(String);
    if (asked !== this.#asked) return;
    this.#input.value = address;
    this.#input.setAttribute('aria-invalid', String(typeof walk === 'string'));
    this.#body.replaceChildren(
      ...(typeof walk === 'string' ? [el('p', { class: 'note' }, walk)] : drawn(walk, s)),
    );
  }

  private get address(): string {
    return this.#address ?? '';
  }
}

function drawn(walk: PageWalkBody, s: ViewStrings): readonly HTMLElement[] {
  if (walk.kind !== 'user')
    return [el('p', { class: 'note' }, walk.kind === 'kernel' ? s.kernelAddress : s.notCanonical)];
  return [
    addressBits(walk, s),
    walkSteps(walk, s),
    ...(walk.entry === null ? [] : [entryState(walk.entry, s)]),
    ...(walk.work === null ? [] : pageWork(walk.work, s)),
    ...pageMap(walk, s),
    ...tableCounts(walk, s),
  ];
}
