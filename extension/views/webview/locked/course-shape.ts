/** The total over the recording as steps: what holds from a position on holds up to the next. */
import type { LockChange, LockChangesBody, SeriesBody } from '../../../../debug-adapter/protocol/panel';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface CourseShape {
  /** SVG path data; '' where nothing can be told. */
  readonly total: string;
  /** The same, closed at the bottom. */
  readonly area: string;
  /** '' where no limit is shown, or all of it is far above the total. */
  readonly limit: string;
  /** The highest limit that is drawn, and where it begins; null: none is. */
  readonly topLimit: { readonly event: number; readonly kb: number } | null;
  /** kB at the upper end. */
  readonly topKb: number;
}

/** A limit so many times the most that was ever locked would press the curve flat: it is named, and not drawn. */
const FAR_ABOVE = 8;
const HEADROOM = 1.25;

type Given = Pick<SeriesBody, 'from' | 'to' | 'events' | 'lockedKb' | 'limits'>;

export function courseShape({ from, to, events, lockedKb, limits }: Given, size: Size): CourseShape {
  const most = Math.max(4, ...lockedKb.map((kb) => kb ?? 0));
  const near = limits.map(({ event, kb }) => ({
    event,
    kb: kb !== null && kb <= most * FAR_ABOVE ? kb : null,
  }));
  // Room above for the names of the highest lines.
  const topKb = Math.max(most, ...near.map(({ kb }) => kb ?? 0)) * HEADROOM;
  const place = (event: number, kb: number): string =>
    `${rounded(((event - from) / Math.max(1, to - from)) * size.width)} ${rounded((1 - kb / topKb) * size.height)}`;
  const steps = (points: readonly Point[]): string =>
    points
      .map(({ event, kb }, i) => {
        if (kb === null) return '';
        const until = points[i + 1]?.event ?? to;
        const isOn = i > 0 && points[i - 1]?.kb !== null;
        return `${isOn ? 'L' : 'M'}${place(event, kb)}L${place(until, kb)}`;
      })
      .join('');
  const points = events.map((event, i) => ({ event, kb: lockedKb[i] ?? null }));
  return {
    total: steps(points),
    area: points
      .map(({ event, kb }, i) => {
        if (kb === null || kb === 0) return '';
        const until = points[i + 1]?.event ?? to;
        return `M${place(event, 0)}L${place(event, kb)}L${place(until, kb)}L${place(until, 0)}Z`;
      })
      .join(''),
    limit: steps(near),
    topLimit: highestOf(near),
    topKb,
  };
}

function highestOf(points: readonly Point[]): CourseShape['topLimit'] {
  let top: CourseShape['topLimit'] = null;
  for (const { event, kb } of points) if (kb !== null && kb > (top?.kb ?? -1)) top = { event, kb };
  return top;
}

interface Point {
  readonly event: number;
  readonly kb: number | null;
}

const rounded = (n: number): number => Math.round(n * 10) / 10;

/** Where a person who looks for the change is led: before the call that makes it, which is then the one that is shown. */
export const stopOf = ({ event, by }: LockChange): number => by?.event ?? event;

/** Positions that keys go through, ascending. Behind the last change that is told by name, the points of the curve. */
export function stopsOf(
  { changes, leftOut }: LockChangesBody,
  { events, lockedKb }: Pick<SeriesBody, 'events' | 'lockedKb'>,
): readonly number[] {
  const last = changes.at(-1)?.event ?? -1;
  const beyond = events.filter(
    (event, i) => leftOut > 0 && event > last && lockedKb[i] !== (lockedKb[i - 1] ?? null),
  );
  return [...new Set([...changes.map(stopOf), ...beyond])];
}

export interface Step {
  readonly change: LockChange;
  /** null: it is the first. */
  readonly before: LockChange | null;
}

/** The last change that counts at the position. */
export function stepAt(changes: readonly LockChange[], position: number): Step | undefined {
  const i = changes.findLastIndex(({ event }) => event <= position);
  const change = changes[i];
  return change && { change, before: changes[i - 1] ?? null };
}

/** The change that the call at the position makes: where there is none, the last that counts there. */
export const stepFrom = (changes: readonly LockChange[], position: number): Step | undefined => {
  const made = changes.findIndex(({ by }) => by?.how === 'did' && by.event === position);
  const change = changes[made];
  return change === undefined ? stepAt(changes, position) : { change, before: changes[made - 1] ?? null };
};

/** Where a key leads: to the stop before or behind the position, or to an end. Undefined: nowhere. */
export function nextStop(
  key: string,
  stops: readonly number[],
  position: number,
  { from, to }: { readonly from: number; readonly to: number },
): number | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return stops.findLast((event) => event < position);
    case 'ArrowRight':
    case 'ArrowUp':
      return stops.find((event) => event > position);
    case 'Home':
      return from;
    case 'End':
      return to;
    default:
      return undefined;
  }
}
