/**
 * Names of flags and their bits. strace prints names where it knows them; what they stand for is decided here.
 */
import type { Architecture } from '../../process/world';

/** Name -> bits. Bits are below 2^32 and compared unsigned. */
export type FlagTable = ReadonlyMap<string, number>;

export const flagTable = (...parts: readonly Readonly<Record<string, number>>[]): FlagTable =>
  new Map(parts.flatMap((part) => Object.entries(part)));

/** One table for each architecture: what all share, and what some have besides. */
export function perArchitecture(
  shared: Readonly<Record<string, number>>,
  own: Partial<Record<Architecture, Readonly<Record<string, number>>>> = {},
): (architecture: Architecture) => FlagTable {
  const common = flagTable(shared);
  const tables = new Map<Architecture, FlagTable>();
  for (const architecture of ['x86-64', 'i386', 'x32', 'arm64', 'arm', 'riscv64'] as const) {
    const extra = own[architecture];
    tables.set(architecture, extra === undefined ? common : flagTable(shared, extra));
  }
  return (architecture) => tables.get(architecture) ?? common;
}

/** The flags in `bits` by name, lowest bit first, and what no name covers. Names of several bits are tried first. */
export function namesOf(bits: number, table: FlagTable): { readonly names: string[]; readonly rest: number } {
  const names: string[] = [];
  let rest = bits >>> 0;
  const widestFirst = [...table].sort(([, a], [, b]) => bitCount(b) - bitCount(a));
  for (const [name, value] of widestFirst) {
    if (value === 0 || (rest & value) >>> 0 !== value >>> 0) continue;
    names.push(name);
    rest = (rest & ~value) >>> 0;
  }
  names.sort((a, b) => ((table.get(a) ?? 0) >>> 0) - ((table.get(b) ?? 0) >>> 0));
  return { names, rest };
}

function bitCount(value: number): number {
  let count = 0;
  for (let rest = value >>> 0; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
