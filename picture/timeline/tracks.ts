/** Height by information: what changes gets room, what never does gets one slim row. */

/** CSS pixels. */
export const SLIM = 20;
/** A curve lower than this says nothing; the drawing scrolls. */
const LEAST_CURVE = 24;
/** A curve higher than this says no more. */
const MOST_CURVE = 260;
const LANE = 18;
/** Lanes get no more than this share while curves want room. */
const LANES_SHARE = 0.42;

/** How much a curve has to say, next to the others; 0: it never changes. */
export interface Track {
  readonly weight: number;
}

/** The height of each track, in `room` that all tracks and `lanes` lanes share. */
export function trackHeights(tracks: readonly Track[], lanes: number, room: number): readonly number[] {
  const slim = tracks.filter(({ weight }) => weight === 0).length * SLIM;
  const weights = tracks.reduce((sum, { weight }) => sum + weight, 0);
  const forLanes = Math.min(lanes * LANE, Math.max(LANE, room * LANES_SHARE));
  const forCurves = room - slim - (lanes === 0 ? 0 : forLanes);
  return tracks.map(({ weight }) =>
    weight === 0
      ? SLIM
      : Math.round(Math.min(MOST_CURVE, Math.max(LEAST_CURVE, (forCurves * weight) / weights))),
  );
}
