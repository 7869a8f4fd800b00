/**
 * Time travel. A position n stands before event n; n = events is behind the last. State is a log of changes with
 * checkpoints: any position is reached from the nearest checkpoint by applying changes, forwards or backwards.
 */
import type { EventIndex, TaskId } from '../trace/positions';
import type { Recording } from '../trace/recording';
import type { TraceEvent } from '../trace/event';
import type { Judgement, Machine } from '../kernel/check';
import type { MemoryCall } from '../kernel/memory-call';
import type { PageRange } from '../memory/page';
import type { SpaceId } from '../memory/address-space';
import type { MapsSnapshot } from '../memory/maps-snapshot';
import type { World, WorldChange } from '../process/world';
import type { KernelChoice } from './kernel-choice';
import type { ArchitectureChoice } from './machine-evidence';
import type { Missing } from './missing-calls';
import type { NotApplied } from './not-applied';

/** 0 to the number of events, both included. */
export type Position = EventIndex;

export interface Timeline {
  readonly recording: Recording;
  readonly machine: Machine;
  /** Which kernel's rules the log is read by, and why. */
  readonly kernel: KernelChoice;
  /** Which machine the programs are of, and why. */
  readonly architecture: ArchitectureChoice;
  /** Position behind the last event. */
  readonly end: Position;
  /** What the snapshots said where they were checked against the model. */
  readonly snapshotDifferences: readonly SnapshotDifference[];
  /** Snapshots that found no place in the log. */
  readonly snapshotProblems: readonly SnapshotProblem[];
  /** Events whose effect the model failed to work out, by a fault of its own; `first` are at most 20. */
  readonly notApplied: { readonly count: number; readonly first: readonly NotApplied[] };
  /** Signs that the recording left calls out. */
  readonly missing: Missing;
  /** The world before event n. Any handle into it stays valid: all of it is immutable. */
  worldAt(position: Position): World;
  /**
   * Each position at which the world is another than at the one before, with that world, from the first to the last: many
   * times quicker than asking for each. A world that is handed out here is good until the next is asked for.
   */
  worlds(): Iterable<Moment>;
  /** What event n changed; undefined for the many that change nothing. */
  changeAt(event: EventIndex): WorldChange | undefined;
  /** The events that changed the world, in order, as a sorted list of indices. */
  readonly changing: {
    readonly length: number;
    at(i: number): EventIndex;
    firstAtOrAfter(event: EventIndex): number;
  };
  /** The typed memory call of an event; undefined for other events. */
  memoryCallAt(event: EventIndex): MemoryCall | undefined;
  /** Judges the memory call of an event against the state before it, never from its result. */
  judge(event: EventIndex): Judgement | undefined;
  /** Whether the log and the rules say the same. 'open' where the rules cannot tell, 'none' where nothing is judged. */
  agreement(event: EventIndex): 'agrees' | 'differs' | 'open' | 'none';
  /** The latest event before `position` that mapped, unmapped or changed a page of the range in the space. */
  lastTouching(space: SpaceId, range: PageRange, before: Position): Touch | undefined;
  /** The latest event before `position` that copied the space for a child. */
  lastFork(space: SpaceId, before: Position): EventIndex | undefined;
  /** Events of [since, before) that touched the range, latest first, lazily. `since`: 0 if absent. */
  touching(space: SpaceId, range: PageRange, before: Position, since?: Position): Iterable<Touch>;
}

export interface Moment {
  readonly position: Position;
  readonly world: World;
}

export interface Touch {
  readonly event: EventIndex;
  readonly how: 'mapped' | 'unmapped' | 'protected' | 'locked' | 'unlocked' | 'moved' | 'changed';
  /** Where a move took the pages, or brought them from. */
  readonly other?: PageRange;
}

/** One difference between a later snapshot and the model at that line; the snapshot is then adopted. */
export interface SnapshotDifference {
  readonly event: EventIndex;
  readonly range: PageRange;
  readonly model: string;
  readonly snapshot: string;
}

/** A snapshot that found no place. */
export interface SnapshotProblem {
  readonly snapshot: MapsSnapshot;
  /** 'no-such-task': the log shows no task of that pid up to there; 'which-task': it names no pid, the log has several. */
  readonly problem: 'no-such-task' | 'which-task' | 'behind-the-log';
}

export type Direction = 'forward' | 'backward';

/** Looks for the next event, in either direction, that a predicate accepts. The predicate sees the index before the text. */
export interface Search {
  /** Bounded work: returns after at most `budget` events with where to go on. */
  step(from: Position, direction: Direction, budget: number): SearchStep;
}
export type SearchStep =
  { readonly found: EventIndex } | { readonly end: Position } | { readonly goOnFrom: Position };

export interface SearchPredicate {
  /** Cheap test on the index row; false rules the event out. */
  row(event: EventIndex): boolean;
  /** The test that needs the decoded event; absent where the row decides. */
  whole?(event: EventIndex, decode: () => TraceEvent): boolean;
  /** Restricts the search to one task. */
  readonly task?: TaskId;
}
