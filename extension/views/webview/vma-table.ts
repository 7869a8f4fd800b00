/** A table of VMAs: the same rows serve the address space, what a call changes, and locked memory. */
import type { LineLink, VmaRow } from '../../../debug-adapter/protocol';
import type { ViewStrings } from '../words';
import { el, type Child } from './dom';
import { sizeOf } from './format';
import { lineLink } from './host';
import { lockIcon } from './icons';

export interface TableOptions {
  readonly caption: string;
  readonly strings: ViewStrings;
  /** A sign and a word before the row: what becomes of it. */
  readonly mark?: { readonly sign: string; readonly word: string; readonly class: string };
  readonly provenance?: (row: VmaRow) => { readonly word: string; readonly link: LineLink } | undefined;
}

export function vmaTable(rows: readonly VmaRow[], options: TableOptions): HTMLTableElement {
  const { strings: s } = options;
  const head = el(
    'thead',
    {},
    el('tr', {}, ...[s.address, s.size, s.prot, s.mapping].map((title) => el('th', { scope: 'col' }, title))),
  );
  const body = el('tbody');
  appendRows(body, rows, options);
  return el('table', { class: 'vmas' }, el('caption', { class: 'hidden' }, options.caption), head, body);
}

export function appendRows(body: HTMLElement, rows: readonly VmaRow[], options: TableOptions): void {
  body.append(...rows.map((row) => vmaRow(row, options)));
}

function vmaRow(row: VmaRow, options: TableOptions): HTMLTableRowElement {
  const { strings: s, mark } = options;
  const changed = row.changes.length > 0 ? 'changed' : '';
  const size = sizeOf(row.sizeKb, s.language);
  if (row.kind !== 'vma') {
    return el(
      'tr',
      { class: `row ${row.kind}` },
      addressCell(row, mark),
      el('td', { class: 'size' }, size),
      el('td', { class: 'prot' }, row.kind === 'unknown' ? '???' : '···'),
      el('td', {}, row.kind === 'unknown' ? s.unknown : s.free),
    );
  }
  return el(
    'tr',
    { class: `row vma ${changed} ${mark?.class ?? ''} ${row.locked ? 'locked' : ''}` },
    addressCell(row, mark),
    el('td', { class: 'size' }, size),
    el('td', { class: 'prot' }, `${row.prot}${row.share}`),
    el('td', { class: 'what' }, ...whatIsThere(row, options)),
  );
}

function addressCell(row: VmaRow, mark: TableOptions['mark']): HTMLTableCellElement {
  const sign =
    mark === undefined
      ? undefined
      : el('span', { class: 'sign', title: mark.word }, mark.sign, hidden(` ${mark.word} `));
  return el('td', { class: 'address' }, sign, `${row.start}–`, el('wbr'), row.end);
}

function whatIsThere(row: VmaRow, { strings: s, provenance }: TableOptions): Child[] {
  const name = row.name ?? row.file ?? (row.share === '?' ? s.notShown : s.anonymous);
  const origin = provenance?.(row);
  return [
    nameOf(name, row.file !== null && row.name === null),
    row.file !== null && row.offset !== '0x0' ? el('span', { class: 'dim' }, ` +${row.offset}`) : undefined,
    row.locked ? badge(lockIcon(), row.lockOnFault ? s.lockedOnFault : s.locked, 'lock') : undefined,
    row.certainty === 'inferred' ? badge('≈', s.inferred, 'inferred') : undefined,
    ...row.changes.map((change) => badge(undefined, changeWord(change, s), 'change')),
    origin === undefined
      ? undefined
      : el(
          'span',
          { class: 'dim' },
          ` ${origin.word} `,
          lineLink(`${s.line} ${origin.link.line}`, origin.link),
        ),
  ];
}

/** A path by its last part, which tells files apart in a narrow side bar; the folder gives way first. */
function nameOf(name: string, isPath: boolean): HTMLElement {
  const cut = isPath ? name.lastIndexOf('/') + 1 : 0;
  return el(
    'span',
    { class: isPath ? 'name file' : 'name', title: name },
    cut === 0 ? undefined : el('span', { class: 'folder' }, name.slice(0, cut)),
    name.slice(cut),
  );
}

export function changeWord(change: VmaRow['changes'][number], s: ViewStrings): string {
  const words: Readonly<Record<VmaRow['changes'][number], string>> = {
    mapped: s.changeMapped,
    unmapped: s.changeUnmapped,
    moved: s.changeMoved,
    protected: s.changeProtected,
    locked: s.changeLocked,
    unlocked: s.changeUnlocked,
    split: s.changeSplit,
    merged: s.changeMerged,
    grown: s.changeGrown,
    shrunk: s.changeShrunk,
    changed: s.changeChanged,
  };
  return words[change];
}

function badge(sign: Child, word: string, kind: string): HTMLElement {
  return el('span', { class: `badge ${kind}` }, sign, sign === undefined ? word : ` ${word}`);
}

function hidden(text: string): HTMLElement {
  return el('span', { class: 'hidden' }, text);
}
