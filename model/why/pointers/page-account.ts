/**
 * What is wanted of a page, and what can be said of why it was not to be had.
 */
import type { AddressSpace } from '../../memory/address-space';
import type { PageNumber } from '../../memory/page';
import { Prot } from '../../memory/vma';
import type { EventIndex } from '../../trace/positions';
import type { Explanation } from '../explanation';
import type { Message } from '../message-shape';
import type { Subject } from '../subject';

/** What is wanted of the page. On x86 a page that may be written or executed can be read as well. arch/x86 protection_map */
export type Access = 'read' | 'write' | 'execute' | 'any';

/** First page that no user mapping reaches by accident: below it a pointer is NULL plus an offset. */
export const NULL_PAGES = 16;

export interface PageAccount {
  readonly id: string;
  readonly text: Message;
  readonly certainty: Explanation['certainty'];
  readonly evidence: readonly EventIndex[];
  /** What it can be beside, where the log leaves that open; less likely. */
  readonly others?: readonly PageAccount[];
  /** Not shown, but where a program has its own data and its stack: most likely good. */
  readonly isLikelyGood?: true;
}

/** One page that something was wanted of. */
export interface WantedPage {
  readonly subject: Subject;
  readonly space: AddressSpace;
  readonly page: PageNumber;
  readonly wanted: Access;
  /** Who wanted what of it: a clause. */
  readonly access: Message;
  /** The byte that was wanted first of it. */
  readonly address: bigint;
}

export function allows(prot: Prot, wanted: Access): boolean {
  switch (wanted) {
    case 'write':
      return (prot & Prot.write) !== 0;
    case 'execute':
      return (prot & Prot.exec) !== 0;
    case 'read':
    case 'any':
      return prot !== Prot.none;
  }
}
