/**
 * What the kernel adds up and holds against the limit, as a bill: amounts in one column, in KiB alone, so that they can be
 * added by eye; each with what it is and how the caller's bytes became it.
 */
import type { LockDemandBody, LockedBody } from '../../../../debug-adapter/protocol/locked';
import type { ViewStrings } from '../../words';
import { el, type Child } from '../dom';
import { filled, wholeNumber } from '../format';
import { lineLink } from '../host';
import { leastLocked, type Sums } from './sums';

export function arithmetic(body: LockedBody, sums: Sums | undefined, s: ViewStrings): HTMLElement {
  const { lockedKb, afterKb, demand } = body;
  const least = leastLocked(body);
  const spareKb = sums?.spareKb ?? null;
  const isChanged = lockedKb !== null && afterKb !== null && lockedKb !== afterKb;
  return el(
    'table',
    { class: 'sums' },
    el('caption', { class: 'hidden' }, s.sum),
    el(
      'tbody',
      {},
      lockedKb === null && least !== null
        ? line('held', '≥', least, s.before, s)
        : line('held', '', lockedKb, s.before, s),
      ...(demand === null ? [] : demandLines(demand, isChanged && afterKb > lockedKb ? 'added' : 'asked', s)),
      ...(demand === null && !isChanged ? [] : limitLines(body, sums, demand !== null, s)),
      ...(spareKb === null ? [] : [verdict(spareKb, s)]),
      ...(demand === null && !isChanged
        ? []
        : [line(isChanged && afterKb < lockedKb ? 'released' : 'held', '⇒', afterKb, s.after, s)]),
    ),
  );
}

function demandLines(
  demand: LockDemandBody,
  part: 'added' | 'asked',
  s: ViewStrings,
): readonly HTMLElement[] {
  const { askedKb, creditKb, totalKb, isLeast } = demand;
  return [
    line(part, '+', askedKb, s.askedFor, s, roundingWords(demand, s)),
    ...(creditKb === 0 ? [] : [line('', '−', creditKb, s.lockedAlready, s)]),
    line('', '=', totalKb, isLeast ? `${s.inAll} (${s.atLeast})` : s.inAll, s, [], 'total'),
  ];
}

function limitLines(
  { limit, limitAt, pageBytes }: LockedBody,
  sums: Sums | undefined,
  isCompared: boolean,
  s: ViewStrings,
): readonly HTMLElement[] {
  const { limitKb = null, spareKb = null } = sums ?? {};
  const at: readonly Child[] = limitAt === null ? [] : [lineLink(`${s.line} ${limitAt.line}`, limitAt)];
  const sign = !isCompared || spareKb === null ? '' : spareKb < 0 ? '>' : '≤';
  if (limit === null) return [row('mark', '', '?', s.limit, [s.notShown], '')];
  if (limitKb === null)
    return [row('mark', isCompared ? '≤' : '', '∞', s.limit, [s.unlimited, ' ', ...at], '')];
  // The kernel counts whole pages of it.
  const isCut = BigInt(limit) !== BigInt(limitKb) * 1024n;
  const cut = isCut
    ? [
        filled(s.limitBytes, wholeNumber(Number(limit), s.language)),
        ' ',
        pagesWords((limitKb * 1024) / pageBytes, s),
        ' ',
      ]
    : [];
  return [line('mark', sign, limitKb, s.limit, s, [...cut, ...at])];
}

/** How the bytes of the call became the amount. */
function roundingWords({ rounding }: LockDemandBody, s: ViewStrings): readonly Child[] {
  const bytes = (text: string): string => wholeNumber(Number(text), s.language);
  const ltr = (text: string): HTMLElement => el('bdi', { class: 'number', dir: 'ltr' }, text);
  switch (rounding?.kind) {
    case 'range': {
      const { address, pages } = rounding;
      return [
        ltr(filled(s.bytesFrom, bytes(rounding.bytes)).replace('{1}', () => address)),
        ` ${filled(s.reachInto, pagesWords(pages, s))}`,
      ];
    }
    case 'length':
      return [
        ltr(filled(s.someBytes, bytes(rounding.bytes))),
        ` ${filled(s.fillUp, pagesWords(rounding.pages, s))}`,
      ];
    case 'growth':
      return [
        ltr(`${bytes(rounding.to)} − ${bytes(rounding.from)}`),
        ` ${filled(s.fillUp, pagesWords(rounding.pages, s))}`,
      ];
    case 'break':
      return [
        ltr(`${rounding.to} − ${rounding.from}`),
        ` ${filled(s.fillUp, pagesWords(rounding.pages, s))}`,
      ];
    case 'all':
      return [s.allMapped];
    default:
      return [];
  }
}

const pagesWords = (pages: number, s: ViewStrings): string =>
  pages === 1 ? s.onePage : `${wholeNumber(pages, s.language)} ${s.pages}`;

/** `part`: as which it is drawn on the gauge. */
function line(
  part: string,
  sign: string,
  kb: number | null,
  name: string,
  s: ViewStrings,
  detail: readonly Child[] = [],
  kind = '',
): HTMLElement {
  const amount = kb === null ? s.cannotTell : `${wholeNumber(kb, s.language)}\u00a0KiB`;
  return row(part, sign, amount, name, detail, kind);
}

function row(
  part: string,
  sign: string,
  amount: string,
  name: string,
  detail: readonly Child[],
  kind: string,
): HTMLElement {
  return el(
    'tr',
    { class: kind },
    el(
      'td',
      { class: 'mark' },
      part === '' ? undefined : el('span', { class: `swatch ${part}`, 'aria-hidden': 'true' }),
    ),
    el('td', { class: 'sign' }, sign),
    el('td', { class: 'amount', dir: 'ltr' }, amount),
    el(
      'th',
      { scope: 'row' },
      name,
      ...(detail.length === 0 ? [] : [el('span', { class: 'detail' }, ...detail)]),
    ),
  );
}

function verdict(spareKb: number, s: ViewStrings): HTMLElement {
  const isOver = spareKb < 0;
  const amount = `${wholeNumber(Math.abs(spareKb), s.language)}\u00a0KiB`;
  return row(
    isOver ? 'over' : '',
    isOver ? '✗' : '✓',
    amount,
    isOver ? s.overWord : s.spareWord,
    [],
    `verdict ${isOver ? 'isOver' : 'fits'}`,
  );
}
