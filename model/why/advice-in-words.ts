/** What kind of memory an advice is meant for, said where another kind refused it. madvise(2) */
import { MADV } from '../kernel/abi/memory-flags';
import type { Message } from './message-shape';
import { say, type MessageKey } from './message';
import type { Subject } from './subject';

const ORDINARY = 'advice.for-ordinary';
const KINDS: ReadonlyMap<number, MessageKey> = new Map([
  [MADV.FREE, 'advice.for-anonymous'],
  [MADV.WIPEONFORK, 'advice.for-anonymous'],
  [MADV.REMOVE, 'advice.for-shared'],
  [MADV.DONTNEED, ORDINARY],
  [MADV.DONTNEED_LOCKED, ORDINARY],
  [MADV.COLD, ORDINARY],
  [MADV.PAGEOUT, ORDINARY],
  [MADV.DOFORK, ORDINARY],
  [MADV.DODUMP, ORDINARY],
]);
const NAMES = new Map(Object.entries(MADV).map(([name, value]) => [value as number, `MADV_${name}`]));

export function adviceInWords({ timeline, event }: Subject, id: string): readonly Message[] {
  const call = id === 'madvise.wrong-kind' ? timeline.memoryCallAt(event) : undefined;
  const advice = call?.call === 'madvise' ? call.advice.value : undefined;
  const key = advice === undefined ? undefined : KINDS.get(advice);
  return key === undefined ? [] : [say(key, { advice: NAMES.get(advice ?? 0) ?? '' })];
}
