/**
 * The layouts before and behind the call that is shown, in one answer: what differs from the layout that is there already, and
 * what the call changes in that.
 */
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
    const known = this.#known;
    const since = known === undefined ? {} : { since: { event: known.event, space: known.space } };
    const body = await ask('pagewalk/layout', { event, ...since });
    if (body.space === null) return undefined;
    const before = { ...changed(known?.layout ?? EMPTY, body), end: body.taskSize };
    this.#known = { space: body.space, event: body.event, layout: before };
    return { before, after: body.after === undefined ? before : changed(before, body.after) };
  }
}
