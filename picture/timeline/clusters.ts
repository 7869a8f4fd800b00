/** Marks that would stand on each other are one mark, with their number: none hides another. */
import { markKinds, type MarkKind } from './series';

export interface Marked {
  readonly kind: MarkKind;
  /** How many events it stands for. */
  readonly count: number;
}

export interface Cluster<Mark extends Marked> {
  /** Where it stands: its first mark's place. */
  readonly share: number;
  /** The first of the severest. */
  readonly chief: Mark;
  readonly marks: readonly Mark[];
  /** Events of the chief's kind. */
  readonly count: number;
  /** It hides events of other kinds. */
  readonly hasOthers: boolean;
}

/** `marks` ascend by their shares; those outside 0 to 1 are left out. `apart`: the least distance of two, as a share. */
export function clustersOf<Mark extends Marked>(
  marks: readonly Mark[],
  shareOf: (mark: Mark) => number,
  apart: number,
): readonly Cluster<Mark>[] {
  const groups: { share: number; marks: Mark[] }[] = [];
  for (const mark of marks) {
    const share = shareOf(mark);
    if (share < 0 || share > 1) continue;
    const last = groups.at(-1);
    if (last !== undefined && share - last.share < apart) last.marks.push(mark);
    else groups.push({ share, marks: [mark] });
  }
  return groups.map(({ share, marks: all }) => {
    const [first, ...others] = countsOf(all);
    return { share, chief: chiefOf(all), marks: all, count: first?.count ?? 0, hasOthers: others.length > 0 };
  });
}

/** It says how many events it stands for. */
export const isNumbered = ({ count, hasOthers }: Pick<Cluster<Marked>, 'count' | 'hasOthers'>): boolean =>
  count > 1 || hasOthers;

/** Near to each other as shapes, at least `apart`; where some are many, each with room for its number, at least `counted`. */
export function roomyClustersOf<Mark extends Marked>(
  marks: readonly Mark[],
  shareOf: (mark: Mark) => number,
  apart: number,
  counted: number,
): readonly Cluster<Mark>[] {
  const clusters = clustersOf(marks, shareOf, apart);
  return clusters.some(isNumbered) ? numberedClustersOf(marks, shareOf, counted) : clusters;
}

/**
 * The same, each with room for its number: behind the shape, except of the last one near the end of the drawing, which has it before
 * the shape. There the number of the one before it may stand:
 *
 *     x 3     x 2   3 x|        apart enough
 *     x 3     x 5      |        not: one mark
 */
export function numberedClustersOf<Mark extends Marked>(
  marks: readonly Mark[],
  shareOf: (mark: Mark) => number,
  apart: number,
): readonly Cluster<Mark>[] {
  const clusters = clustersOf(marks, shareOf, apart);
  const [before, last] = clusters.slice(-2);
  if (before === undefined || last === undefined) return clusters;
  const areApart =
    !isNumbered(before) ||
    !isNumbered(last) ||
    1 - last.share >= apart ||
    last.share - before.share >= 2 * apart;
  if (areApart) return clusters;
  // What they have become may collide with the one before.
  const joined = (share: number): number => (share > before.share && share <= 1 ? before.share : share);
  return numberedClustersOf(marks, (mark) => joined(shareOf(mark)), apart);
}

const severity = ({ kind }: Marked): number => markKinds.indexOf(kind);

function chiefOf<Mark extends Marked>(marks: Mark[]): Mark {
  return marks.reduce((chief, mark) => (severity(mark) < severity(chief) ? mark : chief));
}

/** How many events of each kind, severest first; kinds without any are left out. */
export const countsOf = (marks: readonly Marked[]): readonly Marked[] =>
  markKinds
    .map((kind) => ({
      kind,
      count: marks.reduce((sum, mark) => sum + (mark.kind === kind ? mark.count : 0), 0),
    }))
    .filter(({ count }) => count > 0);
