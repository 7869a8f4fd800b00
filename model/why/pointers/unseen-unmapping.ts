/** A call that unmapped what the log had not shown before: strace came when the program was under way. */
import { pageOf, type PageNumber } from '../../memory/page';
import type { EventIndex } from '../../trace/positions';
import { earlierCalls } from '../outside/earlier-calls';
import type { Subject } from '../subject';

export function unmappedUnseen(subject: Subject, page: PageNumber): EventIndex | undefined {
  for (const { event } of earlierCalls(subject, { names: ['munmap', 'mremap'], shared: 'space' })) {
    const call = subject.timeline.memoryCallAt(event);
    const [start, length] =
      call?.call === 'munmap'
        ? [call.addr.value, call.length.value]
        : call?.call === 'mremap'
          ? [call.oldAddress.value, call.oldSize.value]
          : [];
    if (start === undefined || length === undefined || length === 0n) continue;
    if (pageOf(start) <= page && page <= pageOf(start + length - 1n)) return event;
  }
  return undefined;
}
