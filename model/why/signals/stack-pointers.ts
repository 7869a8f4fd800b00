/** Pointers into the first thread's stack, as the arguments of its calls give them away. */
import { eventIndex, type EventIndex } from '../../trace/positions';
import { EventKind } from '../../trace/event-table';
import type { Argument, Value } from '../../trace/value';
import { pageOf } from '../../memory/page';
import type { Fault } from './account';

/** Lines that are looked through; a program passes pointers to its stack all the time. */
const MOST_LINES = 300;

/**
 * The highest pointer above the fault, at most `reach` away, that no mapping of the log explains. The execve's own
 * environment pointer is one into the stack of the program before.
 */
export function highestStackPointer(
  { subject, signal, space, address }: Fault,
  reach: bigint,
): { pointer: bigint; at: EventIndex } | undefined {
  const { recording } = subject.timeline;
  let best: { pointer: bigint; at: EventIndex } | undefined;
  let seen = 0;
  for (let row = subject.event - 1; row >= 0 && seen < MOST_LINES; row--) {
    const at = eventIndex(row);
    if (recording.events.task(at) !== signal.task || recording.events.kind(at) !== EventKind.call) continue;
    const name = recording.events.name(at);
    if (name === 'execve' || name === 'execveat') break;
    seen += 1;
    const call = recording.decode(at);
    if (call.kind !== 'call') continue;
    for (const pointer of pointersIn(call.args)) {
      const inReach = pointer > address && pointer - address <= reach;
      if (!inReach || (best !== undefined && pointer <= best.pointer)) continue;
      if (space.vmaAt(pageOf(pointer))?.certainty !== 'exact') best = { pointer, at };
    }
  }
  return best;
}

function* pointersIn(args: readonly Argument[]): Iterable<bigint> {
  for (const { value, onExit } of args) {
    yield* pointersInValue(value);
    if (onExit !== undefined) yield* pointersInValue(onExit);
  }
}

function* pointersInValue(value: Value): Iterable<bigint> {
  if (value.kind === 'number' && value.form === 'hex') yield BigInt.asUintN(64, value.value);
  else if (value.kind === 'struct') yield* pointersIn(value.members);
  else if (value.kind === 'array') yield* pointersIn(value.items);
}
