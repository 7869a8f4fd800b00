/**
 * A VMA in about twenty bytes. Pages count from the change's first page, events back from the change's own event: both are
 * near, so both are short.
 */
import type { EventIndex } from '../trace/positions';
import { pageNumber } from '../memory/page';
import type { Backing, Origin, SpecialName, Vma } from '../memory/vma';
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
  bordersUndefined: 64,
} as const;

export function packVma(vma: Vma, base: Base, out: PackedWriter, texts: PackedTexts): void {
  const { doubtfulBorders: borders } = vma;
  out.number(
    (vma.certainty === 'inferred' ? Bit.inferred : 0) |
      (vma.forked === true ? Bit.forked : 0) |
      (borders !== undefined ? Bit.borders : 'doubtfulBorders' in vma ? Bit.bordersUndefined : 0) |
      (vma.anonName !== undefined ? Bit.anonName : 0) |
      (vma.extra !== undefined ? Bit.extra : 0) |
      (vma.pgoff === vma.start ? Bit.homePgoff : 0),
  );
  out.number(vma.start - base.page);
  out.number(vma.end - vma.start);
  out.optional(vma.prot);
  out.number(vma.flags >>> 0);
  packBacking(vma.backing, out, texts);
  if (vma.pgoff !== vma.start) out.number(vma.pgoff);
  packAnonVma(vma.anonVma, out);
  packOrigin(vma.origin, base, out);
  if (borders !== undefined) {
    out.number(borders.first - vma.start);
    out.number(borders.last - borders.first);
  }
  if (vma.anonName !== undefined) out.number(texts.numberOf(vma.anonName));
  if (vma.extra !== undefined) out.number(texts.numberOf(vma.extra));
}

export function unpackVma(base: Base, from: PackedReader, texts: PackedTexts): Vma {
  const bits = from.number();
  const start = pageNumber(base.page + from.number());
  const end = pageNumber(start + from.number());
  const prot = from.optional();
  const flags = from.number() | 0;
  const backing = unpackBacking(from, texts);
  const pgoff = (bits & Bit.homePgoff) !== 0 ? start : from.number();
  const anonVma = unpackAnonVma(from);
  const origin = unpackOrigin(base, from);
  const vma: Vma = {
    start,
    end,
    prot,
    flags,
    backing,
    pgoff,
    anonVma,
    origin,
    certainty: (bits & Bit.inferred) !== 0 ? 'inferred' : 'exact',
  };
  return (bits & ~(Bit.inferred | Bit.homePgoff)) === 0
    ? vma
    : { ...vma, ...unpackRare(bits, start, from, texts) };
}

function unpackRare(bits: number, start: number, from: PackedReader, texts: PackedTexts): Partial<Vma> {
  let rare: Partial<Vma> = (bits & Bit.forked) !== 0 ? { forked: true } : {};
  if ((bits & Bit.borders) !== 0) {
    const first = pageNumber(start + from.number());
    rare = { ...rare, doubtfulBorders: { first, last: pageNumber(first + from.number()) } };
  }
  if ((bits & Bit.bordersUndefined) !== 0) rare = { ...rare, doubtfulBorders: undefined };
  if ((bits & Bit.anonName) !== 0) rare = { ...rare, anonName: texts.text(from.number()) };
  if ((bits & Bit.extra) !== 0) rare = { ...rare, extra: texts.text(from.number()) };
  return rare;
}

const ANONYMOUS: Backing = { kind: 'anonymous' };
const UNKNOWN: Backing = { kind: 'unknown' };
const SPECIALS: readonly SpecialName[] = ['[vdso]', '[vvar]', '[vvar_vclock]', '[sigpage]', '[uprobes]'];

function packBacking(backing: Backing, out: PackedWriter, texts: PackedTexts): void {
  switch (backing.kind) {
    case 'anonymous':
      out.number(0);
      break;
    case 'unknown':
      out.number(1);
      break;
    case 'file':
      out.number(2);
      out.signed(backing.description);
      out.number(texts.numberOf(backing.path));
      break;
    case 'shmem':
      out.number(3);
      out.signed(backing.object);
      break;
    case 'sysv':
      out.number(4);
      out.signed(backing.object);
      out.signed(backing.shmid);
      break;
    case 'special':
      out.number(5);
      out.number(SPECIALS.indexOf(backing.name));
      break;
  }
}

function unpackBacking(from: PackedReader, texts: PackedTexts): Backing {
  switch (from.number()) {
    case 0:
      return ANONYMOUS;
    case 2:
      return { kind: 'file', description: from.signed(), path: texts.text(from.number()) };
    case 3:
      return { kind: 'shmem', object: from.signed() };
    case 4:
      return { kind: 'sysv', object: from.signed(), shmid: from.signed() };
    case 5:
      return { kind: 'special', name: SPECIALS[from.number()] ?? '[vdso]' };
    default:
      return UNKNOWN;
  }
}

function packAnonVma(anonVma: Vma['anonVma'], out: PackedWriter): void {
  out.number(anonVma === 'none' ? 0 : anonVma === 'unknown' ? 1 : 2);
  if (typeof anonVma === 'number') out.signed(anonVma);
}

function unpackAnonVma(from: PackedReader): Vma['anonVma'] {
  const kind = from.number();
  return kind === 0 ? 'none' : kind === 1 ? 'unknown' : from.signed();
}

function packOrigin(origin: Origin, base: Base, out: PackedWriter): void {
  packEvent(origin.mapped, base, out);
  packEvent(origin.protected, base, out);
  packEvent(origin.locked, base, out);
  packEvent(origin.moved, base, out);
}

const unpackOrigin = (base: Base, from: PackedReader): Origin => ({
  mapped: unpackEvent(base, from),
  protected: unpackEvent(base, from),
  locked: unpackEvent(base, from),
  moved: unpackEvent(base, from),
});

/** No event of a change lies behind the change's own. */
export function packEvent(event: EventIndex | undefined, base: Base, out: PackedWriter): void {
  out.optional(event === undefined ? undefined : base.event - event);
}

export function unpackEvent(base: Base, from: PackedReader): EventIndex | undefined {
  const back = from.optional();
  return back === undefined ? undefined : ((base.event - back) as EventIndex);
}
