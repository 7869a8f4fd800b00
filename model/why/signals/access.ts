/**
 * Which access was refused. A log does not show it; what the page allows leaves few: r-- refuses a write or the run of code.
 */
import { Prot } from '../../memory/vma';
import type { Architecture } from '../../process/world';
import type { Message } from '../message-shape';
import type { Access } from '../pointers/page-account';
import { say } from '../message';
import { hexOf } from '../sizes';
import type { Fault } from './account';

export type Refused = Exclude<Access, 'any'>;

/**
 * The accesses that the protection refuses. x86 can't map a page that may be written or run and not read.
 * arch/x86/mm/pgprot.c: protection_map
 */
export function refusedBy(prot: Prot, architecture: Architecture): readonly Refused[] {
  const x86 = architecture === 'x86-64' || architecture === 'i386' || architecture === 'x32';
  const refused: Refused[] = [];
  if ((prot & Prot.read) === 0 && (prot === Prot.none || !x86)) refused.push('read');
  if ((prot & Prot.write) === 0) refused.push('write');
  if ((prot & Prot.exec) === 0) refused.push('execute');
  return refused;
}

/** `-i` prints the address of the instruction: where it is the bad address itself, the program had jumped there. */
export const jumpedThere = ({ signal, address }: Fault): boolean => signal.prefix.ip === address;

/** 'the program tried to write to 0x…'; with several that are possible, all of them. */
export function triedInWords(fault: Fault, possible: readonly Refused[]): Message {
  const address = hexOf(fault.address);
  if (jumpedThere(fault)) return say('signal.ran', { address });
  switch (possible.join(' ')) {
    case 'read':
      return say('signal.read', { address });
    case 'write':
      return say('signal.wrote', { address });
    case 'execute':
      return say('signal.ran', { address });
    case 'write execute':
      return say('signal.wrote-or-ran', { address });
    case 'read write':
      return say('signal.read-or-wrote', { address });
    case 'read execute':
      return say('signal.read-or-ran', { address });
    default:
      return say('signal.access', { address });
  }
}
