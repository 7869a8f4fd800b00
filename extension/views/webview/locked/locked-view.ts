/**
 * Locked Memory: the total against its limit with the sum that the kernel makes of it, what binds it, what makes it up, and
 * its course over the whole recording.
 */
import type { LockedBody } from '../../../../debug-adapter/protocol/locked';
import { shownText } from '../../../../picture/shown-text';
import type { Selection } from '../../messages';
import type { ViewStrings } from '../../words';
import { el } from '../dom';
import { filled, sizeOf, wholeNumber } from '../format';
import type { ContentOf, PageView } from '../page-view';
import { arithmetic } from './arithmetic';
import { bindings } from './bounds';
import { Course } from './course';
import { gauge } from './gauge';
import { pictureOf } from './picture';
import { markChosen, stretchTable } from './stretches';
import { leastLocked, sumsOf, type Sums } from './sums';

export class LockedView implements PageView<'locked'> {
  readonly root = el('div', { class: 'locked-memory' });
  readonly #moment = el('div', { class: 'moment' });
  readonly #course = new Course();
  readonly #parts = el('div', { class: 'parts' });
  #selection: Selection | null = null;
  #shown: { readonly content: ContentOf<'locked'>; readonly strings: ViewStrings } | undefined;

  constructor() {
    this.root.append(this.#moment, this.#parts, this.#course.root);
  }

  show(content: ContentOf<'locked'>, s: ViewStrings): void {
    this.#shown = { content, strings: s };
    const { body } = content;
    this.#moment.replaceChildren(
      ...(body.hasSpace ? momentOf(body, s) : [el('p', { class: 'note' }, s.noSpace)]),
    );
    this.#parts.replaceChildren(
      ...(body.rows.length > 0 ? [stretchTable(body, content.position.event, s)] : []),
    );
    this.#course.show(content, s);
    this.select(this.#selection);
  }

  picture(): string | undefined {
    if (this.#shown === undefined) return undefined;
    const { content, strings } = this.#shown;
    return pictureOf(this.root, sumsOf(content.body), content.position, strings);
  }

  select(selection: Selection | null): void {
    this.#selection = selection;
    markChosen(this.#parts, selection);
  }
}

/** What is held, what the call adds, and what it is held against. */
function momentOf(body: LockedBody, s: ViewStrings): readonly HTMLElement[] {
  const sums = sumsOf(body);
  const { limit, lockedKb } = body;
  const endless = limit === 'infinity' ? s.unlimited : limit === null ? s.limitNotShown : undefined;
  const isPassable = body.privileged === 'yes';
  // Nothing to add up: what would be is said instead.
  const isBare = lockedKb === 0 && body.afterKb === 0 && body.demand === null;
  return [
    headline(body, sums, s),
    ...(sums === undefined
      ? []
      : [gauge(sums, lockedKb ?? leastLocked(body) ?? 0, { endless, isPassable }, s)]),
    el(
      'div',
      { class: 'facts' },
      el('div', {}, isBare ? el('p', {}, s.nothingLockedNow) : arithmetic(body, sums, s), units(lockedKb, s)),
      bindings(body, s),
    ),
  ];
}

/** The answer in one line: how much is locked, and what this call meets. */
function headline(body: LockedBody, sums: Sums | undefined, s: ViewStrings): HTMLElement {
  const { lockedKb, limit, demand, call, privileged } = body;
  const least = leastLocked(body);
  const held =
    lockedKb !== null
      ? sizeOf(lockedKb, s.language)
      : least !== null
        ? `${s.atLeast} ${sizeOf(least, s.language)}`
        : '?';
  const limitKb = sums?.limitKb ?? null;
  const of =
    limitKb !== null ? filled(s.ofLimit, sizeOf(limitKb, s.language)) : limit === 'infinity' ? s.noLimit : '';
  const spareKb = sums?.spareKb ?? null;
  const verdict = ((): readonly [kind: string, text: string] | undefined => {
    if (demand === null || call === null) return undefined;
    const name = shownText(call.name);
    const asked = `${name}: +${sizeOf(demand.askedKb, s.language)}`;
    if (spareKb === null) return ['plain', asked];
    if (spareKb >= 0) return ['fits', `✓ ${asked}, ${filled(s.withinLimit, sizeOf(spareKb, s.language))}`];
    const over = filled(s.overLimit, sizeOf(-spareKb, s.language));
    if (privileged === 'yes') return ['fits', `✓ ${asked}, ${over}: ${s.capabilityPasses}`];
    return ['isOver', `✗ ${asked}, ${over}${call.errno === null ? '' : `: ${call.errno}`}`];
  })();
  return el(
    'p',
    { class: 'total' },
    el('strong', {}, el('bdi', {}, held)),
    el('span', {}, ` ${s.locked} ${of}`),
    verdict === undefined ? undefined : el('span', { class: `verdict ${verdict[0]}` }, verdict[1]),
  );
}

/** KiB here, kB there: said once. */
const units = (lockedKb: number | null, s: ViewStrings): HTMLElement =>
  el(
    'p',
    { class: 'note' },
    `${s.unitsNote} `,
    el('bdi', {}, `VmLck: ${lockedKb === null ? s.cannotTell : `${wholeNumber(lockedKb, s.language)} kB`}`),
  );
