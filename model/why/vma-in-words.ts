/** A VMA in a sentence: what may be done with it, what it is, and the line that made it so. */
import { has, Prot, VmFlag, type Vma } from '../memory/vma';
import { nameOf } from '../memory/names';
import { argument, numberOf, successOf } from '../process/call-values';
import type { EventIndex } from '../trace/positions';
import type { Message } from './message-shape';
import { quote, say } from './message';
import { rangeInWords, sizeOfRange } from './sizes';
import { lineOf, spaceBefore, type Subject } from './subject';

/** `0x7f0000000000–0x7f0000002000 (8 KiB, r--s /tmp/data, mapped at line 12)` */
export function vmaInWords(subject: Subject, vma: Vma): Message {
  const values = {
    range: rangeInWords(vma),
    size: sizeOfRange(vma),
    prot: protOf(vma),
    what: namedOrWhat(subject, vma),
  };
  const made = madeAt(vma);
  if (made === undefined) return say('vma.old', values);
  const how = made.how === 'moved' && isResized(subject, made.at) ? 'resized' : made.how;
  return say(`vma.${how}`, { ...values, line: lineOf(subject, made.at) });
}

/** Anonymous memory by the name that maps prints for it, where it has one: [heap], [stack]. */
function namedOrWhat(subject: Subject, vma: Vma): Message {
  const space = vma.backing.kind === 'anonymous' ? spaceBefore(subject) : undefined;
  const name = space === undefined ? undefined : nameOf(vma, space);
  return name === undefined ? whatIs(vma) : quote(name);
}

/** mremap left it where it was. */
function isResized({ timeline }: Subject, at: EventIndex): boolean {
  const call = timeline.recording.decode(at);
  if (call.kind !== 'call' || call.name !== 'mremap') return false;
  return successOf(call) !== undefined && successOf(call) === numberOf(argument(call, 0));
}

/** What last made it what it is. */
export function madeAt({
  origin,
}: Vma): { how: 'protected' | 'moved' | 'mapped'; at: EventIndex } | undefined {
  for (const how of ['protected', 'moved', 'mapped'] as const) {
    const at = origin[how];
    if (at !== undefined) return { how, at };
  }
  return undefined;
}

/** `rw-p` as /proc/PID/maps writes it; `???` where the log does not tell. */
export function protOf(vma: Vma): string {
  const share = has(vma, VmFlag.mayShare) ? 's' : 'p';
  if (vma.prot === undefined) return `???${share}`;
  const letter = (bit: number, name: string) => ((vma.prot ?? 0) & bit ? name : '-');
  return `${letter(Prot.read, 'r')}${letter(Prot.write, 'w')}${letter(Prot.exec, 'x')}${share}`;
}

export function whatIs(vma: Vma | undefined): Message {
  switch (vma?.backing.kind) {
    case 'file':
      return quote(vma.backing.path);
    case 'special':
      return quote(vma.backing.name);
    case 'sysv':
      return say('what.sysv', { shmid: vma.backing.shmid });
    case 'shmem':
      return say('what.shmem');
    case 'anonymous':
      return say('what.anonymous');
    case 'unknown':
    case undefined:
      return say('what.unknown');
  }
}
