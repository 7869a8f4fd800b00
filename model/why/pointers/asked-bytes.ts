/** How many bytes a transfer was asked for, from the line alone: nearly all move all of it, and need no further look. */
import type { Argument } from '../../trace/value';
import type { CallEvent } from '../../trace/event';
import { member, numberOf } from '../../process/call-values';
import type { Row } from './notation';

/** Undefined where the line does not show it. */
export function askedBytes({ args }: CallEvent, row: Row): bigint | undefined {
  for (const [at, given] of row.arguments.entries()) {
    if (typeof given === 'string') continue;
    const { extent } = given;
    switch (extent.of) {
      case 'vector':
        return lengthsIn(args[at]);
      case 'message':
        return lengthsIn(member(args[at]?.value, 'msg_iov'));
      case 'count':
      case 'messages': {
        const counting = row.arguments.indexOf(extent.argument);
        return numberOf(args[counting]?.value);
      }
      default:
        return undefined;
    }
  }
  return undefined;
}

function lengthsIn(vector: Argument | undefined): bigint | undefined {
  if (vector?.value.kind !== 'array') return undefined;
  let sum = 0n;
  for (const { value } of vector.value.items) sum += numberOf(member(value, 'iov_len')?.value) ?? 0n;
  return sum;
}
