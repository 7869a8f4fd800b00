/**
 * The timeline of a recording that has been read to its end.
 */
import { EventKind } from '../trace/event-table';
import type { EventIndex } from '../trace/positions';
import type { Recording } from '../trace/recording';
import { judge } from '../kernel/judge';
import type { Judgement, Machine } from '../kernel/check';
import type { MemoryCall } from '../kernel/memory-call';
import { mayBeJudged, memoryCallOf } from '../kernel/typed-call';
import type { SpaceId } from '../memory/address-space';
import type { PageRange } from '../memory/page';
import type { World, WorldChange } from '../process/world';
import { agreementOf } from './agreement';
import type { ChangingEvents } from './changing-events';
import { beforeOf, observedOf } from './memory-step';
import type { KernelChoice } from './kernel-choice';
import type { ArchitectureChoice } from './machine-evidence';
import type { NotAppliedEvents } from './not-applied';
import type { Missing } from './missing-calls';
import { ofIncompleteLog } from './incomplete-log';
import { ofRaced, type Races } from './races';
import type { SeldomJudged } from './seldom-judged';
import type { Moment, Position, SnapshotDifference, SnapshotProblem, Timeline, Touch } from './timeline';
import type { Touches } from './touches';
import type { Travel } from './travel';

export interface TimelineParts {
  readonly recording: Recording;
  readonly machine: Machine;
  readonly kernel: KernelChoice;
  readonly architecture: ArchitectureChoice;
  readonly travel: Travel;
  readonly touches: Touches;
  readonly changing: ChangingEvents;
  readonly cost: TimelineCost;
  readonly snapshotDifferences: readonly SnapshotDifference[];
  readonly snapshotProblems: readonly SnapshotProblem[];
  readonly notApplied: NotAppliedEvents;
  readonly races: Races;
  readonly missing: Missing;
  readonly seldom: SeldomJudged;
}

/** What the timeline keeps beside the index, in bytes; checkpoints estimated. */
export interface TimelineCost {
  readonly changes: number;
  readonly changeBytes: number;
  readonly checkpoints: number;
  readonly checkpointBytes: number;
}

export class RecordedTimeline implements Timeline {
  readonly recording: Recording;
  readonly machine: Machine;
  readonly kernel: KernelChoice;
  readonly architecture: ArchitectureChoice;
  readonly changing: ChangingEvents;
  readonly snapshotDifferences: readonly SnapshotDifference[];
  readonly snapshotProblems: readonly SnapshotProblem[];
  readonly cost: TimelineCost;
  readonly notApplied: NotAppliedEvents;
  readonly missing: Missing;

  constructor(private readonly parts: TimelineParts) {
    this.recording = parts.recording;
    this.machine = parts.machine;
    this.kernel = parts.kernel;
    this.architecture = parts.architecture;
    this.changing = parts.changing;
    this.snapshotDifferences = parts.snapshotDifferences;
    this.snapshotProblems = parts.snapshotProblems;
    this.cost = parts.cost;
    this.notApplied = parts.notApplied;
    this.missing = parts.missing;
  }

  get end(): Position {
    return this.recording.events.length as Position;
  }

  worldAt(position: Position): World {
    return this.parts.travel.worldAt(this.clamped(position));
  }

  worlds(): Iterable<Moment> {
    return this.parts.travel.worlds();
  }

  changeAt(event: EventIndex): WorldChange | undefined {
    return this.parts.travel.changeAt(event);
  }

  memoryCallAt(event: EventIndex): MemoryCall | undefined {
    const { events } = this.recording;
    if (!(event >= 0 && event < events.length) || events.kind(event) !== EventKind.call) return undefined;
    const name = events.name(event);
    if (!mayBeJudged(name) || !this.parts.seldom.mayBe(name, event)) return undefined;
    const task = this.worldAt(event).task(events.task(event));
    const decoded = this.recording.decode(event);
    if (decoded.kind !== 'call') return undefined;
    return memoryCallOf(decoded, task?.architecture ?? this.machine.architecture);
  }

  judge(event: EventIndex): Judgement | undefined {
    return this.judged(event)?.judgement;
  }

  agreement(event: EventIndex): 'agrees' | 'differs' | 'open' | 'none' {
    const judged = this.judged(event);
    if (judged === undefined) return 'none';
    const { call, judgement, brk } = judged;
    return agreementOf(call, observedOf(call.event), judgement.predicted, brk);
  }

  lastTouching(space: SpaceId, range: PageRange, before: Position): Touch | undefined {
    for (const touch of this.touching(space, range, before)) return touch;
    return undefined;
  }

  lastFork(space: SpaceId, before: Position): EventIndex | undefined {
    return this.parts.touches.lastFork(space, this.clamped(before));
  }

  touching(space: SpaceId, range: PageRange, before: Position, since?: Position): Iterable<Touch> {
    return this.parts.touches.before(space, range, this.clamped(before), since);
  }

  private judged(
    event: EventIndex,
  ): { call: MemoryCall; judgement: Judgement; brk: bigint | undefined } | undefined {
    const call = this.memoryCallAt(event);
    if (call === undefined) return undefined;
    const world = this.worldAt(event);
    const task = world.task(this.recording.events.task(event));
    const before = task === undefined ? undefined : beforeOf(world, task, this.machine);
    if (before === undefined) return undefined;
    const judgement = judge(call, before);
    const whole = this.missing.isProven ? ofIncompleteLog(judgement, call) : judgement;
    const said = this.parts.races.has(event) ? ofRaced(whole, call) : whole;
    return { call, judgement: said, brk: before.space.brk };
  }

  private clamped(position: Position): Position {
    return Math.min(Math.max(position, 0), this.end) as Position;
  }
}
