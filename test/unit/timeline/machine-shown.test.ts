/**
 * What a log and a maps file show of the machine: architecture, page, size of addresses, and whether the kernel of a program
 * of 32 bits has 32 itself.
 */
import { describe, expect, test } from 'vitest';
import { parseMapsFile } from '../../../model/memory/maps-snapshot';
import type { ByteSource } from '../../../model/trace/byte-source';
import { startOfLog, type StartOfLog } from '../../../model/timeline/start-of-log';
import { withSnapshots } from '../../../model/timeline/start-of-snapshot';

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
