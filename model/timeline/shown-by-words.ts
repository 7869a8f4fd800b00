/**
 * What words of a log say of the architecture: calls, flags and files that only one kind of machine has. Of several, the
 * first that the log shows counts: a shell of 64 bits may start a program of 32.
 *
 *     101 execve("./a", …) = 0
 *     101 read(3, "\177ELF\2\1\1\0…\3\0\267\0"…, 832) = 832      the loader reads the C library: e_machine 183, arm64
 *     101 set_tid_address(0xffff8a5dd0f0)    = 101
 */
import type { Architecture } from '../process/world';

export interface ArchitectureEvidence {
  readonly architecture: Architecture;
  readonly shows: ArchitectureProof;
  /** 1-based line of the log's first file; undefined where it is in a snapshot. */
  readonly line: number | undefined;
}

/** Worded where it is shown. `what` names the call, the flag, uname's word, the folder, or an address. */
export interface ArchitectureProof {
  readonly how:
    | 'call'
    | 'call-of-32-bits'
    | 'call-of-older'
    | 'flag'
    | 'uname'
    | 'elf'
    | 'library'
    | 'place'
    | 'page'
    | 'narrow-program';
  readonly what: string;
}

/** strace's own names, of calls that one architecture has. arch/*: syscall tables; `strace -e` lists them by machine */
const CALLS: ReadonlyMap<string, Architecture> = new Map([
  ['riscv_hwprobe', 'riscv64'],
  ['riscv_flush_icache', 'riscv64'],
  ['set_tls', 'arm'],
  ['ARM_set_tls', 'arm'],
  ['ARM_cacheflush', 'arm'],
  ['set_thread_area', 'i386'],
  ['get_thread_area', 'i386'],
]);

/** No machine of 64 bits has them: i386, unless another line says arm. */
const CALLS_OF_32_BITS: ReadonlySet<string> = new Set([
  ...['mmap2', '_llseek', 'fcntl64', 'fstat64', 'stat64', 'lstat64', 'fstatat64', 'ugetrlimit'],
  ...['getuid32', 'geteuid32', 'getgid32', 'getegid32', 'clock_gettime64', 'futex_time64'],
]);

/** Machines younger than these have only their relatives with a folder's descriptor. include/uapi/asm-generic/unistd.h */
const CALLS_OF_OLDER_MACHINES: ReadonlySet<string> = new Set([
  ...['open', 'stat', 'lstat', 'access', 'readlink', 'unlink', 'mkdir', 'rename', 'pipe', 'dup2'],
  ...['fork', 'vfork', 'poll', 'select', 'getdents', 'epoll_wait', 'getpgrp', 'chmod', 'alarm'],
]);

/** ARCH_SET_GS to ARCH_GET_GS. Others are asked for by programs of 32 bits too. arch/x86/include/uapi/asm/prctl.h */
const SEGMENT_BASE = /^(?:code=|option=)?(?:ARCH_[SG]ET_[FG]S\b|0x100[1-4]\b)/;

/** mprotect and mmap of code that branches may only reach where it says so, and of tagged memory. arch/arm64/include/uapi/asm/mman.h */
const PROTECTION_OF_ARM64 = /\bPROT_(?:BTI|MTE)\b/;

/** A result that needs more than 32 bits. */
const WIDE_ANSWER = /\) += 0x[0-9a-f]{9,16}\n/;

/** `text`: the start of the log, without colours. */
export function architectureByWords(text: string): ArchitectureEvidence | undefined {
  const found = byCalls(text) ?? byElfHeader(text) ?? byUname(text) ?? byLibraries(text);
  // strace says of a task of 32 bits that it is one: what stands before such a line is the machine's own.
  const isMixed = found !== undefined && / runs in (?:32|64) bit mode\. \]/.test(text);
  if (!isMixed) return found;
  const architecture = WIDER[found.architecture];
  if (architecture === found.architecture) return found;
  return { ...found, architecture, shows: { how: 'narrow-program', what: found.shows.what } };
}

const WIDER: Readonly<Record<Architecture, Architecture>> = {
  i386: 'x86-64',
  x32: 'x86-64',
  'x86-64': 'x86-64',
  arm: 'arm64',
  arm64: 'arm64',
  riscv64: 'riscv64',
};

function byCalls(text: string): ArchitectureEvidence | undefined {
  let ofX86: ArchitectureEvidence | undefined;
  let older: ArchitectureEvidence | undefined;
  let line = 0;
  for (const whole of text.split('\n')) {
    line += 1;
    const [, name = '', rest = ''] = CALL.exec(whole) ?? [];
    const by = (architecture: Architecture, how: ArchitectureProof['how'] = 'call', what = name) =>
      ({ architecture, shows: { how, what }, line }) as const;
    const own = CALLS.get(name);
    if (own !== undefined) return by(own);
    if (CALLS_OF_32_BITS.has(name)) return narrow(by('i386', 'call-of-32-bits'), text);
    if (name === 'arch_prctl') {
      if (SEGMENT_BASE.test(rest)) return by('x86-64');
      ofX86 ??= by('x86-64');
    }
    const flag = PROTECTION_OF_ARM64.exec(rest)?.[0];
    if (flag !== undefined) return by('arm64', 'flag', flag);
    if (CALLS_OF_OLDER_MACHINES.has(name)) older ??= by('x86-64', 'call-of-older');
  }
  return ofX86 ?? (WIDE_ANSWER.test(text) ? older : undefined);
}

/** The call of a line: the first word with a parenthesis, in front of any text that the program passed. */
const CALL = /^(?:[^"(]|\(\+){0,200}?(?:^|[\s\]>])([A-Za-z_]\w{1,30})\(([^"]{0,200})/;

/** Programs of 32 bits on arm and on i386 make nearly the same calls. */
function narrow(evidence: ArchitectureEvidence, text: string): ArchitectureEvidence {
  const other = byElfHeader(text) ?? byLibraries(text) ?? byUname(text);
  if (other !== undefined)
    return { ...evidence, architecture: other.architecture.startsWith('arm') ? 'arm' : 'i386' };
  const setsTls = /^[^"\n]{0,200}\b(?:ARM_)?set_tls\(/m.test(text);
  return setsTls ? { ...evidence, architecture: 'arm' } : evidence;
}

/** uname -m. arm's names go on: armv7l, armv8l on a kernel of 64 bits. */
export function machineInUname(
  text: string,
): { architecture: Architecture; at: number; word: string } | undefined {
  const found = /\bmachine="([a-z0-9_]{3,12})"/.exec(text);
  const word = found?.[1] ?? '';
  const architecture = MACHINES.get(word) ?? (/^armv[4-8]/.test(word) ? 'arm' : undefined);
  return found === null || architecture === undefined ? undefined : { architecture, at: found.index, word };
}

function byUname(text: string): ArchitectureEvidence | undefined {
  const found = machineInUname(text);
  return found && evidence(text, found.at, found.architecture, 'uname', found.word);
}

const MACHINES: ReadonlyMap<string, Architecture> = new Map([
  ['x86_64', 'x86-64'],
  ['i386', 'i386'],
  ['i486', 'i386'],
  ['i586', 'i386'],
  ['i686', 'i386'],
  ['aarch64', 'arm64'],
  ['arm', 'arm'],
  ['riscv64', 'riscv64'],
]);

/**
 * The first header of an ELF file that is read: in a log from execve on, the loader's own reading of a library. The 16 bytes
 * that say which file it is, 2 of its type, then its machine, lowest byte first. elf(5)
 */
const ELF_HEADER =
  /\bp?read(?:64)?\(\d{1,9}[^"\n]{0,300}"\\177ELF\\([12])\\1\\1((?:\\[0-7]{1,3}|[^"\\\n]|\\[a-z"\\]){9})\\[23]\\0((?:\\[0-7]{1,3}|[^"\\\n]|\\["\\]))\\0/;

/** e_machine by the class of the file, as strace writes the byte. include/uapi/linux/elf-em.h */
const ELF_MACHINES: ReadonlyMap<string, Architecture> = new Map([
  ['2>', 'x86-64'],
  ['1\\3', 'i386'],
  ['1>', 'x32'],
  ['2\\267', 'arm64'],
  ['1(', 'arm'],
  ['2\\363', 'riscv64'],
]);

function byElfHeader(text: string): ArchitectureEvidence | undefined {
  const found = ELF_HEADER.exec(text);
  const architecture = ELF_MACHINES.get(`${found?.[1] ?? ''}${found?.[3] ?? ''}`);
  if (found === null || architecture === undefined) return undefined;
  // Any other program may read files of any machine: a linker for others does.
  const isLoaders = text.lastIndexOf('execve(', found.index) >= 0;
  return isLoaders ? evidence(text, found.index, architecture, 'elf', 'e_machine') : undefined;
}

/** Loaders, and the folders that Debian and its descendants keep for each architecture; only of files that are there. */
const LIBRARIES: readonly (readonly [RegExp, Architecture])[] = [
  [/ld-linux-x86-64\.so\.2|ld-musl-x86_64\.so\.1|\/lib\/x86_64-linux-gnu/, 'x86-64'],
  [/ld-linux-aarch64\.so\.1|ld-musl-aarch64\.so\.1|\/lib\/aarch64-linux-gnu/, 'arm64'],
  [/ld-linux-riscv64-\w{1,8}\.so\.1|ld-musl-riscv64\.so\.1|\/lib\/riscv64-linux-gnu/, 'riscv64'],
  [/ld-linux-armhf\.so\.3|ld-musl-armhf\.so\.1|\/lib\/arm-linux-gnueabi/, 'arm'],
  [/ld-linux\.so\.2|ld-musl-i386\.so\.1|\/lib\/i386-linux-gnu/, 'i386'],
];

/** The architecture that a path is named for. */
export function architectureOfPath(path: string): { architecture: Architecture; name: string } | undefined {
  for (const [pattern, architecture] of LIBRARIES) {
    const name = pattern.exec(path)?.[0];
    if (name !== undefined) return { architecture, name };
  }
  return undefined;
}

function byLibraries(text: string): ArchitectureEvidence | undefined {
  for (const found of text.matchAll(
    /"((?:\/[^"\n]{0,200})?\/(?:lib\/[a-z0-9_]{3,7}-linux-gnu|ld-(?:linux|musl))[^"\n]{0,200})"[^\n]{0,400}\) += \d/g,
  )) {
    const named = architectureOfPath(found[1] ?? '');
    if (named !== undefined) return evidence(text, found.index, named.architecture, 'library', named.name);
  }
  return undefined;
}

function evidence(
  text: string,
  at: number,
  architecture: Architecture,
  how: ArchitectureProof['how'],
  what: string,
): ArchitectureEvidence {
  return { architecture, shows: { how, what }, line: lineAt(text, at) };
}

/** 1-based. */
export function lineAt(text: string, at: number): number {
  let line = 1;
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', end + 1)) line += 1;
  return line;
}
