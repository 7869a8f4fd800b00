/** A drawing as a file of its own: what all of them begin and end with. */
import { element, textElement, type SvgNode } from './svg';

/** Sans for drawings of curves, mono for those of addresses. */
const fonts = {
  mono: 'ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace',
  sans: 'system-ui, "Segoe UI", "Helvetica Neue", "DejaVu Sans", sans-serif',
} as const;

export interface SvgSheet {
  /** In the drawing's own pixels. */
  readonly width: number;
  readonly height: number;
  /** What a screen reader is told of the whole. */
  readonly title: string;
  /** Of its words, as BCP 47 has it. */
  readonly language: string;
  readonly font: keyof typeof fonts;
  readonly paper: string;
  readonly ink: string;
  /** What the nodes refer to. */
  readonly defs?: SvgNode;
}

export function svgDocument(sheet: SvgSheet, nodes: readonly SvgNode[]): string {
  const { width, height, title, language, font, paper, ink, defs } = sheet;
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'xml:lang': language,
      'font-family': fonts[font],
      'font-size': 12,
      fill: ink,
    },
    [
      textElement('title', {}, title),
      ...(defs === undefined ? [] : [defs]),
      element('rect', { width, height, fill: paper }),
      ...nodes,
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`;
}
