/**
 * What gave a task a capability, took it away, or showed whether it has it: capset and changes of the user id change it;
 * capget, a lock above the limit, a refusal only show it. capabilities(7)
 */
import type { Capability, Knowledge } from '../../process/privileges';
import type { Task } from '../../process/world';
import type { Position, Timeline } from '../../timeline/timeline';
import { say } from '../message';
import { ancestorAt } from './ancestry';
import type { CapabilityDeed, Deed } from './deed';

/** Calls that change what a task may do; all others only prove it. */
const CHANGES: ReadonlySet<string> = new Set([
  'capset',
  'setuid',
  'setuid32',
  'setreuid',
  'setreuid32',
  'setresuid',
  'setresuid32',
  'unshare',
  'setns',
  'clone',
  'clone3',
]);

const MOST_DEEDS = 16;

/** Ascending. Empty where no line shows anything of the capability. */
export function capabilityHistory(
  timeline: Timeline,
  task: Task,
  name: Capability,
  position: Position,
): readonly Deed<CapabilityDeed>[] {
  const deeds: Deed<CapabilityDeed>[] = [];
  let at = position;
  let holder: Task | undefined = ancestorAt(timeline, task, position, position);
  while (holder !== undefined && deeds.length < MOST_DEEDS) {
    const known: Knowledge | undefined = holder.privileges.capabilities.get(name);
    if (known?.because === undefined || known.because >= at) break;
    const { because, has } = known;
    const event = because;
    const line = timeline.recording.events.line(event);
    const changes = CHANGES.has(timeline.recording.events.name(event));
    const how: CapabilityDeed =
      has === 'yes'
        ? changes
          ? 'capability-given'
          : 'capability-has'
        : changes
          ? 'capability-taken'
          : 'capability-lacks';
    deeds.push({ how, event, line, text: say(`blame.${how}`, { name, line: { event, line } }) });
    holder = ancestorAt(timeline, holder, at, because);
    at = because;
  }
  return deeds.reverse();
}
