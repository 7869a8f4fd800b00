/**
 * The calls that random programs make: one row a call. A row makes a line of the list; a mode says how often.
 */
import type { Draw } from './draw';
import { FILES, type Operands } from './operands';

export type Row = (operands: Operands, draw: Draw) => string;

const MAP = {
  shared: 1,
  private: 2,
  validate: 3,
  droppable: 8,
  fixed: 0x10,
  anonymous: 0x20,
  bit32: 0x40,
  growsDown: 0x100,
  denyWrite: 0x800,
  locked: 0x2000,
  noReserve: 0x4000,
  populate: 0x8000,
  nonblock: 0x10000,
  stack: 0x20000,
  hugeTlb: 0x40000,
  sync: 0x80000,
  noReplace: 0x100000,
} as const;

const extraFlags = (draw: Draw): number =>
  draw.bits(
    [7, MAP.locked],
    [6, MAP.noReserve],
    [7, MAP.populate],
    [2, MAP.nonblock],
    [5, MAP.stack],
    [1, MAP.denyWrite],
  );

/** Where: fixed, exclusively fixed, a hint, or the kernel's choice. */
const placeOf = (operands: Operands, draw: Draw): { readonly address: string; readonly flags: number } =>
  draw.weighted([
    [55 - operands.aim.placed / 2, () => ({ address: operands.target(), flags: MAP.fixed })],
    [8, () => ({ address: operands.target(), flags: MAP.noReplace })],
    [8, () => ({ address: operands.address(), flags: 0 })],
    [4 + operands.aim.placed, () => ({ address: '0', flags: 0 })],
  ])();

const mmap = (
  operands: Operands,
  draw: Draw,
  flags: number,
  fd = '-1',
  offset = '0',
  length = operands.length(),
): string => {
  const place = placeOf(operands, draw);
  const odd = draw.chance(operands.aim.invalid / 3)
    ? draw.pick([MAP.hugeTlb, MAP.sync, MAP.droppable, 0x4000000, 3, MAP.growsDown])
    : 0;
  const type = draw.chance(operands.aim.invalid / 5) ? 0 : flags;
  return `mmap${operands.addressSlot()} ${place.address} ${length} ${operands.prot()} ${type | place.flags | extraFlags(draw) | odd} ${fd} ${offset}`;
};

const anonymous: Row = (operands, draw) =>
  mmap(operands, draw, MAP.anonymous | (draw.chance(22) ? MAP.shared : MAP.private));

/** Of lengths that the kernel aligns to huge pages, and near them. */
const large: Row = (operands, draw) => {
  const megabytes = draw.pick([2, 2, 4, 6, 3, 1]) * 0x100000;
  const length = String(megabytes + (draw.chance(30) ? draw.page * (draw.below(3) - 1) : 0));
  return mmap(
    operands,
    draw,
    MAP.anonymous | (draw.chance(15) ? MAP.shared : MAP.private),
    '-1',
    '0',
    length,
  );
};

const growing: Row = (operands, draw) => mmap(operands, draw, MAP.anonymous | MAP.private | MAP.growsDown);

const low: Row = (operands, draw) => mmap(operands, draw, MAP.anonymous | MAP.private | MAP.bit32);

const offset = (operands: Operands, draw: Draw): string =>
  draw.chance(operands.aim.invalid)
    ? draw.pick(['1', '4095', '-4096', '0x7ffffffffffff000', '0x7fffffffffffe000', '0x8000000000000000'])
    : String(draw.below(7) * draw.page);

const file: Row = (operands, draw) =>
  mmap(
    operands,
    draw,
    draw.weighted([
      [10, MAP.shared],
      [10, MAP.private],
      [2, MAP.validate],
    ]),
    operands.file(),
    offset(operands, draw),
  );

const NAMES = ['"/files/data"', '"/files/data"', '"/files/empty"', '"/files/new"', '"/dev/zero"'];
const open: Row = (_operands, draw) => {
  const mode = draw.pick([0, 0, 1, 2, 2, 2, 0x200000]);
  const flags = mode === 0x200000 ? mode : mode | draw.bits([40, 0o100], [5, 0o2000], [10, 0o2000000]);
  const name = draw.chance(4) ? '"/files"' : draw.pick(NAMES);
  const slot = `f${draw.below(FILES)}`;
  // Programs ask for the size of what they map.
  return `openat>${slot} -100 ${name} ${name === '"/files"' ? 0 : flags} 420\nfstat ${slot} {0}`;
};

const advices = [0, 1, 2, 3, 4, 4, 8, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25];
const advise = (operands: Operands, draw: Draw, all: readonly number[]): string => {
  const advice = draw.chance(operands.aim.invalid / 2)
    ? draw.pick([5, 6, 7, 26, 27, 104, -1, 1000])
    : draw.pick(all);
  return `madvise ${operands.address()} ${operands.discardedLength()} ${advice}`;
};

/**
 * For what the kernel writes and strace then shows by its contents, so that no log says where it lies: the program's own
 * arrays, or where nothing can be written.
 */
const written = (draw: Draw): string =>
  draw.chance(90) ? '{0}' : draw.pick(['0', '0x1000', 't+0', 'v+0', '0xffff800000000000', '-4096']);

const limit = (draw: Draw, resource: number, soft: number | string, hard: number | string): string =>
  draw.chance(50)
    ? `setrlimit ${resource} {${soft},${hard}}`
    : `prlimit64 0 ${resource} {${soft},${hard}} ${draw.chance(50) ? '0' : '{0,0}'}`;

/** RLIMIT_MEMLOCK's hard limit is left as it is: only a privileged program could raise it again. */
export const MEMLOCK_HARD = 8 << 20;

export const rows = {
  anonymous,
  large,
  growing,
  low,
  file,
  munmap: (operands) => `munmap ${operands.address()} ${operands.length()}`,
  mprotect: (operands) => `mprotect ${operands.address()} ${operands.anyLength()} ${operands.prot()}`,
  pkeyMprotect: (operands, draw) =>
    `pkey_mprotect ${operands.address()} ${operands.anyLength()} ${operands.prot()} ${draw.pick([-1, -1, -1, 0, 1, 16])}`,
  mremap: (operands, draw) => {
    const flags = draw.weighted([
      [12, 1],
      [10, 3],
      [5, 0],
      [4, 5],
      [3, 7],
      [1, draw.pick([2, 4, 6, 8])],
    ]);
    const old = draw.chance(7) ? '0' : operands.length();
    const size = draw.chance(35) ? old : operands.length();
    // The hint of DONTUNMAP alone is not in the logs of strace 6.1, so that it must be none.
    const to = (flags & 2) !== 0 ? operands.target() : '0';
    return `mremap${operands.addressSlot()} ${operands.address()} ${old} ${size} ${flags} ${to}`;
  },
  brk: (operands, draw) => {
    if (draw.chance(operands.aim.invalid / 2))
      return `brk ${draw.pick(['0', '1', '-1', 'k-4096', '0x7fffffffe000', 'w+0'])}`;
    return `brk k+${draw.below(24) * draw.page + (draw.chance(30) ? draw.below(draw.page) : 0)}`;
  },
  madvise: (operands, draw) => advise(operands, draw, advices),
  guard: (operands, draw) => advise(operands, draw, [102, 102, 103]),
  mlock: (operands) => `mlock ${operands.address()} ${operands.anyLength()}`,
  mlock2: (operands, draw) =>
    `mlock2 ${operands.address()} ${operands.anyLength()} ${draw.pick([0, 1, 1, 1, 2])}`,
  munlock: (operands) => `munlock ${operands.address()} ${operands.anyLength()}`,
  mlockall: (operands, draw) =>
    `mlockall ${draw.chance(operands.aim.invalid) ? draw.pick([0, 4, 8, -1]) : draw.pick([1, 2, 2, 3, 5, 6, 7])}`,
  munlockall: () => 'munlockall',
  mseal: (operands, draw) =>
    `mseal ${operands.address()} ${operands.length()} ${draw.chance(operands.aim.invalid) ? 1 : 0}`,
  open,
  dup: (_operands, draw) =>
    draw.chance(50)
      ? `dup>f${draw.below(FILES)} f${draw.below(FILES)}`
      : `fcntl>f${draw.below(FILES)} f${draw.below(FILES)} ${draw.pick([0, 1030])} ${20 + draw.below(30)}`,
  close: (operands) => `close ${operands.file()}`,
  memfd: (_operands, draw) => `memfd_create>f${draw.below(FILES)} "random" ${draw.pick([0, 1, 2])}`,
  truncate: (_operands, draw) =>
    `ftruncate f${draw.below(FILES)} ${draw.below(9) * draw.page + draw.pick([0, 0, 123])}`,
  shmget: (_operands, draw) =>
    `shmget>f${FILES + draw.below(3)} 0 ${(1 + draw.below(6)) * draw.page - draw.pick([0, 0, 100])} 1920`,
  shmat: (operands, draw) => {
    const id = `f${FILES + draw.below(3)}`;
    const flags = draw.bits([20, 0o10000], [20, 0o20000], [25, 0o40000], [10, 0o100000]);
    return `shmat${operands.addressSlot()} ${id} ${draw.chance(40) ? '0' : operands.target()} ${flags}`;
  },
  shmdt: (operands) => `shmdt ${operands.address()}`,
  removeSegment: (_operands, draw) => `shmctl f${FILES + draw.below(3)} 0 0`,
  memlockLimit: (_operands, draw) =>
    limit(
      draw,
      8,
      draw.pick([
        0,
        100,
        draw.page,
        6 * draw.page,
        12 * draw.page,
        24 * draw.page,
        64 * draw.page,
        600 * draw.page,
        MEMLOCK_HARD,
      ]),
      MEMLOCK_HARD,
    ),
  /** Around what the program of some 330 pages of 4096 bytes uses. */
  spaceLimit: (_operands, draw) =>
    limit(draw, 9, draw.chance(25) ? -1 : 1_146_880 + draw.below(400) * draw.page, -1),
  dataLimit: (_operands, draw) =>
    limit(draw, 2, draw.chance(20) ? -1 : draw.chance(5) ? 0 : 942_080 + draw.below(300) * draw.page, -1),
  msync: (operands, draw) =>
    `msync ${operands.address()} ${operands.length()} ${draw.chance(operands.aim.invalid) ? draw.pick([5, 8, -1]) : draw.pick([0, 1, 2, 3, 4, 6])}`,
  mincore: (operands, draw) => `mincore ${operands.address()} ${operands.length()} ${written(draw)}`,
  remapFilePages: (operands, draw) =>
    `remap_file_pages ${operands.address()} ${operands.length()} ${draw.chance(operands.aim.invalid) ? 1 : 0} ${draw.below(7)} ${draw.pick([0, 0, 0x10000])}`,
  openOwnPidfd: () => `pidfd_open>f${FILES + 3} i 0`,
  processMadvise: (operands, draw) => {
    const ranges = Array.from(
      { length: 1 + draw.below(3) },
      () => `${operands.address()},${operands.discardedLength()}`,
    );
    const advice = draw.chance(operands.aim.invalid) ? draw.pick([5, 7, 104]) : draw.pick(advices);
    return `process_madvise f${FILES + 3} {${ranges.join(',')}} ${ranges.length} ${advice} ${draw.chance(operands.aim.invalid / 3) ? 1 : 0}`;
  },
  keys: (_operands, draw) =>
    draw.chance(50)
      ? `pkey_alloc ${draw.pick([0, 0, 1])} ${draw.pick([0, 1, 2, 4])}`
      : `pkey_free ${draw.below(17)}`,
  mbind: (operands, draw) => {
    const mode = draw.chance(operands.aim.invalid)
      ? draw.pick([9, 0x8001, -1])
      : draw.pick([0, 0, 1, 2, 3, 4]);
    const mask = mode === 0 || mode === 4 ? '0 0' : `{${draw.pick([1, 1, 1, 2, 0])}} 64`;
    return `mbind ${operands.address()} ${operands.length()} ${mode} ${mask} ${draw.pick([0, 0, 0, 1, 2, 8])}`;
  },
  homeNode: (operands, draw) =>
    `set_mempolicy_home_node ${operands.address()} ${operands.length()} ${draw.pick([0, 0, 1])} ${draw.pick([0, 0, 0, 1])}`,
  taskPolicy: (_operands, draw) =>
    draw.pick(['set_mempolicy 0 0 0', 'set_mempolicy 1 {1} 64', 'set_mempolicy 3 {1} 64']),
  nameVma: (operands, draw) =>
    `prctl 0x53564d41 0 ${operands.address()} ${operands.length()} ${draw.pick(['"one"', '"two"', '0'])}`,
  denyWriteExec: (_operands, draw) => `prctl 65 ${draw.pick([0, 1, 1, 3, 4])} 0 0 0`,
  personality: (_operands, draw) => `personality ${draw.pick(['0xffffffff', '0x400000', '0x400000', '0'])}`,
  openUserfault: (_operands, draw) =>
    `userfaultfd>f${FILES + 3} 1\nioctl f${FILES + 3} 0xc018aa3f {0xaa,${draw.pick([0, 0, 1])},0}`,
  registerUserfault: (operands, draw) =>
    `ioctl f${FILES + 3} 0xc020aa00 {${operands.address()},${operands.length()},${draw.pick([1, 1, 2, 3, 4, 0])},0}`,
  unregisterUserfault: (operands) =>
    `ioctl f${FILES + 3} 0x8010aa01 {${operands.address()},${operands.length()}}`,
  seal: (_operands, draw) => `fcntl f${draw.below(FILES)} 1033 ${draw.pick([1, 2, 4, 8, 8, 16, 16])}`,
  secret: (_operands, draw) => `memfd_secret>f${draw.below(FILES)} 0`,
  shadowStack: (operands, draw) =>
    `map_shadow_stack ${operands.target()} ${operands.length()} ${draw.pick([0, 1])}`,
  readLimit: (_operands, draw) => `prlimit64 0 ${draw.pick([2, 3, 8, 9])} 0 {0,0}`,
} as const satisfies Record<string, Row>;

export type CallName = keyof typeof rows;
