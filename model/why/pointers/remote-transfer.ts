/**
 * process_vm_readv and process_vm_writev that went only a part of the way: at a page of the other process that could not be used
 * they stop, and tell the bytes before. mm/process_vm_access.c: process_vm_rw_core
 */
import type { CallEvent } from '../../trace/event';
import { intOf } from '../../process/call-values';
import type { Before } from '../../kernel/check';
import type { Explanation } from '../explanation';
import { say } from '../message';
import { hexOf } from '../sizes';
import type { Subject } from '../subject';
import { lineIn } from './call-line';
import { call as row, reads, vector, type Row } from './notation';
import { shortExplanation } from './short-explanation';
import { suspectOf, SUSPICION } from './suspect';
import { vectorUses } from './vector-uses';

const transfer = (to: 'in' | 'out'): Row =>
  row('pid', 'local_iov', 'liovcnt', reads('remote_iov', vector('riovcnt', to)), 'riovcnt', 'flags');

const remote: ReadonlyMap<string, readonly [Row, 'in' | 'out']> = new Map([
  ['process_vm_readv', [transfer('in'), 'in']],
  ['process_vm_writev', [transfer('out'), 'out']],
]);

export const isRemoteTransfer = (name: string): boolean => remote.has(name);

export function shortRemoteTransfer(
  subject: Subject,
  call: CallEvent,
  before: Before,
  done: bigint,
): Explanation | undefined {
  const [given, to] = remote.get(call.name) ?? [];
  const pid = intOf(call.args[0]?.value);
  const other = [...(before.world?.tasks() ?? [])].find(({ tid }) => tid === pid);
  const space = other === undefined ? undefined : before.world?.space(other.space);
  if (given === undefined || to === undefined || space === undefined) return undefined;
  const line = lineIn(subject, call, given, before);
  const pointer = line.argument('remote_iov');
  if (pointer === undefined) return undefined;
  const what = say('pointer.argument', { argument: 4, name: say('text', { text: 'remote_iov' }) });
  const elements = vectorUses(line, pointer, what, line.number('riovcnt'), to).filter(
    (use) => use.what.key === 'pointer.element',
  );
  const asked = elements.reduce((sum, { most }) => sum + most, 0n);
  let left = done;
  for (const use of elements) {
    if (left >= use.most) {
      left -= use.most;
      continue;
    }
    if (use.address === undefined) return undefined;
    const rest = { ...use, address: use.address + left, most: use.most - left, least: 1n };
    const suspect = suspectOf(subject, { ...before, space }, rest);
    if (suspect?.suspicion !== SUSPICION.certain) return undefined;
    const values = { call: call.name, done, asked, what: use.what, page: hexOf(rest.address) };
    return shortExplanation(subject, call, say('short.transfer-element', values), suspect);
  }
  return undefined;
}
