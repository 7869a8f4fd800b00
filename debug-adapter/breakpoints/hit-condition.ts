/**
 * Hit conditions: `3`, `= 3`, `>= 10`, `% 5`. They speak of the ordinal of a match in the whole recording, counted from 1
 * at the first event, never of how often a run has passed it: so a condition stops at the same events both ways.
 */
import type { Message } from '../../model/why/message-shape';
import { tell } from '../words/tell';

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
export function parseHitCondition(text: string): HitCondition | { readonly problem: Message } {
  const match = /^\s*(==|>=|<=|=|>|<|%)?\s*(\d{1,15})\s*$/.exec(text);
  const operator = match && OPERATORS[match[1] ?? '='];
  if (!match || !operator) {
    return { problem: tell('breakpoint.no-hit-count', { text }) };
  }
  const n = Number(match[2]);
  if (match[1] === '%' && n === 0) return { problem: tell('breakpoint.never-hit') };
  return { holds: (ordinal) => operator(ordinal, n) };
}
