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
import { shownText } from '../shown-text';
import { element, textElement, type SvgNode } from '../svg';
import { activityPath, type Lane } from './lane-shape';
import { MARK_SIZE, markShapes } from './mark-shape';
import type { TimelineScale } from './scale';
import type { MarkKind, Steps } from './series';
import { stepPaths } from './steps';
import type { Tick } from './ticks';

export interface TimelinePalette {
  readonly paper: string;
  readonly ink: string;
  readonly faint: string;
  readonly failed: string;
  readonly cursor: string;
  /** What is written on the cursor's colour. */
  readonly onCursor: string;
}

export interface PicturedCurve {
  readonly title: string;
  readonly colour: string;
  readonly steps: Steps;
  /** At the cursor, in words. */
  readonly value: string;
  /** The value at the upper end, and the highest there is, in words; undefined: it never changes. */
  readonly top: number | undefined;
  readonly most: string;
  /** Drawn where it has steps; said in any case. */
  readonly limit?: { readonly steps: Steps | undefined; readonly text: string };
}

export interface TimelinePicture {
  readonly title: string;
  readonly caption: string;
  readonly language: string;
  readonly scale: TimelineScale;
  /** The events that the lanes' cells are of. */
  readonly stretch: { readonly from: number; readonly to: number };
  readonly axis: string;
  readonly ticks: readonly Tick[];
  /** undefined: it is not in the stretch. */
  readonly cursor: { readonly share: number; readonly label: string } | undefined;
  readonly marks: readonly { readonly share: number; readonly kind: MarkKind; readonly count: number }[];
  readonly legend: readonly { readonly kind: MarkKind; readonly text: string }[];
  readonly curves: readonly PicturedCurve[];
  readonly lanes: readonly (Lane & { readonly name: string })[];
  /** What is said below the lanes, of those that are left out. */
  readonly note: string;
}

const WIDTH = 1200;
const MARGIN = 16;
const NAMES = 190;
const CURVE = 84;
const STEADY = 24;
const LANE = 20;
const BARS = 13;
/** Between two tracks. */
const GAP = 8;
/** A picture with more is none that anybody opens. */
export const MOST_LANES = 40;

const LEFT = MARGIN + NAMES;
const DRAWN = WIDTH - MARGIN - LEFT;

/** Fixed widths cannot be known: so many characters of a name fit in any font. */
const NAME_CHARACTERS = 26;
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
    const height = curve.top === undefined ? STEADY : CURVE;
    tracks.push(curveNode(curve, picture, palette, y, height));
    y += height + GAP;
  }
  const lanes = picture.lanes.slice(0, MOST_LANES);
  for (const lane of lanes) {
    tracks.push(laneNode(lane, picture, palette, y));
    y += LANE;
  }
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
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: WIDTH,
      height,
      viewBox: `0 0 ${WIDTH} ${height}`,
      role: 'img',
      'xml:lang': picture.language,
      'font-family': 'system-ui, "Segoe UI", "Helvetica Neue", "DejaVu Sans", sans-serif',
      'font-size': 12,
      fill: palette.ink,
    },
    [
      textElement('title', {}, `${picture.title}: ${picture.caption}`),
      element('rect', { width: WIDTH, height, fill: palette.paper }),
      ...nodes,
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`;
}

type Look = Readonly<Record<string, string | number>>;

function text(what: string, x: number, y: number, look: Look = {}, characters = NAME_CHARACTERS): SvgNode {
  const shown = shownText(what);
  const cut = shown.length > characters ? `${shown.slice(0, characters - 1)}…` : shown;
  return textElement('text', { x, y, ...look }, cut);
}

const xOf = (share: number): number => LEFT + share * DRAWN;

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

function curveNode(
  curve: PicturedCurve,
  { scale, stretch }: TimelinePicture,
  palette: TimelinePalette,
  y: number,
  height: number,
): SvgNode {
  const box = { width: DRAWN, height };
  const share = (position: number): number => scale.shareOfBeginning(position);
  const isSteady = curve.top === undefined;
  const told = isSteady
    ? { events: curve.steps.events, values: curve.steps.values.map((value) => (value === null ? null : 1)) }
    : curve.steps;
  const { line, area } = stepPaths(told, stretch, share, curve.top ?? 2, box);
  const limit =
    curve.limit?.steps === undefined || curve.top === undefined
      ? ''
      : stepPaths(upTo(curve.top, curve.limit.steps), stretch, share, curve.top, box).line;
  const names = [curve.title, curve.value, curve.limit?.text ?? ''].filter((part) => part !== '');
  return element('g', {}, [
    ...(isSteady
      ? [text(names.join('  '), MARGIN, y + height / 2 + 4)]
      : [
          text(curve.title, MARGIN, y + 14),
          text(curve.value, MARGIN, y + 32, { 'font-weight': 'bold', 'font-size': 14 }),
          ...(curve.limit === undefined || curve.limit.text === ''
            ? []
            : [text(curve.limit.text, MARGIN, y + 50, { fill: palette.failed })]),
          text(`↑ ${curve.most}`, MARGIN, y + height - 4, { fill: palette.faint, 'font-size': 11 }),
        ]),
    element('g', { transform: `translate(${LEFT} ${y})`, fill: 'none' }, [
      ...(isSteady ? [] : [element('path', { d: area, fill: curve.colour, 'fill-opacity': 0.18 })]),
      element('path', { d: line, stroke: curve.colour, 'stroke-width': 1.5 }),
      ...(limit === ''
        ? []
        : [element('path', { d: limit, stroke: palette.failed, 'stroke-dasharray': '5 3' })]),
      ...(isSteady
        ? []
        : [element('path', { d: `M0 ${height}H${DRAWN}`, stroke: palette.faint, 'stroke-width': 0.5 })]),
    ]),
  ]);
}

/** What lies above the upper end is not drawn. */
const upTo = (top: number, { events, values }: Steps): Steps => ({
  events,
  values: values.map((value) => (value !== null && value > top ? null : value)),
});

function laneNode(
  lane: Lane & { readonly name: string },
  { scale, stretch }: TimelinePicture,
  palette: TimelinePalette,
  y: number,
): SvgNode {
  const share = (position: number): number => scale.share(position);
  const from = Math.max(0, share(lane.from)) * DRAWN;
  const to = Math.min(1, share(lane.to)) * DRAWN;
  return element('g', {}, [
    text(lane.name, MARGIN, y + 13),
    element('g', { transform: `translate(${LEFT} ${y + 2})` }, [
      element('path', {
        d: activityPath(lane, stretch, share, { width: DRAWN, height: BARS }),
        fill: palette.faint,
      }),
      element('path', {
        d: `M${Math.round(from)} ${BARS + 1}H${Math.round(Math.max(from + 2, to))}`,
        stroke: palette.ink,
        'stroke-width': 1,
      }),
    ]),
  ]);
}
