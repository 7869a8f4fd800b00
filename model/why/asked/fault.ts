/** A fault of memory: the address that the program wanted, and what is there. */
import type { SignalEvent } from '../../trace/event';
import { pageOf, pageRange } from '../../memory/page';
import { Prot } from '../../memory/vma';
import type { AddressSpace } from '../../memory/address-space';
import { addressOfFault, codeOf, wasSent } from '../signals/siginfo';
import { spaceBefore, type Subject } from '../subject';
import { askedRange, type Asked, type Trouble } from './asked-range';

export function askedByFault(subject: Subject, signal: SignalEvent): Asked | undefined {
  if ((signal.signal !== 'SIGSEGV' && signal.signal !== 'SIGBUS') || wasSent(signal)) return undefined;
  const address = addressOfFault(signal);
  const space = spaceBefore(subject);
  const code = codeOf(signal);
  // SI_KERNEL comes without an address: the processor refused before it looked one up.
  if (address === undefined || space === undefined || code === 'SI_KERNEL') return undefined;
  return {
    outcome: 'failed',
    error: signal.signal,
    ranges: [askedRange('access', address, 1n)],
    troubles: [troubleAt(space, address, signal.signal, code)],
  };
}

/** What only the kernel knew, its code says: `SEGV_ACCERR` is of memory that is mapped. arch/x86/mm/fault.c: bad_area */
const saidByCode: Readonly<Partial<Record<string, Trouble['what']>>> = {
  SEGV_MAPERR: 'hole',
  SEGV_ACCERR: 'refuses',
};

function troubleAt(space: AddressSpace, address: bigint, signal: string, code: string | undefined): Trouble {
  const page = pageOf(address);
  const at = { pages: pageRange(page, page + 1), address };
  if (page >= space.taskSize) return { what: 'beyond-end', ...at };
  const vma = space.vmaAt(page);
  if (vma === undefined) {
    const isFree = space.stateAt(page) === 'free';
    return { what: isFree ? 'hole' : (saidByCode[code ?? ''] ?? 'unknown'), ...at };
  }
  if (signal === 'SIGBUS') return { what: 'beyond-object', ...at };
  if (vma.prot === Prot.none) return { what: 'no-access', ...at };
  return { what: vma.prot !== undefined && (vma.prot & Prot.write) === 0 ? 'read-only' : 'refuses', ...at };
}
