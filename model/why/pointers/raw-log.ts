/**
 * Logs of `-e raw=all`: every argument is a number in hexadecimal, no string, structure or flag is decoded. A lone address then
 * tells nothing of what lies there.
 *
 *     openat(0xffffff9c, 0x7ffd5c0f6e10, 0, 0) = 0x3
 */
import { EventKind } from '../../trace/event-table';
import { eventIndex } from '../../trace/positions';
import type { Recording } from '../../trace/recording';

const known = new WeakMap<Recording, boolean>();

/** Calls that are looked at: programs open files right at their beginning. */
const LOOKED_AT = 100;

export function isRawLog(recording: Recording): boolean {
  let isRaw = known.get(recording);
  if (isRaw === undefined) {
    isRaw = !decodesAnything(recording);
    known.set(recording, isRaw);
  }
  return isRaw;
}

function decodesAnything(recording: Recording): boolean {
  const { events } = recording;
  let calls = 0;
  for (let row = 0; row < events.length && calls < LOOKED_AT; row++) {
    const event = eventIndex(row);
    if (events.kind(event) !== EventKind.call) continue;
    calls += 1;
    const decoded = recording.decode(event);
    if (decoded.kind !== 'call') continue;
    // -X raw leaves strings, sizes and counts as they are.
    const isShown = decoded.args.some(
      ({ value }) => value.kind !== 'number' || (value.form === 'decimal' && value.value > 9n),
    );
    if (isShown) return true;
  }
  return false;
}
