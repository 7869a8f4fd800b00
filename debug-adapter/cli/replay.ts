/**
 * `pagewalk replay`: every call that the model judges, with what the kernel answered, what the rules say, and the totals
 * after it.
 */
import { EventKind } from '../../model/trace/event-table';
import type { CallEvent } from '../../model/trace/event';
import { eventIndex } from '../../model/trace/positions';
import type { EventIndex } from '../../model/trace/positions';
import type { AddressSpace } from '../../model/memory/address-space';
import { mayBeJudged } from '../../model/kernel/typed-call';
import { isMessageKey, say, textOf } from '../../model/why/message';
import { kilobytes, vmaRow } from '../presentation/vma-row';
import { predictionOf } from './prediction';
import type { Predicted } from './prediction';
import { jsonLine } from './printable';
import { painter } from './printer';
import type { Printer } from './printer';
import { allEvents, placeOf } from './trace-run';
import type { TraceRun } from './trace-run';
import type { SpokenLanguage } from '../words/language';
import { told } from '../words/tell';
import { toLeft, toRight } from './columns';

export interface ReplayOptions {
  readonly json: boolean;
  readonly vmas: boolean;
  readonly language: SpokenLanguage;
}

export type Observed =
  | { readonly kind: 'success'; readonly value: string }
  | { readonly kind: 'error'; readonly errno: string }
  | { readonly kind: 'none' };

interface Row {
  readonly file?: string;
  readonly line: number;
  readonly pid: number | null;
  readonly call: string;
  readonly observed: Observed;
  readonly predicted: Predicted;
  /** null where the rules cannot tell, or nothing was observed. */
  readonly agrees: boolean | null;
  readonly locked_kb: number | null;
  /** `locked_kb` hangs on page faults that no log shows: it is told as if the program touched nothing else. */
  readonly locked_is_likely?: true;
  readonly size_kb: number | null;
  readonly vmas?: readonly unknown[];
}

export async function replayCommand(run: TraceRun, options: ReplayOptions, out: Printer): Promise<number> {
  const counts = { agree: 0, differ: 0, open: 0 };
  const table = new Table(run, out.colour, options.language);
  if (!options.json) await out.line(table.head);
  for (const event of allEvents(run)) {
    const row = rowOf(run, event, options.vmas);
    if (!row) continue;
    counts[row.agrees === null ? 'open' : row.agrees ? 'agree' : 'differ']++;
    if (options.json) await out.line(jsonLine(row));
    else await out.line(table.line(row));
  }
  if (!options.json) {
    const total = counts.agree + counts.differ + counts.open;
    await out.line(told(options.language, 'replay.total', { total, ...counts }));
  }
  return 0;
}

function rowOf(run: TraceRun, event: EventIndex, withVmas: boolean): Row | undefined {
  const call = judgedCall(run, event);
  if (!call) return undefined;
  const { timeline } = run;
  const agreement = timeline.agreement(event);
  const predicted = predictionOf(timeline, event);
  const observed = observedOf(call);
  const space = spaceAfter(run, event);
  const isPart = timeline.missing.isProven;
  return {
    ...placeOf(run, event),
    call: timeline.memoryCallAt(event)?.call ?? call.name,
    observed,
    predicted,
    agrees:
      agreement === 'none'
        ? agreesAlone(observed, predicted)
        : agreement === 'open'
          ? null
          : agreement === 'agrees',
    ...(isPart ? { locked_kb: null } : lockedKb(space)),
    size_kb: space?.complete === true && !isPart ? kilobytes(space.total) : null,
    ...(withVmas ? { vmas: vmasOf(space) } : {}),
  };
}

function lockedKb(space: AddressSpace | undefined): Pick<Row, 'locked_kb' | 'locked_is_likely'> {
  if (space?.locked !== undefined) return { locked_kb: kilobytes(space.locked) };
  const likely = space?.likelyLocked;
  return likely === undefined
    ? { locked_kb: null }
    : { locked_kb: kilobytes(likely), locked_is_likely: true };
}

/** The memory call, or the call that failed with EFAULT, at the event. Only names that may be one are decoded. */
function judgedCall(run: TraceRun, event: EventIndex): CallEvent | undefined {
  const { timeline } = run;
  const { events } = timeline.recording;
  if (events.kind(event) !== EventKind.call) return undefined;
  const name = events.name(event);
  if (mayBeJudged(name)) {
    const call = timeline.memoryCallAt(event);
    // Nothing answers a call that ends its caller.
    if (call) return call.call === 'exit' || call.call === 'exit_group' ? undefined : call.event;
  }
  if (events.errno(event) !== 'EFAULT') return undefined;
  const decoded = timeline.recording.decode(event);
  // An injected EFAULT is strace's own: the kernel was not asked.
  return decoded.kind === 'call' && decoded.result.kind === 'error' && decoded.result.injected !== 'result'
    ? decoded
    : undefined;
}

function observedOf({ result }: CallEvent): Observed {
  switch (result.kind) {
    case 'value':
      if (result.injected === 'result') return { kind: 'none' };
      return { kind: 'success', value: `0x${BigInt.asUintN(64, result.value).toString(16)}` };
    case 'error':
      return result.injected === 'result' ? { kind: 'none' } : { kind: 'error', errno: result.errno };
    default:
      return { kind: 'none' };
  }
}

function agreesAlone(observed: Observed, predicted: Predicted): boolean | null {
  if (observed.kind === 'none' || predicted.kind === 'undecidable') return null;
  if (observed.kind === 'error') return predicted.kind === 'error' && predicted.errno === observed.errno;
  return predicted.kind === 'success';
}

function spaceAfter({ timeline }: TraceRun, event: EventIndex): AddressSpace | undefined {
  const world = timeline.worldAt(eventIndex(event + 1));
  const task = world.task(timeline.recording.events.task(event));
  return task && world.space(task.space);
}

/** As `--vmas` has them. */
export function vmasOf(space: AddressSpace | undefined): readonly unknown[] {
  if (!space) return [];
  return [...space.vmas()].map((vma) => {
    const { start, end, prot, share, offset, file, name, locked } = vmaRow(vma, space, (event) => ({
      event,
      line: 0,
    }));
    return { start, end, prot, share, offset, file, name, locked };
  });
}

/** Columns of fixed width: rows go out as they are made, so no width can wait for the last. */
class Table {
  readonly head: string;
  readonly #lineWidth: number;

  constructor(
    run: TraceRun,
    readonly colour: boolean,
    readonly language: SpokenLanguage,
  ) {
    this.#lineWidth = Math.max(4, String(run.timeline.recording.survey.lines).length);
    const cells = [
      toRight(told(language, 'replay.line'), this.#lineWidth),
      'pid'.padStart(7),
      toLeft(told(language, 'replay.call'), 13),
      toLeft(told(language, 'replay.kernel'), 18),
    ];
    this.head = [
      ...cells,
      toLeft(told(language, 'replay.rules'), 40),
      'VmLck kB'.padStart(9),
      'VmSize kB'.padStart(10),
    ].join('  ');
  }

  line(row: Row): string {
    const paint = painter(this.colour);
    const mark =
      row.agrees === null ? paint('doubt', '?') : row.agrees ? paint('good', '=') : paint('bad', '≠');
    const cells = [
      String(row.line).padStart(this.#lineWidth),
      String(row.pid ?? '').padStart(7),
      row.call.padEnd(13),
      toLeft(observedWords(row.observed, this.language), 18),
    ];
    const file = row.file === undefined ? '' : `  ${row.file}`;
    const kb = (value: number | null, width: number): string =>
      (value === null ? '?' : String(value)).padStart(width);
    return `${cells.join('  ')}${mark} ${toLeft(predictedWords(row.predicted, this.language), 40)}  ${row.locked_is_likely === true ? '~' : ' '}${kb(row.locked_kb, 8)}  ${kb(row.size_kb, 10)}${file}${openWords(row.predicted, this.language)}`;
  }
}

const observedWords = (observed: Observed, language: SpokenLanguage): string =>
  observed.kind === 'success'
    ? observed.value
    : observed.kind === 'error'
      ? observed.errno
      : told(language, 'replay.no-answer');

function predictedWords(predicted: Predicted, language: SpokenLanguage): string {
  switch (predicted.kind) {
    case 'success':
      return predicted.value ?? told(language, 'replay.success');
    case 'error':
      return `${predicted.errno ?? told(language, 'replay.old-break')} ${predicted.cause}`;
    case 'undecidable':
      return told(language, 'replay.cannot-tell');
  }
}

/** Why it cannot be told; the id of the likeliest cause, where one is all that there is. */
function openWords(predicted: Predicted, language: SpokenLanguage): string {
  if (predicted.kind !== 'undecidable') return '';
  const key = `because.${predicted.because}`;
  return `  ${isMessageKey(key) ? textOf(say(key), language) : predicted.because}`;
}
