/**
 * EFAULT and transfers cut short, by lines that strace prints: which pointer, why, how certain. What the live kernel does is
 * tested in test/kernel/pointers.test.ts.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain } from '../../../model/why/explain';
import { isFailing } from '../../../model/why/failing';
import { textOf } from '../../../model/why/message';
import { commandRows, rows } from '../../../model/why/pointers/table';
import type { Row } from '../../../model/why/pointers/notation';
import { eventOf, record } from '../timeline/recorded';

/** rw | ro | none | hole, four pages each; a file of one page and 10 bytes; a guard. */
const MEMORY = `
  execve("./a", ["./a"], 0x7ffe00000000 /* 3 vars */) = 0
  brk(NULL) = 0x555555600000
  mmap(NULL, 65536, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7f0000010000
  mprotect(0x7f0000014000, 16384, PROT_READ) = 0
  mprotect(0x7f0000018000, 16384, PROT_NONE) = 0
  munmap(0x7f000001c000, 16384) = 0
  openat(AT_FDCWD, "data", O_RDWR|O_CREAT|O_TRUNC, 0600) = 3
  ftruncate(3, 4106) = 0
  mmap(NULL, 16384, PROT_READ|PROT_WRITE, MAP_SHARED, 3, 0) = 0x7f0000030000
`;

interface Said {
  readonly ids: readonly string[];
  readonly certainty: string;
  readonly evidence: readonly number[];
  readonly text: string;
}

async function said(line: string, memory = MEMORY): Promise<Said> {
  const timeline = await record(`${memory}\n${line}`);
  const event = eventOf(timeline, line);
  const explanation = explain(timeline, event);
  const [first] = explanation?.causes ?? [];
  return {
    ids: explanation?.causes.map(({ id }) => id) ?? [],
    certainty: explanation?.certainty ?? '',
    evidence: first?.evidence.map((one) => Number(one.line)) ?? [],
    text: first === undefined ? '' : textOf(first.text),
  };
}

const EFAULT = '= -1 EFAULT (Bad address)';

/** The line, the first cause, how certain, the lines that prove it, a part of its sentence. */
const cases: readonly (readonly [string, string, string, readonly number[], string])[] = [
  [`read(3, 0x7f0000014100, 10) ${EFAULT}`, 'fault.protected', 'proven', [3, 4], 'argument 2 (buf)'],
  [`read(3, 0x7f000001c100, 10) ${EFAULT}`, 'fault.unmapped', 'proven', [6], 'up to 10 bytes'],
  [`read(3, 0x7f0000032000, 10) ${EFAULT}`, 'fault.beyond-file', 'proven', [8, 9], 'has only 4106 bytes'],
  [`read(3, 0x28, 10) ${EFAULT}`, 'fault.null', 'proven', [10], 'NULL plus 0x28'],
  [`read(3, NULL, 10) ${EFAULT}`, 'fault.null', 'proven', [10], 'NULL'],
  [`read(3, 0xffff888000000000, 10) ${EFAULT}`, 'fault.kernel-address', 'proven', [10], 'no user address'],
  [`read(3, 0x41414141414141, 10) ${EFAULT}`, 'fault.kernel-address', 'proven', [10], 'no address at all'],
  [`write(3, 0x12345000, 10) ${EFAULT}`, 'fault.never-mapped', 'proven', [10], 'nothing is mapped'],
  [`read(3, 0x12345000, 10) ${EFAULT}`, 'fault.never-mapped', 'proven', [10], 'nothing is mapped'],
  [`read(3, 0x555555500000, 10) ${EFAULT}`, 'fault.unknown', 'likely', [10], 'part of the program'],
  [
    `write(3, "AAAA"..., 9223372036854775807) ${EFAULT}`,
    'fault.beyond-user-space',
    'proven',
    [10],
    'No 9223372036854775807 bytes',
  ],
  [`write(3, "AAAA"..., 100000) ${EFAULT}`, 'fault.tail', 'likely', [10], 'further on'],
  [
    `openat(AT_FDCWD, 0x7f0000017ffb, O_RDONLY) ${EFAULT}`,
    'fault.string-overrun',
    'proven',
    [3, 5],
    'has no end before',
  ],
  // The number of the command, and the size in it.
  [`ioctl(3, 0x5421, 0x7f000001c000) ${EFAULT}`, 'fault.unmapped', 'proven', [6], 'read 4 bytes'],
  [`ioctl(3, 0x80284599, 0x7f0000017fe0) ${EFAULT}`, 'fault.protected', 'proven', [3, 4], 'write 40 bytes'],
  [
    `ioctl(3, _IOC(_IOC_WRITE, 0x45, 0x99, 0x28), 0x7f0000017fe0) ${EFAULT}`,
    'fault.protected',
    'proven',
    [3, 5],
    'read 40 bytes',
  ],
  [`fcntl(3, 0x6, 0x7f0000017ff0) ${EFAULT}`, 'fault.protected', 'proven', [3, 5], '(lock)'],
  // Two may be bad: the order decides, where it is known.
  [`getsockname(4, 0x7f0000014000, 0x7f000001c000) ${EFAULT}`, 'fault.unmapped', 'proven', [6], 'argument 3'],
  [`getsockname(4, 0x7f0000014000, [16]) ${EFAULT}`, 'fault.protected', 'proven', [3, 4], 'up to 16 bytes'],
  [`accept(4, 0x7f0000010000, NULL) ${EFAULT}`, 'fault.null', 'proven', [10], 'argument 3'],
  [`stat(0x7f0000018000, 0x7f000001c000) ${EFAULT}`, 'fault.protected', 'proven', [3, 5], 'argument 1'],
  [
    `move_mount(4, 0x7f0000018000, 4, 0x7f000001c000, 0) ${EFAULT}`,
    'fault.protected',
    'likely',
    [3, 5],
    'argument 2',
  ],
  // What is printed of memory can be read; only the other way can be bad.
  [`poll([{fd=4, events=POLLIN}], 1, 0) ${EFAULT}`, 'fault.read-only', 'likely', [10], 'read-only'],
  [
    `poll([{fd=4, events=POLLIN}, ... /* 0x7f0000018000 */], 2, 0) ${EFAULT}`,
    'fault.protected',
    'proven',
    [3, 5],
    'argument 1',
  ],
  [
    `execve("/bin/true", ["true", 0x7f000001c000], NULL) ${EFAULT}`,
    'execve.arguments-unreadable',
    'proven',
    [6],
    'entry 2',
  ],
  // A call that the table does not know.
  [
    `syscall_0x3e7(0x7f0000010000, 0x7f000001c000, 0x10, 0, 0, 0) ${EFAULT}`,
    'fault.unmapped',
    'proven',
    [6],
    'argument 2',
  ],
  // What an unknown request is given may be no pointer.
  [`ioctl(3, KVM_RUN, 0) ${EFAULT}`, '', 'likely', [], ''],
  [`syscall_0x3e7(NULL, 0x10, 0, 0, 0, 0) ${EFAULT}`, '', 'likely', [], ''],
  // Where nothing can be read from the line, nothing is claimed.
  [`read(3, 0x7f0000010000, 10) ${EFAULT}`, 'fault.mapped', 'likely', [10], 'all the same'],
  [`set_robust_list(0x7f000001c000, 24) ${EFAULT}`, '', 'likely', [], ''],
  [
    `futex(0x7f0000010002, FUTEX_WAKE, 1) = -1 EINVAL (Invalid argument)`,
    'fault.unaligned',
    'proven',
    [10],
    '2 above',
  ],
  [`write(3, 0x7f0000017ff8, 100) = 8`, 'fault.protected', 'proven', [3, 5], 'up to 92 bytes'],
  [
    `writev(3, [{iov_base="abcd", iov_len=4}, {iov_base=0x7f000001c000, iov_len=4}], 2) = 4`,
    'fault.unmapped',
    'proven',
    [6],
    'entry 2',
  ],
];

describe('a pointer that the kernel could not use', () => {
  it.each(cases)('%s: %s, %s', async (line, id, certainty, evidence, words) => {
    const told = await said(line);
    expect(told.ids[0] ?? '', told.text).toBe(id);
    expect(told.certainty, told.text).toBe(certainty);
    expect(told.evidence, told.text).toEqual(evidence);
    expect(told.text).toContain(words);
  });

  it('is looked for behind a short count only where the line shows the address', async () => {
    const timeline = await record(`${MEMORY}
      read(3, "abc", 100) = 3
      write(3, "abc", 100) = 3
      write(3, 0x7f0000017ff8, 100) = 8`);
    const failing = ['read(3', 'write(3, "', 'write(3, 0x'].map((text) =>
      isFailing(timeline, eventOf(timeline, text)),
    );
    expect(failing).toEqual([false, false, true]);
  });

  it('may lie in memory that was there before strace came', async () => {
    const told = await said(`write(3, 0x7f5500000000, 10) ${EFAULT}`, 'getpid() = 7');
    expect(told).toMatchObject({ ids: ['fault.unknown', 'fault.never-mapped'], certainty: 'likely' });
  });

  it.each([
    ['right below its heap', '0x4d9000', 'likely'],
    ['below the largest gap, 1 GiB', '0x404c6000', 'likely'],
    ['below 3 GiB of .bss', '0xc1b2c000', 'likely'],
    ['where neither gap nor program reach', '0x555555600000', 'proven'],
  ] as const)('may be a constant of a program %s', async (_, heap, certainty) => {
    const log = `
      execve("/bin/a", ["a"], 0x7ffd00003000 /* 9 vars */) = 0
      brk(NULL) = ${heap}
    `;
    const told = await said(`clock_getres(CLOCK_REALTIME, 0x49f4a8) ${EFAULT}`, log);
    expect(told.certainty).toBe(certainty);
    expect(told.ids).toContain('fault.never-mapped');
  });

  /** Where mappings begin, by the kernel's own words. arch/x86/mm/mmap.c: mmap_base, stack_maxrandom_size */
  const baseOf = (end: number, stack: number, ofStack: number, random: number): number => {
    const gap = Math.min(Math.max(stack + ofStack + 2 ** 20, 2 ** 27), 5 * Math.floor(end / 6));
    return Math.floor((end - gap - random) / 4096) * 4096;
  };
  const layouts = [
    ['64 bits', 2 ** 47 - 4096, 2 ** 34, 2 ** 44, ''],
    ['32 bits', 2 ** 32 - 8192, 2 ** 23, 2 ** 28, '[ Process PID=7 runs in 32 bit mode. ]'],
  ] as const;
  it.each(layouts)('may be in the linker, wherever that is put: %s', async (_, end, ofStack, most, note) => {
    const stacks = fc.oneof(
      fc.constantFrom(0, 2 ** 16, 2 ** 23, 2 ** 30, end, Number.MAX_SAFE_INTEGER),
      fc.nat({ max: end }),
    );
    const randoms = fc.oneof(fc.constantFrom(0, most - 4096), fc.nat({ max: most - 1 }));
    const layout = fc.record({ stack: stacks, random: randoms, isFixed: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(layout, fc.nat({ max: 2 ** 18 }), async ({ stack, random, isFixed }, below) => {
        const base = isFixed ? baseOf(end, stack, 0, 0) : baseOf(end, stack, ofStack, random);
        const log = `
          execve("/bin/a", ["a"], 0x${(end - 65536).toString(16)} /* 9 vars */) = 0
          ${note}
          brk(NULL) = ${note === '' ? '0x55555a600000' : '0x56600000'}
        `;
        const pointer = `0x${(base - 8 - below).toString(16)}`;
        const told = await said(`clock_getres(CLOCK_REALTIME, ${pointer}) ${EFAULT}`, log);
        expect(told, pointer).toMatchObject({ certainty: 'likely' });
        expect(told.ids, pointer).toContain('fault.unknown');
      }),
      {
        numRuns: 60,
        examples: [[{ stack: Number.MAX_SAFE_INTEGER, random: most - 4096, isFixed: false }, 0]],
      },
    );
  });

  it('is told from a good one by what strace could read, but not where strace decodes nothing', async () => {
    const bare = `rename(0x7f5500000000, 0x7f5500001000) ${EFAULT}`;
    const decoded = await said(`rename("a", 0x7f5500001000) ${EFAULT}`);
    expect(decoded).toMatchObject({ ids: ['fault.never-mapped'], certainty: 'proven' });
    expect(decoded.text).toContain('argument 2');
    expect(await said(bare)).toMatchObject({ ids: ['fault.never-mapped'], certainty: 'proven' });
    const raw = `
      execve(0x7ffd00001000, 0x7ffd00002000, 0x7ffd00003000) = 0
      brk(0) = 0x555555600000
    `;
    const undecoded = await said(bare, raw);
    expect(undecoded.certainty).toBe('likely');
    expect(undecoded.ids.length).toBeGreaterThan(1);
  });

  it('is found among the arguments that strace names', async () => {
    const named = await said(`pread64(fd=3, buf=0x7f000001c000, count=100, offset=0) ${EFAULT}`);
    expect(named).toMatchObject({ ids: ['fault.unmapped'], certainty: 'proven', evidence: [6] });
  });

  it('may not have been looked at: a filter answered', async () => {
    const filtered = `${MEMORY}\n seccomp(SECCOMP_SET_MODE_FILTER, 0, {len=4, filter=0x7fff4b63c440}) = 0`;
    const told = await said(`read(3, 0x7f0000010000, 10) ${EFAULT}`, filtered);
    expect(told).toMatchObject({
      ids: ['outside.seccomp', 'fault.mapped'],
      certainty: 'likely',
      evidence: [10],
    });
  });

  it('has the size of its own ABI', async () => {
    const memory = `
      execve("./a", ["./a"], 0xffd00000 /* 3 vars */) = 0
      [ Process PID=7 runs in 32 bit mode. ]
      mmap2(NULL, 8192, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0xf7d00000
      munmap(0xf7d01000, 4096) = 0`;
    const fits = await said(`stat64("a", 0xf7d00fa0) ${EFAULT}`, memory);
    expect(fits.ids).toEqual(['fault.mapped']);
    const one = await said(`stat64("a", 0xf7d00fa1) ${EFAULT}`, memory);
    expect(one).toMatchObject({ ids: ['fault.unmapped'], certainty: 'proven', evidence: [4] });
    expect(one.text).toContain('96 bytes');
  });
});

describe('the table of pointers', () => {
  const all: (readonly [string, Row])[] = [
    ...rows,
    ...[...commandRows].flatMap(([name, { rows: list }]) =>
      Object.entries(list).map(([command, [, row]]): [string, Row] => [`${name} ${command}`, row]),
    ),
  ];

  it('knows the calls that point somewhere', () => {
    expect(new Set([...rows.keys(), ...commandRows.keys()]).size).toBeGreaterThan(260);
    expect(all.length).toBeGreaterThan(400);
  });

  it('has no argument twice in a row, and all of its pointers in an order', () => {
    for (const [name, { arguments: given, order }] of all) {
      const names = given.map((one) => (typeof one === 'string' ? one : one.name));
      expect(new Set(names).size, name).toBe(names.length);
      const pointers = given.flatMap((one) => (typeof one === 'string' ? [] : [one.name]));
      if (order !== undefined) expect([...new Set(order)].sort(), name).toEqual([...pointers].sort());
    }
  });

  it('answers any arguments with an explanation', async () => {
    const names = [...rows.keys(), ...commandRows.keys()];
    const value = fc.oneof(
      fc.constantFrom(
        'NULL',
        '0',
        '-1',
        '"a"...',
        '[]',
        '{}',
        '[{}]',
        '[{iov_base=0x8, iov_len=-1}]',
        '...',
        '',
        '~[]',
      ),
      fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }).map((n) => `0x${n.toString(16)}`),
      fc.constantFrom(
        'FUTEX_WAIT',
        'F_SETLK',
        'TCGETS',
        'IPC_STAT',
        '{msg_iov=[{iov_base="a", iov_len=1}], msg_iovlen=9}',
      ),
      fc.constantFrom(
        '[0x1, ... /* 0x7f000001c000 */]',
        '[{msg_hdr={msg_name=0x8, msg_namelen=16, msg_iov=0x9, msg_iovlen=2}}]',
      ),
    );
    const answer = fc.constantFrom(EFAULT, '= 1', '= 4096', '= -1 EINVAL (Invalid argument)');
    const line = fc
      .tuple(fc.constantFrom(...names), fc.array(value, { maxLength: 7 }), answer)
      .map(([name, args, result]) => `${name}(${args.join(', ')}) ${result}`);
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 40 }), async (log) => {
        const timeline = await record(`${MEMORY}\n${log.join('\n')}`);
        const { events } = timeline.recording;
        for (let event = 0; event < events.length; event++) {
          const explanation = explain(timeline, event as never);
          for (const { text } of explanation?.causes ?? []) expect(textOf(text)).not.toMatch(/\{\w+\}/);
        }
      }),
      { numRuns: 60 },
    );
  });
});
