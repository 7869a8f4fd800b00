/** A call that the table does not know: every number that looks like an address may be a pointer; NULL is one seldom. */
import type { CallEvent } from '../../trace/event';
import type { MemoryUse } from './memory-use';
import { quote, say } from '../message';

/** Below it no address of a program lies, and most sizes and flags do. */
const LOWEST = 65536n;

export function unlistedUses({ args }: CallEvent): readonly MemoryUse[] {
  return args.flatMap(({ value, name }, at) => {
    if (value.kind !== 'number' || value.form !== 'hex') return [];
    const address = BigInt.asUintN(64, value.value);
    if (address < LOWEST) return [];
    const what = say('pointer.argument', { argument: at + 1, name: quote(name ?? '?') });
    return [
      {
        does: 'read',
        what,
        address,
        least: 1n,
        most: 1n,
        isString: false,
        shown: 'address',
        refusedToStrace: false,
      },
    ];
  });
}
