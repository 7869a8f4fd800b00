/**
 * Failures that the address space has no part in: a missing file, a non-blocking read with nothing to read. Always called
 * outside, however certain the cause is.
 */
import type { CallEvent } from '../trace/event';
import type { Explanation } from './explanation';
import { say } from './message';
import { account, causeOf, type OutsideAccount } from './outside/account';
import { outsideCause } from './outside/causes';
import { remainingMemory } from './outside/remaining';
import { filtered, shownFilter } from './outside/seccomp';
import { interrupted } from './outside/waiting';
import { evidenceAt, plain, type Subject } from './subject';

/** Calls whose result in the log is the register of the interrupted call, no answer of their own. */
const returnsFromSignal: ReadonlySet<string> = new Set(['rt_sigreturn', 'sigreturn']);

export function explainOutside(subject: Subject, call: CallEvent, errno: string): Explanation {
  const causes = accountsOf(subject, call, errno).map((one) => causeOf(subject, one));
  const headline = causes[0]?.text ?? say('outside.errno', { call: call.name, errno });
  return { ...plain(subject, call.name, 'failed', headline), errno, certainty: 'outside', causes };
}

/** What strace did to the call, or made of it: no failure of the program's. */
export function explainInjected(subject: Subject, call: CallEvent, errno: string | null): Explanation {
  const text = say('call.injected', { call: call.name });
  const evidence = [evidenceAt(subject, subject.event)];
  return {
    ...plain(subject, call.name, 'not-run', text),
    errno,
    certainty: 'outside',
    causes: [{ id: 'outside.injected', text, evidence, sources: [] }],
  };
}

/** `= ? ERESTARTSYS`: a signal woke the call before it did anything; its line says which. */
export function explainRestarted(subject: Subject, call: CallEvent): Explanation {
  const text = say('call.restarted', { call: call.name });
  const causes = [interrupted(subject, call)].map((one) => causeOf(subject, one));
  return { ...plain(subject, call.name, 'unknown', text), certainty: 'outside', causes };
}

function accountsOf(subject: Subject, call: CallEvent, errno: string): readonly OutsideAccount[] {
  if (returnsFromSignal.has(call.name))
    return [{ id: 'outside.sigreturn', text: say('outside.sigreturn', { call: call.name }), evidence: [] }];
  if (call.result.kind === 'error' && call.result.injected === 'args') {
    const text = say('outside.injected-args', { call: call.name, errno });
    return [{ id: 'outside.injected', text, evidence: [subject.event] }];
  }
  const isJudged = subject.timeline.memoryCallAt(subject.event) !== undefined;
  const own = isJudged ? ofMemoryCall(subject, call, errno) : outsideCause(subject, call, errno);
  const filter = filtered(subject, call, errno);
  const memory =
    errno === 'ENOMEM' || (errno === 'EAGAIN' && isMaking(call)) ? remainingMemory(subject, call, errno) : [];
  const [first] = memory;
  const shown = isJudged && filter === undefined ? shownFilter(subject, call, errno) : [];
  if (first !== undefined) return [...memory, ...shown];
  if (filter === undefined) return [...shown, own];
  // What the log shows no line for may well be the filter's answer.
  const isShown = own.evidence.some((event) => event !== subject.event);
  return filter.isStrange || !isShown ? [filter.account, own] : [own, filter.account];
}

/** Of a call whose every rule was kept: what the errno stands for with other calls says nothing here. */
const ofMemoryCall = (subject: Subject, call: CallEvent, errno: string): OutsideAccount =>
  errno === 'ENOSYS'
    ? outsideCause(subject, call, errno)
    : account(subject, 'outside.no-rule', { call: call.name, errno });

const isMaking = ({ name }: CallEvent): boolean => /^(clone3?|v?fork)$/.test(name);
