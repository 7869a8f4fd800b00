/** The picture as a file: the rows that are shown, in the colours that they have on the screen. */
import type { AskedBody } from '../../../../picture/asked';
import type { Move } from '../../../../picture/change-sums';
import { layoutSvg } from '../../../../picture/layout-svg';
import { regionKinds, type RegionKind } from '../../../../picture/region';
import type { Row } from '../../../../picture/rows';
import type { ViewStrings } from '../../words';
import { sizeOf } from '../format';
import { shownName } from './item-element';

export interface Pictured {
  readonly caption: string;
  readonly asked: AskedBody | null;
  readonly moves: readonly Move[];
  readonly strings: ViewStrings;
}

export function pictureOf(root: HTMLElement, rows: readonly Row[], what: Pictured): string {
  const { caption, strings: s } = what;
  const style = getComputedStyle(root);
  const colour = (name: string, otherwise: string): string =>
    style.getPropertyValue(name).trim() || otherwise;
  const kinds = regionKinds.map((kind) => [kind, colour(`--${kind}`, style.color)] as const);
  const palette = {
    paper: colour('--vscode-editor-background', '#ffffff'),
    ink: colour('--vscode-editor-foreground', style.color),
    faint: colour('--vscode-descriptionForeground', style.color),
    changed: colour('--changed', style.color),
    kinds: Object.fromEntries(kinds) as Record<RegionKind, string>,
  };
  return layoutSvg(rows, palette, {
    caption,
    before: s.before,
    after: s.after,
    free: s.free,
    locked: s.locked,
    language: s.language,
    name: (region) => shownName(region, s),
    size: (pages) => sizeOf(pages * 4, s.language),
  });
}
