/** Adds to the explanation of a failing call what the manual pages said of its error, generation by generation. */
import type { Explanation } from '../explanation';
import type { Subject } from '../subject';
import { manualOf } from '.';

/** A brk that stayed has no errno: the C library calls it ENOMEM, and so do the pages. brk(2) */
export function withManual({ timeline, event }: Subject, explanation: Explanation): Explanation {
  if (explanation.outcome !== 'failed') return explanation;
  const call = timeline.memoryCallAt(event)?.call ?? explanation.call;
  const errno = explanation.errno ?? (call === 'brk' ? 'ENOMEM' : undefined);
  const manual = errno === undefined ? undefined : manualOf(call, errno, explanation.causes[0]?.id);
  return manual === undefined ? explanation : { ...explanation, manual };
}
