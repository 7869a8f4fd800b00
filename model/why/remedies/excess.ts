/** How much more than a limit allows is wanted, from the facts of the check that held the two against each other. */
import type { Fact } from '../../kernel/check';
import type { LimitName } from '../../process/limits';

export interface Excess {
  readonly limit: LimitName;
  /** Bytes above the limit. */
  readonly bytes: bigint;
  /** Bytes that the limit would have to be. */
  readonly needed: bigint;
}

type NumberFact = Extract<Fact, { fact: 'number' }>;

const ADDED: ReadonlySet<string> = new Set(['locked', 'used', 'total', 'asked']);
const TAKEN: ReadonlySet<string> = new Set(['already-locked', 'replaced']);

/** Undefined where the facts are no such sum, or what is wanted fits. */
export function excessOf(facts: readonly Fact[]): Excess | undefined {
  const limit = limitIn(facts);
  const needed = neededOf(facts);
  if (limit === undefined || needed === undefined) return undefined;
  const bytes = needed - bytesOf(limit);
  return bytes > 0n ? { limit: limit.name.slice('RLIMIT_'.length) as LimitName, bytes, needed } : undefined;
}

/** What the limit would have to be for the sum to fit; undefined where the facts are no sum. */
export function neededOf(facts: readonly Fact[]): bigint | undefined {
  const numbers = facts.filter((fact): fact is NumberFact => fact.fact === 'number');
  const added = numbers.filter(({ name }) => ADDED.has(name));
  if (added.length === 0) return undefined;
  const taken = numbers.filter(({ name }) => TAKEN.has(name));
  return sum(added) - sum(taken);
}

const limitIn = (facts: readonly Fact[]): NumberFact | undefined =>
  facts.find((fact): fact is NumberFact => fact.fact === 'number' && fact.name.startsWith('RLIMIT_'));

const bytesOf = ({ value, unit }: NumberFact): bigint => (unit === 'pages' ? value * 4096n : value);
const sum = (facts: readonly NumberFact[]): bigint => facts.reduce((all, fact) => all + bytesOf(fact), 0n);
