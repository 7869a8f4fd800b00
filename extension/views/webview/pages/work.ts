/** What the call does to entries and tables: mremap moves entries and no bytes, which is seen moving. */
import type { PageRunBody, PageWalkBody, PageWorkBody } from '../../../../debug-adapter/page-protocol';
import type { ViewStrings } from '../../words';
import { el } from '../dom';
import { wholeNumber } from '../format';

export function pageWork(work: PageWorkBody, s: ViewStrings): readonly HTMLElement[] {
  const tables = work.tables.filter(({ allocated, freed, moved }) => allocated.most + freed.most + moved > 0);
  return [
    el('h3', {}, s.whatItDid),
    ...work.moved.map((move) => movedEntries(move, s)),
    ...runs('filled', s.pagesFilled, work.filled, s),
    ...runs('emptied', s.pagesEmptied, [...work.emptied, ...work.loosened, ...work.dropped], s),
    ...(tables.length === 0
      ? []
      : [
          el(
            'ul',
            { class: 'tables' },
            ...tables.map(({ level, allocated, freed, moved }) =>
              el(
                'li',
                {},
                [
                  level,
                  ...(allocated.most > 0 ? [`+${bounds(allocated)} ${s.tablesAllocated}`] : []),
                  ...(freed.most > 0 ? [`−${bounds(freed)} ${s.tablesFreed}`] : []),
                  ...(moved > 0 ? [`${moved} ${s.tablesMoved}`] : []),
                ].join(' · '),
              ),
            ),
          ),
        ]),
  ];
}

const bounds = ({ least, most }: { readonly least: number; readonly most: number }): string =>
  least === most ? String(most) : `${least}–${most}`;

function movedEntries(
  { level, entries, from, to }: PageWorkBody['moved'][number],
  s: ViewStrings,
): HTMLElement {
  const shown = Math.min(entries, 12);
  const cells = (kind: string): HTMLElement =>
    el(
      'span',
      { class: `cells ${kind}` },
      ...Array.from({ length: shown }, () => el('span', { class: 'cell' })),
    );
  return el(
    'div',
    {
      class: 'moved',
      role: 'img',
      'aria-label': `${entries} ${level} ${s.entriesMoved}: ${from.start} → ${to.start}`,
    },
    el('span', { class: 'place', dir: 'ltr' }, `${level} ${from.index}… ${from.start}`),
    cells('from'),
    el(
      'span',
      { class: 'arrow', 'aria-hidden': 'true' },
      `↓ ${wholeNumber(entries, s.language)} ${s.entriesMoved}`,
    ),
    cells('to'),
    el('span', { class: 'place', dir: 'ltr' }, `${level} ${to.index}… ${to.start}`),
  );
}

function runs(
  kind: string,
  title: string,
  list: readonly PageRunBody[],
  s: ViewStrings,
): readonly HTMLElement[] {
  if (list.length === 0) return [];
  const pages = list.reduce((sum, run) => sum + run.pages, 0);
  return [el('p', { class: `run ${kind}` }, `${title}: ${wholeNumber(pages, s.language)} ${s.pages}`)];
}

/** How many tables of each level the address space needs: bounds, for the log shows not every touch. */
export function tableCounts({ counts, tables }: PageWalkBody, s: ViewStrings): readonly HTMLElement[] {
  const more = counts.complete ? '' : ` (${s.atLeast})`;
  return [
    el('h3', {}, `${tables.title}${more}`),
    el(
      'p',
      { class: 'note', dir: 'ltr' },
      [
        ...counts.levels.map(({ level, least, most }) => `${level} ${bounds({ least, most })}`),
        `VmPTE ${bounds(counts.vmPteKb)} kB`,
      ].join(' · '),
    ),
  ];
}
