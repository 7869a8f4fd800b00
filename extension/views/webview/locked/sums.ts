/**
 * What is held against the limit, in kB, and where it stands on the gauge.
 *
 *     0                        before        after     total
 *     |███████████ held ████████|//// added ////|- - - - asked - - - -|
 *                                        ^ limit
 *
 * `asked` is what the call wants and does not get; `released` what it unlocks.
 */
import type { LockedBody } from '../../../../debug-adapter/protocol';

export interface GaugePart {
  readonly kind: 'held' | 'added' | 'released' | 'asked';
  /** kB; half-open. */
  readonly from: number;
  readonly to: number;
}

export interface Sums {
  readonly parts: readonly GaugePart[];
  /** null: endless, or the log does not show it. */
  readonly limitKb: number | null;
  /** kB from one end of the gauge to the other. */
  readonly scaleKb: number;
  /** The limit less what the kernel holds against it; negative: over the limit. null: nothing to hold, or no limit. */
  readonly spareKb: number | null;
}

type Given = Pick<LockedBody, 'lockedKb' | 'afterKb' | 'demand' | 'limit'>;

/** Undefined where the total cannot be told: there is nothing to draw then. */
export function sumsOf({ lockedKb: before, afterKb, demand, limit }: Given): Sums | undefined {
  if (before === null) return undefined;
  const after = afterKb ?? before;
  const total = demand?.totalKb ?? 0;
  const limitKb = limit === null || limit === 'infinity' ? null : Number(BigInt(limit) / 1024n);
  const parts: readonly GaugePart[] = [
    { kind: 'held', from: 0, to: Math.min(before, after) },
    { kind: 'added', from: before, to: after },
    { kind: 'released', from: after, to: before },
    { kind: 'asked', from: Math.max(before, after), to: total },
  ];
  return {
    parts: parts.filter(({ from, to }) => to > from),
    limitKb,
    scaleKb: Math.max(before, after, total, limitKb ?? 0, 1),
    spareKb: limitKb === null || demand === null ? null : limitKb - total,
  };
}
