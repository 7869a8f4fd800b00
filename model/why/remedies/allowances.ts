/** What the process may do: a higher limit (how high), a capability, more VMAs. */
import type { Before, Verdict } from '../../kernel/check';
import { judge } from '../../kernel/judge';
import { CAPABILITY_NUMBERS } from '../../process/privileges-known';
import type { Capability } from '../../process/privileges';
import type { KnownLimit, LimitName, LimitValue } from '../../process/limits';
import { eventIndex } from '../../trace/positions';
import { factsOf } from '../checklist';
import type { Message } from '../message-shape';
import { limitValueInWords } from '../limit-sum';
import { say } from '../message';
import { excessOf, neededOf } from './excess';
import { withState, type Alteration, type Alterations } from './trial';

type Failed = Parameters<Alterations>[0];

export const allowances: Alterations = function* (failed) {
  yield* higherLimit(failed);
  yield* capabilities(failed);
  yield* moreMappings(failed);
};

function* higherLimit(failed: Failed): Iterable<Alteration> {
  const { trial } = failed.outcome;
  const name = limitOf(failed);
  if (name === undefined) return;
  const known = trial.before.process.limits.get(name);
  const needed = enough(failed, name);
  if (needed === undefined || (known !== undefined && !isBelow(known.soft, needed))) return;
  const { answers } = judge(trial.call, withLimit(trial.before, name, needed));
  // The log does not show all that counts: how much more is needed cannot be told.
  const isWhole = !answers.some(({ id, verdict }) => id === failed.id && isOpen(verdict));
  const text = isWhole
    ? limitText(name, needed, known)
    : say('remedy.raise-limit-above', wordsOf(name, needed));
  yield withState(trial, { kind: 'limit', cost: 2, text }, () =>
    withLimit(trial.before, name, isWhole ? needed : NO_LIMIT),
  );
}

const isOpen = (verdict: Verdict): boolean => verdict.answer === 'cannot-tell' && verdict.expect !== 'passes';

const NO_LIMIT = 1n << 62n;
const isBelow = (value: LimitValue, needed: bigint): boolean => value !== 'infinity' && value < needed;

/** Checks that hold the same limit against different sums. */
const MOST_SUMS = 4;

/** What passes all checks that hold something against this limit, one behind the other. */
function enough(failed: Failed, name: LimitName): bigint | undefined {
  const { call, before } = failed.outcome.trial;
  let needed = neededFor(failed, name);
  for (let n = 0; n < MOST_SUMS && needed !== undefined; n++) {
    const { predicted, answers } = judge(call, withLimit(before, name, needed));
    const cause =
      predicted.kind === 'error'
        ? answers.find(({ id, verdict }) => id === predicted.cause && verdict.answer === 'fails')
        : undefined;
    const more = cause === undefined ? undefined : excessOf(factsOf(cause.verdict));
    if (more?.limit !== name) return needed;
    needed = more.needed;
  }
  return needed;
}

/** The limit that the check holds something against, known or not. */
function limitOf({ id, outcome }: Failed): LimitName | undefined {
  const excess = excessOf(outcome.facts);
  if (excess !== undefined) return excess.limit;
  if (/lock-limit$|^mlock(all)?\.(over-limit|not-permitted)$|lock-not-permitted$/.test(id)) return 'MEMLOCK';
  if (id.endsWith('over-address-space-limit')) return 'AS';
  return /over(-private)?-data-limit$/.test(id) ? 'DATA' : undefined;
}

/**
 * The smallest limit that passes: what the check itself adds up, else what it adds up where there is no limit at all (a
 * limit of 0 is refused before anything is counted).
 */
function neededFor({ id, outcome }: Failed, name: LimitName): bigint | undefined {
  const own = neededOf(outcome.facts);
  if (own !== undefined && !id.endsWith('not-permitted')) return own;
  const { call, before } = outcome.trial;
  const { answers } = judge(call, withLimit(before, name, NO_LIMIT));
  const sums = answers
    .filter((one) => one.verdict.answer === 'passes')
    .map(({ verdict }) => factsOf(verdict));
  for (const facts of sums)
    if (facts.some((fact) => fact.fact === 'number' && fact.name === `RLIMIT_${name}`)) {
      const needed = neededOf(facts);
      if (needed !== undefined) return needed;
    }
  return undefined;
}

const withLimit = (before: Before, name: LimitName, bytes: bigint): Before => {
  const known = before.process.limits.get(name);
  // Whoever would have set it, no line of the log has.
  const at = known?.at ?? eventIndex(0);
  const limit: KnownLimit = { soft: bytes, hard: known?.hard ?? 'infinity', at, how: 'set' };
  const limits = new Map(before.process.limits).set(name, limit);
  return { ...before, process: { ...before.process, limits, refusedSizes: undefined } };
};

function limitText(name: LimitName, needed: bigint, known: KnownLimit | undefined): Message {
  return known !== undefined && isBelow(known.hard, needed)
    ? say('remedy.raise-hard-limit', { ...wordsOf(name, needed), hard: limitValueInWords(name, known.hard) })
    : say('remedy.raise-limit', wordsOf(name, needed));
}

const wordsOf = (name: LimitName, needed: bigint) => ({ name: `RLIMIT_${name}`, needed: kibibytes(needed) });

/** As `ulimit` counts. */
const kibibytes = (bytes: bigint): string => String((bytes + 1023n) / 1024n);

function* capabilities({ outcome: { trial, facts }, id }: Failed): Iterable<Alteration> {
  const named = facts.flatMap((fact) =>
    fact.fact === 'event' && isCapability(fact.name) ? [fact.name] : [],
  );
  const asked = named.length > 0 ? named : capabilitiesFor(id);
  for (const name of asked)
    yield withState(
      trial,
      { kind: 'capability', cost: name === 'CAP_IPC_LOCK' ? 4 : 5, text: say('remedy.capability', { name }) },
      () => withCapability(trial.before, name),
    );
}

const isCapability = (name: string): name is Capability =>
  [...CAPABILITY_NUMBERS.keys()].some((one) => one === name);

/** Of checks that ask for one without saying so in their facts. */
function capabilitiesFor(id: string): readonly Capability[] {
  if (/lock-limit$|^mlock(all)?\.(over-limit|not-permitted)$|lock-not-permitted$/.test(id))
    return ['CAP_IPC_LOCK'];
  if (id.endsWith('mmap-min-addr')) return ['CAP_SYS_RAWIO'];
  if (id.endsWith('poison-not-permitted')) return ['CAP_SYS_ADMIN'];
  return id.endsWith('access-denied') ? ['CAP_IPC_OWNER'] : [];
}

function withCapability(before: Before, name: Capability): Before | undefined {
  const because = before.process.execAt ?? before.task.privileges.capabilities.get(name)?.because;
  const capabilities = new Map(before.task.privileges.capabilities).set(name, {
    has: 'yes',
    because,
    how: 'shown',
  });
  return { ...before, task: { ...before.task, privileges: { ...before.task.privileges, capabilities } } };
}

/** A call may need a few mappings for a moment. */
const MOST_MORE = 8;

function* moreMappings({ outcome: { trial }, id }: Failed): Iterable<Alteration> {
  if (!id.endsWith('map-limit')) return;
  const { call, before } = trial;
  const { maxMapCount } = before.machine;
  for (let more = 1; more <= MOST_MORE; more++) {
    const count = Math.max(maxMapCount, before.space.mapCount - 1) + more;
    const enough = { ...before, machine: { ...before.machine, maxMapCount: count } };
    const { predicted } = judge(call, enough);
    if ('cause' in predicted && predicted.cause === id) continue;
    yield withState(
      trial,
      { kind: 'limit', cost: 3, text: say('remedy.max-map-count', { count }) },
      () => enough,
    );
    return;
  }
}
