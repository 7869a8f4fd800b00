/**
 * A long program that shows a disagreement becomes a short one that shows it too, by leaving lines out and asking the live
 * kernel again. Zeller and Hildebrandt, Simplifying and Isolating Failure-Inducing Input: ddmin.
 */

/** Whether the lines still show it. */
export type Shows = (lines: readonly string[]) => Promise<boolean>;

export async function shrunk(lines: readonly string[], shows: Shows): Promise<readonly string[]> {
  let best = lines;
  let parts = 2;
  while (best.length > 1) {
    const smaller = await withoutSome(best, parts, shows);
    if (smaller !== undefined) {
      best = smaller;
      parts = Math.max(2, parts - 1);
    } else if (parts >= best.length) break;
    else parts = Math.min(best.length, parts * 2);
  }
  return best;
}

async function withoutSome(
  lines: readonly string[],
  parts: number,
  shows: Shows,
): Promise<readonly string[] | undefined> {
  const size = Math.ceil(lines.length / parts);
  for (let from = 0; from < lines.length; from += size) {
    const rest = balanced([...lines.slice(0, from), ...lines.slice(from + size)]);
    if (rest.length < lines.length && (await shows(rest))) return rest;
  }
  return undefined;
}

const BEGINS_CHILD: ReadonlySet<string> = new Set(['fork', 'vfork', 'thread']);

/** A child's lines need both their first and their last one. */
function balanced(lines: readonly string[]): readonly string[] {
  let open = false;
  const kept: string[] = [];
  for (const line of lines) {
    const begins = BEGINS_CHILD.has(line);
    if (begins && open) kept.push('end');
    if (line === 'end' && !open) continue;
    kept.push(line);
    open = begins || (open && line !== 'end');
  }
  if (open) kept.push('end');
  return kept;
}
