/** SIGSEGV and SIGBUS: what would have let the program use its memory. */
import { beforeOf } from '../../timeline/memory-step';
import { pageOf } from '../../memory/page';
import type { Remedy } from '../explanation';
import { allows, type Access } from '../pointers/page-account';
import type { Fault, SignalAccount } from '../signals/account';
import { jumpedThere } from '../signals/access';
import { say } from '../message';
import { stackOverflow } from '../signals/stack-overflow';
import { fileEndRemedies } from './file-end';
import { pointerRemedies } from './pointer';

export function faultRemedies(fault: Fault): readonly Remedy[] {
  const { subject, signal, address, code, space } = fault;
  // Behind the end of a file no protection helps.
  if (signal.signal === 'SIGBUS' && code === 'BUS_ADRERR') return fileEndRemedies(fault);
  // A stack that is used up needs no open guard: it would be used up one page later.
  const overflow = stackOverflow(fault);
  if (overflow !== undefined)
    return [{ text: say(isOfThread(overflow) ? 'remedy.larger-thread-stack' : 'remedy.larger-stack') }];
  if (signal.signal !== 'SIGSEGV' || (code !== 'SEGV_MAPERR' && code !== 'SEGV_ACCERR')) return [];
  const world = subject.timeline.worldAt(subject.event);
  const task = world.task(signal.task);
  const before = task && beforeOf(world, task, subject.timeline.machine);
  if (before === undefined) return [];
  const prot = space.vmaAt(pageOf(address))?.prot;
  const does: Access = jumpedThere(fault)
    ? 'execute'
    : prot !== undefined && allows(prot, 'read')
      ? 'write'
      : 'read';
  return pointerRemedies(subject, signal, before, { address, length: 1n, isString: false, does });
}

const isOfThread = ({ id }: SignalAccount): boolean => id === 'signal.thread-stack-overflow';
