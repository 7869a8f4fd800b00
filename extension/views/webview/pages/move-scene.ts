/**
 * Entries on their way from the old table to the new one, at a moment of the way. The pages stay where they are; what moves
 * is the entry, with its line to the page.
 *
 *     old table      pages       new table
 *     495 ┆    ┆     ┌───┐       ┌────┐ 487
 *     496 │ ▪──┼────▸│   │       ┆    ┆ 488        t = ½: the first has arrived, the second has not left
 *
 * Units are pixels of the drawing.
 */
export interface MovedSlot {
  readonly from: number;
  readonly to: number;
  readonly state: 'present' | 'open' | 'absent';
}

/** Slots are shown one by one but for the middle of many: there stands their number. */
export interface SceneRow {
  readonly slot: MovedSlot | undefined;
  readonly folded: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface SceneEntry {
  readonly row: number;
  /** Middle of the entry. */
  readonly at: Point;
  /** From its edge to the page's edge. */
  readonly line: readonly [Point, Point];
  /** 0: still at the old place, 1: at the new one. */
  readonly share: number;
}

export interface SceneShape {
  readonly width: number;
  readonly height: number;
  readonly slotWidth: number;
  readonly slotHeight: number;
  readonly pageWidth: number;
  readonly oldX: number;
  readonly pageX: number;
  readonly newX: number;
  /** Middle of a row. */
  readonly yOf: (row: number) => number;
}

const ROW = 26;
const SLOT = 20;
const INDEX = 40;

export function sceneShape(width: number, rows: number): SceneShape {
  const slotWidth = Math.min(70, Math.max(28, (width - 2 * INDEX) * 0.22));
  const pageWidth = Math.min(110, Math.max(36, (width - 2 * INDEX) * 0.28));
  const whole = Math.min(width, 620);
  return {
    width: whole,
    height: rows * ROW + 4,
    slotWidth,
    slotHeight: SLOT,
    pageWidth,
    oldX: INDEX + slotWidth / 2,
    pageX: whole / 2,
    newX: whole - INDEX - slotWidth / 2,
    yOf: (row) => row * ROW + ROW / 2 + 2,
  };
}

/** `t`: 0 to 1. They leave one after the other. */
export function entriesAt(shape: SceneShape, rows: readonly SceneRow[], t: number): readonly SceneEntry[] {
  const count = rows.length;
  return rows.map((_, row) => {
    const start = count < 2 ? 0 : (row / (count - 1)) * 0.4;
    const share = eased(Math.min(1, Math.max(0, (t - start) / 0.6)));
    const y = shape.yOf(row);
    const x = shape.oldX + (shape.newX - shape.oldX) * share;
    const side = x < shape.pageX ? -1 : 1;
    const entryEdge = x - (side * shape.slotWidth) / 2;
    const pageEdge = shape.pageX + (side * shape.pageWidth) / 2;
    return {
      row,
      at: { x, y },
      line: [
        { x: entryEdge, y },
        { x: pageEdge, y },
      ],
      share,
    };
  });
}

const eased = (t: number): number => (t < 0.5 ? 2 * t * t : 1 - (2 - 2 * t) ** 2 / 2);

/** More slots than this are folded in their middle. */
const MOST = 6;

export function sceneRows(entries: number, slotAt: (n: number) => MovedSlot): readonly SceneRow[] {
  const shown = (n: number): SceneRow => ({ slot: slotAt(n), folded: 0 });
  if (entries <= MOST) return Array.from({ length: entries }, (_, n) => shown(n));
  return [
    ...[0, 1, 2].map(shown),
    { slot: undefined, folded: entries - 5 },
    ...[entries - 2, entries - 1].map(shown),
  ];
}
