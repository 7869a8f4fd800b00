/**
 * A VMA in about twenty bytes. Pages count from the change's first page, events back from the change's own event: both are
 * near, so both are short.
 */
import type { EventIndex } from '../trace/positions';
import { pageNumber } from '../memory/page';
import type { DoubtfulBorder, DoubtfulBorders } from '../memory/doubtful-borders';
import type { Backing, FileInode, Origin, SpecialName, Vma } from '../memory/vma';
import type { PackedReader, PackedWriter } from './packed-bytes';
import type { PackedTexts } from './packed-texts';

/** Where the numbers of one change count from. */
export interface Base {
  readonly page: number;
  readonly event: EventIndex;
}

const Bit = {
  inferred: 1,
  forked: 2,
  borders: 4,
  anonName: 8,
  extra: 16,
  /** pgoff is the VMA's own page number: anonymous memory that never moved. */
  homePgoff: 32,
  shownAnonVma: 64,
  proven: 128,
} as const;

export function packVma(vma: Vma, base: Base, out: PackedWriter, texts: PackedTexts): void {
  const { doubtfulBorders: borders } = vma;
  out.number(
    (vma.certainty === 'inferred' ? Bit.inferred : 0) |
      (vma.forked === true ? Bit.forked : 0) |
      (borders !== undefined ? Bit.borders : 0) |
      (vma.anonName !== undefined ? Bit.anonName : 0) |
      (vma.extra !== undefined ? Bit.extra : 0) |
      (vma.pgoff === vma.start ? Bit.homePgoff : 0) |
      (vma.shownAnonVma !== undefined ? Bit.shownAnonVma : 0) |
      (vma.proven !== undefined ? Bit.proven : 0),
  );
  out.number(vma.start - base.page);
  out.number(vma.end - vma.start);
  out.optional(vma.prot);
  out.number(vma.flags >>> 0);
  packBacking(vma.backing, out, texts);
  if (vma.pgoff !== vma.start) out.signed(vma.pgoff);
  packAnonVma(vma.anonVma, out);
  if (vma.shownAnonVma !== undefined) out.signed(vma.shownAnonVma);
  if (borders !== undefined) {
    out.number(borders.length);
    let from: number = vma.start;
    for (const { first, last } of borders) {
      out.number(first - from);
      out.number(last - first);
      from = last;
    }
  }
  if (vma.anonName !== undefined) out.number(texts.numberOf(vma.anonName));
  if (vma.extra !== undefined) out.number(texts.numberOf(vma.extra));
  packOrigin(vma.origin, base, out);
  if (vma.proven !== undefined) packEvent(vma.proven, base, out);
}

/** All keys in the order of `copyOfVma`: one shape for all VMAs. */
export function unpackVma(base: Base, from: PackedReader, texts: PackedTexts): Vma {
  const bits = from.number();
  const start = pageNumber(base.page + from.number());
  return {
    start,
    end: pageNumber(start + from.number()),
    prot: from.optional(),
    flags: from.number() | 0,
    backing: unpackBacking(from, texts),
    pgoff: (bits & Bit.homePgoff) !== 0 ? start : from.signed(),
    anonVma: unpackAnonVma(from),
    shownAnonVma: (bits & Bit.shownAnonVma) !== 0 ? from.signed() : undefined,
    forked: (bits & Bit.forked) !== 0 ? true : undefined,
    doubtfulBorders: (bits & Bit.borders) !== 0 ? unpackBorders(start, from) : undefined,
    anonName: (bits & Bit.anonName) !== 0 ? texts.text(from.number()) : undefined,
    extra: (bits & Bit.extra) !== 0 ? texts.text(from.number()) : undefined,
    origin: unpackOrigin(base, from),
    certainty: (bits & Bit.inferred) !== 0 ? 'inferred' : 'exact',
    proven: (bits & Bit.proven) !== 0 ? unpackEvent(base, from) : undefined,
  };
}

function unpackBorders(start: number, from: PackedReader): DoubtfulBorders {
  const borders: DoubtfulBorder[] = [];
  let below = start;
  for (let left = from.number(); left > 0; left--) {
    const first = pageNumber(below + from.number());
    const last = pageNumber(first + from.number());
    borders.push({ first, last });
    below = last;
  }
  return borders;
}

const ANONYMOUS: Backing = { kind: 'anonymous' };
const UNKNOWN: Backing = { kind: 'unknown' };
const SPECIALS: readonly SpecialName[] = ['[vdso]', '[vvar]', '[vvar_vclock]', '[sigpage]', '[uprobes]'];

/** Stored: append only. An inode is there in the second form of each. */
const BackingTag = {
  anonymous: 0,
  unknown: 1,
  file: 2,
  fileInode: 3,
  shmem: 4,
  shmemInode: 5,
  sysv: 6,
  special: 7,
  shmemPages: 8,
  filePages: 9,
  fileHuge: 10,
  sysvHuge: 11,
} as const;

function packBacking(backing: Backing, out: PackedWriter, texts: PackedTexts): void {
  switch (backing.kind) {
    case 'anonymous':
    case 'unknown':
      out.number(BackingTag[backing.kind]);
      break;
    case 'file':
      if (backing.hugePages !== undefined) {
        packHuge(backing, backing.hugePages, out, texts);
        break;
      }
      out.number(
        backing.pages !== undefined
          ? BackingTag.filePages
          : backing.inode === undefined
            ? BackingTag.file
            : BackingTag.fileInode,
      );
      out.signed(backing.description);
      out.number(texts.numberOf(backing.path));
      if (backing.pages !== undefined) {
        out.number(backing.pages);
        break;
      }
      packInode(backing.inode, out, texts);
      break;
    case 'shmem':
      out.number(
        backing.pages !== undefined
          ? BackingTag.shmemPages
          : backing.inode === undefined
            ? BackingTag.shmem
            : BackingTag.shmemInode,
      );
      out.signed(backing.object);
      if (backing.pages !== undefined) {
        out.number(backing.pages);
        break;
      }
      packInode(backing.inode, out, texts);
      break;
    case 'sysv':
      out.number(backing.hugePages === undefined ? BackingTag.sysv : BackingTag.sysvHuge);
      if (backing.hugePages !== undefined) out.number(backing.hugePages);
      out.signed(backing.object);
      out.signed(backing.shmid);
      out.number(backing.key === undefined ? 0 : 1);
      if (backing.key !== undefined) out.signed(backing.key);
      break;
    case 'special':
      out.number(BackingTag.special);
      out.number(SPECIALS.indexOf(backing.name));
  }
}

type File = Extract<Backing, { readonly kind: 'file' }>;

function packHuge(file: File, hugePages: number, out: PackedWriter, texts: PackedTexts): void {
  out.number(BackingTag.fileHuge);
  out.number(hugePages);
  out.signed(file.description);
  out.number(texts.numberOf(file.path));
  out.number(file.inode === undefined ? 0 : 1);
  packInode(file.inode, out, texts);
}

function unpackHuge(from: PackedReader, texts: PackedTexts): File {
  const hugePages = from.number();
  const description = from.signed();
  const file: File = { kind: 'file', description, path: texts.text(from.number()), hugePages };
  return from.number() === 0 ? file : { ...file, inode: unpackInode(from, texts) };
}

function unpackBacking(from: PackedReader, texts: PackedTexts): Backing {
  const tag = from.number();
  switch (tag) {
    case BackingTag.anonymous:
      return ANONYMOUS;
    case BackingTag.file:
    case BackingTag.fileInode: {
      const file: Backing = { kind: 'file', description: from.signed(), path: texts.text(from.number()) };
      return tag === BackingTag.file ? file : { ...file, inode: unpackInode(from, texts) };
    }
    case BackingTag.shmem:
    case BackingTag.shmemInode: {
      const shmem: Backing = { kind: 'shmem', object: from.signed() };
      return tag === BackingTag.shmem ? shmem : { ...shmem, inode: unpackInode(from, texts) };
    }
    case BackingTag.filePages: {
      const description = from.signed();
      const path = texts.text(from.number());
      return { kind: 'file', description, path, pages: from.number() };
    }
    case BackingTag.shmemPages:
      return { kind: 'shmem', object: from.signed(), pages: from.number() };
    case BackingTag.fileHuge:
      return unpackHuge(from, texts);
    case BackingTag.sysv:
    case BackingTag.sysvHuge: {
      const huge = tag === BackingTag.sysvHuge ? { hugePages: from.number() } : {};
      const sysv: Backing = { kind: 'sysv', object: from.signed(), shmid: from.signed(), ...huge };
      return from.number() === 0 ? sysv : { ...sysv, key: from.signed() };
    }
    case BackingTag.special:
      return { kind: 'special', name: SPECIALS[from.number()] ?? '[vdso]' };
    default:
      return UNKNOWN;
  }
}

function packInode(inode: FileInode | undefined, out: PackedWriter, texts: PackedTexts): void {
  if (inode === undefined) return;
  out.number(texts.numberOf(inode.device));
  out.number(texts.numberOf(inode.number));
}

const unpackInode = (from: PackedReader, texts: PackedTexts): FileInode => ({
  device: texts.text(from.number()),
  number: texts.text(from.number()),
});

function packAnonVma(anonVma: Vma['anonVma'], out: PackedWriter): void {
  out.number(anonVma === 'none' ? 0 : anonVma === 'unknown' ? 1 : 2);
  if (typeof anonVma === 'number') out.signed(anonVma);
}

function unpackAnonVma(from: PackedReader): Vma['anonVma'] {
  const kind = from.number();
  return kind === 0 ? 'none' : kind === 1 ? 'unknown' : from.signed();
}

/** Most VMAs have one of the four: a bit says of each whether it follows. */
const Made = { mapped: 1, protected: 2, locked: 4, moved: 8 } as const;

function packOrigin({ mapped, protected: set, locked, moved }: Origin, base: Base, out: PackedWriter): void {
  out.number(
    (mapped === undefined ? 0 : Made.mapped) |
      (set === undefined ? 0 : Made.protected) |
      (locked === undefined ? 0 : Made.locked) |
      (moved === undefined ? 0 : Made.moved),
  );
  if (mapped !== undefined) out.number(base.event - mapped);
  if (set !== undefined) out.number(base.event - set);
  if (locked !== undefined) out.number(base.event - locked);
  if (moved !== undefined) out.number(base.event - moved);
}

function unpackOrigin(base: Base, from: PackedReader): Origin {
  const made = from.number();
  return {
    mapped: (made & Made.mapped) === 0 ? undefined : eventBack(base, from),
    protected: (made & Made.protected) === 0 ? undefined : eventBack(base, from),
    locked: (made & Made.locked) === 0 ? undefined : eventBack(base, from),
    moved: (made & Made.moved) === 0 ? undefined : eventBack(base, from),
  };
}

const eventBack = (base: Base, from: PackedReader): EventIndex => (base.event - from.number()) as EventIndex;

/** No event of a change lies behind the change's own. */
export function packEvent(event: EventIndex | undefined, base: Base, out: PackedWriter): void {
  out.optional(event === undefined ? undefined : base.event - event);
}

export function unpackEvent(base: Base, from: PackedReader): EventIndex | undefined {
  const back = from.optional();
  return back === undefined ? undefined : ((base.event - back) as EventIndex);
}
