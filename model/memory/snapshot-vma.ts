/**
 * A line of a snapshot as a VMA of the model: what it maps from its name, device and inode, its flags from smaps or from
 * its letters.
 */
import type { SnapshotVma } from './maps-snapshot';
import type { Backing, Origin, SpecialName, Vma } from './vma';
import { VmFlag } from './vma';
import { flagsOfLetters, ordinaryFlags } from './vm-flags-letters';

/** Gives each file of a snapshot a number of its own, as if one open file description stood behind all its mappings. */
export type ObjectNumber = (key: string) => number;

/** Negative, so that they never meet the descriptions and objects that a log's calls make. */
export const objectNumbers = (): ObjectNumber => {
  const numbers = new Map<string, number>();
  return (key) => {
    const number = numbers.get(key) ?? -1 - numbers.size;
    numbers.set(key, number);
    return number;
  };
};

const BEFORE_THE_LOG: Origin = {
  mapped: undefined,
  protected: undefined,
  locked: undefined,
  moved: undefined,
};

export const vmaOfSnapshot = (shown: SnapshotVma, numberOf: ObjectNumber): Vma => {
  const backing = withHugePages(backingOf(shown, numberOf), shown);
  const extra = extraOf(shown);
  return {
    start: shown.start,
    end: shown.end,
    prot: shown.prot,
    flags: flagsOf(shown, backing),
    backing,
    pgoff: backing.kind === 'anonymous' || backing.kind === 'unknown' ? shown.start : shown.pgoff,
    anonVma: shown.share === 'shared' || backing.kind === 'special' ? 'none' : 'unknown',
    shownAnonVma: undefined,
    forked: undefined,
    doubtfulBorders: undefined,
    anonName: anonNameOf(shown.name),
    extra: extra === '' ? undefined : extra,
    origin: BEFORE_THE_LOG,
    certainty: shown.prot === undefined || backing.kind === 'unknown' ? 'inferred' : 'exact',
    proven: undefined,
  };
};

const SPECIAL: ReadonlySet<string> = new Set<SpecialName>([
  '[vdso]',
  '[vvar]',
  '[vvar_vclock]',
  '[sigpage]',
  '[uprobes]',
]);
const isSpecialName = (name: string): name is SpecialName => SPECIAL.has(name);
const ANON_NAMES = ['[anon:', '[anon_shmem:'];

const backingOf = (shown: SnapshotVma, numberOf: ObjectNumber): Backing => {
  const { name, device, inode } = shown;
  if (shown.share === 'unknown') return { kind: 'unknown' };
  if (isSpecialName(name)) return { kind: 'special', name };
  const object = numberOf(`${device} ${inode} ${name}`);
  const key = sysvKey(name);
  if (key !== undefined) return { kind: 'sysv', object, shmid: Number(inode), key };
  if (shown.share === 'shared' && (name === '/dev/zero (deleted)' || name.startsWith('[anon_shmem:'))) {
    return { kind: 'shmem', object, inode: { device, number: inode } };
  }
  const isAnonymous =
    name === '' || name === '[heap]' || name.startsWith('[stack') || name.startsWith('[anon:');
  if (isAnonymous && inode === '0') return { kind: 'anonymous' };
  return { kind: 'file', description: object, path: name, inode: { device, number: inode } };
};

/** The size of the pool's pages, which only smaps shows. */
const withHugePages = (backing: Backing, { pageKb, vmFlags }: SnapshotVma): Backing =>
  pageKb !== undefined &&
  pageKb % 4 === 0 &&
  pageKb > 4 &&
  pageKb < 2 ** 32 &&
  vmFlags?.includes('ht') === true &&
  (backing.kind === 'file' || backing.kind === 'sysv')
    ? { ...backing, hugePages: pageKb / 4 }
    : backing;

/** `/SYSV0000162e (deleted)`. ipc/shm.c: newseg */
const sysvKey = (name: string): number | undefined => {
  const digits = name.startsWith('/SYSV') ? name.slice(5, 13) : '';
  const key = Number(`0x${digits}`);
  return digits.length === 8 && Number.isInteger(key) && name === `/SYSV${digits} (deleted)`
    ? key
    : undefined;
};

const anonNameOf = (name: string): string | undefined => {
  const prefix = ANON_NAMES.find((start) => name.startsWith(start));
  return prefix !== undefined && name.endsWith(']') ? name.slice(prefix.length, -1) : undefined;
};

const flagsOf = (shown: SnapshotVma, backing: Backing): number => {
  const read =
    shown.vmFlags === undefined
      ? ordinaryFlags(shown.prot ?? 0, shown.share === 'shared') | namedFlags(shown.name, backing)
      : flagsOfLetters(shown.vmFlags).flags;
  const locked = (shown.lockedKb ?? 0) > 0 ? VmFlag.locked : 0;
  return read | hookFlags(backing, read) | locked;
};

/** What the name alone tells. arch/x86/entry/vdso/vma.c: map_vdso; fs/exec.c: setup_arg_pages */
const namedFlags = (name: string, backing: Backing): number => {
  if (name === '[stack]') return VmFlag.growsDown;
  if (backing.kind !== 'special') return 0;
  const isData = name.startsWith('[vvar');
  return VmFlag.dontExpand | (isData ? VmFlag.pfnMap | VmFlag.io | VmFlag.dontDump : 0);
};

/** What no flag shows: hooks that forbid splitting or merging. */
const hookFlags = (backing: Backing, flags: number): number => {
  if (backing.kind === 'special') return VmFlag.unsplittable;
  return backing.kind === 'sysv' || (flags & VmFlag.hugeTlb) !== 0 ? VmFlag.closeHook : 0;
};

const extraOf = (shown: SnapshotVma): string => {
  const key = shown.protectionKey ?? 0;
  const others = shown.vmFlags === undefined ? [] : flagsOfLetters(shown.vmFlags).others;
  return [...others, ...(key === 0 ? [] : [`pkey:${key}`])].join(' ');
};
