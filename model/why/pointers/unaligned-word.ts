/**
 * A futex is a word of four bytes at an address that four divides: any other is EINVAL, before a look at what is there. Only the
 * timeout is tested earlier. kernel/futex/syscalls.c: futex; kernel/futex/core.c: get_futex_key; measured on 6.18
 */
import type { CallEvent } from '../../trace/event';
import type { Value } from '../../trace/value';
import { seen } from '../../kernel/verdict';
import { member, numberOf } from '../../process/call-values';
import type { Explanation } from '../explanation';
import { quote, say } from '../message';
import { hexOf } from '../sizes';
import { evidenceAt, plain, worldBefore, type Subject } from '../subject';
import { lineIn, type CallLine } from './call-line';
import { rowOfCall } from './row-of-call';

const FUTEX: ReadonlySet<string> = new Set(['futex', 'futex_time64']);

/** Undefined where the words are aligned: then it is something else. */
export function explainUnalignedWord(subject: Subject, call: CallEvent): Explanation | undefined {
  if (!FUTEX.has(call.name)) return undefined;
  const row = rowOfCall(call);
  const before = worldBefore(subject);
  if (row === undefined || before === undefined) return undefined;
  const line = lineIn(subject, call, row, before);
  for (const name of ['uaddr', 'uaddr2']) {
    const address = line.address(line.argument(name)?.value);
    if (address === undefined || address % 4n === 0n) continue;
    const text = say('fault.unaligned', {
      address: hexOf(address),
      what: say('pointer.argument', { argument: line.placeOf(name), name: quote(name) }),
      offset: address % 4n,
    });
    return {
      ...plain(subject, call.name, 'failed', text),
      errno: 'EINVAL',
      certainty: isTimeoutGood(line) ? 'proven' : 'likely',
      causes: [
        {
          id: 'fault.unaligned',
          text,
          evidence: [evidenceAt(subject, subject.event)],
          sources: [seen('kernel/futex/core.c: get_futex_key')],
        },
      ],
    };
  }
  return undefined;
}

function isTimeoutGood(line: CallLine): boolean {
  if (!line.row.arguments.some((given) => typeof given !== 'string' && given.name === 'timeout')) return true;
  const timeout = line.argument('timeout')?.value;
  return timeout === undefined || line.address(timeout) === 0n || isValid(timeout);
}

/** include/linux/time64.h: timespec64_valid */
function isValid(timeout: Value): boolean {
  const seconds = numberOf(member(timeout, 'tv_sec')?.value);
  const nanoseconds = numberOf(member(timeout, 'tv_nsec')?.value);
  if (seconds === undefined || nanoseconds === undefined) return false;
  return seconds >= 0n && nanoseconds >= 0n && nanoseconds < 1_000_000_000n;
}
