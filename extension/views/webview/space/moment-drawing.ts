/** Draws the items of one moment, with what the call of that moment does to them and asks of them; and says the same in words. */
import type { SpaceBody } from '../../../../debug-adapter/protocol/space';
import { changeSums } from '../../../../picture/change-sums';
import type { Item } from '../../../../picture/items';
import type { Row } from '../../../../picture/rows';
import type { ViewStrings } from '../../words';
import { el } from '../dom';
import { MomentChanges, protectionChange } from './changes';
import { gapElement, gapLabel } from './gap-element';
import { outcomeElements, totalsText } from './head';
import { labelOf, regionElement, type RegionItem, type Surroundings } from './item-element';
import type { PageStrips } from './page-strips';
import type { Detail } from './drawn-items';

export class MomentDrawing {
  readonly changes: MomentChanges;
  readonly isChanging: boolean;

  constructor(
    readonly rows: readonly Row[],
    private readonly body: SpaceBody,
    private readonly pages: PageStrips,
    private readonly s: ViewStrings,
  ) {
    this.changes = new MomentChanges(body);
    this.isChanging = rows.some(({ isSame }) => !isSame);
  }

  element(item: Item, detail: Detail): HTMLElement {
    return item.kind === 'region'
      ? regionElement(item, this.#around(item, detail), this.s)
      : gapElement(item, this.body.asked, detail, this.s);
  }

  /** All that is drawn of it, and more. */
  said(item: Item): string {
    return item.kind === 'region'
      ? labelOf(item, this.#around(item, 'text'), this.s)
      : gapLabel(item, this.body.asked, this.s);
  }

  /** How much is mapped, and what the call does, or met. */
  summary(): readonly HTMLElement[] {
    const { moves, mapped } = this.changes;
    return [
      el('span', { class: 'totals' }, totalsText(this.body, this.s)),
      ...outcomeElements(
        this.body.asked,
        this.isChanging ? changeSums(this.rows, moves, mapped) : [],
        this.s,
      ),
    ];
  }

  /** Rows of what is in the way of the call, else of what it changes, else of what it asks for; half-open. */
  mostTelling(rowOf: (page: number) => number): readonly [first: number, end: number] | undefined {
    const { ranges = [], troubles = [] } = this.body.asked ?? {};
    const first = this.rows.findIndex(({ isSame }) => !isSame);
    if (troubles.length === 0 && first >= 0) {
      let end = first;
      while (this.rows[end]?.isSame === false) end++;
      return [first, end];
    }
    const [span] = [...troubles, ...ranges];
    return span === undefined ? undefined : [rowOf(span.start), rowOf(span.end - 1) + 1];
  }

  #around(item: RegionItem, detail: Detail): Surroundings {
    return {
      changes: this.changes.of(item),
      protection: protectionChange(this.rows, item),
      asked: this.body.asked,
      above: item.column === 'both' ? this.rows[item.first - 1]?.start : undefined,
      pages: detail === 'pages' ? this.pages.element(item, this.s) : undefined,
      detail,
    };
  }
}
