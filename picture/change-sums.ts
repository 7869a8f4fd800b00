/**
 * What a call changes, in sums: how many pages were mapped, unmapped, given another protection, locked. Of memory that moves,
 * its size before and after.
 */
import { RegionFlag, isUntold, protText, type Region } from './region';
import type { Row } from './rows';

export type ChangeSum =
  | { readonly what: 'mapped' | 'unmapped' | 'replaced' | 'locked' | 'unlocked'; readonly pages: number }
  /** `from`, `to`: as /proc/PID/maps writes them; undefined where they are not the same for all of it. */
  | {
      readonly what: 'protected';
      readonly pages: number;
      readonly from: string | undefined;
      readonly to: string | undefined;
    }
  | { readonly what: 'moved'; readonly pages: number; readonly after: number };

/** Pages, half-open. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** First pages of what moved, in the order of the calls' parts. */
export interface Move {
  readonly from: number;
  readonly to: number;
}

/** Where nobody knows what was there, something is mapped now, whatever it was before. */
const known = (region: Region | undefined): Region | undefined =>
  region === undefined || isUntold(region) ? undefined : region;

/** `mapped`: where the call itself mapped something; what was there before is replaced. */
export function changeSums(
  rows: readonly Row[],
  moves: readonly Move[],
  mapped: readonly Span[],
): readonly ChangeSum[] {
  const sums = { mapped: 0, unmapped: 0, replaced: 0, locked: 0, unlocked: 0, protected: 0 };
  const moved = { before: 0, after: 0 };
  const from = new Set<string>();
  const to = new Set<string>();
  const isMoved = (region: Region | undefined, side: keyof Move): boolean =>
    region !== undefined && moves.some((move) => move[side] >= region.start && move[side] < region.end);
  for (const { start, end, isSame, ...sides } of rows) {
    if (isSame) continue;
    const [before, after] = [known(sides.before), known(sides.after)];
    const pages = end - start;
    if (isMoved(before, 'from') && before !== undefined) moved.before += pages;
    else if (before !== undefined && after === undefined) sums.unmapped += pages;
    if (isMoved(after, 'to')) moved.after += pages;
    else if (before === undefined && after !== undefined) sums.mapped += pages;
    if (before === undefined || after === undefined) continue;
    if (mapped.some((span) => span.start < end && start < span.end)) {
      sums.replaced += pages;
      continue;
    }
    if (before.prot !== after.prot) {
      sums.protected += pages;
      from.add(protText(before));
      to.add(protText(after));
    }
    const locks = (after.flags & RegionFlag.locked) - (before.flags & RegionFlag.locked);
    if (locks > 0) sums.locked += pages;
    if (locks < 0) sums.unlocked += pages;
  }
  const only = (texts: ReadonlySet<string>): string | undefined =>
    texts.size === 1 ? [...texts][0] : undefined;
  const plain = (['mapped', 'unmapped', 'replaced', 'locked', 'unlocked'] as const).flatMap((what) =>
    sums[what] === 0 ? [] : [{ what, pages: sums[what] }],
  );
  return [
    ...(moved.after === 0 ? [] : [{ what: 'moved' as const, pages: moved.before, after: moved.after }]),
    ...plain,
    ...(sums.protected === 0
      ? []
      : [{ what: 'protected' as const, pages: sums.protected, from: only(from), to: only(to) }]),
  ];
}
