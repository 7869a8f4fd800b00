/**
 * A checklist has forty checks and one that matters. In the kernel's order, neighbours that decide nothing are folded into one:
 *
 *     ✓ ✓ – – ✓     12 passed, 5 do not apply
 *     ✗             stays
 *     · · · ·       24 not reached
 */
import type { WhyBody } from '../../../../debug-adapter/protocol/why';

export type CheckItem = WhyBody['checklist'][number];
export type CheckState = CheckItem['state'];

export interface CheckRun {
  readonly kind: 'shown' | 'quiet' | 'after';
  /** Never empty. */
  readonly items: readonly CheckItem[];
}

const kindOf = ({ state }: CheckItem): CheckRun['kind'] =>
  state === 'after' ? 'after' : state === 'passed' || state === 'not-reached' ? 'quiet' : 'shown';

/** In order; every item is in exactly one run. What would be folded by itself is shown. */
export function checkRuns(checklist: readonly CheckItem[]): readonly CheckRun[] {
  const runs: { kind: CheckRun['kind']; items: CheckItem[] }[] = [];
  for (const item of checklist) {
    const last = runs.at(-1);
    if (last?.kind === kindOf(item)) last.items.push(item);
    else runs.push({ kind: kindOf(item), items: [item] });
  }
  return runs.map((run) => (run.items.length === 1 ? { ...run, kind: 'shown' } : run));
}

export const countOf = (items: readonly CheckItem[], state: CheckState): number =>
  items.filter((item) => item.state === state).length;
