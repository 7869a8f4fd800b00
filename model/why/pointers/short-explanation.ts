/** A call that went only a part of the way, and the memory that stopped it. */
import type { CallEvent } from '../../trace/event';
import type { Explanation } from '../explanation';
import { plain, type Subject } from '../subject';
import { causeOf } from './account-cause';
import type { Suspect } from './suspect';

export function shortExplanation(
  subject: Subject,
  call: CallEvent,
  headline: Explanation['headline'],
  { account }: Suspect,
): Explanation {
  return {
    ...plain(subject, call.name, 'failed', headline),
    certainty: account.certainty,
    causes: [causeOf(subject, account, [])],
  };
}
