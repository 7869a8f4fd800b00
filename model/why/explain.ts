/**
 * Explains one event. Everything comes from the same judgement as the prediction, from the change log and from the
 * history of the pages concerned.
 */
import { pageOf, pageRange, pagesFor, type PageRange } from '../memory/page';
import { EventKind } from '../trace/event-table';
import type { CallEvent } from '../trace/event';
import type { EventIndex } from '../trace/positions';
import type { Timeline } from '../timeline/timeline';
import type { Explanation } from './explanation';
import type { Message } from './message-shape';
import { effectsOf } from './effects';
import { explainJudgedCall } from './judged-call';
import { withManual } from './manual/of-explanation';
import { say } from './message';
import { explainInjected, explainOutside, explainRestarted } from './outside';
import { explainPointerFault } from './pointer-fault';
import { shortTransfer } from './pointers/short-transfer';
import { withPointer } from './pointers/judged-pointer';
import { explainUnalignedWord } from './pointers/unaligned-word';
import { explainDeath, explainSignal } from './signal';
import { plain, type Subject } from './subject';
import { worldEffects } from './world-effects';

/** Undefined for events that are neither a call, a signal nor a death by one: there is nothing to explain. */
export function explain(timeline: Timeline, event: EventIndex): Explanation | undefined {
  const kind = timeline.recording.events.kind(event);
  if (kind !== EventKind.call && kind !== EventKind.signal && kind !== EventKind.killed) return undefined;
  const decoded = timeline.recording.decode(event);
  const subject: Subject = { timeline, event, line: decoded.line, tid: decoded.prefix.tid };
  switch (decoded.kind) {
    case 'call':
      return withManual(subject, explainCall(subject, decoded));
    case 'signal':
      return explainSignal(subject, decoded);
    case 'killed':
      return explainDeath(subject, decoded);
    default:
      return undefined;
  }
}

function explainCall(subject: Subject, call: CallEvent): Explanation {
  const { result } = call;
  if (result.kind === 'never' || result.kind === 'none') {
    return result.kind === 'none' && result.reason !== undefined
      ? explainRestarted(subject, call)
      : plain(subject, call.name, 'unknown', say('call.no-answer', { call: call.name }));
  }
  if (result.injected === 'result') return explainInjected(subject, call, errnoOf(call));
  const judged = subject.timeline.memoryCallAt(subject.event);
  if (result.kind === 'error') {
    if (judged !== undefined)
      return withPointer(subject, call, explainJudgedCall(subject, call, result.errno));
    if (result.errno === 'EFAULT') return explainPointerFault(subject, call);
    const unaligned = result.errno === 'EINVAL' ? explainUnalignedWord(subject, call) : undefined;
    if (unaligned !== undefined) return unaligned;
    return explainOutside(subject, call, result.errno);
  }
  if (judged?.call === 'brk' && brkStayed(call)) return explainJudgedCall(subject, call, null);
  const short = shortTransfer(subject, call);
  if (short !== undefined) return short;
  return succeeded(subject, call);
}

function succeeded(subject: Subject, call: CallEvent): Explanation {
  const change = subject.timeline.changeAt(subject.event);
  const effects = [
    ...effectsOf(subject.timeline, subject.event, mappedBy(subject, call)),
    ...(change === undefined ? [] : worldEffects(change)),
    ...taskMadeBy(call),
  ];
  const [first] = effects;
  const headline = first ?? say('call.no-effect', { call: call.name });
  const explanation = plain(subject, call.name, 'succeeded', headline);
  const judged =
    subject.timeline.memoryCallAt(subject.event) === undefined
      ? undefined
      : explainJudgedCall(subject, call, undefined);
  return {
    ...explanation,
    effects,
    checklist: judged?.checklist ?? [],
    ...(judged?.divergence === undefined ? {} : { divergence: judged.divergence }),
  };
}

const MAKING = /^(clone3?|v?fork)$/;

/** The caller gets the new task's tid; its own part begins with 0. clone(2) */
function taskMadeBy({ name, result, text }: CallEvent): readonly Message[] {
  if (!MAKING.test(name) || result.kind !== 'value' || result.value === 0n) return [];
  const isThread = text.text.includes('CLONE_THREAD');
  return [say(isThread ? 'effect.thread-born' : 'effect.process-born', { tid: String(result.value) })];
}

/** The range that an mmap made. */
function mappedBy({ timeline, event }: Subject, { result }: CallEvent): PageRange | undefined {
  const memory = timeline.memoryCallAt(event);
  if (memory?.call !== 'mmap' || memory.length.value === undefined || result.kind !== 'value')
    return undefined;
  const start = pageOf(result.value);
  return pageRange(start, start + pagesFor(memory.length.value));
}

const errnoOf = (call: CallEvent): string | null => (call.result.kind === 'error' ? call.result.errno : null);

/** brk answers with the old break instead of an error. brk(NULL) only asks. mm/mmap.c: brk */
export function brkStayed(call: CallEvent): boolean {
  const asked = call.args[0]?.value;
  return (
    call.result.kind === 'value' &&
    asked?.kind === 'number' &&
    asked.value !== 0n &&
    asked.value !== call.result.value
  );
}
