/**
 * What stands in a picture of an address space: VMAs, and stretches that the log does not show. Pages count in 4096 bytes
 * and are exact in a number; ranges are half-open. What lies between regions is free.
 */

export const regionKinds = [
  'code',
  'data',
  'heap',
  'stack',
  'anonymous',
  'file',
  'shared',
  'guard',
  'kernel',
  'unknown',
] as const;
/** 'code': of a file, executable. 'data': of a file, private and writable. 'kernel': vdso, vvar. 'guard': PROT_NONE. */
export type RegionKind = (typeof regionKinds)[number];

export const RegionProt = { read: 1, write: 2, execute: 4, unknown: 8, shared: 16 } as const;

export const RegionFlag = {
  locked: 1,
  lockOnFault: 2,
  /** The log leaves open whether it is locked. */
  lockOpen: 4,
  growsDown: 8,
  /** Proven to be mapped, borders not known. */
  inferred: 16,
  sealed: 32,
  hugePages: 64,
} as const;

export interface Region {
  readonly start: number;
  readonly end: number;
  readonly kind: RegionKind;
  /** Bits of `RegionProt`. */
  readonly prot: number;
  /** Bits of `RegionFlag`. */
  readonly flags: number;
  /** File, [heap], name of anonymous memory: text off a log, not to be trusted. '' for none. */
  readonly name: string;
  /** Line that mapped it; -1: before the log. */
  readonly mappedLine: number;
}

/** Regions in columns of one length, as they travel: 60,000 objects would be ten times the bytes. */
export interface RegionColumns {
  readonly start: readonly number[];
  readonly end: readonly number[];
  /** Place in `regionKinds`. */
  readonly kind: readonly number[];
  readonly prot: readonly number[];
  readonly flags: readonly number[];
  /** Place in `names`; -1: none. */
  readonly name: readonly number[];
  readonly mappedLine: readonly number[];
  readonly names: readonly string[];
}

export const regionsOf = (columns: RegionColumns): readonly Region[] =>
  columns.start.map((start, i) => ({
    start,
    end: columns.end[i] ?? start,
    kind: regionKinds[columns.kind[i] ?? -1] ?? 'unknown',
    prot: columns.prot[i] ?? 0,
    flags: columns.flags[i] ?? 0,
    name: columns.names[columns.name[i] ?? -1] ?? '',
    mappedLine: columns.mappedLine[i] ?? -1,
  }));

/** `rw-s` as /proc/PID/maps writes it; `???` where it is not known; of stretches that the log does not show nothing. */
export function protText({ prot, kind }: Pick<Region, 'prot' | 'kind'>): string {
  if (kind === 'unknown' && prot === 0) return '';
  const share = (prot & RegionProt.shared) === 0 ? 'p' : 's';
  if ((prot & RegionProt.unknown) !== 0) return `???${share}`;
  const letter = (bit: number, name: string): string => ((prot & bit) === 0 ? '-' : name);
  return `${letter(RegionProt.read, 'r')}${letter(RegionProt.write, 'w')}${letter(RegionProt.execute, 'x')}${share}`;
}

/**
 * A stretch of which the log shows nothing, be it mapped or free. A region of kind 'unknown' with a protection is mapped; of what
 * the log does not show.
 */
export const isUntold = ({ kind, prot }: Pick<Region, 'kind' | 'prot'>): boolean =>
  kind === 'unknown' && prot === 0;

/** The same to somebody who looks, apart from its place. */
export const looksEqual = (a: Region, b: Region): boolean =>
  a.kind === b.kind && a.prot === b.prot && a.flags === b.flags && a.name === b.name;
