/** What the kernel adds up and holds against the limit, a line each. */
import type { LockedBody } from '../../../../debug-adapter/protocol';
import type { ViewStrings } from '../../words';
import { el, type Child } from '../dom';
import { filled, wholeKb } from '../format';
import { lineLink } from '../host';
import type { Sums } from './sums';

export function arithmetic(body: LockedBody, sums: Sums | undefined, s: ViewStrings): HTMLElement {
  const { lockedKb, afterKb, demand } = body;
  const kb = (value: number | null): string => (value === null ? s.cannotTell : wholeKb(value, s.language));
  const spareKb = sums?.spareKb ?? null;
  const lines = [
    line('held', '', s.before, kb(lockedKb)),
    ...(demand === null ? [] : demandLines(demand, kb, s)),
    line('', spareKb === null ? '' : spareKb < 0 ? '>' : '≤', s.limit, ...limit(body, s)),
    ...(spareKb === null ? [] : [verdict(spareKb, s)]),
    line(...changeOf(lockedKb, afterKb), s.after, `${kb(afterKb)}${difference(lockedKb, afterKb, s)}`),
  ];
  return el('dl', { class: 'sums' }, ...lines);
}

function demandLines(
  { askedKb, creditKb, totalKb, isLeast }: NonNullable<LockedBody['demand']>,
  kb: (value: number) => string,
  s: ViewStrings,
): readonly HTMLElement[] {
  return [
    line('asked', '+', s.askedFor, kb(askedKb)),
    ...(creditKb === 0 ? [] : [line('', '−', s.lockedAlready, kb(creditKb))]),
    line('', '=', s.inAll, isLeast ? `${s.atLeast} ${kb(totalKb)}` : kb(totalKb)),
  ];
}

/** Sign, name and value in one row; `part`: as which it is drawn on the gauge. */
function line(part: string, sign: string, name: string, ...value: readonly Child[]): HTMLElement {
  return el(
    'div',
    { class: 'sum' },
    el(
      'dt',
      {},
      el('span', { class: `swatch ${part}`, 'aria-hidden': 'true' }),
      el('span', { class: 'sign' }, sign),
      name,
    ),
    el('dd', {}, ...value),
  );
}

function verdict(spareKb: number, s: ViewStrings): HTMLElement {
  const size = wholeKb(Math.abs(spareKb), s.language);
  return el(
    'div',
    { class: `sum verdict ${spareKb < 0 ? 'over' : 'fits'}` },
    el('dt', {}, el('span', { class: 'swatch' }), el('span', { class: 'sign' }, spareKb < 0 ? '✗' : '✓')),
    el('dd', {}, filled(spareKb < 0 ? s.overLimit : s.withinLimit, size)),
  );
}

const changeOf = (before: number | null, after: number | null): [part: string, sign: string] =>
  before === null || after === null || before === after
    ? ['', '']
    : [after > before ? 'added' : 'released', '→'];

function difference(before: number | null, after: number | null, s: ViewStrings): string {
  if (before === null || after === null || before === after) return '';
  return ` (${after > before ? '+' : '−'}${wholeKb(Math.abs(after - before), s.language)})`;
}

function limit({ limit: bytes, limitAt }: LockedBody, s: ViewStrings): readonly Child[] {
  if (bytes === null) return [s.notShown];
  const size = bytes === 'infinity' ? s.unlimited : wholeKb(Number(BigInt(bytes) / 1024n), s.language);
  return limitAt === null ? [size] : [size, ', ', lineLink(`${s.line} ${limitAt.line}`, limitAt)];
}
