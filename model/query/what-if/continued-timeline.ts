/**
 * The timeline of a recording that goes on with the calls of a what-if: what explains events of a log explains these, with
 * the log's own lines as evidence.
 */
import type { Judgement, Machine } from '../../kernel/check';
import type { MemoryCall } from '../../kernel/memory-call';
import type { SpaceId } from '../../memory/address-space';
import type { PageRange } from '../../memory/page';
import type { World, WorldChange } from '../../process/world';
import { agreementOf } from '../../timeline/agreement';
import type { KernelChoice } from '../../timeline/kernel-choice';
import type { ArchitectureChoice } from '../../timeline/machine-evidence';
import { observedOf } from '../../timeline/memory-step';
import type { Missing } from '../../timeline/missing-calls';
import type {
  Moment,
  Position,
  SnapshotDifference,
  SnapshotProblem,
  Timeline,
  Touch,
} from '../../timeline/timeline';
import { touchOf } from '../../timeline/touches';
import { eventIndex, type EventIndex } from '../../trace/positions';
import type { Recording } from '../../trace/recording';
import { ContinuedRecording } from './continued-recording';
import { FIRST_NUMBER } from './happen';
import type { WhatIfStep } from './step';

export class ContinuedTimeline implements Timeline {
  readonly recording: Recording;

  constructor(
    private readonly log: Timeline,
    private readonly position: Position,
    private readonly steps: readonly WhatIfStep[],
  ) {
    this.recording = new ContinuedRecording(log.recording, position, steps);
  }

  get machine(): Machine {
    return this.log.machine;
  }

  get kernel(): KernelChoice {
    return this.log.kernel;
  }

  get architecture(): ArchitectureChoice {
    return this.log.architecture;
  }

  get end(): Position {
    return eventIndex(this.position + this.steps.length);
  }

  get snapshotDifferences(): readonly SnapshotDifference[] {
    return this.log.snapshotDifferences;
  }

  get snapshotProblems(): readonly SnapshotProblem[] {
    return this.log.snapshotProblems;
  }

  get notApplied(): Timeline['notApplied'] {
    return this.log.notApplied;
  }

  get missing(): Missing {
    return this.log.missing;
  }

  get changing(): Timeline['changing'] {
    const { changing } = this.log;
    const before = changing.firstAtOrAfter(this.position);
    const own = this.steps.filter(({ change }) => change !== undefined).map(({ call }) => call.index);
    return {
      length: before + own.length,
      at: (i) => own[i - before] ?? changing.at(i),
      firstAtOrAfter: (event) =>
        event <= this.position
          ? changing.firstAtOrAfter(event)
          : before + own.filter((one) => one < event).length,
    };
  }

  worldAt(position: Position): World {
    const step = this.steps[Math.min(position, this.end) - this.position - 1];
    return step?.after ?? this.log.worldAt(position);
  }

  *worlds(): Generator<Moment, void, undefined> {
    for (const moment of this.log.worlds()) {
      if (moment.position > this.position) break;
      yield moment;
    }
    for (const [i, { change, after }] of this.steps.entries())
      if (change !== undefined) yield { position: eventIndex(this.position + i + 1), world: after };
  }

  changeAt(event: EventIndex): WorldChange | undefined {
    const step = this.step(event);
    return step === undefined ? this.log.changeAt(event) : step.change;
  }

  memoryCallAt(event: EventIndex): MemoryCall | undefined {
    const step = this.step(event);
    return step === undefined ? this.log.memoryCallAt(event) : step.memory;
  }

  judge(event: EventIndex): Judgement | undefined {
    const step = this.step(event);
    return step === undefined ? this.log.judge(event) : step.judgement;
  }

  agreement(event: EventIndex): 'agrees' | 'differs' | 'open' | 'none' {
    const step = this.step(event);
    if (step === undefined) return this.log.agreement(event);
    const { memory, judgement, before, call } = step;
    if (memory === undefined || judgement === undefined) return 'none';
    const task = before.task(call.task);
    const brk = task && before.space(task.space)?.brk;
    return agreementOf(memory, observedOf(call), judgement.predicted, brk);
  }

  lastTouching(space: SpaceId, range: PageRange, before: Position): Touch | undefined {
    for (const touch of this.touching(space, range, before)) return touch;
    return undefined;
  }

  lastFork(space: SpaceId, before: Position): EventIndex | undefined {
    return this.log.lastFork(space, eventIndex(Math.min(before, this.position)));
  }

  *touching(space: SpaceId, range: PageRange, before: Position, since?: Position): Iterable<Touch> {
    for (const { call, change } of this.steps.slice(0, Math.max(0, before - this.position)).reverse()) {
      if (call.index < (since ?? 0)) return;
      for (const one of change?.spaces ?? []) {
        const touch = one.space === space ? touchOf(one, range, call.index) : undefined;
        if (touch !== undefined) yield touch;
      }
    }
    // Of a space that a call made here the log says nothing.
    if (space >= FIRST_NUMBER) return;
    yield* this.log.touching(space, range, eventIndex(Math.min(before, this.position)), since);
  }

  private step(event: EventIndex): WhatIfStep | undefined {
    return this.steps[event - this.position];
  }
}
