/**
 * A call in a state, as it might have been: judged by the same rules as the calls of the log. Alterations make one trial
 * of another.
 */
import type { Before, CheckAnswer, Fact, Judgement } from '../../kernel/check';
import { judge } from '../../kernel/judge';
import type { MemoryCall } from '../../kernel/memory-call';
import { mergingOf } from '../../kernel/merging-of-kernel';
import { ruleOf } from '../../kernel/rules';
import type { SpaceEdit } from '../../memory/address-space';
import { factsOf } from '../checklist';
import type { Message } from '../message-shape';
import type { Subject } from '../subject';
import { rewritten, textOfCall, written, type NewArgument } from './written-call';

/** What a change touches: of remedies that are alike, a person needs few. */
export type Kind =
  'place' | 'length' | 'flags' | 'file' | 'limit' | 'capability' | 'memory' | 'first' | 'calls';

export interface Trial {
  readonly call: MemoryCall;
  readonly before: Before;
  /** Calls to be made before it, as text. */
  readonly earlier: readonly string[];
  readonly changes: readonly Message[];
  readonly kinds: readonly Kind[];
  /** How far it is from what was meant: the sum over the changes. */
  readonly cost: number;
  /** False as soon as a change is not one of calls: a limit, an earlier line of the log. */
  readonly isOfCalls: boolean;
}

export const startOf = (call: MemoryCall, before: Before): Trial => ({
  call,
  before,
  earlier: [],
  changes: [],
  kinds: [],
  cost: 0,
  isOfCalls: true,
});

/** How a trial ended: what the rules say, and the check that decides. */
export interface Outcome {
  readonly trial: Trial;
  readonly judgement: Judgement;
  /** Undefined: it succeeds, as far as the rules know. */
  readonly cause: CheckAnswer | undefined;
  readonly facts: readonly Fact[];
}

/** `suspect`: a check that the log leaves open, and that is taken for the cause. */
export function outcomeOf(trial: Trial, suspect?: string): Outcome {
  const judgement = judge(trial.call, trial.before);
  const { predicted } = judgement;
  const id =
    suspect !== undefined && isOpen(judgement, suspect)
      ? suspect
      : predicted.kind === 'success'
        ? undefined
        : predicted.cause;
  const cause = id === undefined ? undefined : decisive(judgement, id);
  return { trial, judgement, cause, facts: cause === undefined ? [] : factsOf(cause.verdict) };
}

const isOpen = ({ answers }: Judgement, id: string): boolean =>
  answers.some(
    (one) => one.id === id && (one.verdict.answer === 'cannot-tell' || one.verdict.answer === 'fails'),
  );

const decisive = ({ answers }: Judgement, id: string): CheckAnswer | undefined =>
  answers.find((one) => one.id === id && one.verdict.answer === 'fails') ??
  answers.find((one) => one.id === id && one.verdict.answer === 'cannot-tell');

interface Change {
  readonly kind: Kind;
  readonly cost: number;
  readonly text: Message;
}

/** Lazily made: what an alteration costs is known before it is tried. */
export interface Alteration extends Change {
  make(): Trial | undefined;
}

const changed = (trial: Trial, { kind, cost, text }: Change, parts: Partial<Trial>): Trial => ({
  ...trial,
  ...parts,
  changes: [...trial.changes, text],
  kinds: [...trial.kinds, kind],
  cost: trial.cost + cost,
});

/** Other arguments. */
export const withArguments = (trial: Trial, change: Change, args: readonly NewArgument[]): Alteration => ({
  ...change,
  make: () => {
    const call = rewritten(trial.call, args, trial.before.task.architecture);
    return call && changed(trial, change, { call });
  },
});

/** Other calls in its place, one behind the other: each must succeed in the state that those before it leave. */
export const withCalls = (trial: Trial, change: Change, texts: readonly string[]): Alteration => ({
  ...change,
  make: () => {
    let { before } = trial;
    let last: MemoryCall | undefined;
    for (const text of texts) {
      const after = last === undefined ? before : stateAfter(last, before);
      last = written(text, trial.call.event, trial.before.task.architecture);
      if (after === undefined || last === undefined) return undefined;
      before = after;
    }
    const earlier = [...trial.earlier, ...texts.slice(0, -1)];
    return last && changed(trial, change, { call: last, before, earlier });
  },
});

/** Another state, which no call before this one makes. */
export const withState = (trial: Trial, change: Change, state: () => Before | undefined): Alteration => ({
  ...change,
  make: () => {
    const before = state();
    return before && changed(trial, change, { before, isOfCalls: false });
  },
});

/** A call made first, where the rules say that it succeeds. */
export const withFirst = (trial: Trial, change: Change, text: string): Alteration => ({
  ...change,
  make: () => {
    const first = written(text, trial.call.event, trial.before.task.architecture);
    const before = first && stateAfter(first, trial.before);
    return before && changed(trial, change, { before, earlier: [...trial.earlier, text] });
  },
});

/** Undefined where the call does not surely succeed. */
export function stateAfter(call: MemoryCall, before: Before): Before | undefined {
  const { predicted } = judge(call, before);
  if (predicted.kind !== 'success') return undefined;
  const value = predicted.value ?? 0n;
  return withSpace(call, before, (edit) =>
    ruleOf(call.call).apply?.(call, { kind: 'success', value }, before, edit),
  );
}

/** The state with a changed address space. */
export function withSpace(
  { event }: Pick<MemoryCall, 'event'>,
  before: Before,
  change: (edit: SpaceEdit) => void,
): Before {
  const edit = before.space.edit(event.index, mergingOf(before.machine.kernel));
  change(edit);
  return { ...before, space: edit.finish().space };
}

/** The calls of a trial, as a person would type them. Undefined where more than calls must change. */
export const callsOf = ({ isOfCalls, earlier, call }: Trial): string | undefined =>
  isOfCalls ? [...earlier, textOfCall(call)].join('; ') : undefined;

/** What the sources of alterations look at. */
export interface Failed {
  readonly subject: Subject;
  readonly outcome: Outcome;
  readonly id: string;
}
export type Alterations = (failed: Failed) => Iterable<Alteration>;
