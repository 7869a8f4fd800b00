/**
 * Why a page is as it is: the sentence for a pointer or a fault address, from the state before the event and from the
 * history of that page.
 */
import { addressOf, pageRange, type PageNumber } from '../memory/page';
import { Prot } from '../memory/vma';
import type { AddressSpace } from '../memory/address-space';
import type { EventIndex } from '../trace/positions';
import type { Explanation, Message } from './explanation';
import { say } from './message';
import { hexOf } from './sizes';
import { lineOf, type Subject } from './subject';
import { protOf } from './vma-in-words';

/** What is wanted of the page. On x86 a page that may be written or executed can be read as well. arch/x86 protection_map */
export type Access = 'read' | 'write' | 'execute' | 'any';

export interface PageAccount {
  readonly id: string;
  readonly text: Message;
  readonly certainty: Explanation['certainty'];
  readonly evidence: readonly EventIndex[];
}

/** First page that no user mapping reaches by accident: below it a pointer is NULL plus an offset. */
const nullPages = 16;

/** Accounts for one page; `access` says who wanted what of it. */
export function accountOfPage(
  subject: Subject,
  space: AddressSpace,
  page: PageNumber,
  wanted: Access,
  access: Message,
): PageAccount {
  const address = hexOf(addressOf(page));
  if (page >= space.taskSize) {
    return {
      id: 'fault.kernel-address',
      text: say('fault.kernel-address', { address, access }),
      certainty: 'proven',
      evidence: [],
    };
  }
  const vma = space.vmaAt(page);
  if (vma !== undefined) return accountOfMapped(subject, vma, page, wanted, access);
  if (page < nullPages) {
    return {
      id: 'fault.null',
      text: say('fault.null', { offset: address, access }),
      certainty: 'proven',
      evidence: [],
    };
  }
  const touch = subject.timeline.lastTouching(space.id, pageRange(page, page + 1), subject.event);
  if (touch?.how === 'unmapped' || touch?.how === 'moved') {
    return {
      id: `fault.${touch.how}`,
      text: say(`fault.${touch.how}`, { page: address, line: lineOf(subject, touch.event), access }),
      certainty: 'proven',
      evidence: [touch.event],
    };
  }
  const fork = notInherited(subject, page);
  if (fork !== undefined) {
    return {
      id: 'fault.not-inherited',
      text: say('fault.not-inherited', { page: address, line: lineOf(subject, fork), access }),
      certainty: 'proven',
      evidence: [fork],
    };
  }
  return space.stateAt(page) === 'free'
    ? {
        id: 'fault.never-mapped',
        text: say('fault.never-mapped', { page: address, access }),
        certainty: 'proven',
        evidence: [],
      }
    : {
        id: 'fault.unknown',
        text: say('fault.unknown', { page: address, access }),
        certainty: 'likely',
        evidence: [],
      };
}

/** The fork that left the page out (MADV_DONTFORK): the parent had it mapped then. Undefined otherwise. kernel/fork.c: dup_mmap */
function notInherited({ timeline, event }: Subject, page: PageNumber): EventIndex | undefined {
  const task = timeline.worldAt(event).task(timeline.recording.events.task(event));
  if (task?.created?.how !== 'fork') return undefined;
  const { at, by } = task.created;
  const world = timeline.worldAt(at);
  const parent = world.task(by);
  const inherited = parent === undefined ? undefined : world.space(parent.space)?.vmaAt(page);
  return inherited === undefined ? undefined : at;
}

function accountOfMapped(
  subject: Subject,
  vma: NonNullable<ReturnType<AddressSpace['vmaAt']>>,
  page: PageNumber,
  wanted: Access,
  access: Message,
): PageAccount {
  const values = { page: hexOf(addressOf(page)), prot: protOf(vma), access };
  if (vma.prot === undefined) {
    return { id: 'fault.unknown', text: say('fault.unknown', values), certainty: 'likely', evidence: [] };
  }
  if (allows(vma.prot, wanted)) {
    return { id: 'fault.mapped', text: say('fault.mapped', values), certainty: 'likely', evidence: [] };
  }
  const { protected: changed, mapped } = vma.origin;
  const origin = changed ?? mapped;
  return origin === undefined
    ? { id: 'fault.protected', text: say('fault.prot', values), certainty: 'proven', evidence: [] }
    : {
        id: 'fault.protected',
        text: say('fault.protected', { ...values, line: lineOf(subject, origin) }),
        certainty: 'proven',
        evidence: mapped === undefined || mapped === origin ? [origin] : [mapped, origin],
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
