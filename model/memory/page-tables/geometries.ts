/**
 * The page tables of the architectures, as data. arch/x86/include/asm/pgtable_64_types.h, pgtable-2level_types.h,
 * pgtable-3level_types.h; arch/arm64/include/asm/pgtable-hwdef.h; arch/riscv/include/asm/pgtable-64.h
 */
import type { Geometry, GeometryName, Level, LevelName } from './geometry';

/** [name, highest bit of the index, lowest bit]. Those marked huge may be leaves. */
type Row = readonly [LevelName, number, number];

interface Shape {
  readonly machine: string;
  readonly page: 4096 | 16384 | 65536;
  readonly entryBytes: 4 | 8;
  readonly rows: readonly Row[];
  readonly huge: readonly LevelName[];
  /** Bits of a user address. */
  readonly userBits: number;
  readonly kernelStart: bigint;
  /** Absent: the end of 64 bits. */
  readonly kernelEnd?: bigint;
  readonly userEnd?: bigint;
  readonly ignoresTopByte?: true;
  readonly born?: Partial<Record<LevelName, number>>;
}

/** The upper half begins where all bits from this one on are set. */
const upperHalf = (bit: number): bigint => (1n << 64n) - (1n << BigInt(bit));

const lower: readonly Row[] = [
  ['PMD', 29, 21],
  ['PTE', 20, 12],
];
const PUD: Row = ['PUD', 38, 30];

const x86 = {
  page: 4096,
  entryBytes: 8,
  huge: ['PUD', 'PMD'],
} as const;

/** Tables may be shared with the kernel above 3 GiB: CONFIG_VMSPLIT_3G, as nearly all 32-bit kernels are built. */
const split3G = {
  userBits: 32,
  userEnd: 0xc000_0000n,
  kernelStart: 0xc000_0000n,
  kernelEnd: 1n << 32n,
} as const;

/** Two halves of one size, each with tables of its own (TTBR0, TTBR1). */
const arm64 = (page: Shape['page'], bits: number, rows: readonly Row[]): Shape => ({
  machine: 'arm64',
  page,
  entryBytes: 8,
  rows,
  huge: page === 4096 ? ['PUD', 'PMD'] : ['PMD'],
  userBits: bits,
  kernelStart: upperHalf(bits),
  ignoresTopByte: true,
});

const riscv = (bits: number, rows: readonly Row[]): Shape => ({
  machine: `riscv64 Sv${bits}`,
  page: 4096,
  entryBytes: 8,
  rows,
  huge: ['PUD', 'PMD'],
  userBits: bits - 1,
  kernelStart: upperHalf(bits - 1),
});

/** With three levels Linux calls the top one PGD and the others PMD and PTE: P4D and PUD are folded into it. */
const SHAPES: Readonly<Record<GeometryName, Shape>> = {
  'x86-64-4-level': {
    ...x86,
    machine: 'x86-64',
    rows: [['PGD', 47, 39], PUD, ...lower],
    userBits: 47,
    kernelStart: upperHalf(47),
  },
  'x86-64-5-level': {
    ...x86,
    machine: 'x86-64 (LA57)',
    rows: [['PGD', 56, 48], ['P4D', 47, 39], PUD, ...lower],
    userBits: 56,
    kernelStart: upperHalf(56),
  },
  i386: {
    ...split3G,
    machine: 'i386',
    page: 4096,
    entryBytes: 4,
    rows: [
      ['PGD', 31, 22],
      ['PTE', 21, 12],
    ],
    huge: ['PGD'],
  },
  'i386-pae': {
    ...split3G,
    machine: 'i386 (PAE)',
    page: 4096,
    entryBytes: 8,
    rows: [['PGD', 31, 30], ...lower],
    huge: ['PMD'],
    born: { PMD: 3 },
  },
  'arm64-4k-39': arm64(4096, 39, [['PGD', 38, 30], ...lower]),
  'arm64-4k-48': arm64(4096, 48, [['PGD', 47, 39], PUD, ...lower]),
  'arm64-4k-52': arm64(4096, 52, [['PGD', 51, 48], ['P4D', 47, 39], PUD, ...lower]),
  'arm64-16k-36': arm64(16384, 36, [
    ['PGD', 35, 25],
    ['PTE', 24, 14],
  ]),
  'arm64-16k-47': arm64(16384, 47, [
    ['PGD', 46, 36],
    ['PMD', 35, 25],
    ['PTE', 24, 14],
  ]),
  'arm64-16k-48': arm64(16384, 48, [
    ['PGD', 47, 47],
    ['PUD', 46, 36],
    ['PMD', 35, 25],
    ['PTE', 24, 14],
  ]),
  'arm64-16k-52': arm64(16384, 52, [
    ['PGD', 51, 47],
    ['PUD', 46, 36],
    ['PMD', 35, 25],
    ['PTE', 24, 14],
  ]),
  'arm64-64k-42': arm64(65536, 42, [
    ['PGD', 41, 29],
    ['PTE', 28, 16],
  ]),
  'arm64-64k-48': arm64(65536, 48, [
    ['PGD', 47, 42],
    ['PMD', 41, 29],
    ['PTE', 28, 16],
  ]),
  'arm64-64k-52': arm64(65536, 52, [
    ['PGD', 51, 42],
    ['PMD', 41, 29],
    ['PTE', 28, 16],
  ]),
  'riscv64-sv39': riscv(39, [['PGD', 38, 30], ...lower]),
  'riscv64-sv48': riscv(48, [['PGD', 47, 39], PUD, ...lower]),
  'riscv64-sv57': riscv(57, [['PGD', 56, 48], ['P4D', 47, 39], PUD, ...lower]),
};

function geometry(name: GeometryName): Geometry {
  const shape = SHAPES[name];
  return {
    name,
    machine: shape.machine,
    pageBytes: shape.page,
    levels: shape.rows.map((row) => level(row, shape)),
    userEnd: shape.userEnd ?? 1n << BigInt(shape.userBits),
    kernelStart: shape.kernelStart,
    kernelEnd: shape.kernelEnd ?? 1n << 64n,
    ignoresTopByte: shape.ignoresTopByte === true,
  };
}

function level([name, high, low]: Row, { entryBytes, huge, born }: Shape): Level {
  const entries = 2 ** (high - low + 1);
  const entryPages = 2 ** (low - 12);
  return {
    name,
    high,
    low,
    entryBytes,
    entries,
    tableBytes: entries * entryBytes,
    entryPages,
    tablePages: entries * entryPages,
    huge: huge.includes(name),
    counted: name === 'PTE' || name === 'PMD' || name === 'PUD',
    born: born?.[name] ?? 0,
  };
}

const made = new Map<GeometryName, Geometry>();

export function geometryOf(name: GeometryName): Geometry {
  const known = made.get(name) ?? geometry(name);
  made.set(name, known);
  return known;
}
