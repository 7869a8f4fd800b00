/**
 * Where tasks come from: a line from the lane of the task that made one down to where the new one's life begins.
 *
 *     ├──────●───────●──────────────┤   4711 make
 *            │  ├────┼─────────┤       4712 cc      made by 4711, whose lane is in sight
 *            └───────┼──┤              4713 sh
 *                    └──────┤          4714 cc
 */

/** What a line needs of a lane. */
export interface Born {
  readonly threadId: number;
  /** The event that its life begins with. */
  readonly from: number;
  readonly made: { readonly by: number } | null;
}

export interface Birth {
  /** Rows of the two lanes, from 0; `maker` may be below. */
  readonly maker: number;
  readonly child: number;
  /** Where the life begins, across the drawing. */
  readonly share: number;
  /** It leads to the task that the session shows. */
  readonly isOwn: boolean;
}

/** A task and all that it descends from, as far as the lanes tell. */
export function ancestryOf(lanes: readonly Born[], threadId: number): ReadonlySet<number> {
  const makers = new Map(lanes.map((lane) => [lane.threadId, lane.made?.by]));
  const line = new Set<number>();
  // A log may claim a circle.
  for (let id: number | undefined = threadId; id !== undefined && !line.has(id); id = makers.get(id))
    line.add(id);
  return line;
}

/**
 * The births to draw, the shown task's own last, above the others. A life that begins outside of the stretch has none, nor
 * has one whose maker's lane is not among the rows. `isSeen`: only those of whose child it is true; a maker out of sight is
 * pointed at by the line that leaves at the edge.
 */
export function birthsOf(
  rows: readonly Born[],
  shareOf: (position: number) => number,
  threadId: number,
  isSeen: (row: Born) => boolean = () => true,
): readonly Birth[] {
  const rowOf = new Map(rows.map((row, i) => [row.threadId, i]));
  const own = ancestryOf(rows, threadId);
  const births = rows.flatMap((row, child): readonly Birth[] => {
    const maker = row.made === null ? undefined : rowOf.get(row.made.by);
    const isOwn = own.has(row.threadId);
    if (maker === undefined || maker === child || !(isOwn || isSeen(row))) return [];
    const share = shareOf(row.from);
    return share < 0 || share > 1 ? [] : [{ maker, child, share, isOwn }];
  });
  return [...births.filter(({ isOwn }) => !isOwn), ...births.filter(({ isOwn }) => isOwn)];
}

/** `height` of a lane, and in it `base`, the line of a life. */
export interface LaneSize {
  readonly height: number;
  readonly base: number;
}

/** As SVG path data: a dot on the maker's life, and the line to the child's. Several of one kind are one path. */
export function birthPath(births: readonly Birth[], width: number, { height, base }: LaneSize): string {
  // Many tasks may be born within one pixel: lines upon each other are drawn once, as long as the longest.
  const lines = new Map<string, { x: number; from: number; to: number }>();
  for (const { maker, child, share } of births) {
    const x = Math.round(share * width) + 0.5;
    const key = `${x} ${maker} ${child > maker}`;
    const known = lines.get(key);
    const isFarther = known === undefined || Math.abs(child - maker) > Math.abs(known.to - known.from);
    if (isFarther) lines.set(key, { x, from: maker, to: child });
  }
  return [...lines.values()]
    .map(({ x, from, to }) => {
      const top = from * height + base;
      return `M${x - DOT} ${top}a${DOT} ${DOT} 0 1 0 ${2 * DOT} 0a${DOT} ${DOT} 0 1 0 ${-2 * DOT} 0M${x} ${top}V${to * height + base}`;
    })
    .join('');
}

const DOT = 1.5;
