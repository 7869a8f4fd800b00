/** The lines behind what a check says of a descriptor, or of the file that a mapping shows: who closed it, opened it, sealed it. */
import { PROT } from '../../kernel/abi/mmap-flags';
import type { Fact } from '../../kernel/check';
import { areAgainstWriting } from '../../kernel/memfd/write-seals';
import type { EventIndex } from '../../trace/positions';
import { argument, hasFlag, intOf } from '../../process/call-values';
import type { OpenFile } from '../../process/descriptors';
import { openingInWords, sealsInWords } from '../event-in-words';
import type { Message } from '../message-shape';
import { spaceBefore, type Subject } from '../subject';
import { closingLine, failedOpening, fileAt, openingLine } from './descriptor-history';

/** `id`: the check's. */
export function behindDescriptor(
  subject: Subject,
  id: string,
  facts: readonly Fact[],
): readonly EventIndex[] {
  for (const fact of facts)
    if (fact.fact === 'argument' && fact.name === 'fd') return ofNumber(subject, id, fact.value);
  // A check that the log leaves open may name no number.
  if (OF_DESCRIPTOR.test(id)) return ofArgument(subject, id);
  return id === 'mprotect.not-permitted' ? ofMapping(subject, facts) : [];
}

const OF_DESCRIPTOR = /^mmap\.(fd-|not-mappable$|memfd-sealed$)/;
/** mmap's own. */
const DESCRIPTOR_AT = 4;

function ofArgument(subject: Subject, id: string): readonly EventIndex[] {
  const call = subject.timeline.recording.decode(subject.event);
  const fd = call.kind === 'call' ? intOf(argument(call, DESCRIPTOR_AT)) : undefined;
  return fd === undefined ? [] : ofNumber(subject, id, BigInt(fd));
}

function ofNumber(subject: Subject, id: string, value: bigint): readonly EventIndex[] {
  const fd = Number(BigInt.asIntN(32, value));
  if (id.endsWith('.fd-not-open')) {
    const line = fd < 0 ? failedOpening(subject) : closingLine(subject, fd);
    return line === undefined ? [] : [line];
  }
  const line = fileAt(subject, fd)?.openedAt ?? openingLine(subject, fd)?.event;
  return line === undefined ? [] : [line];
}

/** What kept the file from being written through the mapping: its seals, or the way it was opened. */
export function fileBehindMapping(subject: Subject, id: string, facts: readonly Fact[]): readonly Message[] {
  if (id !== 'mprotect.not-permitted' || facts.some(({ fact }) => fact === 'event')) return [];
  const told = ofMapping(subject, facts).map(
    (at) => sealsInWords(subject, at) ?? openingInWords(subject, at),
  );
  return told.filter((words) => words !== undefined);
}

function ofMapping(subject: Subject, facts: readonly Fact[]): readonly EventIndex[] {
  const file = fileMapped(subject, facts);
  return [file?.sealedAt, file?.openedAt].filter((event) => event !== undefined);
}

/** Whether mprotect was to make shared memory writable whose file the log shows to have been opened for reading only. */
export function wasOpenedReadOnly(subject: Subject, facts: readonly Fact[]): boolean {
  const call = subject.timeline.recording.decode(subject.event);
  if (call.kind !== 'call' || hasFlag(argument(call, 2), 'PROT_WRITE', PROT.WRITE) !== true) return false;
  return fileMapped(subject, facts)?.writable === false;
}

/** Whether the file of the mapping was sealed against writing while the log looked on. */
export const isOfSealedFile = (subject: Subject, facts: readonly Fact[]): boolean =>
  areAgainstWriting(fileMapped(subject, facts)?.seals ?? 0);

/** What mprotect may allow was settled when the file was opened and mapped. mm/mmap.c: VM_MAYWRITE */
function fileMapped(subject: Subject, facts: readonly Fact[]): OpenFile | undefined {
  const space = spaceBefore(subject);
  for (const fact of facts) {
    const mapped = fact.fact === 'range' ? space?.vmaAt(fact.range.start)?.origin.mapped : undefined;
    if (mapped === undefined) continue;
    const call = subject.timeline.recording.decode(mapped);
    const fd = call.kind === 'call' && call.name.startsWith('mmap') ? intOf(argument(call, 4)) : undefined;
    if (fd === undefined || fd < 0) continue;
    return fileAt({ ...subject, event: mapped }, fd);
  }
  return undefined;
}
