/**
 * Two mappings side by side that are not one: what they differ in, and the line that made it so.
 *
 *     mmap     | rw- ------------- |
 *     mlock    | rw-  | rw- locked |        the call that locked the one part cut them apart
 */
import type { Fact } from '../../kernel/check';
import type { AddressSpace } from '../../memory/address-space';
import { LOCK_FLAGS } from '../../memory/locked';
import { pageRange } from '../../memory/page';
import { has, VmFlag, type Vma } from '../../memory/vma';
import type { EventIndex } from '../../trace/positions';
import { changePieces } from '../change-pieces';
import type { Message } from '../message-shape';
import { say } from '../message';
import { lineOf, type Subject } from '../subject';
import type { Behind } from './behind';

type RangeFact = Extract<Fact, { fact: 'range' }>;

/** Changes looked at, back from the failing call. */
const MOST_TOUCHES = 32;

export function behindBorder(subject: Subject, space: AddressSpace, ranges: readonly RangeFact[]): Behind {
  const [low, high] = ranges.map(({ range }) => space.vmaAt(range.start));
  if (low === undefined || low.end !== high?.start) return { events: [], words: [] };
  const what = differences(low, high);
  const at = apartSince(subject, space, low, high);
  return {
    events: at === undefined ? [] : [at],
    words: [
      ...(what.length === 0 ? [] : [say('blame.differ', { what })]),
      ...(at === undefined ? [] : [say('blame.apart-since', { line: lineOf(subject, at) })]),
    ],
  };
}

function differences(low: Vma, high: Vma): readonly Message[] {
  const flags = low.flags ^ high.flags;
  return [
    ...(low.prot === high.prot ? [] : [say('differ.protection')]),
    ...((flags & LOCK_FLAGS) === 0 ? [] : [say('differ.lock')]),
    ...(has(low, VmFlag.sealed) === has(high, VmFlag.sealed) ? [] : [say('differ.seal')]),
    ...((flags & ADVICE) === 0 ? [] : [say('differ.advice')]),
    ...(isSameBacking(low, high) ? [] : [say('differ.backing')]),
  ];
}

/** What madvise sets. */
const ADVICE =
  VmFlag.dontCopy |
  VmFlag.wipeOnFork |
  VmFlag.dontDump |
  VmFlag.sequential |
  VmFlag.random |
  VmFlag.hugePage |
  VmFlag.noHugePage |
  VmFlag.mergeable;

/** The same file or memory, and the one goes on in it where the other ends. */
function isSameBacking(low: Vma, high: Vma): boolean {
  if (low.backing.kind !== high.backing.kind) return false;
  if (low.backing.kind === 'anonymous' || low.backing.kind === 'unknown') return true;
  return high.pgoff - low.pgoff === high.start - low.start;
}

/** The last call that changed what one of them says, on one side of the border alone. */
function apartSince(
  { timeline, event }: Subject,
  space: AddressSpace,
  low: Vma,
  high: Vma,
): EventIndex | undefined {
  let left = MOST_TOUCHES;
  for (const touch of timeline.touching(space.id, pageRange(low.end - 1, high.start + 1), event)) {
    if (left-- <= 0) return undefined;
    for (const change of timeline.changeAt(touch.event)?.spaces ?? [])
      for (const piece of changePieces(change, touch.event))
        if (piece.start === high.start || piece.end === low.end) return touch.event;
  }
  return undefined;
}
