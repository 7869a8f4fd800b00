/**
 * A transfer that a bad page cut short: the memory that was moved, and what was left, which begins at that page.
 *
 *     write(1, 0x7f…000, 12288) = 8192      | done        | to be read |
 *     the space before                      |  VMA        |............|   a hole
 */
import type { Before } from '../../kernel/check';
import type { CallEvent } from '../../trace/event';
import { transferStop } from '../pointers/short-transfer';
import type { Subject } from '../subject';
import { askedRange, type Asked } from './asked-range';
import { firstUnusable } from './pointers';

/** Undefined for a call that moved all, or stopped for another reason than memory. */
export function askedByTransfer(subject: Subject, call: CallEvent, before: Before): Asked | undefined {
  const stop = transferStop(subject, call);
  const rest = stop?.rest;
  if (stop === undefined || rest?.address === undefined) return undefined;
  const left = askedRange(rest.does, rest.address, rest.most);
  const trouble = firstUnusable(before, left.pages, rest.does, rest.address);
  return {
    outcome: 'failed',
    error: null,
    ranges: [...stop.done.map(({ address, bytes }) => askedRange('done', address, bytes)), left],
    troubles: trouble === undefined ? [] : [trouble],
  };
}
