/**
 * The pages of one mapping in one line of cells, whatever their number: each stretch of one state shows as many of its pages as
 * there is room for, and how many they are.
 *
 *     ■■■□□□□□□          3 present, 6 open: a cell a page
 *     ■■■■ ×4,096 □□□□ ×1,048,576
 */

export interface Stretch {
  readonly state: string;
  /** Pages, half-open. */
  readonly from: number;
  readonly to: number;
}

export interface StripPart {
  readonly state: string;
  readonly pages: number;
  /** As many are drawn; fewer than `pages` where they would not fit. */
  readonly cells: number;
}

/** Parts of `stretches`, which ascend, with about `room` cells in all; `rest`: pages of stretches for which there is none. */
export function stripOf(
  stretches: readonly Stretch[],
  room: number,
): { readonly parts: readonly StripPart[]; readonly rest: number } {
  const shown = stretches.slice(0, Math.max(1, Math.floor(room / 2)));
  const rest = stretches.slice(shown.length).reduce((sum, { from, to }) => sum + to - from, 0);
  const total = shown.reduce((sum, { from, to }) => sum + to - from, 0);
  const each = Math.max(1, Math.floor(room / shown.length));
  const parts = shown.map(({ state, from, to }) => {
    const pages = to - from;
    return { state, pages, cells: total <= room ? pages : Math.min(pages, each) };
  });
  return { parts, rest };
}
