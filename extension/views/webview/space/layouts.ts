/** The layouts before and behind the call that is shown: asked for as what differs from those that are there already. */
import type { LayoutBody } from '../../../../debug-adapter/panel-protocol';
import { changed, type Layout } from '../../../../picture/layout';
import { ask } from '../host';

export interface Moment {
  readonly before: Layout;
  readonly after: Layout;
}

interface Known {
  readonly space: number;
  readonly event: number;
  readonly layout: Layout;
}

const EMPTY: Layout = { regions: [], end: 0 };

export class Layouts {
  #known: Known | undefined;

  /** Undefined where the log has shown nothing of an address space there. */
  async at(event: number): Promise<Moment | undefined> {
    const before = await this.#fetch({ event });
    if (before === undefined) return undefined;
    this.#known = before;
    const after = await this.#fetch({ event, after: true });
    return { before: before.layout, after: after?.space === before.space ? after.layout : before.layout };
  }

  async #fetch(args: { readonly event: number; readonly after?: true }): Promise<Known | undefined> {
    const known = this.#known;
    const since = known === undefined ? {} : { since: { event: known.event, space: known.space } };
    const body = await ask('pagewalk/layout', { ...args, ...since });
    if (body.space === null) return undefined;
    return { space: body.space, event: body.event, layout: next(known?.layout ?? EMPTY, body) };
  }
}

const next = (layout: Layout, { regions, replaces, taskSize }: LayoutBody): Layout => ({
  ...changed(layout, { regions, ...(replaces === undefined ? {} : { replaces }) }),
  end: taskSize,
});
