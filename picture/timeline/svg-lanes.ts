/** The lanes of a timeline as SVG: how long each task lived, how busy it was, and which made which. */
import { element, type SvgNode } from '../svg';
import { birthPath, birthsOf, type Born } from './births';
import { activityPath, type Lane } from './lane-shape';
import type { TimelineScale } from './scale';
import { DRAWN, LEFT, MARGIN, text, type TimelinePalette } from './svg-sheet';

export type NamedLane = Lane & Born & { readonly name: string };

export interface PicturedLanes {
  readonly lanes: readonly NamedLane[];
  readonly scale: TimelineScale;
  /** The events that the lanes' cells are of. */
  readonly stretch: { readonly from: number; readonly to: number };
  /** The task that the session shows: how it came about stands out. */
  readonly threadId: number;
}

export const LANE = 20;
const BARS = 13;

/** `y`: of the first lane's upper edge. */
export function laneNodes(picture: PicturedLanes, palette: TimelinePalette, y: number): SvgNode[] {
  const lanes = picture.lanes.map((lane, i) => laneNode(lane, picture, palette, y + i * LANE));
  return [...lanes, ...birthNodes(picture, palette, y)];
}

/** Which task made which. */
function birthNodes(
  { lanes, scale, threadId }: PicturedLanes,
  { ink }: TimelinePalette,
  y: number,
): SvgNode[] {
  const births = birthsOf(lanes, (position) => scale.share(position), threadId);
  const size = { height: LANE, base: BARS + 3 };
  return [false, true].flatMap((isOwn) => {
    const d = birthPath(
      births.filter((birth) => birth.isOwn === isOwn),
      DRAWN,
      size,
    );
    const look = isOwn ? { 'stroke-width': 1.75 } : { 'stroke-width': 1, 'stroke-opacity': 0.4 };
    const transform = `translate(${LEFT} ${y})`;
    return d === '' ? [] : [element('path', { d, transform, fill: 'none', stroke: ink, ...look })];
  });
}

function laneNode(
  lane: NamedLane,
  { scale, stretch }: PicturedLanes,
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
