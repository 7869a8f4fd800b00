/** The line that made a mapped file as long as it is. */
import type { Backing } from '../../memory/vma';
import { argument, intOf, pathOf } from '../../process/call-values';
import type { CallEvent } from '../../trace/event';
import type { EventIndex } from '../../trace/positions';
import { earlierCalls } from '../outside/earlier-calls';
import type { Subject } from '../subject';

const RESIZING = ['ftruncate', 'ftruncate64', 'truncate', 'truncate64'];

/** Undefined: no line did, or writes made it longer. */
export function resizedAt(
  subject: Subject,
  backing: Extract<Backing, { readonly kind: 'file' }>,
): EventIndex | undefined {
  for (const { event, call } of earlierCalls(subject, { names: RESIZING }))
    if (isOf(subject, event, call, backing)) return event;
  return undefined;
}

function isOf(
  { timeline }: Subject,
  event: EventIndex,
  call: CallEvent,
  { description, path }: Extract<Backing, { readonly kind: 'file' }>,
): boolean {
  if (call.name.startsWith('truncate')) return pathOf(argument(call, 0)) === path;
  const world = timeline.worldAt(event);
  const caller = world.task(call.task);
  const fd = intOf(argument(call, 0));
  const table = caller === undefined ? undefined : world.descriptors(caller.descriptors);
  const file = fd === undefined ? undefined : table?.get(fd);
  return file !== undefined && (file.description === description || file.reopens === description);
}
