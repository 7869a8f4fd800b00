/** Locked Memory: the total before and after the call, the limit it is held against, and what makes it up. */
import type { LockedBody } from '../../../debug-adapter/protocol';
import type { ViewStrings } from '../words';
import { el, type Child } from './dom';
import { sizeOf, wholeKb } from './format';
import { lineLink } from './host';
import { vmaTable } from './vma-table';

export function lockedView(body: LockedBody, s: ViewStrings): readonly HTMLElement[] {
  const change =
    body.lockedKb !== null && body.afterKb !== null && body.afterKb !== body.lockedKb
      ? body.afterKb - body.lockedKb
      : undefined;
  const facts = el(
    'dl',
    { class: 'facts' },
    ...fact(s.before, kilobytes(body.lockedKb, s)),
    ...(change === undefined
      ? []
      : fact(
          s.after,
          `${kilobytes(body.afterKb, s)} (${change > 0 ? '+' : '−'}${wholeKb(Math.abs(change), s.language)})`,
        )),
    ...fact(s.limit, ...limit(body, s)),
  );
  return [
    facts,
    ...gauge(body),
    el('p', { class: 'note' }, privilege(body, s)),
    ...(body.future === 'locked' || body.future === 'onfault'
      ? [el('p', { class: 'note' }, body.future === 'locked' ? s.futureLocked : s.futureOnFault)]
      : []),
    ...(body.rows.length === 0 ? nothing(body, s) : [lockedVmas(body, s)]),
  ];
}

const nothing = ({ lockedKb }: LockedBody, s: ViewStrings): HTMLElement[] =>
  lockedKb === 0 ? [el('p', { class: 'note' }, s.nothingLocked)] : [];

const lockedVmas = (body: LockedBody, s: ViewStrings): HTMLElement =>
  vmaTable(body.rows, {
    caption: s.locked,
    strings: s,
    provenance: (row) => {
      const link = body.rows.find(({ start }) => start === row.start)?.lockedAt ?? null;
      return link === null ? undefined : { word: s.lockedAt, link };
    },
  });

function fact(name: string, ...value: readonly Child[]): HTMLElement[] {
  return [el('dt', {}, name), el('dd', {}, ...value)];
}

const kilobytes = (kb: number | null, s: ViewStrings): string =>
  kb === null ? s.cannotTell : wholeKb(kb, s.language);

function limit(body: LockedBody, s: ViewStrings): Child[] {
  if (body.limit === null) return [s.notShown];
  const words =
    body.limit === 'infinity' ? s.unlimited : sizeOf(Number(BigInt(body.limit) / 1024n), s.language);
  return body.limitAt === null
    ? [words]
    : [words, ', ', lineLink(`${s.line} ${body.limitAt.line}`, body.limitAt)];
}

/** The total against the limit, as a bar; the numbers stand above it, so it is decoration for a screen reader. */
function gauge(body: LockedBody): HTMLElement[] {
  if (body.limit === null || body.limit === 'infinity' || body.lockedKb === null) return [];
  const limitKb = Number(BigInt(body.limit) / 1024n);
  if (limitKb === 0) return [];
  const bar = el('meter', { class: 'gauge', 'aria-hidden': 'true' });
  bar.max = limitKb;
  bar.value = Math.min(body.afterKb ?? body.lockedKb, limitKb);
  return [bar];
}

function privilege(body: LockedBody, s: ViewStrings): string {
  const words = { yes: s.privilegeYes, no: s.privilegeNo, unknown: s.privilegeUnknown };
  return words[body.privileged];
}
