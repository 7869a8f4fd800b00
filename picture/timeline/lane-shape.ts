/**
 * A task's lane as SVG path data: a base line as long as it lived, and above it how busy it was.
 *
 *          ▂▂▅▅  ▂        ▂▂▂
 *     ├──────────────────────┤
 */
import type { Box } from './steps';

export interface Lane {
  readonly from: number;
  readonly to: number;
  /** Shares of the fullest of all cells of all lanes, in even stretches of the events of `over`. */
  readonly activity: readonly number[];
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A cell that is not empty is seen. */
const LEAST = 1.5;

/**
 * How busy it was. Where the drawing is over time, the events of a cell lie on more or less room: what is drawn is their
 * density, so that a long wait is no work.
 */
export function activityPath(
  { activity }: Lane,
  over: Stretch,
  shareOf: (position: number) => number,
  { width, height }: Box,
): string {
  const columns = new Float64Array(Math.max(1, Math.ceil(width)));
  const cellWidth = (over.to - over.from) / Math.max(1, activity.length);
  const even = width / Math.max(1, activity.length);
  activity.forEach((share, i) => {
    if (share === 0) return;
    const from = shareOf(over.from + i * cellWidth) * width;
    const to = Math.max(from + 1, shareOf(over.from + (i + 1) * cellWidth) * width);
    const density = Math.min(1, (share * Math.max(1, even)) / (to - from));
    for (let x = Math.max(0, Math.floor(from)); x < Math.min(columns.length, to); x++)
      columns[x] = Math.max(columns[x] ?? 0, density);
  });
  const path: string[] = [];
  for (let x = 0; x < columns.length;) {
    let end = x + 1;
    while (end < columns.length && columns[end] === columns[x]) end++;
    const share = columns[x] ?? 0;
    if (share > 0) {
      // Few events are seen beside many: the root of the share.
      const top = Math.round((height - Math.max(LEAST, Math.sqrt(share) * height)) * 10) / 10;
      path.push(`M${x} ${height}V${top}H${end}V${height}Z`);
    }
    x = end;
  }
  return path.join('');
}

/** How many tasks live at once: a step at each birth and each end. Positions ascend. */
export function alive(
  lanes: readonly Pick<Lane, 'from' | 'to'>[],
  { from }: Stretch,
): { readonly events: readonly number[]; readonly values: readonly number[] } {
  const changes = new Map<number, number>([[from, 0]]);
  const add = (event: number, by: number): void => {
    changes.set(event, (changes.get(event) ?? 0) + by);
  };
  for (const lane of lanes) {
    add(Math.max(from, lane.from), 1);
    add(lane.to, -1);
  }
  let now = 0;
  const steps = [...changes].sort(([a], [b]) => a - b).map(([event, by]) => [event, (now += by)] as const);
  return { events: steps.map(([event]) => event), values: steps.map(([, value]) => value) };
}
