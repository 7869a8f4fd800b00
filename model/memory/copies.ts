/**
 * Copies of VMAs and of a space's numbers, for whoever makes the next one of them.
 *
 * Spelled out, not spread: an engine gives the objects of every spread a shape of their own, one of a chain of spreads
 * ever new ones, and code that meets more than four shapes looks each property up by name. With one shape for all VMAs
 * and one for all facts an event of the bench costs a fifth less.
 */
import type { SpaceFacts } from './address-space';
import type { Vma } from './vma';

export type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** To be changed before anybody else sees it. */
export const copyOfVma = (vma: Vma): Mutable<Vma> => ({
  start: vma.start,
  end: vma.end,
  prot: vma.prot,
  flags: vma.flags,
  backing: vma.backing,
  pgoff: vma.pgoff,
  anonVma: vma.anonVma,
  shownAnonVma: vma.shownAnonVma,
  forked: vma.forked,
  doubtfulBorders: vma.doubtfulBorders,
  anonName: vma.anonName,
  extra: vma.extra,
  origin: vma.origin,
  certainty: vma.certainty,
  proven: vma.proven,
});

/** The numbers of a space as a record of their own: a space is larger. */
export const factsOf = (space: SpaceFacts): Mutable<SpaceFacts> => ({
  complete: space.complete,
  total: space.total,
  locked: space.locked,
  likelyLocked: space.likelyLocked,
  surplusUnsure: space.surplusUnsure,
  data: space.data,
  stack: space.stack,
  exec: space.exec,
  mapCount: space.mapCount,
  startBrk: space.startBrk,
  brk: space.brk,
  futureLock: space.futureLock,
  futureLockSetAt: space.futureLockSetAt,
  mmapBase: space.mmapBase,
});
