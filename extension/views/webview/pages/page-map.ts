/** The pages of a mapping: runs of which something is proven, and between them those that the log leaves open. */
import type { PageRunBody, PageWalkBody } from '../../../../debug-adapter/page-protocol';
import type { ViewStrings } from '../../words';
import { el } from '../dom';
import { sizeOf, wholeNumber } from '../format';
import { lineLink } from '../host';

type State = 'present' | 'absent' | 'open' | 'guard';

interface Band {
  readonly state: State;
  readonly start: bigint;
  readonly pages: number;
  readonly run?: PageRunBody;
}

export function pageMap({ entry, runs, runCount }: PageWalkBody, s: ViewStrings): readonly HTMLElement[] {
  const vma = entry?.vma;
  if (vma === null || vma === undefined) return [];
  const bands = bandsOf(BigInt(vma.start), BigInt(vma.end), runs);
  const left = runCount - runs.length;
  return [
    el(
      'h3',
      {},
      `${s.pagesOfMapping} ${sizeOf(vma.sizeKb, s.language)}${vma.locked ? ` · ${s.locked}` : ''}`,
    ),
    el('ol', { class: 'map', 'aria-label': s.pagesOfMapping }, ...bands.map((band) => bandElement(band, s))),
    ...(left > 0 ? [el('p', { class: 'note' }, `+${wholeNumber(left, s.language)}`)] : []),
  ];
}

function bandsOf(start: bigint, end: bigint, runs: readonly PageRunBody[]): readonly Band[] {
  const bands: Band[] = [];
  let at = start;
  const open = (to: bigint): void => {
    if (to > at) bands.push({ state: 'open', start: at, pages: Number((to - at) >> 12n) });
  };
  for (const run of runs) {
    const from = BigInt(run.start);
    open(from);
    bands.push({ state: stateOf(run.kind), start: from, pages: run.pages, run });
    at = BigInt(run.end);
  }
  open(end);
  return bands;
}

function stateOf(kind: PageRunBody['kind']): State {
  switch (kind) {
    case 'own':
    case 'read':
    case 'file':
      return 'present';
    case 'guard':
    case 'maybe-guard':
      return 'guard';
    case 'untouched':
      return 'absent';
    case 'released':
    case 'open':
      return 'open';
  }
}

/** Of more pages than this a band shows no single ones. */
const MOST_CELLS = 64;

function bandElement({ state, start, pages, run }: Band, s: ViewStrings): HTMLElement {
  const words = { present: s.entryPresent, absent: s.entryAbsent, open: s.entryOpen, guard: s.entryGuard };
  const cells = el('span', { class: 'cells', 'aria-hidden': 'true' });
  for (let i = 0; i < Math.min(pages, MOST_CELLS); i++) cells.append(el('span', { class: 'cell' }));
  return el(
    'li',
    { class: `band ${state}` },
    cells,
    el('span', { class: 'address', dir: 'ltr' }, `0x${start.toString(16)}`),
    el('span', {}, `${wholeNumber(pages, s.language)} ${s.pages} · ${words[state]}`),
    ...(run === undefined ? [] : [lineLink(`${s.line} ${run.since.line}`, run.since)]),
  );
}
