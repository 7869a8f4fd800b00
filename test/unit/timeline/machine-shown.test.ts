/**
 * What a log and a maps file show of the machine: architecture, page, size of addresses, and whether the kernel of a program
 * of 32 bits has 32 itself.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseMapsFile } from '../../../model/memory/maps-snapshot';
import type { ByteSource } from '../../../model/trace/byte-source';
import { addressBitsOf } from '../../../model/timeline/shown-by-places';
import { startOfLog, type StartOfLog } from '../../../model/timeline/start-of-log';
import { withSnapshots } from '../../../model/timeline/start-of-snapshot';
import { keptAnswers, keptFiles } from '../../kernel/guest/kept-answers';

const sourceOf = (text: string): ByteSource => {
  const bytes = new TextEncoder().encode(text);
  return { name: 'log', size: bytes.length, read: (at, length) => bytes.slice(at, at + length) };
};

const shown = (log: string, maps = ''): Partial<StartOfLog> => {
  const start = withSnapshots(startOfLog(sourceOf(log)), parseMapsFile(maps).snapshots);
  return Object.fromEntries(
    Object.entries(start).filter(
      ([name, value]) =>
        value !== undefined &&
        ['architecture', 'kernelArchitecture', 'pageSize', 'addressBits'].includes(name),
    ),
  );
};

const chosen = (...addresses: string[]): string =>
  addresses
    .map((address) => `mmap(NULL, 8192, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x${address}\n`)
    .join('');
const mapped = (address: string): string =>
  `mmap2(NULL, 8192, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x${address}\n`;

describe('a log shows', () => {
  test.each<[title: string, log: string, expected: Partial<StartOfLog>]>([
    ['nothing by the places of most machines', chosen('7f1234560000'), {}],
    ['arm64 by places below 2^48', chosen('ffff81234000'), { architecture: 'arm64', addressBits: 48 }],
    ['arm64 of 39 bits', chosen('7f8a5dd000'), { architecture: 'arm64', addressBits: 39 }],
    ['riscv64 of 39 bits', chosen('3f8a5dd000'), { architecture: 'riscv64', addressBits: 39 }],
    ['nothing by a legacy layout', chosen('2aaaaaad3000', '155555556000'), {}],
    [
      'the architecture by its libraries',
      'openat(AT_FDCWD, "/lib/riscv64-linux-gnu/libc.so.6", O_RDONLY|O_CLOEXEC) = 3\n',
      { architecture: 'riscv64' },
    ],
    [
      'nothing by libraries that are not there',
      'openat(AT_FDCWD, "/lib/riscv64-linux-gnu/libc.so.6", O_RDONLY|O_CLOEXEC) = -1 ENOENT (No such file or directory)\n',
      {},
    ],
    [
      'that memory was unmapped above 2^47',
      `riscv_hwprobe([{}], 1, 0, NULL, 0) = 0\nmunmap(0x800000000000, 4096) = 0\n`,
      { architecture: 'riscv64', addressBits: 57 },
    ],
    [
      'a 64-bit kernel by places above 3 GiB',
      mapped('f7f0b000'),
      { architecture: 'i386', kernelArchitecture: 'x86-64' },
    ],
    ['a 32-bit kernel', mapped('b7f0b000'), { architecture: 'i386', kernelArchitecture: 'i386' }],
    ['no kernel by a legacy layout', mapped('55555000'), { architecture: 'i386' }],
    [
      'pages of 16 KiB',
      chosen('ffff81234000', 'ffff81238000', 'ffff8122c000', 'ffff81134000', 'ffff80234000', 'ffff80334000'),
      { architecture: 'arm64', addressBits: 48, pageSize: 16384n },
    ],
  ])('%s', (_title, log, expected) => {
    expect(shown(log)).toEqual(expected);
  });
});

const byWords = (log: string): string | undefined => {
  const { evidence } = startOfLog(sourceOf(log));
  return (
    evidence && `${evidence.architecture}: ${evidence.shows.how} ${evidence.shows.what}, ${evidence.line}`
  );
};
const ELF = (bits: 1 | 2, machine: string): string =>
  `execve("./a", ["./a"], 0x1 /* 1 var */) = 0\nread(3, "\\177ELF\\${bits}\\1\\1\\3\\0\\0\\0\\0\\0\\0\\0\\0\\3\\0${machine}\\0\\1\\0\\0\\0\\20t\\2\\0"..., 832) = 832\n`;

describe('the architecture is proven by', () => {
  test.each<[title: string, log: string, expected: string | undefined]>([
    [
      'setting the base of a segment',
      '1 brk(NULL) = 0x1000\n1 arch_prctl(ARCH_SET_FS, 0x7f0000000000) = 0\n',
      'x86-64: call arch_prctl, 2',
    ],
    [
      'the same with names of arguments and colours',
      '\u001b[33march_prctl\u001b[0m(option=0x1002, addr=0x1) = 0\n',
      'x86-64: call arch_prctl, 1',
    ],
    ['and two times', '10:20:30.1 (+     0.1) arch_prctl(0x1002, 0x1) = 0\n', 'x86-64: call arch_prctl, 1'],
    [
      'nothing that a text has',
      'write(1, "arch_prctl(ARCH_SET_FS) riscv_hwprobe(", 4) = 4\nmmap(NULL, 4096, PROT_READ, MAP_PRIVATE, 3, 0) = 0x7f0000000000\n',
      undefined,
    ],
    [
      'a call of 32 bits where the loader also asks for shadow stacks',
      'arch_prctl(0x3001 /* ARCH_??? */, 0xff8c7a4c) = -1 EINVAL (Invalid argument)\nmmap2(NULL, 8192, PROT_READ, MAP_PRIVATE, 3, 0) = 0xf7f0b000\n',
      'i386: call-of-32-bits mmap2, 2',
    ],
    [
      "arm's thread pointer",
      'mmap2(NULL, 8192, PROT_READ, MAP_PRIVATE, 3, 0) = 0xb6f0b000\nset_tls(0xb6f0b4c0) = 0\n',
      'arm: call-of-32-bits mmap2, 1',
    ],
    [
      'a call that newer machines lack',
      'open("f", O_RDONLY) = 3\nbrk(NULL) = 0x55555555a000\n',
      'x86-64: call-of-older open, 1',
    ],
    ['no such call of a program whose width is open', 'open("f", O_RDONLY) = 3\n', undefined],
    [
      'what code may be branched to',
      'mprotect(0x1000, 4096, PROT_READ|PROT_EXEC|PROT_BTI) = 0\n',
      'arm64: flag PROT_BTI, 1',
    ],
    ['the library that is read: x86-64', ELF(2, '>'), 'x86-64: elf e_machine, 2'],
    ['the library that is read: arm64', ELF(2, '\\267'), 'arm64: elf e_machine, 2'],
    ['the library that is read: riscv64', ELF(2, '\\363'), 'riscv64: elf e_machine, 2'],
    ['the library that is read: i386', ELF(1, '\\3'), 'i386: elf e_machine, 2'],
    ['the library that is read: arm', ELF(1, '('), 'arm: elf e_machine, 2'],
    ['no file that a program reads later', ELF(2, '\\267').replace(/^.*\n/, ''), undefined],
    [
      'uname',
      'uname({sysname="Linux", nodename="h", release="6.1", machine="aarch64"}) = 0\n',
      'arm64: uname aarch64, 1',
    ],
    [
      'its own loader',
      'execve("/lib/ld-linux-riscv64-lp64d.so.1", ["ld.so"], 0x1 /* 1 var */) = 0\n',
      'riscv64: library ld-linux-riscv64-lp64d.so.1, 1',
    ],
    [
      'a program of 32 bits beside others',
      '[ Process PID=7 runs in 32 bit mode. ]\nmmap2(NULL, 8192, PROT_READ, MAP_PRIVATE, 3, 0) = 0xf7f0b000\n',
      'x86-64: narrow-program mmap2, 2',
    ],
    [
      'the stack of who started it',
      'execve("./a", ["./a"], 0xffffefea57c0 /* 2 vars */) = 0\n',
      'arm64: place 0xffffefea57c0, 1',
    ],
    [
      'mappings where x86-64 leaves room for a stack',
      `execve("./a", ["./a"], 0x7ffffe99c460 /* 2 vars */) = 0\n${chosen('7fffa3f5e000', '7fffa3f5c000', '7fffa3f57000')}`,
      'riscv64: place 0x7fffa3f5e000, 2',
    ],
    [
      'the same in pages of 16 KiB',
      `execve("./a", ["./a"], 0x7fffc17f8270 /* 2 vars */) = 0\n${chosen('7fffa0984000', '7fffa097c000', '7fffa0968000')}`,
      'arm64: place 0x7fffa0984000, 2',
    ],
    [
      'nothing of the kind without random places',
      `execve("./a", ["./a"], 0x7fffffffe460 /* 2 vars */) = 0\n${chosen('7ffff7fb9000', '7ffff7d05000')}`,
      undefined,
    ],
  ])('%s', (_title, log, expected) => {
    expect(byWords(log)).toBe(expected);
  });

  const guests = keptFiles().map((file) => [file] as const);
  test.each(guests)('what a kernel answered to programs without a C library: %s', (file) => {
    const { machine, runs } = keptAnswers(file);
    for (const { log, mode, seed } of runs) {
      const { architecture } = startOfLog(sourceOf(log));
      // x86-64 is what is assumed where nothing tells; a log without one place of the kernel's choice tells nothing.
      const isOpen = machine === 'x86-64' || !/\bmmap2?\(NULL, .*= 0x/.test(log);
      expect(isOpen ? (architecture ?? machine) : architecture, `${mode} ${seed}`).toBe(machine);
    }
  });

  const samples = readdirSync('samples/logs').filter((file) => file.endsWith('.strace'));
  test.each(samples)('a log of x86-64: %s', (file) => {
    const text = readFileSync(join('samples/logs', file), 'latin1');
    const { architecture, evidence } = startOfLog(sourceOf(text));
    expect([architecture, evidence !== undefined]).toEqual(['x86-64', true]);
  });
});

describe('a legacy layout of arm64 begins', () => {
  test.each([
    [48, 0x4000_0000_0000n],
    [48, 0x4000_3fff_f000n],
    [47, 0x2000_0000_0000n],
    [47, 0x7fff_a098_4000n],
    [39, 0x20_0000_0000n],
  ])('with %i bits at a quarter of the space, or ends below its end', (bits, place) => {
    expect(addressBitsOf('arm64', place, place)).toBe(bits);
  });
});

const STACK = 'rw-p 00000000 00:00 0 [stack]\n';

describe('a maps file shows', () => {
  test.each<[title: string, maps: string, expected: Partial<StartOfLog>, log?: string]>([
    [
      'the page: KernelPageSize of anything but huge pages',
      `10000000-10200000 rw-p 00000000 00:0f 5 /anon_hugepage (deleted)\nKernelPageSize:     2048 kB\n7fffd0000000-7fffd0024000 ${STACK}KernelPageSize:       16 kB\n`,
      { architecture: 'arm64', addressBits: 47, pageSize: 16384n },
    ],
    [
      'small pages on a machine whose places would fit large ones',
      `ffffd0000000-ffffd0024000 ${STACK}KernelPageSize:        4 kB\n`,
      { architecture: 'arm64', addressBits: 48, pageSize: 4096n },
    ],
    [
      'the page of arm64 by borders alone',
      `00400000-00410000 r-xp 00000000 00:02 5 /a\n0041c000-00424000 rw-p 0000c000 00:02 5 /a\nffffd0004000-ffffd0024000 ${STACK}`,
      { architecture: 'arm64', addressBits: 48, pageSize: 16384n },
    ],
    [
      'a 32-bit kernel by the stack',
      `bfa00000-bfa21000 ${STACK}`,
      { kernelArchitecture: 'i386' },
      'mmap2(1) = 2\n',
    ],
    [
      'a 64-bit kernel by the stack',
      `ffa00000-ffa21000 ${STACK}`,
      { kernelArchitecture: 'x86-64' },
      'mmap2(1) = 2\n',
    ],
    [
      'the architecture by who loads libraries',
      '7f5000000000-7f5000020000 r-xp 00000000 00:02 5 /usr/lib/aarch64-linux-gnu/ld-linux-aarch64.so.1\n',
      { architecture: 'arm64' },
    ],
    [
      'the largest addresses by something mapped there',
      `7fffd0000000-7fffd0024000 ${STACK}800000000000-800000001000 rw-p 00000000 00:00 0\n`,
      { architecture: 'x86-64', addressBits: 57 },
      'arch_prctl(ARCH_SET_FS, 0x7f0000000000) = 0\n',
    ],
  ])('%s', (_title, maps, expected, log = '') => {
    expect(shown(log, maps)).toMatchObject(expected);
  });
});

test('a maps file shows which directories lie on a disk', () => {
  const lines = [
    '400000-401000 r--p 00000000 fe:00 7 /home/me/a.out',
    '7f0000000000-7f0000001000 r--p 00000000 00:2b 7 /srv/overlay/lib.so',
    '7f0000002000-7f0000003000 rw-s 00000000 00:01 8 /dev/zero (deleted)',
    '7f0000004000-7f0000005000 rw-p 00000000 00:00 0 [heap]',
  ];
  const { snapshots } = parseMapsFile(`${lines.join('\n')}\n`);
  expect(withSnapshots(startOfLog(sourceOf('')), snapshots).onDisk).toEqual(new Set(['/home/me/']));
});
