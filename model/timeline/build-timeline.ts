/**
 * From bytes to a timeline: one pass over the log, in which every event happens once.
 */
import type { ByteSource } from '../trace/byte-source';
import { openRecording, type RecordingSource } from '../trace/open-recording';
import type { FileIndex } from '../trace/positions';
import type { Pacer, Recording } from '../trace/recording';
import type { MapsSnapshot } from '../memory/maps-snapshot';
import { ChangingEvents } from './changing-events';
import type { CheckpointOptions } from './checkpoints';
import { MachineEvidence, type MachineOptions } from './machine-evidence';
import { RecordedTimeline } from './recorded-timeline';
import { SnapshotPlan } from './snapshot-plan';
import { startOfLog } from './start-of-log';
import { withSnapshots } from './start-of-snapshot';
import { Touches } from './touches';
import { Travel } from './travel';
import { WorldRecorder } from './world-recorder';

export interface TimelineOptions {
  /** As `parseMapsFile` reads them. */
  readonly snapshots?: readonly MapsSnapshot[];
  /** What the user knows of the machine; the rest comes from the log or is assumed. */
  readonly machine?: MachineOptions;
  readonly pacer?: Pacer;
  readonly checkpoints?: CheckpointOptions;
  /** Bytes read at once. */
  readonly chunkBytes?: number;
}

/**
 * No content makes it fail.
 * @throws SourceError when reading fails, and what the pacer throws to cancel.
 */
export async function buildTimeline(
  sources: readonly RecordingSource[],
  options: TimelineOptions = {},
): Promise<RecordedTimeline> {
  const given = options.machine ?? {};
  const start = withSnapshots(startOfLog(sources[0]?.source, given.architecture), options.snapshots ?? []);
  const first = await read(sources, options, new MachineEvidence(given, start));
  const { choice, current } = first.machine;
  if (choice.kernel === current.kernel) return timelineFrom(first);
  // Rules of another kernel were applied to lines above the proof: once more, with the kernel that all lines speak for.
  return timelineFrom(await read(sources, options, new MachineEvidence(given, start, choice)));
}

interface Reading {
  readonly machine: MachineEvidence;
  readonly snapshots: SnapshotPlan;
  readonly recorder: WorldRecorder;
  readonly recording: Recording;
}

async function read(
  sources: readonly RecordingSource[],
  options: TimelineOptions,
  machine: MachineEvidence,
): Promise<Reading> {
  const snapshots = new SnapshotPlan(options.snapshots ?? [], (pid) => fileOf(pid, sources));
  const recorder = new WorldRecorder(machine, snapshots, options.checkpoints);
  const recording = await openRecording(sources, {
    listener: recorder,
    ...(options.pacer !== undefined && { pacer: options.pacer }),
    ...(options.chunkBytes !== undefined && { chunkBytes: options.chunkBytes }),
  });
  recorder.finish(recording.events.length, (file) => recording.files[file]?.lines ?? 0);
  return { machine, snapshots, recorder, recording };
}

function timelineFrom({ machine, snapshots, recorder, recording }: Reading): RecordedTimeline {
  const { log, checkpoints, lineage, notApplied } = recorder.changes;
  const cost = {
    changes: log.length,
    changeBytes: log.bytes,
    checkpoints: checkpoints.count,
    checkpointBytes: checkpoints.bytes,
  };
  const travel = new Travel(log, checkpoints);
  return new RecordedTimeline({
    recording,
    machine: machine.current,
    kernel: machine.concluded,
    architecture: machine.architecture,
    travel,
    touches: new Touches(log, travel, lineage),
    changing: new ChangingEvents(log),
    cost,
    snapshotDifferences: snapshots.differences,
    snapshotProblems: snapshots.problems,
    notApplied,
    races: recorder.races,
    missing: recorder.missing,
    seldom: recorder.seldom,
  });
}

/** One log without a host's ceremony: for tools and tests. */
export const timelineOf = (source: ByteSource, options?: TimelineOptions): Promise<RecordedTimeline> =>
  buildTimeline([{ source }], options);

function fileOf(pid: number, sources: readonly RecordingSource[]): FileIndex | undefined {
  const at = sources.findIndex(({ tid }) => tid === pid);
  return at < 0 ? undefined : (at as FileIndex);
}
