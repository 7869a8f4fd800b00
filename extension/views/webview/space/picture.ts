/** The picture as a file: the rows that are shown, in the colours that they have on the screen, with all that is drawn over them. */
import type { AskedBody } from '../../../../picture/asked';
import type { Move } from '../../../../picture/change-sums';
import { layoutSvg, type LayoutPalette } from '../../../../picture/layout-svg';
import { regionKinds, type RegionKind } from '../../../../picture/region';
import type { Row } from '../../../../picture/rows';
import type { ViewStrings } from '../../words';
import { changeWord } from '../change-words';
import { sizeOf, wholeNumber } from '../format';
import { kindWord, shownName, type RegionItem } from './item-element';
import type { Changes } from './signs';

export interface Pictured {
  readonly caption: string;
  readonly asked: AskedBody | null;
  readonly moves: readonly Move[];
  readonly changes: (item: RegionItem) => Changes;
  readonly strings: ViewStrings;
}

export function pictureOf(root: HTMLElement, rows: readonly Row[], what: Pictured): string {
  const { caption, asked, moves, changes, strings: s } = what;
  const size = (pages: number): string => sizeOf(pages * 4, s.language);
  return layoutSvg(
    rows,
    paletteOf(root),
    {
      caption,
      before: s.before,
      after: s.after,
      free: s.free,
      locked: s.locked,
      language: s.language,
      scale: s.scaleNote,
      name: (region) => shownName(region, s),
      size,
      kind: ({ kind, count, pages }) =>
        kind === 'unknown'
          ? kindWord(kind, s)
          : `${kindWord(kind, s)} ${wholeNumber(count, s.language)} · ${size(pages)}`,
      changes: (item) => changes(item).map((change) => changeWord(change, s)),
    },
    { asked, moves },
  );
}

function paletteOf(root: HTMLElement): LayoutPalette {
  const style = getComputedStyle(root);
  const colour = (name: string, otherwise: string): string =>
    style.getPropertyValue(name).trim() || otherwise;
  const kinds = regionKinds.map((kind) => [kind, colour(`--${kind}`, style.color)] as const);
  return {
    paper: colour('--vscode-editor-background', '#ffffff'),
    ink: colour('--vscode-editor-foreground', style.color),
    faint: colour('--vscode-descriptionForeground', style.color),
    changed: colour('--changed', style.color),
    failed: colour('--failed', style.color),
    kinds: Object.fromEntries(kinds) as Record<RegionKind, string>,
  };
}
