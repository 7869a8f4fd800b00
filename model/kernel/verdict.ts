/**
 * The words in which checks answer, so that a check reads as the rule it is.
 */
import type { EventIndex } from '../trace/positions';
import type { PageRange } from '../memory/page';
import type { AddressSpace } from '../memory/address-space';
import type { Before, BecauseCode, Fact, FactName, Source, Verdict } from './check';
import { pageBytes } from './layout';
import type { Given } from './given';

const PASSES: Verdict = { answer: 'passes' };
export const NOT_REACHED: Verdict = { answer: 'not-reached' };

export const passes = (...facts: readonly Fact[]): Verdict =>
  facts.length === 0 ? PASSES : { answer: 'passes', facts };
export const fails = (...facts: readonly Fact[]): Verdict => ({
  answer: 'fails',
  facts,
  certainty: 'proven',
});
/** Fails by numbers that were assumed (vm.max_map_count): the facts name the assumption. */
export const failsIfAssumed = (...facts: readonly Fact[]): Verdict => ({
  answer: 'fails',
  facts,
  certainty: 'assumed',
});
/** Passing and failing are both plausible. */
export const cannotTell = (code: BecauseCode, ...facts: readonly Fact[]): Verdict => ({
  answer: 'cannot-tell',
  because: { code, facts },
});
/** Cannot be told, but fails only in circumstances that are rare. */
export const likelyPasses = (code: BecauseCode, ...facts: readonly Fact[]): Verdict => ({
  answer: 'cannot-tell',
  because: { code, facts },
  expect: 'passes',
});
/** Nothing in any log shows it: a security module, the commit limit, the kernel's own memory, a driver. */
export const NO_TRACE: Verdict = likelyPasses('no-trace');

/** `fails` where `broken`, with the same facts on both sides. */
export const demand = (holds: boolean, ...facts: readonly Fact[]): Verdict =>
  holds ? passes(...facts) : fails(...facts);

/** Facts about one argument. Absent arguments give no fact. */
export function argumentFact(name: string, given: Given<bigint | number>): Fact {
  const { value: shown, span } = given;
  const value = typeof shown === 'bigint' ? shown : BigInt(shown ?? 0);
  return span === undefined ? { fact: 'argument', name, value } : { fact: 'argument', name, value, span };
}

type Unit = 'bytes' | 'pages' | 'count';
export function numberFact(name: FactName, value: bigint | number, unit: Unit, at?: EventIndex): Fact {
  const exact = typeof value === 'bigint' ? value : BigInt(value);
  return at === undefined
    ? { fact: 'number', name, value: exact, unit }
    : { fact: 'number', name, value: exact, unit, at };
}

/**
 * A size that the model counts in pages of 4096 bytes. On a machine of larger pages it is given in bytes, which nobody can
 * take for another number of pages.
 */
export const sizeFact = (before: Before, name: FactName, units: number, at?: EventIndex): Fact =>
  pageBytes(before) === 4096n
    ? numberFact(name, units, 'pages', at)
    : numberFact(name, BigInt(units) << 12n, 'bytes', at);

export function rangeFact(
  name: FactName,
  range: PageRange,
  state: 'mapped' | 'free' | 'unknown',
  at?: EventIndex,
): Fact {
  const { start, end } = range;
  return at === undefined
    ? { fact: 'range', name, range: { start, end }, state }
    : { fact: 'range', name, range: { start, end }, state, at };
}

/** A VMA with the event that last made it what matters here. */
export const vmaFact = (name: FactName, vma: NonNullable<ReturnType<AddressSpace['vmaAt']>>): Fact =>
  rangeFact(name, vma, 'mapped', vma.origin.protected ?? vma.origin.moved ?? vma.origin.mapped);

export const eventFact = (name: FactName, at: EventIndex): Fact => ({ fact: 'event', name, at });
export const assumptionFact = (name: string, value: string): Fact => ({ fact: 'assumption', name, value });

/**
 * Runs a test on the arguments that it needs; where the log does not show one of them, that is the answer.
 */
export function withArguments<A>(given: readonly [Given<A>], test: (a: A) => Verdict): Verdict;
export function withArguments<A, B>(
  given: readonly [Given<A>, Given<B>],
  test: (a: A, b: B) => Verdict,
): Verdict;
export function withArguments(
  given: readonly [Given<unknown>, Given<unknown>?],
  test: (first: unknown, second?: unknown) => Verdict,
): Verdict {
  const [first, second] = given;
  if (first.value === undefined) return cannotTell('unknown-argument');
  if (second === undefined) return test(first.value);
  return second.value === undefined ? cannotTell('unknown-argument') : test(first.value, second.value);
}

/** Where a rule was read, and that runs on a live kernel agreed. */
export const seen = (where: string): Source => ({ where, read: '6.18', measured: '6.18' });
export const read = (where: string, version = '6.18'): Source => ({ where, read: version });
export const manual = (where: string): Source => ({ where });
