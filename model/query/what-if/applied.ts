/**
 * Whether the calls behind one may build on it: not where nobody knows what it would leave.
 */
import type { Message } from '../../why/message-shape';
import { quote, say } from '../../why/message';
import type { Signature } from './signatures';
import type { Answer } from './step';

/** Why the call changes nothing for those behind it; undefined where it does what its answer says. */
export function notApplied(answer: Answer, gives: Signature['gives'], text: string): Message | undefined {
  if (answer.kind === 'open')
    return say('whatif.not-applied-open', { example: quote(`${text} = ${exampleOf(gives)}`) });
  if (answer.kind !== 'success') return undefined;
  const example = quote(`${text} = ${exampleOf(gives)}`);
  switch (gives) {
    case 'address':
      return say('whatif.not-applied-place', { example });
    case 'descriptor':
      return say('whatif.not-applied-descriptor', { example });
    default:
      return undefined;
  }
}

function exampleOf(gives: Signature['gives']): string {
  switch (gives) {
    case 'address':
      return '0x7f0000000000';
    case 'descriptor':
      return '3';
    default:
      return '0';
  }
}
