/**
 * A call of a log, tried at its own place, is answered by the rules as it is there; and calls that are tried one behind the
 * other leave the world that replaying them leaves.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { EventKind } from '../../../../model/trace/event-table';
import type { CallEvent } from '../../../../model/trace/event';
import { eventIndex } from '../../../../model/trace/positions';
import { isProblem } from '../../../../model/query/what-if/problem';
import { spaceOf, tryCalls, whatIfAt, type WhatIfState } from '../../../../model/query/what-if/what-if';
import type { RecordedTimeline } from '../../../../model/timeline/recorded-timeline';
import type { AddressSpace, SpaceId } from '../../../../model/memory/address-space';
import { applyChange } from '../../../../model/memory/space-change';
import { explainStep } from '../../../../model/query/what-if/explain-step';
import { explain } from '../../../../model/why/explain';
import type { Explanation } from '../../../../model/why/explanation';
import { textOf } from '../../../../model/why/message';
import { ranges, sample, sampleNames } from '../../timeline/recorded';

/** The call without its answer, as the log has it. */
const written = ({ text, nameSpan, args }: CallEvent): string => {
  const last = args.at(-1)?.span.end ?? nameSpan.end + 1;
  return `${text.text.slice(nameSpan.start, last)})`;
};

const judged = (timeline: RecordedTimeline): readonly CallEvent[] => {
  const calls: CallEvent[] = [];
  for (let e = 0; e < timeline.end; e++) {
    const event = eventIndex(e);
    if (timeline.recording.events.kind(event) !== EventKind.call) continue;
    const call = timeline.memoryCallAt(event)?.event;
    if (call?.complete === true) calls.push(call);
  }
  return calls;
};

function tried(state: WhatIfState, text: string): WhatIfState {
  const next = tryCalls(state, text);
  if (isProblem(next)) throw new Error(`${text}: ${textOf(next.message)}`);
  return next;
}

const BORN_OR_GONE: ReadonlySet<string> = new Set([
  'execve',
  'exit_group',
  'clone',
  'clone3',
  'fork',
  'vfork',
]);

/** What the call's own effect leaves of its caller's memory. */
function spaceBehind(timeline: RecordedTimeline, { index, task }: CallEvent): AddressSpace | undefined {
  const world = timeline.worldAt(index);
  const before = world.space(world.task(task)?.space ?? (-1 as SpaceId));
  const change = timeline.changeAt(index)?.spaces.find(({ space }) => space === before?.id);
  return before === undefined || change === undefined ? before : applyChange(before, change);
}

function seen(timeline: RecordedTimeline, { index, task }: CallEvent): string {
  const world = timeline.worldAt(eventIndex(index + 1));
  return ranges(world.space(world.task(task)?.space ?? (-1 as SpaceId))).join();
}

describe.each(sampleNames)('%s', (name) => {
  let timeline: RecordedTimeline;
  beforeAll(async () => {
    timeline = await sample(name);
  });

  it('predicts of each memory call what is predicted in the log', () => {
    const calls = judged(timeline);
    expect(calls.length).toBeGreaterThan(0);
    for (const call of calls) {
      const here = whatIfAt(timeline, call.index, call.task);
      const said = timeline.judge(call.index);
      // Nobody is left to ask where the log itself has no memory of the task.
      if (said === undefined) continue;
      const step = tried(here, written(call)).steps[0];
      const where = `line ${call.line}: ${written(call)}`;
      if (said.predicted.kind === 'success' && said.predicted.because?.code === 'raced') continue;
      expect(step?.judgement?.predicted, where).toEqual(said.predicted);
      expect(
        step?.judgement?.answers.map(({ id, verdict }) => [id, verdict.answer]),
        where,
      ).toEqual(said.answers.map(({ id, verdict }) => [id, verdict.answer]));
    }
  });

  it('explains a refusal as it is explained in the log', () => {
    for (const call of judged(timeline)) {
      if (timeline.agreement(call.index) !== 'agrees' || call.result.kind !== 'error') continue;
      const step = explainStep(tried(whatIfAt(timeline, call.index, call.task), written(call)), 0);
      const there = explain(timeline, call.index);
      const where = `line ${call.line}: ${written(call)}`;
      const causes = (from: Explanation | undefined) =>
        from?.causes.map(({ id, evidence }) => [
          id,
          ...evidence.map(({ event }) => event).filter((event) => event < call.index),
        ]);
      expect(causes(step?.explanation), where).toEqual(causes(there));
      expect(step?.explanation.certainty, where).toBe(there?.certainty);
      expect(
        step?.explanation.checklist.map(({ id, state }) => [id, state]),
        where,
      ).toEqual(there?.checklist.map(({ id, state }) => [id, state]));
    }
  });

  it('leaves, call behind call, the memory that the log leaves', () => {
    let state: WhatIfState | undefined;
    let compared = 0;
    for (const call of judged(timeline)) {
      if (state?.task !== call.task || state.position + state.steps.length !== call.index)
        state = whatIfAt(timeline, call.index, call.task);
      const next: WhatIfState = tried(state, written(call));
      const step = next.steps.at(-1);
      const isPlayed = step?.applied === true && timeline.agreement(call.index) === 'agrees';
      const space = spaceBehind(timeline, call);
      const isSame = step?.call.result.kind === call.result.kind && !BORN_OR_GONE.has(call.name);
      if (!isPlayed || !isSame || space === undefined) {
        state = undefined;
        continue;
      }
      const where = `line ${call.line}: ${written(call)}`;
      expect(ranges(spaceOf(next)), where).toEqual(ranges(space));
      expect(spaceOf(next)?.locked, where).toBe(space.locked);
      compared++;
      // A snapshot between two calls may tell of more.
      state = seen(timeline, call) === ranges(space).join() ? next : undefined;
    }
    expect(compared).toBeGreaterThan(0);
  });
});
