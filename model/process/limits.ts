/**
 * Resource limits as far as the log shows them. Values are bytes (or counts), RLIM_INFINITY is 'infinity'.
 */
import type { EventIndex } from '../trace/positions';

export type LimitName =
  | 'AS'
  | 'DATA'
  | 'MEMLOCK'
  | 'STACK'
  | 'NPROC'
  | 'NOFILE'
  | 'FSIZE'
  | 'CORE'
  | 'RSS'
  | 'CPU'
  | 'LOCKS'
  | 'SIGPENDING'
  | 'MSGQUEUE'
  | 'NICE'
  | 'RTPRIO'
  | 'RTTIME';

export type LimitValue = bigint | 'infinity';

export interface KnownLimit {
  readonly soft: LimitValue;
  readonly hard: LimitValue;
  /** The call that set or showed it. */
  readonly at: EventIndex;
  readonly how: 'set' | 'read';
}

/** A limit that no call has shown yet is not in the map. */
export type Limits = ReadonlyMap<LimitName, KnownLimit>;

/** Limits on what is mapped. */
export type SizeLimit = 'AS' | 'DATA';

/**
 * The least total, in pages of 4096 bytes, that a call was refused for no reason that the log shows: perhaps by this limit.
 * Only of limits that are not known.
 */
export type RefusedSizes = ReadonlyMap<SizeLimit, { readonly pages: number; readonly at: EventIndex }>;
