/**
 * The kernels that have a rule at all. Where kernels look at the same thing at another place of their order, or count
 * otherwise, the rule has several checks of one id, each for its kernels; a person asks about the rule.
 */
import type { CheckAnswer, KernelVersion } from '../kernel/check';
import { allRules } from '../kernel/rules';

interface Kernels {
  readonly since: KernelVersion | undefined;
  readonly until: KernelVersion | undefined;
}

let known: ReadonlyMap<string, Kernels> | undefined;

/** From the first kernel that has it to the last; undefined: before and behind all. */
export function kernelsOfRule(answer: CheckAnswer): Kernels {
  known ??= kernelsById();
  return known.get(keyOf(answer)) ?? { since: answer.since, until: answer.until };
}

const keyOf = ({ id, errno }: Pick<CheckAnswer, 'id' | 'errno'>): string => `${id} ${errno}`;

function kernelsById(): ReadonlyMap<string, Kernels> {
  const kernels = new Map<string, Kernels>();
  for (const { checks } of allRules)
    for (const check of checks) {
      const { since, until } = check;
      const other = kernels.get(keyOf(check)) ?? { since, until };
      kernels.set(keyOf(check), {
        since: widest(since, other.since, Math.min),
        until: widest(until, other.until, Math.max),
      });
    }
  return kernels;
}

const widest = (
  a: KernelVersion | undefined,
  b: KernelVersion | undefined,
  of: (a: number, b: number) => number,
): KernelVersion | undefined =>
  a === undefined || b === undefined ? undefined : (of(a, b) as KernelVersion);
