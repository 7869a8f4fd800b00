/** What a descriptor leads to, packed. */
import type { EventIndex } from '../trace/positions';
import type { OpenFile } from '../process/descriptors';
import type { PackedReader, PackedWriter } from './packed-bytes';
import type { PackedTexts } from './packed-texts';
import { packEvent, unpackEvent } from './packed-vma';

/** Stored: append only. */
const KINDS: readonly OpenFile['kind'][] = [
  'regular',
  'directory',
  'character',
  'block',
  'pipe',
  'socket',
  'memfd',
  'secretmem',
  'anon-inode',
  'o-path',
  'unknown',
];

export function packFile(
  file: OpenFile | 'closed',
  event: EventIndex,
  out: PackedWriter,
  texts: PackedTexts,
): void {
  if (file === 'closed') {
    out.number(0);
    return;
  }
  out.number(1 + KINDS.indexOf(file.kind));
  out.number(
    truth(file.readable) |
      (truth(file.writable) << 2) |
      (file.closeOnExec ? 16 : 0) |
      (file.size === undefined ? 0 : 32) |
      (file.userfault === undefined ? 0 : 64) |
      (file.sealedAt === undefined ? 0 : 128) |
      (file.hugePages === undefined ? 0 : 256) |
      (file.reopens === undefined ? 0 : 512),
  );
  out.number(file.description);
  out.number(texts.numberOf(file.path));
  out.number(file.seals);
  packEvent(file.openedAt, { page: 0, event }, out);
  if (file.size !== undefined) out.big(file.size);
  if (file.userfault !== undefined) out.number(file.userfault);
  if (file.sealedAt !== undefined) packEvent(file.sealedAt, { page: 0, event }, out);
  if (file.hugePages !== undefined) out.number(file.hugePages);
  if (file.reopens !== undefined) out.number(file.reopens);
}

export function unpackFile(from: PackedReader, event: EventIndex, texts: PackedTexts): OpenFile | 'closed' {
  const kind = from.number();
  if (kind === 0) return 'closed';
  const bits = from.number();
  return {
    kind: KINDS[kind - 1] ?? 'unknown',
    readable: untruth(bits & 3),
    writable: untruth((bits >> 2) & 3),
    closeOnExec: (bits & 16) !== 0,
    description: from.number(),
    path: texts.text(from.number()),
    seals: from.number(),
    openedAt: unpackEvent({ page: 0, event }, from),
    size: (bits & 32) !== 0 ? from.big() : undefined,
    userfault: (bits & 64) !== 0 ? from.number() : undefined,
    sealedAt: (bits & 128) !== 0 ? unpackEvent({ page: 0, event }, from) : undefined,
    hugePages: (bits & 256) !== 0 ? from.number() : undefined,
    reopens: (bits & 512) !== 0 ? from.number() : undefined,
  };
}

const truth = (value: boolean | undefined): number => (value === undefined ? 0 : value ? 1 : 2);
const untruth = (bits: number): boolean | undefined => (bits === 0 ? undefined : bits === 1);
