/**
 * Which kernel's rules a log is read by, and why, in words.
 */
import { formatKernelVersion } from '../model/kernel/versions';
import type { KernelChoice, ProofInLog } from '../model/timeline/kernel-choice';
import type { Timeline } from '../model/timeline/timeline';
import type { EventIndex } from '../model/trace/positions';
import type { Message } from '../model/why/message-shape';
import { lineWords, tell } from './words/tell';

/** One sentence each. */
export function kernelNote({ kernel, recording, end }: Timeline): readonly Message[] {
  const lineOf: LineOf = (event) =>
    event === undefined || event >= end ? undefined : lineWords(recording.events.line(event));
  return [chosen(kernel, lineOf), ...contradictions(kernel, lineOf)];
}

/** Undefined where it is no line of the log. */
type LineOf = (event: EventIndex | undefined) => Message | undefined;

function chosen(choice: KernelChoice, lineOf: LineOf): Message {
  const version = formatKernelVersion(choice.kernel);
  switch (choice.how) {
    case 'given':
      return tell('kernel.given', { version });
    case 'shown': {
      const line = lineOf(choice.shownAt);
      return line === undefined
        ? tell('kernel.shown', { version })
        : tell('kernel.shown-at', { version, line });
    }
    case 'proven':
      return proven(version, choice, lineOf);
    case 'assumed':
      return tell('kernel.assumed', { version });
  }
}

function proven(version: string, { from, before }: KernelChoice, lineOf: LineOf): Message {
  if (from !== undefined && before !== undefined)
    return tell('kernel.proven-between', {
      version,
      from: bound(from, lineOf),
      before: bound(before, lineOf),
    });
  const only = from ?? before;
  return tell('kernel.proven', { version, bounds: only === undefined ? '' : bound(only, lineOf) });
}

/** What the log has on the other side of the version that was given or shown: a kernel with changes of its own, or a slip. */
function contradictions({ how, kernel, from, before }: KernelChoice, lineOf: LineOf): readonly Message[] {
  if (how !== 'given' && how !== 'shown') return [];
  const against = [
    from !== undefined && from.version > kernel ? [from] : [],
    before !== undefined && before.version <= kernel ? [before] : [],
  ].flat();
  return against.map((proof) => tell('kernel.but', { bound: bound(proof, lineOf) }));
}

const bound = (proof: ProofInLog, lineOf: LineOf): Message =>
  tell(proof.bound === 'from' ? 'kernel.at-least' : 'kernel.older-than', {
    version: formatKernelVersion(proof.version),
    line: lineOf(proof.event) ?? tell('note.end'),
    reason: reason(proof),
  });

function reason({ shows: { how, what }, bound: side, version, unless }: ProofInLog): Message {
  switch (how) {
    case 'accepted':
      return tell('kernel.accepted', { what });
    case 'unknown-call':
      return tell(unless === undefined ? 'kernel.unknown' : 'kernel.unknown-unless', { what });
    case 'unknown-advice':
      return tell('kernel.unknown', { what });
    case 'behaves':
      return tell(side === 'from' ? 'kernel.behaves-since' : 'kernel.behaves-before', {
        what,
        version: formatKernelVersion(version),
      });
  }
}
