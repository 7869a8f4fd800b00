/** The line that made a mapped file as long as it is. */
import type { Backing } from '../../memory/vma';
import { argument, intOf, numberOf, pathOf } from '../../process/call-values';
import type { CallEvent } from '../../trace/event';
import type { EventIndex } from '../../trace/positions';
import { earlierCalls } from '../outside/earlier-calls';
import type { Subject } from '../subject';

const RESIZING = ['ftruncate', 'ftruncate64', 'truncate', 'truncate64'];

export interface Resized {
  readonly event: EventIndex;
  readonly size: bigint | undefined;
  /** By another descriptor of the same name: the same file, unless that was replaced. */
  readonly byName: boolean;
}

/** Undefined: no line did, or writes made it longer. */
export function resizedAt(
  subject: Subject,
  backing: Extract<Backing, { readonly kind: 'file' }>,
): Resized | undefined {
  for (const { event, call } of earlierCalls(subject, { names: RESIZING })) {
    const how = howOf(subject, event, call, backing);
    if (how !== undefined) return { event, size: numberOf(argument(call, 1)), byName: how === 'name' };
  }
  return undefined;
}

function howOf(
  { timeline }: Subject,
  event: EventIndex,
  call: CallEvent,
  { description, path }: Extract<Backing, { readonly kind: 'file' }>,
): 'description' | 'name' | undefined {
  const name = path.replace(/ \(deleted\)$/, '');
  if (call.name.startsWith('truncate')) return pathOf(argument(call, 0)) === name ? 'name' : undefined;
  const world = timeline.worldAt(event);
  const caller = world.task(call.task);
  const fd = intOf(argument(call, 0));
  const table = caller === undefined ? undefined : world.descriptors(caller.descriptors);
  const file = fd === undefined ? undefined : table?.get(fd);
  if (file === undefined) return undefined;
  if (file.description === description || file.reopens === description) return 'description';
  // Files in memory have names of no meaning.
  return file.kind !== 'memfd' && name !== '' && file.path === name ? 'name' : undefined;
}
