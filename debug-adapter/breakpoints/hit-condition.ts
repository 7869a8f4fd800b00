/**
 * Hit conditions: `3`, `= 3`, `>= 10`, `% 5`. They speak of the ordinal of a match in the whole recording, counted from 1
 * at the first event, never of how often a run has passed it: so a condition stops at the same events both ways.
 */

export interface HitCondition {
  holds(ordinal: number): boolean;
}

const OPERATORS: Readonly<Record<string, (ordinal: number, n: number) => boolean>> = {
  '=': (ordinal, n) => ordinal === n,
  '==': (ordinal, n) => ordinal === n,
  '>': (ordinal, n) => ordinal > n,
  '>=': (ordinal, n) => ordinal >= n,
  '<': (ordinal, n) => ordinal < n,
  '<=': (ordinal, n) => ordinal <= n,
  '%': (ordinal, n) => n > 0 && ordinal % n === 0,
};

/** What the text means, or what is wrong with it. A bare number means `=`. */
export function parseHitCondition(text: string): HitCondition | { readonly problem: string } {
  const match = /^\s*(==|>=|<=|=|>|<|%)?\s*(\d{1,15})\s*$/.exec(text);
  const operator = match && OPERATORS[match[1] ?? '='];
  if (!match || !operator) {
    return {
      problem: `'${text}' is no hit count. Write a number, with one of = > >= < <= % before it: '>= 10'.`,
    };
  }
  const n = Number(match[2]);
  if (match[1] === '%' && n === 0) return { problem: "'% 0' never holds: give a number above 0." };
  return { holds: (ordinal) => operator(ordinal, n) };
}
