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
import type { LockedBody } from '../../../../debug-adapter/protocol/locked';

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
  /** What checks assume where nothing is known of the limit; null: something is. */
  readonly assumedKb: number | null;
  /** KiB from one end of the gauge to the other. */
  readonly scaleKb: number;
  /** The limit less what the kernel holds against it; negative: over the limit. null: nothing to hold, or no limit. */
  readonly spareKb: number | null;
}

type Given = Pick<
  LockedBody,
  'rows' | 'lockedKb' | 'afterKb' | 'demand' | 'limit' | 'limitBounds' | 'usualLimitKb' | 'pageBytes'
>;

/** Where nothing bounds the gauge, this much of it is left free: there is always more. */
const ROOM = 1.3;

/** Of a total that cannot be told, what is known to be locked; null: nothing is. */
export const leastLocked = ({ rows }: Pick<LockedBody, 'rows'>): number | null =>
  rows.length === 0 ? null : rows.reduce((sum, { sizeKb }) => sum + sizeKb, 0);

/** Undefined where nothing of the total can be told: there is nothing to draw then. */
export function sumsOf(body: Given): Sums | undefined {
  const { afterKb, demand } = body;
  const before = body.lockedKb ?? leastLocked(body);
  if (before === null) return undefined;
  const after = afterKb ?? before;
  const total = demand?.totalKb ?? 0;
  const limitKb = limitIn(body);
  const limitZone = zoneIn(body);
  const assumedKb = body.limit === null && limitZone === null ? body.usualLimitKb : null;
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
    assumedKb,
    scaleKb: limitKb === null ? Math.max(most, assumedKb ?? 0) * ROOM : Math.max(most, limitKb),
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
  const from = allowed?.kb ?? 0;
  // That nothing was allowed bounds nothing.
  if (from === 0 && refused === null) return null;
  return { from, to: refused?.kb ?? null };
}
