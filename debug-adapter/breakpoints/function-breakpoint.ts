/**
 * Function breakpoints: the name of a system call or signal, a glob (`m*lock*`), or strace's class `%memory`.
 */
import { matchesGlob } from '../../model/query/glob';
import type { Replay } from '../replay';
import { tell } from '../words/tell';
import type { Target } from './breakpoint';
import { eventNames } from './event-names';
import { memoryClass } from './memory-class';

export function findFunction(replay: Replay, pattern: string): Target {
  const wanted = pattern.trim();
  if (wanted.startsWith('%') && wanted !== '%memory') {
    return { problem: tell('breakpoint.no-class', { name: wanted }) };
  }
  const names = eventNames(replay.recording);
  const accepts =
    wanted === '%memory'
      ? (name: string) => memoryClass.has(name)
      : (name: string) => matchesGlob(name, wanted);
  const chosen = new Set([...names].filter((name) => accepts(name)));
  if (chosen.size === 0) {
    const near = wanted === '%memory' ? undefined : nearest(wanted, names);
    const problem =
      near === undefined
        ? tell('breakpoint.no-call', { name: wanted })
        : tell('breakpoint.no-call-near', { name: wanted, near });
    return { problem };
  }
  const { events } = replay.recording;
  return { rows: (event) => chosen.has(events.name(event)) };
}

function nearest(wanted: string, names: ReadonlySet<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(wanted.length / 3)) + 1;
  for (const name of names) {
    if (name === '' || Math.abs(name.length - wanted.length) >= least) continue;
    const distance = editDistance(wanted, name);
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
}

/** Levenshtein's, over one row. Names are short. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
