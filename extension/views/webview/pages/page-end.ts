/** Where the walk ends: the page with the byte in it, or why there is none, with the line that says so. */
import type { PageEntryBody, PageWalkBody } from '../../../../debug-adapter/protocol/page';
import type { ViewStrings } from '../../words';
import { el, type Child } from '../dom';
import { filled, sizeOf } from '../format';
import { lineLink } from '../host';
import type { AddressField } from '../../../../picture/pages/address-fields';

export interface PageEnd {
  readonly element: HTMLElement;
  /** The byte in the page. */
  readonly byte: HTMLElement;
}

export function pageEnd({ entry, steps }: PageWalkBody, offset: AddressField, s: ViewStrings): PageEnd {
  const state = entry?.state ?? 'unknown';
  const bytes = 2 ** (offset.high + 1);
  const byte = el('div', { class: 'byte' }, `+0x${offset.value.toString(16)}`);
  byte.style.insetBlockStart = `${(Number(offset.value) / bytes) * 100}%`;
  const hasPage = state === 'present' || state === 'open' || state === 'unknown';
  const element = el(
    'div',
    { class: `page-end ${state} ${entry?.kind ?? ''}` },
    el(
      'div',
      { class: 'head' },
      el('strong', {}, hasPage ? s.pageFrame : s.noPage),
      el('span', { class: 'count' }, sizeOf(bytes / 1024, s.language)),
    ),
    el('div', { class: 'sheet' }, el('span', { class: 'state' }, shortState(state, s)), byte),
    el('div', { class: 'foot', dir: 'ltr' }, steps.at(-1)?.entry.start ?? ''),
  );
  return { element, byte };
}

const shortState = (state: PageEntryBody['state'], s: ViewStrings): string =>
  ({
    unmapped: s.stateUnmapped,
    unknown: s.stateUnknown,
    present: s.statePresent,
    absent: s.stateAbsent,
    guard: s.stateGuard,
    open: s.stateOpen,
  })[state];

/** What is known of the page's own entry, a fact a sentence. */
export function entryState(entry: PageEntryBody, steps: PageWalkBody['steps'], s: ViewStrings): HTMLElement {
  const { state, was, since, movedAt } = entry;
  const at = (link: NonNullable<typeof since>): Child => lineLink(`${s.line} ${link.line}`, link);
  const open = was === 'absent' ? s.openSinceEmpty : was === 'present' ? s.openSincePresent : s.entryOpen;
  const states = {
    unmapped: s.entryUnmapped,
    unknown: s.entryUnknown,
    present:
      entry.kind === 'own'
        ? s.runOwn
        : entry.kind === 'read'
          ? s.runRead
          : entry.kind === 'file'
            ? s.runFile
            : s.entryPresent,
    absent: s.entryAbsent,
    guard: s.entryGuard,
    open,
  };
  const facts: (readonly Child[])[] = [
    since === null ? [el('strong', {}, states[state])] : [el('strong', {}, states[state]), ' · ', at(since)],
    ...(movedAt === null ? [] : [[`${s.movedHere} `, at(movedAt)]]),
    ...(entry.hold === null ? [] : [[hold(entry.hold, s)]]),
    ...(entry.write === null ? [] : [[write(entry.write, s)]]),
    ...(entry.sharedSince === null ? [] : [[`${s.sharedByFork} `, at(entry.sharedSince)]]),
    ...(entry.hugeAt.length === 0 ? [] : [[filled(s.maybeHuge, entry.hugeAt.join(', '))]]),
  ];
  const proven = steps.filter(({ since: proof }) => proof !== null).at(-1);
  if (proven?.since && proven.since.line !== since?.line)
    facts.push([`${filled(s.tableProven, proven.level)} `, at(proven.since)]);
  if (steps.some(({ exists }) => exists === 'open'))
    facts.push([el('span', { class: 'dim' }, s.maybeTables)]);
  return el('ul', { class: `outcome ${state}` }, ...facts.map((parts) => el('li', {}, ...parts)));
}

const hold = (how: NonNullable<PageEntryBody['hold']>, s: ViewStrings): string =>
  ({
    locked: s.holdLocked,
    'unless-swapped': s.holdSwappable,
    'while-file-has-it': s.holdFile,
    'unless-device': s.holdDevice,
  })[how];

const write = (how: NonNullable<PageEntryBody['write']>, s: ViewStrings): string =>
  ({ yes: s.writeYes, no: s.writeNo, 'after-copy': s.writeCopies, open: s.writeOpen })[how];
