/** The way through the tables, level by level, down to the entry of the page. */
import type { PageEntryBody, PageWalkBody } from '../../../../debug-adapter/page-protocol';
import type { ViewStrings } from '../../words';
import { el, type Child } from '../dom';
import { lineLink } from '../host';

export function walkSteps({ steps }: PageWalkBody, s: ViewStrings): HTMLElement {
  return el(
    'ol',
    { class: 'walk', 'aria-label': s.walk },
    ...steps.map(({ level, index, entries, entry, exists, since }, i) => {
      const words = { yes: s.tableThere, no: s.tableMissing, open: s.tableOpen };
      return el(
        'li',
        { class: `step level${i} ${exists}` },
        el('strong', { class: 'level' }, level),
        el('span', { class: 'index' }, `${index} / ${entries}`),
        el('span', { class: 'range', dir: 'ltr' }, `${entry.start}–${entry.end}`),
        el('span', { class: 'exists' }, `${signs[exists]} ${words[exists]}`),
        ...(since === null ? [] : [el('span', {}, lineLink(`${s.line} ${since.line}`, since))]),
      );
    }),
  );
}

const signs = { yes: '●', no: '○', open: '?' } as const;

/** What is known of the page's own entry, as parts of a sentence. */
export function entryState(entry: PageEntryBody, s: ViewStrings): HTMLElement {
  const states = {
    unmapped: s.entryUnmapped,
    unknown: s.entryUnknown,
    present: s.entryPresent,
    absent: s.entryAbsent,
    guard: s.entryGuard,
    open: s.entryOpen,
  };
  const parts: Child[] = [el('strong', {}, states[entry.state])];
  const since = entry.movedAt ?? entry.since;
  if (since !== null) parts.push(' · ', lineLink(`${s.line} ${since.line}`, since));
  if (entry.hold !== null) parts.push(' · ', hold(entry.hold, s));
  if (entry.write !== null) parts.push(' · ', write(entry.write, s));
  if (entry.sharedSince !== null)
    parts.push(
      ' · ',
      s.sharedByFork,
      ' ',
      lineLink(`${s.line} ${entry.sharedSince.line}`, entry.sharedSince),
    );
  return el('p', { class: `entry ${entry.state}` }, ...parts);
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
