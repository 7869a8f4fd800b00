/** The shape of a kind of mark, in the colour of the text. */
import { MARK_SIZE, markShapes } from '../../../../picture/timeline/mark-shape';
import type { MarkKind } from '../../../../picture/timeline/series';
import type { ViewStrings } from '../../words';

export const SVG = 'http://www.w3.org/2000/svg';

export function markIcon(kind: MarkKind): SVGSVGElement {
  const icon = document.createElementNS(SVG, 'svg');
  icon.setAttribute('viewBox', `0 0 ${MARK_SIZE} ${MARK_SIZE}`);
  icon.setAttribute('aria-hidden', 'true');
  icon.classList.add('shape');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', markShapes[kind]);
  path.setAttribute('fill-rule', 'evenodd');
  icon.append(path);
  return icon;
}

export const kindWords = (s: ViewStrings): Readonly<Record<MarkKind, string>> => ({
  failure: s.markFailures,
  signal: s.markSignals,
  exec: s.markExecs,
  snapshot: s.markSnapshots,
  exit: s.markExits,
});
