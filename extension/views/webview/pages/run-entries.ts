/** How many entries runs of pages are: of tables with larger pages than the machine's, several runs may share one. */
import type { PageRunBody } from '../../../../debug-adapter/protocol/page';

/** @param low the lowest bit of the index of a page. */
export function entriesOf(runs: readonly Pick<PageRunBody, 'start' | 'end'>[], low: number): number {
  const spans = runs
    .map(({ start, end }) => ({
      from: Number(BigInt(start) >> BigInt(low)),
      to: Number((BigInt(end) - 1n) >> BigInt(low)) + 1,
    }))
    .sort((a, b) => a.from - b.from);
  let entries = 0;
  let counted = 0;
  for (const { from, to } of spans) {
    entries += Math.max(0, to - Math.max(from, counted));
    counted = Math.max(counted, to);
  }
  return entries;
}
