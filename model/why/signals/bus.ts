/** SIGBUS: the mapping is there, what it should show is not; or an access that the processor does not align. */
import { pageOf } from '../../memory/page';
import { say } from '../message';
import { hexOf } from '../sizes';
import { lineOf } from '../subject';
import type { Fault, SignalAccount } from './account';
import { nothingBehind } from './file-end';

export function accountOfBus(fault: Fault): SignalAccount {
  const address = hexOf(fault.address);
  switch (fault.code) {
    // The address is not told on x86: exc_alignment_check
    case 'BUS_ADRALN':
      return { id: 'signal.unaligned', text: say('signal.unaligned'), certainty: 'proven', evidence: [] };
    case 'BUS_MCEERR_AR':
    case 'BUS_MCEERR_AO':
      return poisoned(fault);
    case 'BUS_OBJERR':
      return {
        id: 'outside.hardware',
        text: say('outside.hardware', { address }),
        certainty: 'outside',
        evidence: [],
      };
    default:
      return nothingBehind(fault) ?? unexplained(fault);
  }
}

/** Memory that the machine found broken, or that MADV_HWPOISON calls so. mm/memory-failure.c */
function poisoned({ space, address }: Fault): SignalAccount {
  const mapped = space.vmaAt(pageOf(address))?.origin.mapped;
  return {
    id: 'outside.broken-memory',
    text: say('outside.broken-memory', { address: hexOf(address) }),
    certainty: 'outside',
    evidence: mapped === undefined ? [] : [mapped],
    howToFindOut: say('how.kernel-log'),
  };
}

function unexplained({ subject, space, address }: Fault): SignalAccount {
  const mapped = space.vmaAt(pageOf(address))?.origin.mapped;
  const values = { address: hexOf(address) };
  return {
    id: 'fault.beyond-file',
    text:
      mapped === undefined
        ? say('signal.bus-unknown', values)
        : say('signal.bus-mapped', { ...values, line: lineOf(subject, mapped) }),
    certainty: 'likely',
    evidence: mapped === undefined ? [] : [mapped],
  };
}
