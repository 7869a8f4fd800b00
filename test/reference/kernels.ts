/** The kernels that have a check, in words: 'all', 'since 4.17', 'up to 5.14', '6.11 to 7.2'. */
import type { KernelVersion } from '../../model/kernel/check';
import { formatKernelVersion, releaseBefore } from '../../model/kernel/versions';

export interface Kernels {
  readonly since?: KernelVersion;
  readonly until?: KernelVersion;
}

/** Stretches that touch become one: an order that changed at 6.17 splits a check in two, not its kernels. */
export function joinedKernels(stretches: readonly Kernels[]): readonly Kernels[] {
  const joined: Kernels[] = [];
  for (const next of [...stretches].sort((a, b) => (a.since ?? 0) - (b.since ?? 0))) {
    const last = joined.at(-1);
    if (last !== undefined && touches(last, next)) {
      joined[joined.length - 1] = kernels(last.since, later(last.until, next.until));
    } else joined.push(next);
  }
  return joined;
}

const touches = ({ until }: Kernels, { since }: Kernels): boolean =>
  until === undefined || since === undefined || releaseBefore(since) <= until;

const later = (a: KernelVersion | undefined, b: KernelVersion | undefined): KernelVersion | undefined =>
  a === undefined || b === undefined ? undefined : a > b ? a : b;

const kernels = (since: KernelVersion | undefined, until: KernelVersion | undefined): Kernels => ({
  ...(since === undefined ? {} : { since }),
  ...(until === undefined ? {} : { until }),
});

export function kernelsInWords({ since, until }: Kernels): string {
  if (since === undefined) return until === undefined ? 'all' : `up to ${formatKernelVersion(until)}`;
  return until === undefined
    ? `since ${formatKernelVersion(since)}`
    : `${formatKernelVersion(since)} to ${formatKernelVersion(until)}`;
}
