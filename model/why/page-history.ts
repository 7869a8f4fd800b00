/**
 * Why a page is as it is: the sentence for a pointer or a fault address, from the state before the event and from the
 * history of that page.
 */
import { addressOf, type PageNumber } from '../memory/page';
import type { AddressSpace } from '../memory/address-space';
import type { Message } from './message-shape';
import { say } from './message';
import { accountOfGone } from './pointers/gone-page';
import { accountOfMapped } from './pointers/mapped-page';
import { neverMapped } from './pointers/never-mapped';
import { NULL_PAGES, type Access, type PageAccount, type WantedPage } from './pointers/page-account';
import { hexOf } from './sizes';
import type { Subject } from './subject';

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
  if (page < NULL_PAGES) {
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
