/**
 * The model is held against the kernel: the log goes the whole way (bytes, grammar, timeline, prediction), and each call's
 * answer and what it left is compared with what the kernel itself wrote down.
 */
import { constants } from 'node:os';
import type { Prediction } from '../../../model/kernel/check';
import type { MachineOptions } from '../../../model/timeline/machine-evidence';
import { parseMapsFile } from '../../../model/memory/maps-snapshot';
import { buildTimeline } from '../../../model/timeline/build-timeline';
import type { RecordedTimeline } from '../../../model/timeline/recorded-timeline';
import type { CallEvent } from '../../../model/trace/event';
import { eventIndex, type EventIndex } from '../../../model/trace/positions';
import { stateDifferences, type Compared, type StateDifference } from './compared-state';
import type { KernelState } from './kernel-record';
import type { LiveRun } from './live-run';

export type AnswerKind = 'right' | 'wrong' | 'undecided' | 'not judged';
/** For a mapping whose place the kernel chose. */
export type Placed = 'right' | 'wrong' | 'not given' | undefined;

export interface HeldCall {
  readonly state: KernelState;
  /** The line of the list, and strace's. */
  readonly listed: string;
  readonly logged: string;
  readonly name: string;
  readonly answer: AnswerKind;
  readonly predicted: string;
  readonly placed: Placed;
  /** What differs after the call and did not before it. */
  readonly differences: readonly StateDifference[];
  /** What differs after the call, since whenever. */
  readonly standing: ReadonlySet<Compared>;
}

/** Which errors have two names: the one that strace prints. */
const ERRNO_NAMES = new Map(
  Object.entries(constants.errno)
    .filter(([name]) => name !== 'EWOULDBLOCK' && name !== 'ENOTSUP')
    .map(([name, number]) => [number, name]),
);

/** `touched`: the program touches pages unseen. */
export async function heldAgainst(
  run: LiveRun,
  machine: MachineOptions,
  touched: boolean,
): Promise<HeldCall[]> {
  const { snapshots } = parseMapsFile(run.record.start);
  const source = {
    name: 'log',
    size: run.log.length,
    read: (at: number, length: number): Uint8Array => run.log.slice(at, at + length),
  };
  const timeline = await buildTimeline([{ source }], { snapshots, machine });
  const { notApplied } = timeline;
  if (notApplied.count > 0) throw new Error(`not applied: ${JSON.stringify(notApplied.first)}`);
  const waiting = new Map<number, KernelState[]>();
  for (const state of run.record.states) waiting.set(state.tid, [...(waiting.get(state.tid) ?? []), state]);
  const held: HeldCall[] = [];
  const before = new Map<number, ReadonlySet<string>>();
  for (let at = 0; at < timeline.end; at++) {
    const event = eventIndex(at);
    const call = callAt(timeline, event);
    const tid = timeline.recording.tasks[timeline.recording.events.task(event)]?.tid;
    if (call === undefined || tid === undefined) continue;
    const state = waiting.get(tid)?.shift();
    if (state === undefined) {
      // What killed the program came before it could write the record of this call, its last: that it did not come to its
      // end is told by itself (disagreements.ts).
      if (run.ended !== undefined) break;
      throw new Error(`no record of ${call.name} of ${tid}`);
    }
    const one = heldCall(timeline, event, call, state, run, touched);
    // A difference stays until a call repairs it: it is told once, where it began.
    const keys = new Set(one.differences.map(keyOf));
    const old = before.get(tid);
    before.set(tid, keys);
    const standing = new Set(one.differences.map(({ what }) => what));
    held.push({
      ...one,
      standing,
      differences: one.differences.filter((difference) => !old?.has(keyOf(difference))),
    });
  }
  return held;
}

const keyOf = ({ what, kernel, model }: StateDifference): string => `${what} ${kernel} ${model}`;

/** Not those that the program makes beside its list. */
const BESIDE: ReadonlySet<string> = new Set(['execve', 'exit', 'exit_group']);

function callAt(timeline: RecordedTimeline, event: EventIndex): CallEvent | undefined {
  const decoded = timeline.recording.decode(event);
  return decoded.kind === 'call' && !BESIDE.has(decoded.name) ? decoded : undefined;
}

function heldCall(
  timeline: RecordedTimeline,
  event: EventIndex,
  call: CallEvent,
  state: KernelState,
  run: LiveRun,
  touched: boolean,
): Omit<HeldCall, 'standing'> {
  const prediction = timeline.judge(event)?.predicted;
  const world = timeline.worldAt(eventIndex(event + 1));
  const task = world.task(timeline.recording.events.task(event));
  const space = task && world.space(task.space);
  const { events } = timeline.recording;
  const logged = timeline.recording.lineText(events.file(event), events.line(event));
  const answer = answerKind(prediction, state);
  return {
    state,
    listed: state.line === 0 ? 'brk 0' : (run.list[state.line - 1] ?? ''),
    logged,
    name: call.name,
    answer: contradicts(call, state) ? 'wrong' : answer,
    predicted: predictionText(prediction),
    placed: placedBy(call, prediction, state),
    differences: space === undefined ? [] : stateDifferences(space, state, touched),
  };
}

const errnoOf = ({ answer }: KernelState): string | undefined =>
  answer < 0n && answer > -4096n ? (ERRNO_NAMES.get(Number(-answer)) ?? `errno ${-answer}`) : undefined;

/** The log's answer as the grammar read it is not what the program got. */
function contradicts({ result }: CallEvent, state: KernelState): boolean {
  const errno = errnoOf(state);
  if (result.kind === 'value') return errno !== undefined || BigInt.asIntN(64, result.value) !== state.answer;
  return result.kind === 'error' && result.errno !== errno;
}

function answerKind(prediction: Prediction | undefined, state: KernelState): AnswerKind {
  const errno = errnoOf(state);
  switch (prediction?.kind) {
    case undefined:
      return 'not judged';
    case 'undecidable':
      return 'undecided';
    case 'error':
      if (prediction.errno === 'old-break')
        return prediction.value === undefined || prediction.value === state.answer ? 'right' : 'wrong';
      return prediction.errno === errno ? 'right' : 'wrong';
    case 'success':
      if (errno !== undefined) return 'wrong';
      return prediction.value === undefined || BigInt.asIntN(64, prediction.value) === state.answer
        ? 'right'
        : 'wrong';
  }
}

/** mmap without MAP_FIXED, an mremap that moved, shmat without address. */
function placedBy(call: CallEvent, prediction: Prediction | undefined, state: KernelState): Placed {
  if (errnoOf(state) !== undefined || prediction === undefined || !isPlaced(call, state)) return undefined;
  if (prediction.kind !== 'success' || prediction.value === undefined) return 'not given';
  return BigInt.asIntN(64, prediction.value) === state.answer ? 'right' : 'wrong';
}

function isPlaced({ name, args }: CallEvent, { answer }: KernelState): boolean {
  const [first] = args;
  const text = args[3]?.value;
  const flags =
    text?.kind === 'flags' ? text.terms.flatMap((term) => ('name' in term ? [term.name] : [])) : [];
  const address = first?.value.kind === 'number' ? first.value.value : 0n;
  switch (name) {
    case 'mmap':
      return !flags.includes('MAP_FIXED') && !flags.includes('MAP_FIXED_NOREPLACE');
    case 'mremap':
      return answer !== address && !flags.includes('MREMAP_FIXED');
    case 'shmat': {
      const at = args[1]?.value;
      return at?.kind === 'number' && at.value === 0n;
    }
    default:
      return false;
  }
}

function predictionText(prediction: Prediction | undefined): string {
  switch (prediction?.kind) {
    case undefined:
      return 'nothing';
    case 'success':
      return prediction.value === undefined ? 'success' : `0x${prediction.value.toString(16)}`;
    case 'error':
      return `${prediction.errno} by ${prediction.cause}`;
    case 'undecidable':
      return `open: ${prediction.cause} (${prediction.because.code})`;
  }
}
