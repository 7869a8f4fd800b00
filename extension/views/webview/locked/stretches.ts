/** What makes up the total: each stretch of locked memory with the call that locked it. */
import type { LockedBody, LockedRow } from '../../../../debug-adapter/protocol/locked';
import { shownText } from '../../../../picture/shown-text';
import type { Selection } from '../../messages';
import type { ViewStrings } from '../../words';
import { button, el } from '../dom';
import { filled, sizeOf, wholeNumber } from '../format';
import { lineLink, select } from '../host';

/** `event`: the moment that the addresses are of. */
export function stretchTable(body: LockedBody, event: number, s: ViewStrings): HTMLElement {
  const { rows, rowsLeftOut, surplusKb } = body;
  const most = Math.max(...rows.map(({ sizeKb }) => sizeKb));
  const titles = [s.size, s.address, s.mapping, s.lockedBy];
  return el(
    'section',
    { class: 'stretches' },
    el('h3', {}, s.madeUpOf),
    el(
      'table',
      {},
      el('caption', { class: 'hidden' }, s.madeUpOf),
      el('thead', {}, el('tr', {}, ...titles.map((title) => el('th', { scope: 'col' }, title)))),
      el('tbody', {}, ...rows.map((row) => stretch(row, row.sizeKb / most, event, s))),
    ),
    rowsLeftOut === 0
      ? undefined
      : el('p', { class: 'note' }, filled(s.moreStretches, wholeNumber(rowsLeftOut, s.language))),
    surplusKb === 0
      ? undefined
      : el('p', { class: 'note' }, `+ ${sizeOf(surplusKb, s.language)}: ${s.lockedSurplus}`),
  );
}

function stretch(row: LockedRow, share: number, event: number, s: ViewStrings): HTMLElement {
  const { start, end } = row;
  const range = el('span', { dir: 'ltr' }, `${start}–`, el('wbr'), end);
  const choose = button('', { class: 'choose' }, () => select({ kind: 'range', start, end, event }));
  choose.append(range);
  const bar = el('span', { class: 'share', 'aria-hidden': 'true' });
  bar.style.inlineSize = `${Math.max(2, share * 100)}%`;
  return el(
    'tr',
    { 'data-start': start, 'data-end': end },
    el('td', { class: 'size' }, sizeOf(row.sizeKb, s.language), bar),
    el('td', { class: 'address' }, choose),
    el('td', { class: 'what' }, row.prot === '???' ? '' : `${row.prot}${row.share} `, nameOf(row, s)),
    el(
      'td',
      { class: 'by' },
      row.lockedAt === null
        ? s.lockedBeforeLog
        : el('span', {}, `${howWord(row.how, s)} `, lineLink(`${s.line} ${row.lockedAt.line}`, row.lockedAt)),
      row.lockOnFault ? el('span', { class: 'dim' }, ` (${s.lockedOnFault})`) : undefined,
    ),
  );
}

/** A path by its last part; the whole of it is said by the title. */
function nameOf({ name, file, share }: LockedRow, s: ViewStrings): HTMLElement {
  const whole = shownText(name ?? file ?? (share === '?' ? s.notShown : s.anonymous));
  const last = name === null && file !== null ? whole.slice(whole.lastIndexOf('/') + 1) : whole;
  return el('bdi', { class: 'name', title: whole }, last);
}

function howWord(how: LockedRow['how'], s: ViewStrings): string {
  const words: Readonly<Record<NonNullable<LockedRow['how']>, string>> = {
    lock: s.lockedAt,
    'lock-all': s.lockedByAll,
    'lock-on-mapping': s.lockedOnMapping,
    'lock-future': s.lockedByFuture,
    'lock-by-growth': s.lockedByGrowth,
    'lock-secret': s.lockedSecret,
  };
  return how === null ? s.lockedAt : words[how];
}

/** Marks the stretches that what is chosen touches. */
export function markChosen(table: HTMLElement, selection: Selection | null): void {
  for (const row of table.querySelectorAll<HTMLElement>('tr[data-start]')) {
    const isChosen = touches(row.dataset['start'] ?? '', row.dataset['end'] ?? '', selection);
    if (isChosen) row.setAttribute('aria-current', 'true');
    else row.removeAttribute('aria-current');
  }
}

const isAddress = /^0x[0-9a-f]{1,17}$/i;

function touches(start: string, end: string, selection: Selection | null): boolean {
  if (selection === null || selection.kind === 'event') return false;
  const from = selection.kind === 'page' ? selection.address : selection.start;
  const to = selection.kind === 'page' ? selection.address : selection.end;
  if (!isAddress.test(from) || !isAddress.test(to)) return false;
  const last = selection.kind === 'page' ? BigInt(to) + 1n : BigInt(to);
  return BigInt(from) < BigInt(end) && last > BigInt(start);
}
