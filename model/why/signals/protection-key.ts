/**
 * SEGV_PKUERR: the page's protection key is one that the thread has shut for itself, by WRPKRU, which is no system call.
 * pkeys(7)
 */
import { extraOf } from '../../memory/extra';
import { pageOf } from '../../memory/page';
import { successOf } from '../../process/call-values';
import { earlierCalls } from '../outside/earlier-calls';
import { say } from '../message';
import { hexOf } from '../sizes';
import { lineOf } from '../subject';
import type { Fault, SignalAccount } from './account';

export function keyHistory(fault: Fault, shown: number | undefined): SignalAccount {
  const { subject, space, address } = fault;
  const vma = space.vmaAt(pageOf(address));
  const own = vma === undefined ? undefined : extraOf(vma, 'pkey');
  const key = shown ?? (own === undefined ? undefined : Number(own));
  const given = vma?.origin.protected ?? vma?.origin.mapped;
  const allocated = key === undefined ? undefined : allocation(fault, key);
  const evidence = [given, allocated].filter((event) => event !== undefined).sort((a, b) => a - b);
  const values = { address: hexOf(address), key: key ?? '?' };
  return {
    id: 'fault.protection-key',
    text:
      given === undefined || own === undefined
        ? say('signal.protection-key', values)
        : say('signal.protection-key-since', { ...values, line: lineOf(subject, given) }),
    certainty: 'proven',
    evidence,
  };
}

function allocation({ subject }: Fault, key: number) {
  for (const { event, call } of earlierCalls(subject, { names: ['pkey_alloc'], shared: 'process' }))
    if (successOf(call) === BigInt(key)) return event;
  return undefined;
}
