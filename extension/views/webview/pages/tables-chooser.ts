/** Whose page tables the walk goes through: those of the traced machine, unless a person chooses others to compare. */
import type { PageWalkBody } from '../../../../debug-adapter/protocol/page';
import type { GeometryName } from '../../../../model/memory/page-tables/geometry';
import type { ViewStrings } from '../../words';
import { el } from '../dom';
import { remember, remembered } from '../host';
import { choicesOf, foreignNote, recalledTables, type KeptTables, type TablesChoice } from './tables-choice';

export class TablesChooser {
  readonly #label = el('span');
  readonly #select = el('select', { 'data-key': 'tables' });
  readonly #note = el('p', { class: 'foreign', role: 'status' });
  readonly #choice = el('label', {}, this.#label, this.#select);
  readonly root = el('div', { class: 'tables-choice' }, this.#choice, this.#note);
  #choices: readonly TablesChoice[] = [];
  #chosen: GeometryName | undefined;
  #events = 0;

  /** @param chosen other tables are to be shown. */
  constructor(chosen: () => void) {
    this.root.hidden = true;
    this.#select.addEventListener('change', () => {
      this.#chosen = this.#choices[this.#select.selectedIndex]?.name;
      remember({ tables: this.#chosen, events: this.#events } satisfies KeptTables);
      chosen();
    });
  }

  /** Of the recording with so many events; undefined: the machine's own. */
  chosenIn(events: number): GeometryName | undefined {
    if (events !== this.#events) {
      this.#events = events;
      this.#chosen = recalledTables(remembered(), events);
    }
    return this.#chosen;
  }

  show(tables: PageWalkBody['tables'], s: ViewStrings): void {
    this.root.hidden = false;
    this.#label.textContent = s.pageTables;
    const choices = choicesOf(tables, s);
    // A list that is open on the screen is closed by new options, and what is spoken is spoken again.
    if (JSON.stringify(choices) !== JSON.stringify(this.#choices)) {
      this.#choices = choices;
      this.#select.replaceChildren(...choices.map(({ label }) => el('option', {}, label)));
      this.#select.selectedIndex = choices.findIndex(({ isShown }) => isShown);
    }
    this.#select.title = choices.find(({ isShown }) => isShown)?.label ?? '';
    const note = foreignNote(tables, s);
    if (note !== this.#note.textContent) this.#note.textContent = note;
  }
}
