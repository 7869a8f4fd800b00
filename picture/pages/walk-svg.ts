/**
 * The walk through the page tables as an SVG file that stands alone: the address with its fields above, the tables and the
 * page side by side below, and the lines between them, as the view draws them where it is wide.
 */
import { cut } from '../shown-text';
import { element, textElement } from '../svg';
import { svgDocument } from '../svg-document';
import type { AddressField } from './address-fields';
import { stripOf } from './address-svg';
import { routesOf, type Stage } from './routes';
import { pageOf, tableOf, type PicturedPage, type PicturedTable } from './table-svg';
import { colourOf, dashesOf, MARGIN, type WalkPalette } from './walk-look';

export interface PicturedWalk {
  readonly caption: string;
  /** What tables they are. */
  readonly note: string;
  readonly language: string;
  readonly address: string;
  /** One more than tables: the byte in the page comes last. */
  readonly fields: readonly AddressField[];
  readonly tables: readonly PicturedTable[];
  readonly page: PicturedPage;
  /** What is known of the entry, a fact a line. */
  readonly facts: readonly string[];
}

/** The least of a table, and what lies between two. */
const COLUMN = 176;
const GAP = 36;

export function walkSvg(walk: PicturedWalk, palette: WalkPalette): string {
  const { fields, tables, caption, note, language, facts } = walk;
  const { paper, ink, faint } = palette;
  const columns = tables.length + 1;
  const width = Math.max(760, 2 * MARGIN + columns * COLUMN + (columns - 1) * GAP);
  const column = (width - 2 * MARGIN - (columns - 1) * GAP) / columns;
  const left = (n: number): number => MARGIN + n * (column + GAP);
  const strip = stripOf(walk, palette, width);
  const drawn = tables.map((table, n) =>
    tableOf(table, left(n), column, colourOf(n, fields, palette), palette),
  );
  const end = pageOf(walk, left(tables.length), column, palette);
  const stages = [...drawn, end].map(({ frame, target }, n): Stage => {
    return { field: strip.boxes[n] ?? frame, frame, target };
  });
  const bottom = Math.max(...stages.map(({ frame }) => frame.y + frame.height)) + 22;
  const height = bottom + facts.length * 18 + MARGIN;
  const room = Math.floor((width - 2 * MARGIN) / 7.3);
  return svgDocument({ width, height, title: caption, language, font: 'mono', paper, ink }, [
    textElement('text', { x: MARGIN, y: 20, 'font-weight': 'bold' }, cut(caption, room)),
    textElement('text', { x: MARGIN, y: 38, fill: faint }, cut(note, room)),
    ...strip.nodes,
    ...drawn.flatMap(({ nodes }) => nodes),
    ...end.nodes,
    ...routesOf(stages, true).flatMap(({ kind, stage, line, head }) => {
      const colour = kind === 'index' ? colourOf(stage, fields, palette) : ink;
      const leads = stage + 1 < tables.length ? tables[stage + 1]?.exists !== 'no' : walk.page.isThere;
      const dashes = kind === 'index' ? dashesOf(stage, fields) : leads ? '' : '2 4';
      return [
        element('path', {
          d: line,
          fill: 'none',
          stroke: colour,
          'stroke-width': 1.6,
          ...(dashes === '' ? {} : { 'stroke-dasharray': dashes }),
        }),
        element('path', { d: head, fill: colour }),
      ];
    }),
    ...facts.map((fact, n) =>
      textElement(
        'text',
        { x: MARGIN, y: bottom + n * 18, ...(n === 0 ? { 'font-weight': 'bold' } : {}) },
        cut(fact, room),
      ),
    ),
  ]);
}
