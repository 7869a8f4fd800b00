/** The account of a signal: one cause, with the lines that prove it. */
import type { EventIndex } from '../../trace/positions';
import type { SignalEvent } from '../../trace/event';
import type { AddressSpace } from '../../memory/address-space';
import type { Explanation } from '../explanation';
import type { Message } from '../message-shape';
import type { Subject } from '../subject';

export interface SignalAccount {
  readonly id: string;
  readonly text: Message;
  readonly certainty: Explanation['certainty'];
  readonly evidence: readonly EventIndex[];
  readonly howToFindOut?: Message;
  /** What else it can have been, less likely. */
  readonly others?: readonly SignalAccount[];
}

/** A signal of the kernel's for an access to memory. */
export interface Fault {
  readonly subject: Subject;
  readonly signal: SignalEvent;
  /** The address space as it was before the signal. */
  readonly space: AddressSpace;
  readonly address: bigint;
  /** 'SEGV_MAPERR' …; undefined where the log shows none. */
  readonly code: string | undefined;
}
