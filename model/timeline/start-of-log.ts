/**
 * What the first lines of a log show of the machine, by words and addresses that only one kind of machine has. Searched
 * before anything is applied: rules of another machine must not have been applied to half of the log.
 */
import type { ByteSource } from '../trace/byte-source';
import type { KernelVersion } from '../kernel/check';
import { wordBits } from '../kernel/layout';
import { parseKernelVersion } from '../kernel/versions';
import type { Architecture } from '../process/world';
import {
  addressBitsOf,
  architectureBelowStack,
  architectureFilling,
  kernelPlacing,
  pageSizeFilling,
  pageSizeOf,
} from './shown-by-places';
import { architectureByWords, lineAt, machineInUname, type ArchitectureEvidence } from './shown-by-words';

export interface StartOfLog {
  /** Of the programs. */
  readonly architecture: Architecture | undefined;
  /** What shows the architecture; undefined where it was given, or nothing does. */
  readonly evidence: ArchitectureEvidence | undefined;
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
  const text = source === undefined ? '' : startOf(source);
  const chosen = chosenAddresses(text);
  const stack = stackOfStarter(text);
  const evidence =
    given === undefined ? (architectureByWords(text) ?? byPlaces(text, chosen, stack)) : undefined;
  const architecture = given ?? evidence?.architecture;
  const maxMapCount = sysctlIn(text, 'vm/max_map_count');
  return {
    architecture,
    evidence,
    kernelArchitecture: kernelIn(text, architecture, chosen, stack),
    kernel: releaseIn(text),
    pageSize:
      architecture === 'arm64' ? (pageSizeOf(chosen) ?? pageSizeFilling(highestOf(chosen))) : undefined,
    addressBits: addressBitsOf(architecture, highestOf([...chosen, stack]), highestOf(reached(text))),
    maxMapCount: maxMapCount === undefined ? undefined : Number(maxMapCount),
    mmapMinAddr: sysctlIn(text, 'vm/mmap_min_addr'),
  };
}

/** Of a program of 32 bits: uname says it, and so does who started it, unless that one chose its personality. */
function kernelIn(
  text: string,
  program: Architecture | undefined,
  chosen: readonly bigint[],
  stack: bigint,
): Architecture | undefined {
  const named = machineInUname(text)?.architecture;
  const isWide = named !== undefined && wordBits(named) === 64;
  if (isWide && program !== undefined && wordBits(program) === 32) return named;
  return kernelPlacing(program, highestOf([...chosen, stack]));
}

/** The stack, or what lies near it, in the program that started the first one: of the machine's own width. */
function stackOfStarter(text: string): bigint {
  const digits = /^[^"\n]{0,100}execve\("[^\n]{1,8192}, (?:envp=)?0x([0-9a-f]{8,16}) \/\* \d/.exec(text)?.[1];
  return BigInt(`0x${digits ?? '0'}`);
}

/** Undefined where the places are no nearer to one machine's than to another's. */
function byPlaces(text: string, chosen: readonly bigint[], stack: bigint): ArchitectureEvidence | undefined {
  const highest = highestOf(chosen);
  const by = (architecture: Architecture | undefined, place: bigint): ArchitectureEvidence | undefined =>
    architecture && {
      architecture,
      shows: { how: 'place', what: `0x${place.toString(16)}` },
      line: lineAt(text, text.indexOf(place.toString(16))),
    };
  return (
    by(architectureFilling(highest), highest) ??
    by(architectureFilling(stack), stack) ??
    by(architectureBelowStack(chosen, [...chosen, ...otherPages(text)], stack), highest)
  );
}

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

/** The first break and what mremap and shmat gave: the kernel's choices too, though not from the top. */
const otherPages = (text: string): readonly bigint[] =>
  addressesIn(
    text,
    /\b(?:brk\((?:addr=)?NULL\)|mremap\([^\n]{1,120}\)|shmat\([^\n]{1,80}\)) += 0x([0-9a-f]{4,16})\n/g,
  );

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

/** strace's own colours are no part of what it says. */
function startOf(source: ByteSource): string {
  const text = latin1(source.read(0, Math.min(SEARCHED, source.size)));
  return text.includes('\u001b[') ? text.replaceAll(COLOUR, '') : text;
}

const COLOUR = new RegExp('\u001b\\[[0-9;]{0,20}m', 'g');

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}
