/**
 * A recording of a real program, followed by the model and held against the kernel, once with the kernel's maps after each
 * execve as snapshots, once without any.
 */
import { eventIndex, type EventIndex, type FileIndex, type LineNumber } from '../../../model/trace/positions';
import { release } from 'node:os';
import { parseMapsFile } from '../../../model/memory/maps-snapshot';
import type { SpaceId } from '../../../model/memory/address-space';
import type { Prediction } from '../../../model/kernel/check';
import { parseKernelVersion } from '../../../model/kernel/versions';
import { timelineOf } from '../../../model/timeline/build-timeline';
import type { Timeline } from '../../../model/timeline/timeline';
import { memorySource } from '../../unit/trace/index-pass/memory-source';
import { compareSpaces, untoldBorders } from './differences';
import { limitsOf, vmasOf } from './kernel-maps';
import { isPlacedByKernel } from './placement';
import type { RealRecording, TruthRow } from './recorder';

export interface Shares {
  /** Memory calls with a row of the kernel's that can be compared. */
  rows: number;
  /** Not in `rows`: another thread's call was under way, or the task could not be held long enough. */
  raced: number;
  /** Of `raced`: the kernel's space is one that the model has within those calls. */
  racedAsPossible: number;
  late: number;
  racedAndLate: number;
  /** Address spaces of which nothing was unknown and nothing wrong, borders of doubt aside. */
  exactSpaces: number;
  exactLocked: number;
  /** Judged calls, those with the kernel's answer, and those that the model leaves open. */
  judged: number;
  agreeing: number;
  open: number;
  /** Mappings that the kernel placed; those whose address the model told, and those where it told the kernel's. */
  placed: number;
  placedTold: number;
  placedRight: number;
}

export interface Comparison extends Shares {
  /** Statements of the model that are false, the first of them. */
  readonly wrong: readonly string[];
  readonly falseStatements: number;
  /** Rows, by why the answer was left open. */
  readonly openBecause: ReadonlyMap<string, number>;
}

/** So many false statements are kept for messages. */
const KEPT = 40;
const ONLY_FILE = 0 as FileIndex;

export async function holdAgainst(recording: RealRecording, snapshots: boolean): Promise<Comparison> {
  const timeline = await follow(recording, snapshots);
  const shares: Shares = {
    rows: 0,
    raced: 0,
    racedAsPossible: 0,
    late: 0,
    racedAndLate: 0,
    exactSpaces: 0,
    exactLocked: 0,
    judged: 0,
    agreeing: 0,
    open: 0,
    placed: 0,
    placedTold: 0,
    placedRight: 0,
  };
  const wrong: string[] = [];
  let falseStatements = 0;
  const tell = (text: string): void => {
    falseStatements++;
    if (wrong.length < KEPT) wrong.push(text);
  };
  const openBecause = new Map<string, number>();
  const doubts = new Doubts(timeline);
  const say = (row: TruthRow, text: string): void => {
    const line = timeline.recording.lineText(ONLY_FILE, row.line as LineNumber).slice(0, 120);
    tell(`line ${row.line}: ${line}: ${text}`);
  };
  for (const row of recording.rows) {
    if (row.late) shares.late++;
    if (row.racedUntil !== undefined) shares.raced++;
    if (row.late && row.racedUntil !== undefined) shares.racedAndLate++;
    const event = timeline.recording.events.eventAtLine(ONLY_FILE, row.line as LineNumber);
    if (event === undefined) {
      say(row, 'the model has no event there');
      continue;
    }
    answers(timeline, event, row, shares, openBecause, say);
    if (row.racedUntil !== undefined && isPossible(timeline, event, row)) shares.racedAsPossible++;
    if (row.late || row.racedUntil !== undefined) continue;
    shares.rows++;
    state(timeline, event, row, shares, snapshots, doubts, say);
  }
  for (const { event, range, model, snapshot } of timeline.snapshotDifferences)
    tell(
      `snapshot at event ${event}, page ${range.start.toString(16)}: ${snapshot}, the model said ${model}`,
    );
  for (const { event, reason } of timeline.notApplied.first) tell(`event ${event}: ${reason}`);
  return { ...shares, wrong, falseStatements, openBecause };
}

function follow({ log, rows }: RealRecording, snapshots: boolean): Promise<Timeline> {
  const kernel = parseKernelVersion(` ${release()}`);
  // strace does not hold the first execve of all: the first call behind it only asks for the break.
  const text = rows
    .filter((row, at) => !row.late && (at === 0 || row.isExec))
    .map(({ line, tid, maps }) => `# after line ${line} pid ${tid}\n${maps}`);
  return timelineOf(memorySource(log), {
    machine: kernel === undefined ? {} : { kernel },
    snapshots: snapshots ? parseMapsFile(text.join('')).snapshots : [],
  });
}

type Say = (row: TruthRow, text: string) => void;

/** The predicted answer, also of rows that a thread has raced: then it may be open, but is not counted as false. */
function answers(
  timeline: Timeline,
  event: EventIndex,
  row: TruthRow,
  shares: Shares,
  openBecause: Map<string, number>,
  say: Say,
): void {
  const call = timeline.memoryCallAt(event);
  const agreement = timeline.agreement(event);
  if (call === undefined || agreement === 'none') return;
  const predicted = timeline.judge(event)?.predicted;
  shares.judged++;
  if (agreement === 'agrees') shares.agreeing++;
  if (agreement === 'open') {
    shares.open++;
    const why = predicted?.kind === 'undecidable' ? `${predicted.cause} ${predicted.because.code}` : 'value';
    openBecause.set(why, (openBecause.get(why) ?? 0) + 1);
  }
  if (isPlacedByKernel(call)) {
    shares.placed++;
    const address = predicted?.kind === 'success' ? predicted.value : undefined;
    const told = address !== undefined;
    if (told) shares.placedTold++;
    if (told && agreement === 'agrees') shares.placedRight++;
    // A wrong address is counted by itself; whether the call succeeds is another statement.
    if (
      address !== undefined &&
      agreement === 'differs' &&
      row.racedUntil === undefined &&
      call.event.result.kind === 'value'
    ) {
      say(row, `the predicted address is 0x${address.toString(16)}`);
      return;
    }
  }
  if (agreement === 'differs' && row.racedUntil === undefined) say(row, `predicted ${textOf(predicted)}`);
}

const textOf = (predicted: Prediction | undefined): string =>
  predicted?.kind === 'error'
    ? `${predicted.errno} by ${predicted.cause}`
    : `${predicted?.kind ?? 'nothing'} ${(predicted?.kind === 'success' ? predicted.value : undefined)?.toString(16) ?? ''}`;

/** The calls that were under way may have happened in the kernel one by one before it was read: each such space is possible. */
function isPossible(timeline: Timeline, event: EventIndex, row: TruthRow): boolean {
  const kernel = vmasOf(row.maps);
  const { events } = timeline.recording;
  const task = events.task(event);
  for (
    let at = event;
    at < events.length && events.line(at) <= (row.racedUntil ?? 0);
    at = eventIndex(at + 1)
  ) {
    const world = timeline.worldAt(eventIndex(at + 1));
    const id = world.task(task)?.space;
    const space = id === undefined ? undefined : world.space(id);
    if (space !== undefined && compareSpaces(space, kernel).wrong.length === 0) return true;
  }
  return false;
}

/** The address space, VmLck, VmSize, limits and capabilities behind the call. */
function state(
  timeline: Timeline,
  event: EventIndex,
  row: TruthRow,
  shares: Shares,
  snapshots: boolean,
  doubts: Doubts,
  say: Say,
): void {
  const world = timeline.worldAt(eventIndex(event + 1));
  const task = world.task(timeline.recording.events.task(event));
  const space = task && world.space(task.space);
  if (task === undefined || space === undefined) {
    say(row, 'the model has no address space');
    return;
  }
  const kernel = vmasOf(row.maps);
  const { wrong, unknownPages, grownStackPages } = compareSpaces(space, kernel);
  for (const text of wrong.slice(0, 3)) say(row, text);
  if (wrong.length === 0 && unknownPages === 0 && space.complete) shares.exactSpaces++;
  if (snapshots)
    for (const text of untoldBorders(space, kernel, doubts.upTo(event, space.id))) say(row, text);
  if (space.locked === undefined ? false : space.locked * 4 === row.lockedKb) shares.exactLocked++;
  else if (space.locked !== undefined)
    say(row, `VmLck is ${row.lockedKb} kB, the model says ${space.locked * 4}`);
  const size = (space.total + grownStackPages) * 4;
  if (space.complete && size !== row.sizeKb) say(row, `VmSize is ${row.sizeKb} kB, the model says ${size}`);
  if (space.startBrk !== undefined && space.startBrk !== row.startBreak)
    say(
      row,
      `the heap starts at 0x${row.startBreak.toString(16)}, the model says 0x${space.startBrk.toString(16)}`,
    );
  const limits = limitsOf(row.limits);
  for (const [name, { soft }] of world.process(task.process)?.limits ?? []) {
    const real = limits.get(name);
    if (real !== undefined && real !== soft) say(row, `RLIMIT_${name} is ${real}, the model says ${soft}`);
  }
  const lock = task.privileges.capabilities.get('CAP_IPC_LOCK')?.has;
  if ((lock === 'yes' && !row.mayLock) || (lock === 'no' && row.mayLock))
    say(row, `CAP_IPC_LOCK is ${String(row.mayLock)}, the model says ${lock}`);
}

/** Borders at which the model was not sure and did not merge, so far. */
class Doubts {
  readonly #bySpace = new Map<SpaceId, Set<number>>();
  #next = 0;

  constructor(private readonly timeline: Timeline) {}

  upTo(event: EventIndex, space: SpaceId): ReadonlySet<number> {
    const { changing } = this.timeline;
    for (; this.#next < changing.length && changing.at(this.#next) <= event; this.#next++) {
      const change = this.timeline.changeAt(changing.at(this.#next));
      for (const { space: id, mergeDoubts = [] } of change?.spaces ?? [])
        for (const { border, merged } of mergeDoubts) if (!merged) this.#of(id).add(border);
      // A child has its parent's borders.
      for (const { id, before, after } of change?.spaceLives ?? [])
        if (before === undefined && after !== undefined) this.#inherit(id, event);
    }
    return this.#of(space);
  }

  #of(id: SpaceId): Set<number> {
    const known = this.#bySpace.get(id) ?? new Set<number>();
    this.#bySpace.set(id, known);
    return known;
  }

  #inherit(id: SpaceId, event: EventIndex): void {
    const task = [...this.timeline.worldAt(eventIndex(event + 1)).tasks()].find((one) => one.space === id);
    const parent = task?.created && this.timeline.worldAt(event).task(task.created.by);
    for (const border of parent ? this.#of(parent.space) : []) this.#of(id).add(border);
  }
}
