/**
 * Locked Memory: the total against its limit with the sum that the kernel makes of it, what makes it up, and its course over
 * the whole recording.
 */
import type { LockedBody } from '../../../../debug-adapter/protocol';
import type { Selection } from '../../messages';
import type { ViewStrings } from '../../words';
import { el } from '../dom';
import type { ContentOf, PageView } from '../page-view';
import { arithmetic } from './arithmetic';
import { Course } from './course';
import { gauge } from './gauge';
import { markChosen, stretchTable } from './stretches';
import { sumsOf } from './sums';

export class LockedView implements PageView<'locked'> {
  readonly root = el('div', { class: 'locked-memory' });
  readonly #moment = el('div');
  readonly #course = new Course();
  #selection: Selection | null = null;

  constructor() {
    this.root.append(this.#moment, this.#course.root);
  }

  show(content: ContentOf<'locked'>, s: ViewStrings): void {
    const { body, position } = content;
    const sums = sumsOf(body);
    this.#moment.replaceChildren(
      ...(sums === undefined || sums.parts.length === 0 ? [] : [gauge(sums, body.lockedKb ?? 0, s)]),
      arithmetic(body, sums, s),
      el('p', { class: 'note' }, privilege(body, s)),
      ...future(body, s),
      ...(body.rows.length > 0 ? [stretchTable(body, position.event, s)] : []),
      ...(body.rows.length === 0 && body.lockedKb === 0 ? [el('p', { class: 'note' }, s.nothingLocked)] : []),
    );
    this.#course.show(content, s);
    this.select(this.#selection);
  }

  select(selection: Selection | null): void {
    this.#selection = selection;
    markChosen(this.#moment, selection);
  }
}

function privilege({ privileged }: LockedBody, s: ViewStrings): string {
  return { yes: s.privilegeYes, no: s.privilegeNo, unknown: s.privilegeUnknown }[privileged];
}

function future({ future: state }: LockedBody, s: ViewStrings): readonly HTMLElement[] {
  if (state !== 'locked' && state !== 'onfault') return [];
  return [el('p', { class: 'note' }, state === 'locked' ? s.futureLocked : s.futureOnFault)];
}
