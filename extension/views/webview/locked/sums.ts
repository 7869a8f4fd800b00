/**
 * What is held against the limit, in KiB, and where it stands on the gauge.
 *
 *     0                        before        after     total
 *     |███████████ held ████████|//// added ////|- - - - asked - - - -|
 *                                     ^ limit
 *                                     |xxxxxxxxxxxx over xxxxxxxxxxxxx|
 *
 * `asked` is what the call wants and does not get; `released` what it unlocks.
 */
import type { LockedBody } from '../../../../debug-adapter/protocol';

export interface GaugePart {
  readonly kind: 'held' | 'added' | 'released' | 'asked';
  /** KiB; half-open. */
  readonly from: number;
  readonly to: number;
}

export interface Sums {
  readonly parts: readonly GaugePart[];
  /** In whole pages, as the kernel counts it. null: endless, or the log does not show it. */
  readonly limitKb: number | null;
  /** Where a limit that no line shows must lie: above what was allowed, below what was refused. null: not known. */
  readonly limitZone: { readonly from: number; readonly to: number | null } | null;
  /** KiB from one end of the gauge to the other. */
  readonly scaleKb: number;
  /** The limit less what the kernel holds against it; negative: over the limit. null: nothing to hold, or no limit. */
  readonly spareKb: number | null;
}

type Given = Pick<LockedBody, 'lockedKb' | 'afterKb' | 'demand' | 'limit' | 'limitBounds' | 'pageBytes'>;

/** Where nothing bounds the gauge, this much of it is left free: there is always more. */
const ROOM = 1.3;

/** Undefined where the total cannot be told: there is nothing to draw then. */
export function sumsOf(body: Given): Sums | undefined {
  const { lockedKb: before, afterKb, demand } = body;
  if (before === null) return undefined;
  const after = afterKb ?? before;
  const total = demand?.totalKb ?? 0;
  const limitKb = limitIn(body);
  const limitZone = zoneIn(body);
  const parts: readonly GaugePart[] = [
    { kind: 'held', from: 0, to: Math.min(before, after) },
    { kind: 'added', from: before, to: after },
    { kind: 'released', from: after, to: before },
    { kind: 'asked', from: Math.max(before, after), to: total },
  ];
  const most = Math.max(before, after, total, limitZone?.from ?? 0, limitZone?.to ?? 0, 1);
  return {
    parts: parts.filter(({ from, to }) => to > from),
    limitKb,
    limitZone,
    scaleKb: limitKb === null ? most * ROOM : Math.max(most, limitKb),
    spareKb: limitKb === null || demand === null ? null : limitKb - total,
  };
}

function limitIn({ limit, pageBytes }: Given): number | null {
  if (limit === null || limit === 'infinity') return null;
  const page = BigInt(pageBytes);
  return Number(((BigInt(limit) / page) * page) / 1024n);
}

function zoneIn({ limit, limitBounds }: Given): Sums['limitZone'] {
  if (limit !== null || limitBounds === null) return null;
  const { allowed, refused } = limitBounds;
  if (allowed === null && refused === null) return null;
  return { from: allowed?.kb ?? 0, to: refused?.kb ?? null };
}
