/**
 * A pointer that could not be used, by the kernel or by the program itself: memory that was unmapped too early, that is
 * elsewhere by now, that allows too little, or that is shorter than was thought. Each change is made to the model before it is
 * offered, and the pages are looked at again.
 */
import type { Before } from '../../kernel/check';
import { addressOf, pageOf, pageRange, type PageNumber } from '../../memory/page';
import type { AddressSpace } from '../../memory/address-space';
import { Prot, type Vma } from '../../memory/vma';
import type { EventBase } from '../../trace/event';
import { pageHistory } from '../blame/pages';
import type { Remedy } from '../explanation';
import { say } from '../message';
import { allows, type Access } from '../pointers/page-account';
import { bytesInWords, hexOf, rangeInWords, sizeOfRange } from '../sizes';
import { lineOf, type Subject } from '../subject';
import { lostAt } from './earlier-lines';
import { stateAfter } from './trial';
import { addressText, written } from './written-call';

export interface PointerUse {
  readonly address: bigint;
  /** Bytes; a string has no length that could be given otherwise. */
  readonly length: bigint;
  readonly isString: boolean;
  readonly does: Access;
}

interface Bad {
  readonly subject: Subject;
  readonly event: EventBase;
  readonly before: Before;
  readonly use: PointerUse;
  /** The page that stops it. */
  readonly page: PageNumber;
}

const MOST_REMEDIES = 4;

/** Empty where the memory could be used as far as the log shows. `event`: the call, or the signal. */
export function pointerRemedies(
  subject: Subject,
  event: EventBase,
  before: Before,
  use: PointerUse,
): readonly Remedy[] {
  const page = firstBad(before.space, use);
  if (page === undefined || page >= before.space.taskSize) return [];
  const bad: Bad = { subject, event, before, use, page };
  return [...keptMapped(bad), ...moved(bad), ...protectedLater(bad), ...allowed(bad), ...shorter(bad)].slice(
    0,
    MOST_REMEDIES,
  );
}

const allowsAll = (vma: Pick<Vma, 'prot'> | undefined, does: Access): boolean =>
  vma !== undefined && (vma.prot === undefined || allows(vma.prot, does));

/** Undefined where all of it is mapped and allows the access. */
function firstBad(space: AddressSpace, { address, length, does }: PointerUse): PageNumber | undefined {
  const end = pageOf(address + (length > 0n ? length - 1n : 0n));
  let page = pageOf(address);
  while (page <= end) {
    const vma = space.vmaAt(page);
    if (vma === undefined) return space.stateAt(page) === 'free' ? page : undefined;
    if (!allowsAll(vma, does)) return page;
    page = vma.end;
  }
  return undefined;
}

function* keptMapped({ subject, before: { space }, use, page }: Bad): Iterable<Remedy> {
  if (space.vmaAt(page) !== undefined) return;
  const [hole] = space.holesIn(
    pageRange(page, Math.max(page + 1, pageOf(use.address + use.length - 1n) + 1)),
  );
  const lost = hole && lostAt(subject.timeline, space, pageRange(page, hole.end), subject.event);
  if (!lost?.pieces.some((vma) => vma.start <= page && page < vma.end)) return;
  if (!lost.pieces.every((vma) => allowsAll(vma, use.does))) return;
  const range = pageRange(page, lost.pieces.at(-1)?.end ?? page + 1);
  yield {
    text: say('remedy.keep-mapped-longer', { range: rangeInWords(range), line: lineOf(subject, lost.event) }),
  };
}

/** mremap took it along: the byte has another address. */
function* moved({ subject, before: { space, task }, use, page }: Bad): Iterable<Remedy> {
  if (space.vmaAt(page) !== undefined) return;
  const { deeds } = pageHistory(subject.timeline, task, pageRange(page, page + 1), subject.event);
  const last = deeds.at(-1);
  if (last?.how !== 'moved-away' || last.other === undefined) return;
  const call = subject.timeline.memoryCallAt(last.event);
  if (call?.call !== 'mremap' || call.oldAddress.value === undefined) return;
  const to = addressOf(last.other.start) + (use.address - call.oldAddress.value);
  if (firstBad(space, { ...use, address: to }) !== undefined) return;
  yield {
    text: say('remedy.address-moved', { to: hexOf(to), line: lineOf(subject, last.event) }),
  };
}

/** The protection was changed at a line of the log, and allowed it before. */
function* protectedLater({ subject, before: { space }, use, page }: Bad): Iterable<Remedy> {
  const at = space.vmaAt(page)?.origin.protected;
  if (at === undefined) return;
  const was = subject.timeline.worldAt(at).space(space.id)?.vmaAt(page);
  if (was?.prot === undefined || !allows(was.prot, use.does)) return;
  yield { text: say('remedy.protect-later', { line: lineOf(subject, at) }) };
}

/** mprotect, where the mapping may have that access. */
function* allowed({ event, before, use, page }: Bad): Iterable<Remedy> {
  const vma = before.space.vmaAt(page);
  if (vma?.prot === undefined) return;
  const end = Math.min(vma.end, pageOf(use.address + (use.length > 0n ? use.length - 1n : 0n)) + 1);
  const range = pageRange(page, Math.max(page + 1, end));
  const prot =
    vma.prot | Prot.read | (use.does === 'write' ? Prot.write : 0) | (use.does === 'execute' ? Prot.exec : 0);
  const names = ['PROT_READ', 'PROT_WRITE', 'PROT_EXEC'].filter((_, bit) => (prot >> bit) & 1).join('|');
  const size = addressOf(range.end) - addressOf(range.start);
  const text = `mprotect(${addressText(addressOf(page))}, ${size}, ${names})`;
  const call = written(text, event, before.task.architecture);
  const after = call && stateAfter(call, before);
  if (
    after === undefined ||
    firstBad(after.space, { ...use, address: addressOf(page), length: size }) !== undefined
  )
    return;
  yield {
    text: say('remedy.protect-first', { range: rangeInWords(range), size: sizeOfRange(range) }),
    tryCall: text,
  };
}

/** No more than lies before the page. */
function* shorter({ use, page }: Bad): Iterable<Remedy> {
  const room = addressOf(page) - use.address;
  if (room <= 0n || use.isString) return;
  yield { text: say('remedy.count', { length: room, size: bytesInWords(room) }) };
}
