/**
 * Calls with rules of their own that also point somewhere: execve, clone3, prlimit64. The rule says which pointer was refused;
 * the history of its pages says why.
 */
import type { CallEvent } from '../../trace/event';
import type { Evidence, Explanation } from '../explanation';
import { explainPointerFault } from '../pointer-fault';
import type { Subject } from '../subject';
import { rowOfCall } from './row-of-call';

/** Ids of checks of a pointer. */
const ofPointer = /[.-](?:unreadable|unwritable|not-writable|pointer-beyond-user-space)$/;

export function withPointer(subject: Subject, call: CallEvent, judged: Explanation): Explanation {
  const [rule] = judged.causes;
  if (judged.errno !== 'EFAULT' || rule === undefined || !ofPointer.test(rule.id)) return judged;
  if (rowOfCall(call) === undefined) return judged;
  const { certainty, causes } = explainPointerFault(subject, call);
  const [first] = causes;
  if (first === undefined || certainty !== 'proven') return judged;
  const evidence = joined(subject, first.evidence, rule.evidence);
  return {
    ...judged,
    headline: first.text,
    certainty,
    causes: [{ ...rule, text: first.text, evidence, sources: [...rule.sources, ...first.sources] }],
  };
}

/** The failing line itself is evidence only where no other line is. */
function joined(
  { event: failing }: Subject,
  one: readonly Evidence[],
  other: readonly Evidence[],
): readonly Evidence[] {
  const more = other.filter(({ event }) => event !== failing && !one.some((known) => known.event === event));
  return [...one, ...more].sort((a, b) => a.event - b.event);
}
