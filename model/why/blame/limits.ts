/**
 * Who set a resource limit: the calls that set or showed it, what it was before, and the fork and execve through which it
 * was handed on. A child has its parent's limits, and a new program those of the old. setrlimit(2)
 */
import type { EventIndex } from '../../trace/positions';
import { onExit } from '../../process/call-values';
import { limitNameOf, limitPairOf } from '../../process/limits-calls';
import type { KnownLimit, LimitName, LimitValue } from '../../process/limits';
import type { Task } from '../../process/world';
import type { Position, Timeline } from '../../timeline/timeline';
import { limitValueInWords } from '../limit-sum';
import type { Message } from '../message-shape';
import { say } from '../message';
import { ancestorAt, forkOf } from './ancestry';
import type { Deed, LimitDeed } from './deed';

/** A program that sets a limit again and again has said all that matters by then. */
const MOST_DEEDS = 32;

/** Ascending. Empty where no line shows the limit. */
export function limitHistory(
  timeline: Timeline,
  task: Task,
  name: LimitName,
  position: Position,
): readonly Deed<LimitDeed>[] {
  const deeds: Deed<LimitDeed>[] = [...handedOn(timeline, task, name, position)];
  let at = position;
  let holder: Task | undefined = task;
  while (holder !== undefined && deeds.length < MOST_DEEDS) {
    const limit: KnownLimit | undefined = limitOf(timeline, holder, name, at);
    if (limit === undefined || limit.at >= at) break;
    const earlier = ancestorAt(timeline, holder, at, limit.at);
    const before = earlier === undefined ? undefined : limitOf(timeline, earlier, name, limit.at);
    deeds.push(changedBy(timeline, name, limit, before?.soft ?? shownBefore(timeline, name, limit)));
    at = limit.at;
    holder = earlier;
  }
  return deeds.sort((a, b) => a.event - b.event);
}

const limitOf = (
  timeline: Timeline,
  { process }: Task,
  name: LimitName,
  at: Position,
): KnownLimit | undefined => timeline.worldAt(at).process(process)?.limits.get(name);

/** prlimit64 tells the limit that it replaces. */
function shownBefore(
  { recording }: Timeline,
  name: LimitName,
  { at, how }: KnownLimit,
): LimitValue | undefined {
  const call = recording.decode(at);
  if (how !== 'set' || call.kind !== 'call' || limitNameOf(call.args[1]?.value) !== name) return undefined;
  return limitPairOf(onExit(call.args[3]), 'exact')?.soft;
}

function changedBy(
  timeline: Timeline,
  name: LimitName,
  { soft, at, how }: KnownLimit,
  before: LimitValue | undefined,
): Deed<LimitDeed> {
  const values = { name: `RLIMIT_${name}`, to: limitValueInWords(name, soft) };
  if (how === 'read')
    return deed(timeline, 'limit-read', at, (line) => say('blame.limit-read', { ...values, line }));
  return deed(timeline, 'limit-set', at, (line) =>
    before === undefined
      ? say('blame.limit-set', { ...values, line })
      : say('blame.limit-changed', { ...values, from: limitValueInWords(name, before), line }),
  );
}

/** The fork and the execve since the limit was set. */
function* handedOn(
  timeline: Timeline,
  task: Task,
  name: LimitName,
  position: Position,
): Iterable<Deed<LimitDeed>> {
  const process = timeline.worldAt(position).process(task.process);
  const limit = process?.limits.get(name);
  if (limit === undefined) return;
  const values = { name: `RLIMIT_${name}` };
  const fork = forkOf(timeline, task, position);
  if (fork !== undefined && fork > limit.at)
    yield deed(timeline, 'limit-inherited', fork, (line) =>
      say('blame.limit-inherited', { ...values, line }),
    );
  const exec = process?.execAt;
  if (exec !== undefined && exec > limit.at)
    yield deed(timeline, 'limit-kept', exec, (line) => say('blame.limit-kept', { ...values, line }));
}

function deed(
  { recording }: Timeline,
  how: LimitDeed,
  event: EventIndex,
  text: (line: { event: EventIndex; line: ReturnType<typeof recording.events.line> }) => Message,
): Deed<LimitDeed> {
  const line = recording.events.line(event);
  return { how, event, line, text: text({ event, line }) };
}
