/**
 * The timeline as an SVG file that stands alone: for a bug report, a book, a slide. What is on the screen, with the names,
 * numbers and meanings that a reader without the program needs; everything a log says is escaped text.
 *
 *     ┌ title: the log ───────────────────────────────┐
 *     │ what is at the cursor                         │
 *     │            0      10      [25]      30        │
 *     │ marks        ▸          ✗✗      ■             │
 *     │ mapped    ▁▂▂▃▅▅▅▅▂▂▂▃▃▃▃▃▃▃▃▃                │
 *     │ 4711 app  ▃▃ ▂▂▂  ▁▁ ▃▃                       │
 *     │ ✗ 2 failing calls   ■ 1 processes ended       │
 *     └───────────────────────────────────────────────┘
 */
import { element, textElement, type SvgNode } from '../svg';
import { svgDocument } from '../svg-document';
import { ancestryOf } from './births';
import { MARK_SIZE, markShapes } from './mark-shape';
import type { MarkKind } from './series';
import { curveHeight, curveNode, type PicturedCurve } from './svg-curve';
import { LANE, laneNodes, type NamedLane, type PicturedLanes } from './svg-lanes';
import { DRAWN, LEFT, MARGIN, WIDTH, text, xOf, type TimelinePalette } from './svg-sheet';
import type { Tick } from './ticks';

export interface TimelinePicture extends PicturedLanes {
  readonly title: string;
  readonly caption: string;
  readonly language: string;
  readonly axis: string;
  readonly ticks: readonly Tick[];
  /** undefined: it is not in the stretch. */
  readonly cursor: { readonly share: number; readonly label: string } | undefined;
  readonly marks: readonly { readonly share: number; readonly kind: MarkKind; readonly count: number }[];
  readonly legend: readonly { readonly kind: MarkKind; readonly text: string }[];
  readonly curves: readonly PicturedCurve[];
  /** What is said below the lanes, of those that are left out. */
  readonly note: string;
}

/** Between two tracks. */
const GAP = 8;
/** A picture with more is none that anybody opens. */
export const MOST_LANES = 40;

/** What a character of 12 pixels takes in most fonts, generously. */
const CHARACTER = 7.2;
const TITLE_CHARACTERS = 140;

export function timelineSvg(picture: TimelinePicture, palette: TimelinePalette): string {
  const nodes: SvgNode[] = [];
  let y = MARGIN + 14;
  nodes.push(text(picture.title, MARGIN, y, { 'font-weight': 'bold', 'font-size': 15 }, TITLE_CHARACTERS));
  y += 20;
  nodes.push(text(picture.caption, MARGIN, y, { fill: palette.faint }, TITLE_CHARACTERS));
  y += 22;
  const axis = y;
  y += 20;
  const marks = y;
  y += 26;
  const tracks: SvgNode[] = [];
  for (const curve of picture.curves) {
    tracks.push(curveNode(curve, picture.scale, picture.stretch, palette, y));
    y += curveHeight(curve) + GAP;
  }
  const lanes = lanesOf(picture);
  tracks.push(...laneNodes({ ...picture, lanes }, palette, y));
  y += lanes.length * LANE;
  if (picture.note !== '') {
    tracks.push(text(picture.note, MARGIN, y + 14, { fill: palette.faint }));
    y += LANE;
  }
  const bottom = y;
  y += 10;
  const legend = legendNodes(picture, palette, y + 12);
  y += picture.legend.length > 0 ? 24 : 0;
  const height = y + MARGIN - 4;
  nodes.push(
    ...axisNodes(picture, palette, axis, bottom),
    ...tracks,
    ...cursorNodes(picture, palette, axis, bottom),
    ...markNodes(picture, palette, marks),
    ...legend,
  );
  return svgDocument(
    {
      width: WIDTH,
      height,
      title: `${picture.title}: ${picture.caption}`,
      language: picture.language,
      font: 'sans',
      paper: palette.paper,
      ink: palette.ink,
    },
    [...nodes],
  );
}

/** The first, and among them in any case the task that is shown and all that it descends from. */
function lanesOf({ lanes, threadId }: PicturedLanes): readonly NamedLane[] {
  const own = ancestryOf(lanes, threadId);
  let room = MOST_LANES - lanes.filter((lane) => own.has(lane.threadId)).length;
  return lanes.filter((lane) => own.has(lane.threadId) || room-- > 0).slice(-MOST_LANES);
}

function axisNodes(
  { ticks, axis }: TimelinePicture,
  { faint }: TimelinePalette,
  y: number,
  bottom: number,
): SvgNode[] {
  return [
    text(axis, MARGIN, y + 4, { fill: faint }),
    ...ticks.flatMap(({ share, label }) => [
      element('path', {
        d: `M${xOf(share)} ${y + 10}V${bottom}`,
        stroke: faint,
        'stroke-width': 0.5,
        'stroke-opacity': 0.35,
      }),
      textElement(
        'text',
        {
          x: xOf(share),
          y: y + 4,
          fill: faint,
          'text-anchor': share > 0.97 ? 'end' : 'middle',
          'font-size': 11,
        },
        label,
      ),
    ]),
    element('path', { d: `M${LEFT} ${y + 10}H${LEFT + DRAWN}`, stroke: faint, 'stroke-width': 0.8 }),
  ];
}

const isGrave = (kind: MarkKind): boolean => kind === 'failure' || kind === 'signal';

function shape(kind: MarkKind, x: number, y: number, { ink, failed }: TimelinePalette): SvgNode {
  return element('path', {
    d: markShapes[kind],
    transform: `translate(${Math.round(x - MARK_SIZE / 2)} ${y})`,
    fill: isGrave(kind) ? failed : ink,
    'fill-rule': 'evenodd',
  });
}

const markNodes = ({ marks }: TimelinePicture, palette: TimelinePalette, y: number): SvgNode[] =>
  marks.flatMap(({ share, kind, count }) => [
    shape(kind, xOf(share), y, palette),
    ...(count > 1
      ? [
          textElement(
            'text',
            { x: xOf(share) + MARK_SIZE / 2 + 1, y: y + 10, 'font-size': 10 },
            String(count),
          ),
        ]
      : []),
  ]);

function legendNodes({ legend }: TimelinePicture, palette: TimelinePalette, y: number): SvgNode[] {
  let x = MARGIN;
  return legend.flatMap(({ kind, text: words }) => {
    const at = x;
    x += 40 + words.length * CHARACTER;
    return [shape(kind, at + 6, y - 10, palette), text(words, at + 18, y, {}, 60)];
  });
}

function cursorNodes(
  { cursor }: TimelinePicture,
  palette: TimelinePalette,
  y: number,
  bottom: number,
): SvgNode[] {
  if (cursor === undefined) return [];
  const width = 14 + cursor.label.length * 6.6;
  const x = LEFT + cursor.share * (DRAWN - width);
  return [
    element('path', {
      d: `M${xOf(cursor.share)} ${y + 8}V${bottom}`,
      stroke: palette.cursor,
      'stroke-width': 1.5,
    }),
    element('rect', { x, y: y - 9, width, height: 18, rx: 3, fill: palette.cursor }),
    textElement(
      'text',
      { x: x + width / 2, y: y + 4, 'text-anchor': 'middle', 'font-size': 11, fill: palette.onCursor },
      cursor.label,
    ),
  ];
}
