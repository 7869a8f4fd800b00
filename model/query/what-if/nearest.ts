/**
 * The known words nearest to one that somebody misspelt: the fewest letters changed, added, left out or swapped.
 */

/** Words farther away than this are other words. */
const farthest = (word: string): number => Math.max(1, Math.min(3, Math.floor(word.length / 3)));
const MOST = 3;
/** No name of the kernel's interface is longer. */
const LONGEST = 64;

/** At most three, nearest first; those that hold the word whole come before all that are only like it. */
export function nearest(word: string, known: Iterable<string>): readonly string[] {
  const wanted = word.slice(0, LONGEST).toLowerCase();
  const found: { readonly name: string; readonly distance: number }[] = [];
  for (const name of known) {
    const lower = name.toLowerCase();
    const holds = wanted.length >= 3 && (lower.includes(wanted) || lower.endsWith(`_${wanted}`));
    const distance = holds ? 0.5 : distanceBetween(wanted, lower);
    if (distance <= farthest(wanted)) found.push({ name, distance });
  }
  found.sort((a, b) => a.distance - b.distance);
  const best = found[0]?.distance ?? 0;
  return found
    .filter(({ distance }) => distance <= best + 1)
    .slice(0, MOST)
    .map(({ name }) => name);
}

/** Optimal string alignment: a swap of two neighbours counts as one step. */
function distanceBetween(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
