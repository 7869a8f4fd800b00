/** What an explanation is about, and the parts that every explanation has. */
import { fileIndex, type EventIndex, type LineNumber } from '../trace/positions';
import type { Before } from '../kernel/check';
import type { AddressSpace } from '../memory/address-space';
import { beforeOf } from '../timeline/memory-step';
import type { Timeline } from '../timeline/timeline';
import type { Evidence, Explanation } from './explanation';
import type { Message } from './message-shape';
import { quote } from './message';

export interface Subject {
  readonly timeline: Timeline;
  readonly event: EventIndex;
  readonly line: LineNumber;
  readonly tid: number | undefined;
}

/** The caller's address space before the event; undefined where the log has shown none. */
export function spaceBefore({ timeline, event }: Subject): AddressSpace | undefined {
  const world = timeline.worldAt(event);
  const task = world.task(timeline.recording.events.task(event));
  return task === undefined ? undefined : world.space(task.space);
}

/** All that a call is judged against; undefined where the log has shown no address space of its task. */
export function worldBefore({ timeline, event }: Subject): Before | undefined {
  const world = timeline.worldAt(event);
  const task = world.task(timeline.recording.events.task(event));
  return task === undefined ? undefined : beforeOf(world, task, timeline.machine);
}

/** An explanation with its headline alone. */
export function plain(
  { event, line, tid }: Subject,
  call: string,
  outcome: Explanation['outcome'],
  headline: Message,
): Explanation {
  return {
    event,
    line,
    tid,
    call,
    outcome,
    errno: null,
    headline,
    certainty: 'proven',
    causes: [],
    checklist: [],
    effects: [],
    remedies: [],
  };
}

/** Evidence shows a line as the log has it: enough of it to recognise, never a whole buffer. */
const evidenceWidth = 160;

export function evidenceAt({ timeline }: Subject, event: EventIndex): Evidence {
  const { recording } = timeline;
  const line = recording.events.line(event);
  const decoded = recording.decode(event);
  const text = decoded.kind === 'call' ? decoded.text.text.slice(decoded.nameSpan.start) : decoded.text.text;
  const whole = text.trim() === '' ? recording.lineText(fileIndex(decoded.file), line) : text.trim();
  return {
    event,
    line,
    text: quote(whole.length > evidenceWidth ? `${whole.slice(0, evidenceWidth)}…` : whole),
  };
}

/** A value of a message that links to the line of an event. */
export const lineOf = ({ timeline }: Subject, event: EventIndex) => ({
  event,
  line: timeline.recording.events.line(event),
});
