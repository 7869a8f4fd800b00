/**
 * Why a page is as it is: the sentence for a pointer or a fault address, from the state before the event and from the
 * history of that page.
 */
import { addressOf, type PageNumber } from '../memory/page';
import { Prot } from '../memory/vma';
import type { AddressSpace } from '../memory/address-space';
import type { EventIndex } from '../trace/positions';
import type { Explanation, Message } from './explanation';
import { say } from './message';
import { accountOfGone } from './pointers/gone-page';
import { accountOfMapped } from './pointers/mapped-page';
import { neverMapped } from './pointers/never-mapped';
import { hexOf } from './sizes';
import type { Subject } from './subject';

/** What is wanted of the page. On x86 a page that may be written or executed can be read as well. arch/x86 protection_map */
export type Access = 'read' | 'write' | 'execute' | 'any';

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

/** First page that no user mapping reaches by accident: below it a pointer is NULL plus an offset. */
const nullPages = 16;

/** Accounts for one page; `access` says who wanted what of it. `address`: the byte in it that is asked about. */
export function accountOfPage(
  subject: Subject,
  space: AddressSpace,
  page: PageNumber,
  wanted: Access,
  access: Message,
  address: bigint = addressOf(page),
): PageAccount {
  if (page >= space.taskSize) return notOfUser(address, access);
  const at: WantedPage = { subject, space, page, wanted, access, address };
  const vma = space.vmaAt(page);
  if (vma !== undefined) return accountOfMapped(at, vma);
  if (page < nullPages) {
    return {
      id: 'fault.null',
      text: say(address === 0n ? 'signal.null' : 'fault.null', { offset: hexOf(address), access }),
      certainty: 'proven',
      evidence: [],
    };
  }
  return accountOfGone(at) ?? neverMapped(at);
}

/** Bits 47 and up of an x86-64 address are equal, else it names nothing at all. Intel SDM volume 1, 3.3.7.1 */
const isCanonical = (address: bigint): boolean => {
  const top = address >> 47n;
  return top === 0n || top === 0x1ffffn;
};

function notOfUser(address: bigint, access: Message): PageAccount {
  const key = isCanonical(address) ? 'fault.kernel-address' : 'fault.no-address';
  return {
    id: 'fault.kernel-address',
    text: say(key, { address: hexOf(address), access }),
    certainty: 'proven',
    evidence: [],
  };
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
