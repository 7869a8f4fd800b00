/** What stands over the picture: how much is mapped, what the call changes or what was in its way, and the heads of the columns. */
import type { SpaceBody } from '../../../../debug-adapter/protocol/space';
import type { AskedBody } from '../../../../picture/asked';
import { addressText } from '../../../../picture/address';
import type { ChangeSum } from '../../../../picture/change-sums';
import { barShare, barTicks } from '../../../../picture/scale';
import type { ViewStrings } from '../../words';
import { changeWord } from '../change-words';
import { el } from '../dom';
import { sizeOf, wholeNumber } from '../format';

export function totalsText(body: SpaceBody, s: ViewStrings): string {
  const least = body.complete ? '' : `${s.atLeast} `;
  return `${least}${wholeNumber(body.vmaCount, s.language)} ${s.vmas} · ${least}${sizeOf(body.sizeKb, s.language)}`;
}

/** 'ENOMEM: hole, 4 KiB at 0x7f…'; 'moved 16 KiB → 32 KiB'. Empty where nothing changes and nothing fails. */
export function outcomeElements(
  asked: AskedBody | null,
  sums: readonly ChangeSum[],
  s: ViewStrings,
): readonly HTMLElement[] {
  const changes = sums.map((sum) => sumElement(sum, s));
  if (asked?.outcome !== 'failed') return changes;
  const [trouble] = asked.troubles;
  if (trouble === undefined) {
    // Only brk does not say so by its answer.
    return asked.error === null ? [el('span', { class: 'failed' }, `✗ ${s.refused}`), ...changes] : changes;
  }
  const at = trouble.address ?? addressText(trouble.start);
  const size =
    trouble.address === undefined ? ` ${sizeOf((trouble.end - trouble.start) * 4, s.language)},` : '';
  const where = el('span', { class: 'address', dir: 'ltr' }, at);
  const range = asked.ranges.find(({ start, end }) => trouble.start < end && start < trouble.end);
  const what = range === undefined || range.role === 'range' ? '' : `${range.said}: `;
  const said = `✗ ${what}${trouble.said},${size} `;
  return [el('span', { class: 'failed' }, said, where), ...changes];
}

function sumElement(sum: ChangeSum, s: ViewStrings): HTMLElement {
  const size = sizeOf(sum.pages * 4, s.language);
  const text = `${changeWord(sum.what, s)} ${size}`;
  if (sum.what === 'moved' && sum.after !== sum.pages)
    return el('span', { class: 'did' }, `${text} → ${sizeOf(sum.after * 4, s.language)}`);
  if (sum.what === 'protected' && sum.from !== undefined && sum.to !== undefined) {
    const prots = el('span', { class: 'prot', dir: 'ltr' }, `${sum.from} → ${sum.to}`);
    return el('span', { class: 'did' }, `${text} `, prots);
  }
  return el('span', { class: 'did' }, text);
}

/** Names of the columns, and the sizes that the bars are measured by. */
export function columnHeads(s: ViewStrings): HTMLElement {
  const ticks = barTicks.map((pages) => {
    const tick = el('span', { class: 'tick' }, sizeOf(pages * 4, s.language));
    tick.style.left = `${(barShare(pages) * 100).toFixed(2)}%`;
    return tick;
  });
  return el(
    'div',
    { class: 'heads', 'aria-hidden': 'true' },
    el('span', { class: 'swatch' }),
    el('span', { class: 'address' }, s.address),
    el('span', { class: 'end' }),
    el('span', { class: 'prot' }, s.prot),
    el('span', { class: 'size' }, s.size),
    el('span', { class: 'ticks', dir: 'ltr' }, ...ticks),
    el('span', { class: 'name' }, s.mapping),
  );
}
