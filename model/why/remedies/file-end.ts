/**
 * SIGBUS behind the end of a file: a longer file, or an access that stays in it.
 *
 *     mapping   |pppp|pppp|pppp|pppp|
 *     file      |bbbb|bb             ^ touched: the file must reach as far as this byte
 *                      ^ the last byte that it has
 */
import { addressOf, pageOf } from '../../memory/page';
import type { Vma } from '../../memory/vma';
import type { Remedy } from '../explanation';
import { say } from '../message';
import { lengthBehind, type LengthBehind } from '../signals/file-length';
import type { Fault } from '../signals/account';
import { lengthOfObject, pagesWanted, type SharedObject } from '../signals/file-end';
import { hexOf } from '../sizes';
import { lineOf } from '../subject';

/** Empty where something else stands behind the page, or where the length of the file is not shown. */
export function fileEndRemedies(fault: Fault): readonly Remedy[] {
  const vma = fault.space.vmaAt(pageOf(fault.address));
  if (vma === undefined) return [];
  const { backing } = vma;
  if (backing.kind === 'shmem' || backing.kind === 'sysv') return sharedMadeLarger(fault, vma, backing);
  if (backing.kind !== 'file') return [];
  const file = lengthBehind(fault, backing, vma, pagesWanted(fault, vma));
  return [...longerFile(fault, vma, file), ...withinFile(fault, vma, file)];
}

/** Of the file, the first byte behind the one that was touched. */
const bytesWanted = ({ address }: Fault, { start, pgoff }: Vma): bigint =>
  address - addressOf(start) + BigInt(pgoff) * 4096n + 1n;

function longerFile(fault: Fault, vma: Vma, { change, open, pages }: LengthBehind): readonly Remedy[] {
  const { subject } = fault;
  if (pages === undefined || pagesWanted(fault, vma) <= pages) return [];
  // What the program may only read, it does not make longer.
  if (change === undefined && open?.writable === false) return [];
  const length = bytesWanted(fault, vma);
  const set = change === undefined ? undefined : subject.timeline.recording.decode(change.at);
  const isCut = set?.kind === 'call' && set.name.includes('truncate') && change !== undefined;
  return [
    {
      text: isCut
        ? say('remedy.longer-file-at', { length, call: set.name, line: lineOf(subject, change.at) })
        : say('remedy.longer-file', { length }),
    },
  ];
}

/** What is left of the page behind the last byte may be touched too, but is no part of the file. */
function withinFile(fault: Fault, vma: Vma, { size }: LengthBehind): readonly Remedy[] {
  const behind = BigInt(vma.pgoff) * 4096n;
  if (size === undefined || size <= behind) return [];
  const last = addressOf(vma.start) + (size - behind) - 1n;
  return last >= fault.address ? [] : [{ text: say('remedy.within-file', { address: hexOf(last), size }) }];
}

/** It has the length that its first mmap was given, whatever mremap made of the mapping since. */
function sharedMadeLarger(fault: Fault, vma: Vma, backing: SharedObject): readonly Remedy[] {
  const { origin } = vma;
  const { pages } = lengthOfObject(fault, backing);
  if (pages === undefined || pagesWanted(fault, vma) <= pages) return [];
  const length = bytesWanted(fault, vma);
  return [
    {
      text:
        origin.mapped === undefined || backing.kind === 'sysv'
          ? say('remedy.larger-shared', { length })
          : say('remedy.larger-shared-at', { length, line: lineOf(fault.subject, origin.mapped) }),
    },
  ];
}
