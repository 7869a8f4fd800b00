/**
 * The machines that guests can be: how qemu makes them and how programs for them are compiled.
 */

import { I386 } from '../random-programs/live-run';

export interface GuestMachine {
  readonly qemu: readonly string[];
  /** The kernel's name of the first serial line. */
  readonly console: string;
  readonly compiler: readonly string[];
  /** The folder of shared libraries, absolute, and the program that loads them. */
  readonly libraries: string;
  readonly loader: string;
}

export const machines = {
  'x86-64': {
    // Four levels of page tables: with five, fixed places beyond 47 bits would be taken. No protection keys: with them,
    // memory that may only be executed cannot be populated.
    qemu: ['qemu-system-x86_64', '-cpu', 'max,la57=off,pku=off'],
    console: 'ttyS0',
    compiler: ['gcc'],
    libraries: '/usr/lib/x86_64-linux-gnu',
    loader: '/lib64/ld-linux-x86-64.so.2',
  },
  i386: {
    qemu: ['qemu-system-i386', '-cpu', 'max'],
    console: 'ttyS0',
    compiler: ['gcc', ...I386],
    libraries: '/usr/lib/i386-linux-gnu',
    loader: '/lib/ld-linux.so.2',
  },
  arm64: {
    qemu: ['qemu-system-aarch64', '-machine', 'virt', '-cpu', 'max'],
    console: 'ttyAMA0',
    compiler: ['aarch64-linux-gnu-gcc'],
    libraries: '/usr/lib/aarch64-linux-gnu',
    loader: '/lib/ld-linux-aarch64.so.1',
  },
  riscv64: {
    qemu: ['qemu-system-riscv64', '-machine', 'virt'],
    console: 'ttyS0',
    // No global pointer is set up before the first instruction of a program without a C library.
    compiler: ['riscv64-linux-gnu-gcc', '-Wl,--no-relax'],
    libraries: '/usr/lib/riscv64-linux-gnu',
    loader: '/lib/ld-linux-riscv64-lp64d.so.1',
  },
} as const satisfies Record<string, GuestMachine>;

export type MachineName = keyof typeof machines;
