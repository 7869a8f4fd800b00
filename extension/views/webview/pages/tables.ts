/** The tables on the way of the walk as columns of entries, each a list that keys move through. */
import type {
  FoldedEntriesBody,
  PageWalkBody,
  TableEntryBody,
} from '../../../../debug-adapter/protocol/page';
import type { ViewStrings } from '../../words';
import { el, type Child } from '../dom';
import { filled, sizeOf, wholeNumber } from '../format';
import { binaryOf, type AddressField } from '../../../../picture/pages/address-fields';

type Step = PageWalkBody['steps'][number];

export interface TableFigure {
  readonly element: HTMLElement;
  /** The entry that the walk reads. */
  readonly chosen: HTMLElement;
}

/** What each state is called, and the sign that stands for it. */
export function stateWord(state: TableEntryBody['state'], s: ViewStrings): string {
  return {
    table: s.stateTable,
    open: s.stateOpen,
    empty: s.stateEmpty,
    kernel: s.stateKernel,
    present: s.statePresent,
    absent: s.stateAbsent,
    guard: s.stateGuard,
    unknown: s.stateUnknown,
  }[state];
}

const SIGNS = {
  table: '→',
  open: '?',
  empty: '∅',
  kernel: '✕',
  present: '→',
  absent: '∅',
  guard: '⊘',
  unknown: '?',
} as const;

/** `choose`: another address is looked at. */
export function tableFigure(
  step: Step,
  field: AddressField,
  { hugeHere, isComplete }: { readonly hugeHere: boolean; readonly isComplete: boolean },
  s: ViewStrings,
  choose: (address: string) => void,
): TableFigure {
  const { level, index, entries, near, before, after, kernelFrom, exists } = step;
  const isLast = level === 'PTE';
  // Where the log does not show all memory, what it shows nothing of may be in use.
  const none = isComplete ? s.noneUsed : s.noneKnown;
  const count = filled(s.entriesOfTable, wholeNumber(entries, s.language));
  const spanKb = Number((BigInt(step.entry.end) - BigInt(step.entry.start)) >> 10n);
  const list = el('div', { class: 'entries', role: 'listbox', 'aria-label': `${level}: ${count}` });
  const go = (address: string | null): void => {
    if (address !== null) choose(address);
  };
  let chosen: HTMLElement = list;
  const shown = exists === 'no' ? near.filter((entry) => entry.index === index) : near;
  if (exists !== 'no' && before.entries > 0) list.append(fold(before, 0, level, s, go, none));
  for (const entry of shown) {
    const isChosen = entry.index === index;
    const row = entryRow(entry, isChosen, isLast, level, s);
    if (isChosen) chosen = row;
    row.addEventListener('click', () => go(entry.address));
    list.append(row);
  }
  const behind = (near.at(-1)?.index ?? 0) + 1;
  if (exists !== 'no' && after.entries > 0) list.append(fold(after, behind, level, s, go, none));
  const kernel = Math.max(behind, kernelFrom);
  if (exists !== 'no' && kernel < entries) {
    const unused = { entries: entries - kernel, used: 0, nearest: null };
    list.append(fold(unused, kernel, level, s, go, s.stateKernel));
  }
  list.addEventListener('keydown', (event) => {
    const address = addressAfter(event.key, step);
    if (address === undefined) return;
    event.preventDefault();
    go(address);
  });
  const notes: Child[] = [
    hugeHere ? el('div', { class: 'huge' }, filled(s.orHugePage, sizeOf(spanKb, s.language))) : undefined,
    el('div', { class: 'foot' }, filled(s.entryMaps, sizeOf(spanKb, s.language))),
  ];
  const element = el(
    'div',
    { class: `table ${field.kind} ${exists}` },
    el(
      'div',
      { class: 'head' },
      el('strong', {}, level),
      el('span', { class: 'count' }, count),
      el('span', { class: 'binary', 'aria-hidden': 'true' }, binaryOf(field)),
    ),
    list,
    ...(exists === 'no' ? [el('div', { class: 'foot' }, s.noTable)] : notes),
  );
  return { element, chosen };
}

/** Where a key leads from the entry in use; null: nowhere further. Undefined: the key is none of these. */
function addressAfter(key: string, { index, near, before, after, entry }: Step): string | null | undefined {
  const at = (n: number): string | null => near.find((one) => one.index === n)?.address ?? null;
  const used = (list: readonly TableEntryBody[]): string | null =>
    list.find(({ state }) => state !== 'empty' && state !== 'kernel')?.address ?? null;
  switch (key) {
    case 'ArrowUp':
      return at(index - 1);
    case 'ArrowDown':
      return at(index + 1);
    case 'PageUp':
      return used(near.filter((one) => one.index < index).reverse()) ?? before.nearest;
    case 'PageDown':
      return used(near.filter((one) => one.index > index)) ?? after.nearest;
    case 'Home':
      return entry.start;
    default:
      return undefined;
  }
}

function entryRow(
  { index, state }: TableEntryBody,
  isChosen: boolean,
  isLast: boolean,
  level: string,
  s: ViewStrings,
): HTMLElement {
  const word = state === 'open' && !isLast ? s.stateMaybeTable : stateWord(state, s);
  const row = el(
    'div',
    {
      class: `entry ${state}`,
      role: 'option',
      'aria-selected': String(isChosen),
      tabindex: isChosen ? '0' : '-1',
      ...(isChosen ? { 'data-key': `entry ${level}` } : {}),
    },
    el('span', { class: 'index' }, String(index)),
    el('span', { class: 'sign', 'aria-hidden': 'true' }, SIGNS[state]),
    el('span', { class: 'word' }, word),
  );
  return row;
}

function fold(
  { entries, used, nearest }: FoldedEntriesBody,
  first: number,
  level: string,
  s: ViewStrings,
  go: (address: string | null) => void,
  none: string,
): HTMLElement {
  const range = entries === 1 ? String(first) : `${first}–${first + entries - 1}`;
  const words = used === 0 ? none : filled(s.someUsed, wholeNumber(used, s.language));
  const row = el(
    'div',
    {
      class: `fold ${nearest === null ? '' : 'leads'}`,
      role: 'option',
      'aria-selected': 'false',
      'aria-disabled': String(nearest === null),
      tabindex: '-1',
      ...(nearest === null ? {} : { title: s.toNearest }),
      'aria-label': `${level} ${range}: ${words}`,
    },
    el('span', { class: 'index' }, '⋮'),
    el('span', { class: 'word' }, `${range} · ${words}`),
  );
  row.addEventListener('click', () => go(nearest));
  return row;
}
