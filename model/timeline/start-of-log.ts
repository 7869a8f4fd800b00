/**
 * What the first lines of a log show of the machine, by words and addresses that only one kind of machine has. Searched
 * before anything is applied: rules of another machine must not have been applied to half of the log.
 */
import type { ByteSource } from '../trace/byte-source';
import type { KernelVersion } from '../kernel/check';
import { parseKernelVersion } from '../kernel/versions';
import type { Architecture } from '../process/world';

export interface StartOfLog {
  readonly architecture: Architecture | undefined;
  readonly kernel: KernelVersion | undefined;
  /** Bytes; where larger pages than 4096 bytes explain the addresses. */
  readonly pageSize: bigint | undefined;
  readonly addressBits: number | undefined;
  /** vm.max_map_count and vm.mmap_min_addr, where the program reads them. */
  readonly maxMapCount: number | undefined;
  readonly mmapMinAddr: bigint | undefined;
}

/** Bytes searched. */
const SEARCHED = 256 * 1024;

export function startOfLog(source: ByteSource | undefined): StartOfLog {
  const text = source === undefined ? '' : latin1(source.read(0, Math.min(SEARCHED, source.size)));
  const architecture = architectureIn(text);
  const chosen = chosenAddresses(text);
  const maxMapCount = sysctlIn(text, 'vm/max_map_count');
  return {
    architecture,
    kernel: releaseIn(text),
    pageSize: architecture === 'arm64' ? pageSizeOf(chosen) : undefined,
    addressBits: addressBitsOf(architecture, highestOf(chosen), highestOf(answered(text))),
    maxMapCount: maxMapCount === undefined ? undefined : Number(maxMapCount),
    mmapMinAddr: sysctlIn(text, 'vm/mmap_min_addr'),
  };
}

function architectureIn(text: string): Architecture | undefined {
  // strace's note: a task of 32 bits on a 64-bit kernel; those before it have the kernel's width.
  const mixed = text.includes(' runs in 32 bit mode. ]') || text.includes(' runs in 64 bit mode. ]');
  if (text.includes('arch_prctl(')) return 'x86-64';
  if (text.includes('riscv_hwprobe(') || text.includes('riscv_flush_icache(')) return 'riscv64';
  const machine = /machine="([a-z0-9_]{3,12})"/.exec(text)?.[1];
  if (machine !== undefined) return MACHINES.get(machine);
  if (mixed) return undefined;
  if (text.includes('ARM_set_tls(') || text.includes('set_tls(')) return 'arm';
  if (text.includes('mmap2(')) return 'i386';
  // Addresses above 2^47 are no user addresses of x86-64 with four levels.
  return /= 0xffff[0-9a-f]{8}\n/.test(text) ? 'arm64' : undefined;
}

/** uname -m */
const MACHINES: ReadonlyMap<string, Architecture> = new Map([
  ['x86_64', 'x86-64'],
  ['i386', 'i386'],
  ['i486', 'i386'],
  ['i586', 'i386'],
  ['i686', 'i386'],
  ['aarch64', 'arm64'],
  ['armv7l', 'arm'],
  ['armv6l', 'arm'],
  ['riscv64', 'riscv64'],
]);

/** uname's structure, or /proc/version as a program reads it. */
const releaseIn = (text: string): KernelVersion | undefined => {
  const release =
    /\brelease="([^"]{1,64})"/.exec(text)?.[1] ??
    /\bread\(\d{1,9}[^\n"]{0,80}, "Linux version ([^ "]{1,64}) /.exec(text)?.[1];
  return release === undefined ? undefined : parseKernelVersion(release);
};

/** `openat(AT_FDCWD, "/proc/sys/vm/max_map_count", O_RDONLY) = 3`, then `read(3, "65530\n", 4096) = 6`. */
function sysctlIn(text: string, name: 'vm/max_map_count' | 'vm/mmap_min_addr'): bigint | undefined {
  const opened = text.indexOf(`"/proc/sys/${name}", O_RD`);
  if (opened < 0) return undefined;
  const rest = text.slice(opened, opened + 4096);
  const fd = /^[^\n]{0,300}= (\d{1,9})(?:<[^\n>]{0,200}>)?\n/.exec(rest)?.[1];
  const read = /\bread\((\d{1,9})(?:<[^\n>]{0,200}>)?, "(\d{1,18})\\n"/.exec(rest);
  return fd !== undefined && read?.[1] === fd ? BigInt(read[2] ?? '0') : undefined;
}

/** The kernel's own choices: mmap without a hint. */
const chosenAddresses = (text: string): readonly bigint[] =>
  addressesIn(text, /\bmmap2?\((?:addr=)?NULL, [^\n]{1,300}\) += 0x([0-9a-f]{4,16})\n/g);

/** All that mmap answered, also where a program asked for it. */
const answered = (text: string): readonly bigint[] =>
  addressesIn(text, /\bmmap2?\([^\n]{1,300}\) += 0x([0-9a-f]{4,16})\n/g);

/** At most 4096 of them. */
function addressesIn(text: string, pattern: RegExp): readonly bigint[] {
  const found: bigint[] = [];
  for (const [, digits] of text.matchAll(pattern)) {
    found.push(BigInt(`0x${digits ?? '0'}`));
    if (found.length === 4096) break;
  }
  return found;
}

const highestOf = (addresses: readonly bigint[]): bigint =>
  addresses.reduce((most, address) => (address > most ? address : most), 0n);

/** With small pages, one address in four is a multiple of 16 KiB, one in sixteen of 64 KiB. */
const ENOUGH = 6;

function pageSizeOf(chosen: readonly bigint[]): bigint | undefined {
  if (chosen.length < ENOUGH) return undefined;
  return [65536n, 16384n].find((size) => chosen.every((address) => address % size === 0n));
}

/**
 * The kernel places from the top downwards: the size of the address space is the smallest that its highest choice fits in.
 * Above 2^47 (arm64: 2^48) it places only who asks for it: one such answer proves the largest size, none proves nothing.
 */
function addressBitsOf(
  architecture: Architecture | undefined,
  chosen: bigint,
  answer: bigint,
): number | undefined {
  const fitting = (sizes: readonly number[], less: number): number | undefined =>
    chosen === 0n ? undefined : sizes.find((bits) => chosen < 1n << BigInt(bits - less));
  switch (architecture) {
    case 'x86-64':
      return answer >= 1n << 47n ? 57 : undefined;
    case 'arm64':
      return answer >= 1n << 48n ? 52 : fitting([39, 42, 47, 48], 0);
    case 'riscv64':
      return answer >= 1n << 47n ? 57 : fitting([39, 48], 1);
    default:
      return undefined;
  }
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}
