/**
 * The names of calls and signals that a recording has. Found once a recording, when somebody asks.
 */
import type { Recording } from '../../model/trace/recording';
import { eventIndex } from '../../model/trace/positions';

const known = new WeakMap<Recording, ReadonlySet<string>>();

export function eventNames(recording: Recording): ReadonlySet<string> {
  const before = known.get(recording);
  if (before) return before;
  const names = new Set<string>();
  const { events } = recording;
  for (let e = 0; e < events.length; e++) names.add(events.name(eventIndex(e)));
  names.delete('');
  known.set(recording, names);
  return names;
}
