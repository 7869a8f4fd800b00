/** Who made a hole: a fact that names free pages gets the event that unmapped them or moved them away. */
import type { Fact } from '../kernel/check';
import type { Subject } from './subject';

export function withBlame(subject: Subject, facts: readonly Fact[]): readonly Fact[] {
  if (!facts.some(isHole)) return facts;
  const { timeline, event } = subject;
  const task = timeline.worldAt(event).task(timeline.recording.events.task(event));
  if (task === undefined) return facts;
  return facts.map((fact) => {
    if (!isHole(fact)) return fact;
    const touch = timeline.lastTouching(task.space, fact.range, event);
    const made = touch?.how === 'unmapped' || touch?.how === 'moved' ? touch.event : undefined;
    return made === undefined ? fact : { ...fact, at: made };
  });
}

const isHole = (fact: Fact): fact is Extract<Fact, { fact: 'range' }> =>
  fact.fact === 'range' && fact.state === 'free' && !('at' in fact);
