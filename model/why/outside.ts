/** Failures that the address space has no part in: a missing file, a non-blocking read with nothing to read. */
import type { CallEvent } from '../trace/event';
import type { Explanation } from './explanation';
import { say } from './message';
import { plain, type Subject } from './subject';

/** Calls whose result in the log is the register of the interrupted call, no answer of their own. */
const returnsFromSignal: ReadonlySet<string> = new Set(['rt_sigreturn', 'sigreturn']);

export function explainOutside(subject: Subject, call: CallEvent, errno: string): Explanation {
  const text = returnsFromSignal.has(call.name)
    ? say('outside.sigreturn', { call: call.name })
    : errno === 'EAGAIN'
      ? say('outside.eagain', { call: call.name })
      : say('outside.errno', { call: call.name, errno });
  return {
    ...plain(subject, call.name, 'failed', text),
    errno,
    certainty: 'outside',
    causes: [
      {
        id: returnsFromSignal.has(call.name) ? 'outside.sigreturn' : `outside.${errno}`,
        text,
        evidence: [],
        sources: [],
      },
    ],
  };
}
