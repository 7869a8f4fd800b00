/** Why a page that is mapped cannot be used: its protection, a guard, the end of what is mapped there. */
import { addressOf, pageRange } from '../../memory/page';
import { entryAt } from '../../memory/page-tables/entry';
import { extraOf } from '../../memory/extra';
import { has, VmFlag, type Vma } from '../../memory/vma';
import type { EventIndex } from '../../trace/positions';
import { say } from '../message';
import { allows, type PageAccount, type WantedPage } from './page-account';
import { bytesInWords, hexOf } from '../sizes';
import { lineOf } from '../subject';
import { protOf, whatIs } from '../vma-in-words';
import { objectEnd } from './object-end';
import { resizedAt } from './resized';

export function accountOfMapped(at: WantedPage, vma: Vma): PageAccount {
  const values = { page: hexOf(addressOf(at.page)), prot: protOf(vma), access: at.access };
  if (vma.prot === undefined)
    return { id: 'fault.unknown', text: say('fault.unknown', values), certainty: 'likely', evidence: [] };
  if (!allows(vma.prot, at.wanted)) return refused(at, vma);
  return guarded(at) ?? behindEnd(at, vma) ?? maybe(at, vma);
}

function refused(at: WantedPage, vma: Vma): PageAccount {
  const { subject, page, access } = at;
  const values = { page: hexOf(addressOf(page)), prot: protOf(vma), access };
  const { protected: changed, mapped } = vma.origin;
  // Of memory that was there before the log: the call that showed it to be so.
  const origin = changed ?? mapped ?? vma.proven;
  if (origin === undefined)
    return { id: 'fault.protected', text: say('fault.prot', values), certainty: 'proven', evidence: [] };
  const since = { ...values, line: lineOf(subject, origin) };
  const over =
    changed === undefined || (mapped !== undefined && changed < mapped) ? tookThePlace(at, vma) : undefined;
  if (over !== undefined)
    return {
      id: 'fault.replaced',
      text: say('fault.replaced', { ...since, line: lineOf(subject, over) }),
      certainty: 'proven',
      evidence: [over],
    };
  return {
    id: 'fault.protected',
    text: say('fault.protected', since),
    certainty: 'proven',
    evidence: mapped === undefined || mapped === origin ? [origin] : [mapped, origin].sort((a, b) => a - b),
  };
}

/** The line that put this mapping where another one was, which allowed more. */
function tookThePlace({ subject, space, page }: WantedPage, vma: Vma): EventIndex | undefined {
  const came = vma.origin.moved ?? vma.origin.mapped;
  if (came === undefined || vma.prot === undefined) return undefined;
  const change = subject.timeline.changeAt(came)?.spaces.find((one) => one.space === space.id);
  const before = change?.removed.find(({ start, end }) => start <= page && page < end);
  return before?.prot !== undefined && (before.prot & ~vma.prot) !== 0 ? came : undefined;
}

/** MADV_GUARD_INSTALL: the VMA stays as it is. mm/madvise.c: guard_install_pte_entry */
function guarded({ subject, space, page, access }: WantedPage): PageAccount | undefined {
  const { state, run } = entryAt(space, page);
  if (state !== 'guard' || run === undefined) return undefined;
  const values = { page: hexOf(addressOf(page)), line: lineOf(subject, run.event), access };
  return {
    id: 'fault.guard',
    text: say('fault.guard', values),
    certainty: 'proven',
    evidence: [run.event],
  };
}

/** Behind the last page of what is mapped, as long as the log shows it. mm/filemap.c: filemap_fault; mm/shmem.c: shmem_fault */
function behindEnd(at: WantedPage, vma: Vma): PageAccount | undefined {
  const { subject, page, access } = at;
  const end = objectEnd(subject, vma);
  if (end === undefined) return undefined;
  const place = vma.pgoff + (page - vma.start);
  const { mapped } = vma.origin;
  const made = mapped === undefined ? [] : [mapped];
  const values = { page: hexOf(addressOf(page)), what: whatIs(vma), access };
  if (end === 'unknown')
    return {
      id: 'fault.beyond-file',
      text: say('fault.perhaps-beyond-file', values),
      certainty: 'likely',
      evidence: made,
    };
  if (place < end.pages) return undefined;
  const resized = vma.backing.kind === 'file' ? resizedAt(subject, vma.backing) : undefined;
  const since =
    resized !== undefined && (mapped === undefined || resized.event > mapped) ? resized.event : undefined;
  const sized = { ...values, size: bytesInWords(end.size), offset: bytesInWords(BigInt(place) * 4096n) };
  return {
    id: vma.backing.kind === 'file' ? 'fault.beyond-file' : 'fault.beyond-shared',
    text:
      since === undefined
        ? say('fault.beyond-end', sized)
        : say('fault.beyond-end-since', { ...sized, line: lineOf(subject, since) }),
    certainty: 'proven',
    evidence: resized === undefined ? made : [...made, resized.event].sort((a, b) => a - b),
  };
}

/** Nothing that the log shows keeps anybody from it. */
function maybe({ subject, space, page, access }: WantedPage, vma: Vma): PageAccount {
  const values = { page: hexOf(addressOf(page)), prot: protOf(vma), access };
  const key = extraOf(vma, 'pkey');
  if (key !== undefined && key !== '0') {
    const given = vma.origin.protected;
    return {
      id: 'fault.protection-key',
      text: say('fault.protection-key', { ...values, key }),
      certainty: 'likely',
      evidence: given === undefined ? [] : [given],
    };
  }
  if (has(vma, VmFlag.userfault)) {
    const [touch] = subject.timeline.touching(space.id, pageRange(page, page + 1), subject.event);
    return {
      id: 'fault.userfault',
      text: say('fault.userfault', values),
      certainty: 'likely',
      evidence: touch === undefined ? [] : [touch.event],
    };
  }
  const taken = takenInOtherFile({ subject, space, page });
  if (taken !== undefined)
    return {
      id: 'fault.unmapped',
      text: say('fault.unmapped-in-other-file', { ...values, line: lineOf(subject, taken) }),
      certainty: 'likely',
      evidence: [taken],
    };
  return { id: 'fault.mapped', text: say('fault.mapped', values), certainty: 'likely', evidence: [] };
}

/** Touches looked at: who took the page from another thread did it soon. */
const MOST_TOUCHES = 100;

/** Files without times do not say what came first: a line that stands behind may have taken the page before. */
function takenInOtherFile({
  subject: { timeline, event },
  space,
  page,
}: Pick<WantedPage, 'subject' | 'space' | 'page'>): EventIndex | undefined {
  const { events, survey } = timeline.recording;
  if (survey.order !== 'none') return undefined;
  let left = MOST_TOUCHES;
  for (const touch of timeline.touching(space.id, pageRange(page, page + 1), timeline.end, event)) {
    if (left-- <= 0) return undefined;
    if (touch.how === 'unmapped' && events.task(touch.event) !== events.task(event)) return touch.event;
  }
  return undefined;
}
