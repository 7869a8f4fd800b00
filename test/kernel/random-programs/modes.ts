/**
 * Kinds of random programs. Each mode leans on other calls, limits or operands; all are drawn from the same table.
 */
import { rows, type CallName, MEMLOCK_HARD } from './call-table';
import { Draw, type Weighted } from './draw';
import { Operands, PAGE, type Aim } from './operands';

export interface Mode {
  readonly name: string;
  readonly what: string;
  /** Lines before the random ones; for pages of some bytes. */
  readonly begin: readonly string[] | ((page: number) => readonly string[]);
  readonly aim: Aim;
  readonly calls: Weighted<CallName>;
  /** Percent of calls that are followed by touches that no log shows. */
  readonly touches: number;
  /** Percent of lines that begin a child. */
  readonly children: number;
}

/** What a program's start would show: kernel, capabilities, limits. */
const BEGIN = [
  'uname {0,0,0,0,0,0,0,0}',
  'capget {0x20080522} {0,0,0}',
  ...[2, 3, 8, 9].map((resource) => `prlimit64 0 ${resource} 0 {0,0}`),
];
const UNPRIVILEGED = ['capset {0x20080522} {0,0,0}'];
const OPENED = [
  'openat>f0 -100 "/files/data" 2 0',
  'openat>f1 -100 "/files/data" 0 0',
  'memfd_create>f2 "random" 0',
  'ftruncate f2 20480',
  'openat>f3 -100 "/dev/zero" 2 0',
  'openat>f4 -100 "/files/empty" 2 0',
  'dup>f5 f0',
  ...[0, 1, 4].map((slot) => `fstat f${slot} {0}`),
];
const SEGMENTS = ['shmget>f6 0 16384 1920', 'shmget>f7 0 8192 1920', 'shmget>f8 0 4000 1920'];

const AIM: Aim = { invalid: 3, window: 40, placed: 25, longest: 5 };

/** Every call, as a base for modes that lean on some. */
const ALL: Weighted<CallName> = [
  [24, 'anonymous'],
  [2, 'large'],
  [2, 'growing'],
  [10, 'file'],
  [12, 'munmap'],
  [14, 'mprotect'],
  [2, 'pkeyMprotect'],
  [16, 'mremap'],
  [5, 'brk'],
  [10, 'madvise'],
  [7, 'mlock'],
  [3, 'mlock2'],
  [7, 'munlock'],
  [1, 'mlockall'],
  [1, 'munlockall'],
  [2, 'open'],
  [2, 'dup'],
  [1, 'close'],
  [1, 'memfd'],
  [1, 'truncate'],
  [2, 'shmat'],
  [2, 'shmdt'],
  [1, 'readLimit'],
];
const leaning = (...more: Weighted<CallName>): Weighted<CallName> => [...ALL, ...more];

const mode = (name: string, what: string, given: Partial<Omit<Mode, 'name' | 'what'>> = {}): Mode => ({
  begin: [],
  aim: AIM,
  calls: ALL,
  touches: 0,
  children: 0,
  ...given,
  name,
  what,
});

const LOW_MEMLOCK = `setrlimit 8 {${24 * PAGE},${MEMLOCK_HARD}}`;
const LOCKING = leaning(
  [14, 'mlock'],
  [8, 'mlock2'],
  [8, 'munlock'],
  [3, 'mlockall'],
  [2, 'munlockall'],
  [2, 'memlockLimit'],
);

export const modes: readonly Mode[] = [
  mode('mixed', 'all calls, most arguments valid', { begin: [...OPENED, ...SEGMENTS] }),
  mode('invalid', 'all calls, a third of the arguments at the edges', {
    begin: [...OPENED, ...SEGMENTS],
    aim: { ...AIM, invalid: 33 },
    calls: leaning([3, 'mseal'], [2, 'low'], [2, 'memlockLimit']),
  }),
  mode('files', 'mappings of files, memfd and /dev/zero by several descriptors', {
    begin: OPENED,
    calls: leaning([60, 'file'], [8, 'open'], [6, 'dup'], [4, 'close'], [4, 'memfd'], [4, 'truncate']),
  }),
  mode('locking', 'low RLIMIT_MEMLOCK without CAP_IPC_LOCK', {
    begin: [...OPENED, ...UNPRIVILEGED, LOW_MEMLOCK],
    calls: LOCKING,
  }),
  mode('privileged locking', 'low RLIMIT_MEMLOCK with CAP_IPC_LOCK', {
    begin: [...OPENED, LOW_MEMLOCK],
    calls: LOCKING,
  }),
  mode('limits', 'low RLIMIT_AS and RLIMIT_DATA', {
    begin: OPENED,
    calls: leaning([10, 'spaceLimit'], [10, 'dataLimit'], [12, 'brk'], [20, 'mremap']),
    aim: { ...AIM, longest: 24, window: 200 },
  }),
  mode('unprivileged limits', 'RLIMIT_AS, RLIMIT_DATA and RLIMIT_MEMLOCK without capabilities', {
    begin: [...OPENED, 'geteuid', 'setresuid 65534 65534 65534', LOW_MEMLOCK],
    calls: leaning([6, 'spaceLimit'], [6, 'dataLimit'], [4, 'memlockLimit'], [8, 'mlock']),
    aim: { ...AIM, longest: 16, window: 120 },
  }),
  mode('mremap', 'mremap of every kind', {
    begin: [...OPENED, ...SEGMENTS],
    calls: leaning([90, 'mremap'], [10, 'file'], [4, 'mlock']),
  }),
  mode('growsdown', 'MAP_GROWSDOWN and its guard gap', {
    aim: { ...AIM, window: 600 },
    calls: leaning([40, 'growing'], [30, 'mremap']),
  }),
  mode('advice', 'madvise with every advice', {
    begin: OPENED,
    calls: leaning([80, 'madvise'], [20, 'guard'], [10, 'file']),
  }),
  mode('break', 'brk up and down', {
    calls: leaning([60, 'brk'], [5, 'mlockall'], [10, 'dataLimit']),
    aim: { ...AIM, placed: 5 },
  }),
  mode('sealed', 'mseal', { begin: OPENED, calls: leaning([10, 'mseal']), aim: { ...AIM, window: 200 } }),
  mode('segments', 'shmat and shmdt', {
    begin: SEGMENTS,
    calls: leaning([40, 'shmat'], [25, 'shmdt'], [5, 'shmget'], [1, 'removeSegment']),
  }),
  mode('asking', 'msync, mincore, remap_file_pages, process_madvise, protection keys', {
    begin: [...OPENED, 'pidfd_open>f9 i 0'],
    calls: leaning(
      [20, 'msync'],
      [20, 'mincore'],
      [20, 'remapFilePages'],
      [20, 'processMadvise'],
      [4, 'keys'],
      [20, 'file'],
    ),
  }),
  mode('policies', 'mbind and its relatives', {
    begin: OPENED,
    calls: leaning([40, 'mbind'], [8, 'homeNode'], [2, 'taskPolicy'], [5, 'nameVma']),
  }),
  mode('userfaultfd', 'ranges registered with userfaultfd', {
    begin: ['userfaultfd>f9 1', 'ioctl f9 0xc018aa3f {0xaa,0,0}'],
    calls: leaning(
      [40, 'registerUserfault'],
      [20, 'unregisterUserfault'],
      [1, 'openUserfault'],
      [20, 'mremap'],
    ),
  }),
  mode('seals', 'memory files and their seals', {
    begin: OPENED,
    calls: leaning(
      [12, 'memfd'],
      [16, 'seal'],
      [60, 'file'],
      [6, 'truncate'],
      [1, 'secret'],
      [1, 'shadowStack'],
    ),
  }),
  mode('personality', 'READ_IMPLIES_EXEC and PR_SET_MDWE', {
    begin: OPENED,
    calls: leaning([6, 'personality'], [1, 'denyWriteExec'], [10, 'file'], [4, 'brk']),
  }),
  mode('placed', 'addresses that the kernel chooses', {
    begin: OPENED,
    aim: { ...AIM, placed: 85, longest: 12 },
    calls: leaning([40, 'anonymous'], [12, 'large'], [10, 'file'], [4, 'low'], [25, 'munmap']),
  }),
  mode('many', 'many small VMAs', {
    begin: (page) => [
      ...OPENED,
      ...Array.from({ length: 200 }, (_, at) => `mmap w+${at * 3 * page} ${2 * page} ${at % 3} 50 -1 0`),
    ],
    aim: { ...AIM, window: 620, longest: 60 },
  }),
  mode('children', 'forks, vforks and threads', {
    begin: OPENED,
    children: 6,
    calls: leaning([6, 'brk'], [4, 'madvise']),
  }),
  mode('touched', 'all calls, with pages touched unseen', { begin: [...OPENED, ...SEGMENTS], touches: 60 }),
  mode('touched mremap', 'mremap of pages touched unseen', {
    begin: OPENED,
    touches: 60,
    calls: leaning([60, 'mremap']),
  }),
  mode('touched children', 'forks with pages touched unseen', { begin: OPENED, touches: 50, children: 6 }),
  mode('touched locking', 'locks with pages touched unseen', {
    begin: [...OPENED, ...UNPRIVILEGED, LOW_MEMLOCK],
    touches: 50,
    calls: LOCKING,
  }),
];

export function modeNamed(name: string): Mode {
  const found = modes.find((one) => one.name === name);
  if (found === undefined)
    throw new Error(`no mode '${name}': there are ${modes.map((one) => one.name).join(', ')}`);
  return found;
}

/** `count` random lines; touches and children come on top. `page`: the machine's, in bytes. */
export function randomProgram(
  { begin, aim, calls, touches, children }: Mode,
  seed: number,
  count: number,
  page?: number,
): string[] {
  const draw = new Draw(seed, page);
  const operands = new Operands(draw, aim);
  const line = (): string => rows[draw.weighted(calls)](operands, draw);
  const lines = [...BEGIN, ...(typeof begin === 'function' ? begin(draw.page) : begin)];
  const makeCalls = (number: number): void => {
    for (let made = 0; made < number; made++) {
      lines.push(...line().split('\n'));
      if (draw.chance(touches)) lines.push(`touch ${operands.address()} ${draw.pick(['w', 'w', 'r'])}`);
    }
  };
  while (lines.length < count) {
    if (draw.chance(children)) {
      lines.push(draw.pick(['fork', 'fork', 'vfork', 'thread']));
      makeCalls(2 + draw.below(12));
      lines.push('end');
    }
    makeCalls(1);
  }
  return lines;
}
