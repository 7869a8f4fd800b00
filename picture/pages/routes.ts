/**
 * The lines of the figure: from each field of the address to the entry that it chooses, and from that entry to the table, or
 * the page, that it points to. Wide, tables stand side by side below the address; narrow, one below the other.
 *
 *     wide    | PGD | PUD |        narrow   | PGD | PUD |──┐
 *              ╭╯     ╰──╮                  └────┐      │  │      fields go down rails at the far side, the last field
 *             ┌┴──┐    ┌─┴─┐                ┌────┴──┐◂──┘  │      on the outermost: no two of them cross
 *             │▸──┼───▸│   │              ┌─│ entry │      │
 *             └───┘    └───┘              └▸└───────┘◂─────┘
 */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One step down: a table with its entry in use, or, last, the page with the byte in it. */
export interface Stage {
  readonly field: Box;
  readonly frame: Box;
  readonly target: Box;
}

export interface Route {
  readonly kind: 'index' | 'points';
  /** Of which stage: the field's, or the one whose entry points. */
  readonly stage: number;
  /** SVG path data of the line and of its head. */
  readonly line: string;
  readonly head: string;
}

/** Between two rails of the narrow figure, and from the edge of a table to the line inside it. */
export const RAIL = 7;
const LANE = 7;
const HEAD = 5;

export function routesOf(stages: readonly Stage[], wide: boolean): readonly Route[] {
  return stages.flatMap((stage, n) => {
    const next = stages[n + 1];
    const index = wide ? indexWide(stage) : indexNarrow(stage, n, stages);
    return [
      { kind: 'index' as const, stage: n, ...index },
      ...(next === undefined
        ? []
        : [
            {
              kind: 'points' as const,
              stage: n,
              ...(wide ? pointsWide(stage, next) : pointsNarrow(stage, next)),
            },
          ]),
    ];
  });
}

type Drawn = Pick<Route, 'line' | 'head'>;

const round = (n: number): string => String(Math.round(n * 2) / 2);
const point = (x: number, y: number): string => `${round(x)} ${round(y)}`;
const right = (x: number, y: number): string =>
  `M${point(x, y)}L${point(x - HEAD, y - HEAD * 0.7)}V${round(y + HEAD * 0.7)}Z`;
const left = (x: number, y: number): string =>
  `M${point(x, y)}L${point(x + HEAD, y - HEAD * 0.7)}V${round(y + HEAD * 0.7)}Z`;
const middle = ({ y, height }: Box): number => y + height / 2;

/** Down into the table at its near side, along the inside to the entry. */
function indexWide({ field, frame, target }: Stage): Drawn {
  const from = { x: field.x + field.width / 2, y: field.y + field.height };
  const lane = frame.x + LANE;
  const half = (from.y + frame.y) / 2;
  return {
    line:
      `M${point(from.x, from.y)}C${point(from.x, half)} ${point(lane, half)} ${point(lane, frame.y)}` +
      `V${round(middle(target))}H${round(target.x - HEAD)}`,
    head: right(target.x, middle(target)),
  };
}

/** Each turns aside above those that start before it, to a rail beyond theirs. */
function indexNarrow({ field, target }: Stage, n: number, stages: readonly Stage[]): Drawn {
  const edge = Math.max(...stages.map(({ frame }) => frame.x + frame.width));
  const rail = edge + RAIL * (n + 1);
  const from = { x: field.x + field.width / 2, y: field.y + field.height };
  const turn = from.y + 4 + (stages.length - 1 - n) * 4;
  const end = target.x + target.width;
  return {
    line: `M${point(from.x, from.y)}V${round(turn)}H${round(rail)}V${round(middle(target))}H${round(end + HEAD)}`,
    head: left(end, middle(target)),
  };
}

function pointsWide({ target }: Stage, { frame }: Stage): Drawn {
  const from = { x: target.x + target.width, y: middle(target) };
  const to = { x: frame.x, y: frame.y + 14 };
  const bend = (to.x - from.x) * 0.6;
  return {
    line: `M${point(from.x, from.y)}C${point(from.x + bend, from.y)} ${point(to.x - HEAD - bend, to.y)} ${point(to.x - HEAD, to.y)}`,
    head: right(to.x, to.y),
  };
}

function pointsNarrow({ target }: Stage, { frame }: Stage): Drawn {
  const gutter = frame.x - RAIL * 1.5;
  const to = frame.y + 12;
  return {
    line: `M${point(target.x, middle(target))}H${round(gutter)}V${round(to)}H${round(frame.x - HEAD)}`,
    head: right(frame.x, to),
  };
}
