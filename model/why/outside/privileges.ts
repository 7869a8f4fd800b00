/** What a program gave up itself: the user it became, the capabilities it dropped. capabilities(7) */
import type { EventIndex } from '../../trace/positions';
import { argument, choiceOf, intOf, successOf } from '../../process/call-values';
import { quote } from '../message';
import type { Subject } from '../subject';
import { account, type Finder } from './account';
import { earlierCalls } from './earlier-calls';

const USER = ['setuid', 'setuid32', 'setreuid', 'setreuid32', 'setresuid', 'setresuid32', 'setfsuid'];
const DROPPING = [...USER, 'capset', 'prctl'];

/** The last line by which this process lost privileges, or no new ones can come. */
export function privilegesDropped(subject: Subject): EventIndex | undefined {
  for (const { event, call } of earlierCalls(subject, { names: DROPPING, shared: 'process' })) {
    if (successOf(call) === undefined) continue;
    if (call.name === 'capset') return event;
    if (call.name === 'prctl') {
      const option = choiceOf(argument(call, 0), new Map([[24n, 'PR_CAPBSET_DROP']]));
      if (option === 'PR_CAPBSET_DROP') return event;
      continue;
    }
    // -1 leaves an id as it is; going (back) to root gives, it does not take.
    const effective = intOf(argument(call, call.name.includes('re') ? 1 : 0));
    if (effective !== undefined && effective !== -1 && effective !== 0) return event;
  }
  return undefined;
}

/** EPERM, and the EACCES of calls that ask for a privilege. */
export const noPrivilege: Finder = (subject, call, errno) => {
  const values = { call: call.name, errno: quote(errno) };
  const dropped = privilegesDropped(subject);
  return dropped === undefined
    ? account(subject, 'outside.privilege', values)
    : account(subject, 'outside.privilege-dropped', values, dropped);
};
