/**
 * What would have made a failing call succeed. Each remedy is a trial that the rules have judged to succeed: nothing is
 * offered because it usually helps.
 */
import type { Before, Judgement } from '../../kernel/check';
import { judge } from '../../kernel/judge';
import type { MemoryCall } from '../../kernel/memory-call';
import { candidateCauses } from '../candidate-causes';
import type { Remedy } from '../explanation';
import type { Message } from '../message-shape';
import { say, textOf } from '../message';
import { worldBefore, type Subject } from '../subject';
import { search } from './search';
import { callsOf, startOf, type Trial } from './trial';

/** Open causes for which remedies are looked for, where the log leaves several. */
const MOST_SUSPECTS = 2;
const MOST_REMEDIES = 4;

/** `observed`: the errno of the log, 'old-break' for a brk that stayed. */
export function remediesOf(subject: Subject, judgement: Judgement, observed: string): readonly Remedy[] {
  const { timeline, event } = subject;
  const call = timeline.memoryCallAt(event);
  const before = worldBefore(subject);
  if (call === undefined || before === undefined) return [];
  if (isOfForeignFile(call, before)) return [];
  const start = startOf(call, before);
  const { predicted } = judgement;
  const own = judge(call, before).predicted;
  // Where calls are missing, or threads raced, what the state alone says is not what is known.
  const isCertain = predicted.kind === 'error' && predicted.errno === observed && own.kind === 'error';
  if (isCertain) return search(subject, start, undefined).map((trial) => asRemedy(trial));
  const suspects = candidateCauses(judgement, observed).slice(0, MOST_SUSPECTS);
  const several = suspects.length > 1;
  const all = suspects
    .flatMap(({ id }) => search(subject, start, id))
    .map((trial) => asRemedy(trial, several));
  return withoutTwins(all).slice(0, MOST_REMEDIES);
}

/** What helps against two suspects is offered once. */
function withoutTwins(remedies: readonly Remedy[]): readonly Remedy[] {
  const seen = new Set<string>();
  return remedies.filter(({ text }) => {
    const words = textOf(text);
    return !seen.has(words) && seen.add(words);
  });
}

/** What can be mapped of such a file, its driver alone decides. */
const FOREIGN = /^\/(?:proc|sys|dev)\//;

function isOfForeignFile(call: MemoryCall, { descriptors }: Before): boolean {
  if (call.call !== 'mmap' || call.fd.value === undefined || call.fd.value < 0) return false;
  const path = descriptors.get(call.fd.value)?.path ?? '';
  return FOREIGN.test(path) && path !== '/dev/zero' && !path.startsWith('/dev/shm/');
}

function asRemedy(trial: Trial, isPerhaps = false): Remedy {
  const text = trial.changes.reduce((one, other) => say('and', { one, other }));
  const tryCall = callsOf(trial);
  return {
    text: isPerhaps ? perhaps(text) : text,
    ...(tryCall === undefined ? {} : { tryCall }),
  };
}

const perhaps = (remedy: Message): Message => say('remedy.perhaps', { remedy });
