/** Where the stack of a new program can be, on each machine: what lies there and was never mapped by a call is called one. */
import { expect, test } from 'vitest';
import { isInStackArea } from '../../../model/memory/names';
import { pageOf, pageRange, type PageNumber } from '../../../model/memory/page';
import { taskSizeInPages } from '../../../model/kernel/layout';
import type { Architecture } from '../../../model/process/world';

const GIB = 1n << 30n;
const X86_64 = taskSizeInPages('x86-64', 'x86-64');
const X86_64_5_LEVELS = taskSizeInPages('x86-64', 'x86-64', 57);
const arm64 = (bits: number) => taskSizeInPages('arm64', 'arm64', bits);
const riscv64 = (bits: number) => taskSizeInPages('riscv64', 'riscv64', bits);
const compat = (program: Architecture, kernel: Architecture) => taskSizeInPages(program, kernel);

test.each<[title: string, taskSize: PageNumber, address: bigint, isStack: boolean]>([
  ['x86-64: 15 GiB below the end', X86_64, (1n << 47n) - 15n * GIB, true],
  ['x86-64: 17 GiB below the end', X86_64, (1n << 47n) - 17n * GIB, false],
  ['five levels: where four have it', X86_64_5_LEVELS, (1n << 47n) - 15n * GIB, true],
  ['five levels: below their own end', X86_64_5_LEVELS, (1n << 56n) - 2n * GIB, false],
  ['arm64: as measured on 6.12', arm64(48), 0xffffefea57c0n, true],
  ['arm64: libraries, 2 GiB below the end', arm64(48), 0xffff_8000_0000n, false],
  ['arm64 of 39 bits: 100 MiB below the end', arm64(39), 0x7f_f9c0_0000n, true],
  ['arm64 of 39 bits: libraries', arm64(39), 0x7f_8a5d_d000n, false],
  ['arm64 of 47 bits (pages of 16 KiB)', arm64(47), 0x7fff_c17f_8270n, true],
  ['arm64 of 52 bits: where 48 have it', arm64(52), 0xffff_efea_57c0n, true],
  ['riscv64 of 39 bits', riscv64(39), 0x3f_f000_0000n, true],
  ['riscv64 of 39 bits: libraries', riscv64(39), 0x3f_8a5d_d000n, false],
  ['riscv64 of 48 bits: as measured on 6.12', riscv64(48), 0x7fff_fe99_c460n, true],
  ['riscv64 of 48 bits: libraries as measured', riscv64(48), 0x7fff_a3f5_e000n, false],
  ['riscv64 of 57 bits: where 48 have it', riscv64(57), 0x7fff_fe99_c460n, true],
  ['i386 on x86-64', compat('i386', 'x86-64'), 0xff8c_7a4cn, true],
  ['i386 on x86-64: libraries', compat('i386', 'x86-64'), 0xf7f0_b000n, false],
  ['i386 alone: as measured on 6.1', compat('i386', 'i386'), 0xbff2_2730n, true],
])('%s', (_title, taskSize, address, isStack) => {
  const page = pageOf(address);
  expect(isInStackArea(pageRange(page, page + 1), taskSize)).toBe(isStack);
});
