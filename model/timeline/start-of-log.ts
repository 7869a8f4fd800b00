/**
 * What the first lines of a log show of the machine, by words and addresses that only one kind of machine has. Searched
 * before anything is applied: rules of another machine must not have been applied to half of the log.
 */
import type { ByteSource } from '../trace/byte-source';
import type { KernelVersion } from '../kernel/check';
import { parseKernelVersion } from '../kernel/versions';
import type { Architecture } from '../process/world';
import { addressBitsOf, architectureFilling, kernelPlacing, pageSizeOf } from './shown-by-places';

export interface StartOfLog {
  /** Of the programs. */
  readonly architecture: Architecture | undefined;
  /** The machine's own, where it shows that it is not the usual one of such programs. */
  readonly kernelArchitecture: Architecture | undefined;
  readonly kernel: KernelVersion | undefined;
  /** Bytes; where larger pages than 4096 bytes explain the addresses. */
  readonly pageSize: bigint | undefined;
  readonly addressBits: number | undefined;
  /** vm.max_map_count and vm.mmap_min_addr, where the program reads them. */
  readonly maxMapCount: number | undefined;
  readonly mmapMinAddr: bigint | undefined;
  /** Whether the processor has protection keys: smaps shows it. */
  readonly keysInHardware?: boolean | undefined;
  /** Directories of files that snapshots show on a disk, with a slash at their end. */
  readonly onDisk?: ReadonlySet<string> | undefined;
}

/** Bytes searched. */
const SEARCHED = 256 * 1024;

/** `given`: the architecture, where the user says it: places then tell the rest. */
export function startOfLog(source: ByteSource | undefined, given?: Architecture): StartOfLog {
  const text = source === undefined ? '' : latin1(source.read(0, Math.min(SEARCHED, source.size)));
  const architecture = given ?? architectureIn(text);
  const chosen = chosenAddresses(text);
  const maxMapCount = sysctlIn(text, 'vm/max_map_count');
  return {
    architecture,
    kernelArchitecture: kernelPlacing(architecture, highestOf(chosen)),
    kernel: releaseIn(text),
    pageSize: architecture === 'arm64' ? pageSizeOf(chosen) : undefined,
    addressBits: addressBitsOf(architecture, highestOf(chosen), highestOf(reached(text))),
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
  if (/= 0xffff[0-9a-f]{8}\n/.test(text)) return 'arm64';
  return architectureFilling(highestOf(chosenAddresses(text))) ?? architectureOfLibraries(text);
}

/** Libraries in the folders that Debian and its descendants keep for each architecture. */
function architectureOfLibraries(text: string): Architecture | undefined {
  const folder =
    /"(?:\/usr)?\/lib\/(aarch64|arm|i386|riscv64|x86_64)-linux-gnu[^"\n]{0,200}"[^\n]{0,100}\) += \d/.exec(
      text,
    )?.[1];
  return folder === undefined ? undefined : MACHINES.get(folder);
}

/** uname -m */
const MACHINES: ReadonlyMap<string, Architecture> = new Map([
  ['x86_64', 'x86-64'],
  ['i386', 'i386'],
  ['i486', 'i386'],
  ['i586', 'i386'],
  ['i686', 'i386'],
  ['aarch64', 'arm64'],
  ['arm', 'arm'],
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

/** What mmap gave, also where a program asked for it, and what munmap took: both go no further than the space. */
const reached = (text: string): readonly bigint[] => [
  ...mappedEnds(text),
  ...addressesIn(text, /\bmunmap\((?:addr=)?0x([0-9a-f]{4,14}), [^\n]{1,60}\) += 0\n/g),
];

/** The last byte of what each mmap gave. */
function mappedEnds(text: string): readonly bigint[] {
  const found: bigint[] = [];
  const pattern =
    /\bmmap2?\((?:addr=)?(?:NULL|0x[0-9a-f]{1,16}), (?:length=|len=)?(\d{1,18}), [^\n]{1,300}\) += 0x([0-9a-f]{4,16})\n/g;
  for (const [, length, start] of text.matchAll(pattern)) {
    found.push(BigInt(`0x${start ?? '0'}`) + BigInt(length ?? '1') - 1n);
    if (found.length === 4096) break;
  }
  return found;
}

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

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}
