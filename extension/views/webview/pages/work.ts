/** What the call does to entries and tables: which come, which go, which are hung in elsewhere. */
import type { PageRunBody, PageWalkBody, PageWorkBody } from '../../../../debug-adapter/protocol/page';
import type { ViewStrings } from '../../words';
import { button, el } from '../dom';
import { filled, wholeNumber } from '../format';
import { MoveFigure } from './move';
import { entriesOf } from './run-entries';

export interface WorkFigure {
  readonly elements: readonly HTMLElement[];
  dispose(): void;
}

/** Of more moves than this the first are drawn: each is a figure of its own. */
const MOST_MOVES = 3;
const MOST_RUNS = 8;

export function pageWork(
  { work, steps }: PageWalkBody,
  s: ViewStrings,
  choose: (address: string) => void,
): WorkFigure {
  if (work === null) return { elements: [], dispose: () => undefined };
  const moves = work.moved.slice(0, MOST_MOVES).map((move) => new MoveFigure(move, s, choose));
  const last = steps.at(-1)?.bits;
  const runs = (
    kind: 'came' | 'went',
    title: string,
    list: readonly PageRunBody[],
  ): readonly HTMLElement[] => (list.length === 0 ? [] : [runList(kind, title, list, last, s, choose)]);
  const parts = [
    ...moves.map(({ root }) => root),
    ...runs('came', s.pagesFilled, work.filled),
    ...runs('went', s.pagesEmptied, [...work.emptied, ...work.dropped]),
    ...runs('went', s.pagesLoosened, work.loosened),
    ...tableChanges(work, s),
  ];
  const left = work.leftOut + Math.max(0, work.moved.length - MOST_MOVES);
  return {
    elements: [
      el('h3', {}, s.workOfCall),
      ...(parts.length === 0 ? [el('p', { class: 'note' }, s.noEntryProven)] : parts),
      ...(left > 0
        ? [el('p', { class: 'note' }, filled(s.moreStretches, wholeNumber(left, s.language)))]
        : []),
    ],
    dispose: () => moves.forEach((move) => move.dispose()),
  };
}

function runList(
  kind: 'came' | 'went',
  title: string,
  list: readonly PageRunBody[],
  pte: readonly [number, number] | undefined,
  s: ViewStrings,
  choose: (address: string) => void,
): HTMLElement {
  const [high, low] = pte ?? [20, 12];
  const total = entriesOf(list, low);
  return el(
    'section',
    { class: `runs ${kind}` },
    el(
      'p',
      {},
      el('span', { class: 'sign', 'aria-hidden': 'true' }, kind === 'came' ? '+' : '−'),
      `${filled(total === 1 ? s.oneEntry : s.someEntries, wholeNumber(total, s.language))} ${title}`,
    ),
    ...list.slice(0, MOST_RUNS).map((run) => runElement(run, high, low, s, choose)),
    ...(list.length > MOST_RUNS
      ? [
          el(
            'p',
            { class: 'note' },
            filled(s.moreStretches, wholeNumber(list.length - MOST_RUNS, s.language)),
          ),
        ]
      : []),
  );
}

/** Cells drawn of one run; the indices beside them say how many there are. */
const MOST_CELLS = 16;

function runElement(
  run: PageRunBody,
  high: number,
  low: number,
  s: ViewStrings,
  choose: (address: string) => void,
): HTMLElement {
  const pages = entriesOf([run], low);
  const mask = (1n << BigInt(high - low + 1)) - 1n;
  const first = Number((BigInt(run.start) >> BigInt(low)) & mask);
  const last = Number(((BigInt(run.end) - 1n) >> BigInt(low)) & mask);
  const cells = Math.min(pages, MOST_CELLS);
  return el(
    'div',
    { class: 'run' },
    el(
      'span',
      { class: 'cells', 'aria-hidden': 'true' },
      ...Array.from({ length: cells }, () => el('span', { class: 'cell' })),
      pages > cells ? ' …' : undefined,
    ),
    el('span', { class: 'place' }, placeOf(first, last, pages, s)),
    button(run.start, { class: 'link address', dir: 'ltr' }, () => choose(run.start)),
    el('span', { class: 'dim' }, pages === 1 ? s.onePage : `${wholeNumber(pages, s.language)} ${s.pages}`),
  );
}

/** A long run goes on in the tables that follow: its last index is of the last of them. */
function placeOf(first: number, last: number, pages: number, s: ViewStrings): string {
  if (pages === 1) return `PTE ${first}`;
  return pages > last - first + 1 ? `PTE ${first} … ${last} (${s.manyTables})` : `PTE ${first} – ${last}`;
}

function tableChanges({ tables }: PageWorkBody, s: ViewStrings): readonly HTMLElement[] {
  const rows = tables.filter(({ allocated, freed, moved }) => allocated.most + freed.most + moved > 0);
  if (rows.length === 0) return [];
  const titles = [s.tablesChanged, s.tablesAllocated, s.tablesFreed, s.changeMoved];
  const cell = (text: string): HTMLElement => el('td', {}, text);
  return [
    el(
      'table',
      { class: 'numbers' },
      el('thead', {}, el('tr', {}, ...titles.map((title) => el('th', { scope: 'col' }, title)))),
      el(
        'tbody',
        {},
        ...rows.map(({ level, allocated, freed, moved }) =>
          el(
            'tr',
            {},
            el('th', { scope: 'row' }, level),
            cell(allocated.most === 0 ? '–' : `+${bounds(allocated)}`),
            cell(freed.most === 0 ? '–' : `−${bounds(freed)}`),
            cell(moved === 0 ? '–' : `≤ ${moved}`),
          ),
        ),
      ),
    ),
  ];
}

const bounds = ({ least, most }: { readonly least: number; readonly most: number }): string =>
  least === most ? String(most) : `${least}…${most}`;

/** How many tables of each level the address space needs: bounds, for the log shows not every touch. */
export function tableCounts({ counts, tables }: PageWalkBody, s: ViewStrings): readonly HTMLElement[] {
  const row = (
    name: string,
    { least, most }: { readonly least: number; readonly most: number },
    unit: string,
  ) =>
    el(
      'tr',
      {},
      el('th', { scope: 'row' }, name),
      el('td', {}, `${wholeNumber(least, s.language)}${unit}`),
      el(
        'td',
        {},
        counts.complete
          ? `${wholeNumber(most, s.language)}${unit}`
          : `${wholeNumber(most, s.language)}${unit} +`,
      ),
    );
  return [
    el('h3', {}, s.tablesOfSpace),
    el('p', { class: 'note' }, `${tables.title} · ${tables.basis}`),
    el(
      'table',
      { class: 'numbers' },
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          el('th', { scope: 'col' }, s.level),
          el('th', { scope: 'col' }, s.atLeast),
          el('th', { scope: 'col' }, s.atMostHead),
        ),
      ),
      el(
        'tbody',
        {},
        ...counts.levels.map((level) => row(level.level, level, '')),
        row('VmPTE', counts.vmPteKb, ' kB'),
      ),
    ),
    el('p', { class: 'note' }, counts.complete ? s.boundsNote : `${s.boundsNote} ${s.boundsUnseen}`),
  ];
}
