/**
 * SIGBUS with BUS_ADRERR: the page is mapped and allows the access, but there is nothing behind it.
 *
 *     mapping   |pppp|pppp|pppp|pppp|
 *     file      |bbbb|bb                 the rest of the second page is zeros; the third and fourth are SIGBUS
 *
 * mm/filemap.c: filemap_fault; mm/shmem.c: shmem_fault; mm/hugetlb.c: hugetlb_no_page; mm/userfaultfd.c: handle_userfault
 */
import type { EventIndex } from '../../trace/positions';
import { extraOf } from '../../memory/extra';
import { pageOf, pagesFor } from '../../memory/page';
import { has, VmFlag, type Backing, type Vma } from '../../memory/vma';
import { quote, say } from '../message';
import { bytesInWords, hexOf } from '../sizes';
import { earlierCalls } from '../outside/earlier-calls';
import { lineOf } from '../subject';
import type { Fault, SignalAccount } from './account';
import { lengthBehind, lengthShownAt } from './file-length';

export function nothingBehind(fault: Fault): SignalAccount | undefined {
  const vma = fault.space.vmaAt(pageOf(fault.address));
  if (vma === undefined) return undefined;
  if (has(vma, VmFlag.hugeTlb)) return hugePage(fault, vma);
  if (extraOf(vma, 'userfault') !== undefined) return userfault(fault, vma);
  switch (vma.backing.kind) {
    case 'file':
      return beyondFile(fault, vma, vma.backing);
    case 'shmem':
    case 'sysv':
      return beyondObject(fault, vma, vma.backing);
    case 'anonymous':
    case 'special':
    case 'unknown':
      return undefined;
  }
}

/** What made it reach so far: mremap may have stretched it over the end of what stands behind. */
const mappedAt = ({ origin }: Vma): readonly EventIndex[] =>
  [origin.mapped, origin.moved].filter((event) => event !== undefined);

/** Pages of the backing up to and with the one that was touched. */
export const pagesWanted = ({ address }: Fault, vma: Vma): number =>
  vma.pgoff + (pageOf(address) - vma.start) + 1;

function beyondFile(fault: Fault, vma: Vma, backing: Extract<Backing, { kind: 'file' }>): SignalAccount {
  const { subject } = fault;
  const wanted = pagesWanted(fault, vma);
  const { open, change, size, pages } = lengthBehind(fault, backing, vma, wanted);
  const values = {
    address: hexOf(fault.address),
    path: quote(backing.path),
    page: hexOf(BigInt(wanted - 1) * 4096n),
    size: size === undefined ? bytesInWords(BigInt(pages ?? 0) * 4096n) : bytesInWords(size),
  };
  const made = [...mappedAt(vma), ...(open?.openedAt === undefined ? [] : [open.openedAt])];
  const told = change?.at ?? (size === undefined ? undefined : lengthShownAt(fault, backing));
  const evidence = [...new Set([...made, ...(told === undefined ? [] : [told])])].sort((a, b) => a - b);
  if (pages !== undefined && wanted > pages) {
    const text =
      change === undefined
        ? say('signal.beyond-known-file', values)
        : say('signal.beyond-file-since', { ...values, line: lineOf(subject, change.at) });
    return { id: 'fault.beyond-file', text, certainty: 'proven', evidence };
  }
  return { id: 'fault.beyond-file', text: say('signal.beyond-file', values), certainty: 'likely', evidence };
}

/** Shared memory is as long as it was made, however far mremap stretches a mapping of it. */
function beyondObject(fault: Fault, vma: Vma, backing: SharedObject): SignalAccount | undefined {
  const wanted = pagesWanted(fault, vma);
  const { pages, shownAt } = lengthOfObject(fault, backing);
  if (pages === undefined || wanted <= pages) return undefined;
  const values = { address: hexOf(fault.address), size: bytesInWords(BigInt(pages) * 4096n) };
  return {
    id: 'fault.beyond-shared',
    text: say('signal.beyond-shared', values),
    certainty: 'proven',
    evidence: [...(shownAt === undefined ? [] : [shownAt]), ...mappedAt(vma)],
  };
}

export type SharedObject = Extract<Backing, { kind: 'shmem' | 'sysv' }>;

/** What shmget made, or the first mmap. */
export function lengthOfObject(
  { subject }: Fault,
  backing: SharedObject,
): { readonly pages: number | undefined; readonly shownAt: EventIndex | undefined } {
  if (backing.kind === 'shmem') return { pages: backing.pages, shownAt: undefined };
  const segment = subject.timeline.worldAt(subject.event).segments.get(backing.shmid);
  return { pages: segment && pagesFor(segment.size), shownAt: segment?.at };
}

function hugePage(fault: Fault, vma: Vma): SignalAccount {
  return {
    id: 'outside.huge-page-pool',
    text: say('outside.huge-page-pool', { address: hexOf(fault.address) }),
    certainty: 'outside',
    evidence: mappedAt(vma),
    howToFindOut: say('how.huge-pages'),
  };
}

/** UFFD_FEATURE_SIGBUS: who touches a missing page gets a signal instead of having to wait. */
function userfault(fault: Fault, vma: Vma): SignalAccount | undefined {
  const { subject, address } = fault;
  for (const { event, call } of earlierCalls(subject, { names: ['ioctl'], shared: 'space' })) {
    const change = subject.timeline
      .changeAt(event)
      ?.spaces.some(({ added }) =>
        added.some(
          (one) => one.start <= pageOf(address) && pageOf(address) < one.end && one.extra === vma.extra,
        ),
      );
    if (call.name !== 'ioctl' || change !== true) continue;
    const line = lineOf(subject, event);
    return {
      id: 'fault.userfault',
      text: say('signal.userfault', { address: hexOf(address), line }),
      certainty: 'proven',
      evidence: [event],
    };
  }
  return undefined;
}
