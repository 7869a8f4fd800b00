/**
 * Variables as the adapter thinks of them, before they get a client's numbers: a tree that is unfolded on demand.
 */

import type { WatchedPages } from '../breakpoints/data-breakpoint';
import type { TypeName } from '../words/language';
import type { EventIndex } from '../../model/trace/positions';

export interface Item {
  readonly name: string;
  readonly value: string;
  readonly type: TypeName;
  /** The expression that gives this value at this position; absent where the language has none. */
  readonly evaluateName?: string;
  readonly children?: Container;
  /** The event that made the value what it is: a client can go to its line. */
  readonly madeBy?: EventIndex | undefined;
  /** The event that brought it about in the first place: what 'go to declaration' means. */
  readonly declaredBy?: EventIndex | undefined;
  /** The pages that it stands for: a client can ask to stop where they change. */
  readonly pages?: WatchedPages;
}

/**
 * What can be unfolded. `key` names it for ever: the position and the path in it. Members are made when they are asked
 * for, from the position, so that holding a container holds nothing else.
 */
export interface Container {
  readonly key: string;
  /** Number of members where they are a list that may be long; absent for a few named ones. */
  readonly indexed?: number;
  /** `start` and `count` are given for lists only. */
  members(start: number, count: number): readonly Item[];
}

/** A container of a few members. */
export const group = (key: string, members: () => readonly Item[]): Container => ({ key, members });
