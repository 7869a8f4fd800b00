/** The changes of the course as a table, each with the line that made it. */
import type { LockChange, LockChangesBody } from '../../../../debug-adapter/protocol/panel';
import { shownText } from '../../../../picture/shown-text';
import type { ViewStrings } from '../../words';
import { el, type Child } from '../dom';
import { filled, wholeNumber } from '../format';
import { lineLink } from '../host';

/** Changes listed; the drawing shows them all. */
const LISTED = 200;

/** Whose line it is: 'line 31', 'shown by line 31'. */
export function stepLine({ by }: LockChange, s: ViewStrings): readonly Child[] {
  if (by === null) return [];
  const link = lineLink(`${s.line} ${wholeNumber(by.line, s.language)}`, by);
  return by.how === 'did' ? [link] : [`${s.shownBy} `, link];
}

export function changeTable({ changes, leftOut }: LockChangesBody, s: ViewStrings): HTMLElement {
  const titles = [s.changedBy, s.locked, s.limitWord];
  const shown = changes.slice(0, LISTED);
  const left = leftOut + changes.length - shown.length;
  return el(
    'details',
    {},
    el('summary', {}, filled(s.courseChanges, wholeNumber(changes.length + leftOut, s.language))),
    el(
      'table',
      {},
      el('thead', {}, el('tr', {}, ...titles.map((title) => el('th', { scope: 'col' }, title)))),
      el('tbody', {}, ...shown.map((change, i) => changeRow(change, changes[i - 1], s))),
    ),
    left > 0 ? el('p', { class: 'note' }, `+${wholeNumber(left, s.language)}`) : undefined,
  );
}

function changeRow(change: LockChange, before: LockChange | undefined, s: ViewStrings): HTMLElement {
  const { by, lockedKb, limitKb } = change;
  const told = (kb: number | null): string =>
    kb === null ? s.cannotTell : `${wholeNumber(kb, s.language)} KiB`;
  const isDone = by?.how === 'did' && by.what !== '';
  const changed =
    lockedKb !== null && before !== undefined && before.lockedKb !== null ? lockedKb - before.lockedKb : 0;
  const sign = changed > 0 ? '+' : '−';
  return el(
    'tr',
    {},
    el(
      'td',
      {},
      ...(by === null ? [before === undefined ? s.fromBeginning : ''] : stepLine(change, s)),
      isDone ? ' ' : undefined,
      isDone ? el('code', {}, el('bdi', {}, shownText(by.what))) : undefined,
    ),
    el(
      'td',
      { class: 'size' },
      told(lockedKb),
      changed === 0
        ? undefined
        : el('span', { class: 'dim', dir: 'ltr' }, ` ${sign}${wholeNumber(Math.abs(changed), s.language)}`),
    ),
    el(
      'td',
      { class: 'size' },
      (before?.limitKb ?? null) === limitKb ? '' : limitKb === null ? '–' : told(limitKb),
    ),
  );
}
