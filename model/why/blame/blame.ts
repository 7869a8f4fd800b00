/** Who made it so: the answer to a question about an address, a range, locked memory, a limit or a capability. */
import { addressOf, lengthOf, type PageRange } from '../../memory/page';
import type { AddressSpace } from '../../memory/address-space';
import type { Task } from '../../process/world';
import type { TaskId } from '../../trace/positions';
import type { Position, Timeline } from '../../timeline/timeline';
import { protOf, whatIs } from '../vma-in-words';
import type { Message } from '../message-shape';
import { limitValueInWords } from '../limit-sum';
import { say } from '../message';
import { hexOf, pagesInWords, rangeInWords, sizeOfRange } from '../sizes';
import { capabilityHistory } from './capabilities';
import type { Deed } from './deed';
import { limitHistory } from './limits';
import { lockedTotal } from './locked-total';
import { pageHistory } from './pages';
import type { Target } from './target';

export interface Blame {
  /** How it stands at the position. */
  readonly now: Message;
  /** In the order of the log; what makes up the locked total, the largest first. */
  readonly deeds: readonly Deed[];
  /** What no line of the log shows, or that there is more. */
  readonly notes: readonly Message[];
}

/** More locked stretches than a person reads. */
const MOST_PARTS = 100;

/** Undefined where the log has shown nothing of the task. */
export function blameOf(
  timeline: Timeline,
  task: TaskId,
  target: Target,
  position: Position,
): Blame | undefined {
  const world = timeline.worldAt(position);
  const found = world.task(task);
  const space = found === undefined ? undefined : world.space(found.space);
  if (found === undefined) return undefined;
  switch (target.kind) {
    case 'pages':
      return space && pagesBlame(timeline, found, space, target.range, position);
    case 'locked':
      return space && lockedBlame(timeline, space, position);
    case 'limit':
      return limitBlame(timeline, found, target.name, position);
    case 'capability': {
      const { name } = target;
      const deeds = capabilityHistory(timeline, found, name, position);
      const has = found.privileges.capabilities.get(name)?.has ?? 'unknown';
      return { now: say(`blame.now-capability-${has}`, { name }), deeds, notes: [] };
    }
  }
}

function pagesBlame(
  timeline: Timeline,
  task: Task,
  space: AddressSpace,
  range: Extract<Target, { kind: 'pages' }>['range'],
  position: Position,
): Blame {
  const { deeds, isWhole } = pageHistory(timeline, task, range, position);
  const vma = space.vmaAt(range.start);
  const values = { range: rangeInWords(range), address: hexOf(addressOf(range.start)) };
  const now =
    vma === undefined
      ? say(`blame.now-${space.stateAt(range.start) === 'free' ? 'free' : 'unknown'}`, values)
      : say('blame.now-mapped', {
          ...values,
          vma: rangeInWords(vma),
          size: sizeOfRange(vma),
          prot: protOf(vma),
          what: whatIs(vma),
        });
  const notes = [
    ...(isWhole ? [] : [say('blame.older-left-out')]),
    ...(vma !== undefined && !deeds.some(({ how }) => MADE.has(how)) ? [say('blame.before-log')] : []),
  ];
  return { now, deeds, notes };
}

/** Deeds behind which no older one matters. */
const MADE: ReadonlySet<string> = new Set(['mapped', 'grown', 'proven']);

function lockedBlame(timeline: Timeline, space: AddressSpace, position: Position): Blame {
  const { pages, parts, surplus } = lockedTotal(timeline, space, position);
  const shown = parts.slice(0, MOST_PARTS);
  const older = shown.filter(({ by }) => by === undefined);
  return {
    now:
      pages === undefined
        ? say('blame.now-locked-unknown')
        : say('blame.now-locked', { size: pagesInWords(pages), count: parts.length }),
    deeds: shown.flatMap(({ by }) => (by === undefined ? [] : [by])),
    notes: [
      ...older.map(({ range }) =>
        say('blame.lock-before-log', { range: rangeInWords(range), size: sizeOfRange(range) }),
      ),
      ...(parts.length > shown.length
        ? [
            say('blame.more-locked', {
              count: parts.length - shown.length,
              size: pagesInWords(sizeOf(parts.slice(MOST_PARTS))),
            }),
          ]
        : []),
      ...(surplus > 0 ? [say('blame.lock-surplus', { size: pagesInWords(surplus) })] : []),
    ],
  };
}

const sizeOf = (parts: readonly { readonly range: PageRange }[]): number =>
  parts.reduce((sum, { range }) => sum + lengthOf(range), 0);

function limitBlame(
  timeline: Timeline,
  task: Task,
  name: Extract<Target, { kind: 'limit' }>['name'],
  position: Position,
): Blame {
  const limit = timeline.worldAt(position).process(task.process)?.limits.get(name);
  const values = { name: `RLIMIT_${name}` };
  return {
    now:
      limit === undefined
        ? say('blame.now-limit-unknown', values)
        : say('blame.now-limit', {
            ...values,
            soft: limitValueInWords(name, limit.soft),
            hard: limitValueInWords(name, limit.hard),
          }),
    deeds: limitHistory(timeline, task, name, position),
    notes: [],
  };
}
