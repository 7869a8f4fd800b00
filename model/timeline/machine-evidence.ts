/**
 * What is known of the machine: from the user, else from the log, else assumed and named as such.
 */
import type { ByteSource } from '../trace/byte-source';
import type { KernelVersion, Machine } from '../kernel/check';
import { machineFrom } from '../kernel/machine';
import { parseKernelVersion } from '../kernel/versions';
import type { Architecture } from '../process/world';

export type MachineOptions = Partial<Omit<Machine, 'assumed'>>;

export class MachineEvidence {
  /** The architecture of tasks before any note on their mode. */
  readonly task: Architecture;
  private known: MachineOptions;
  private machine: Machine;
  private readonly assumed = new Set<string>();

  constructor(given: MachineOptions, start: StartOfLog) {
    const shown = start.architecture;
    this.task = given.architecture ?? shown ?? 'x86-64';
    const kernel = given.kernel ?? start.kernel;
    const architecture = given.architecture ?? kernelOf(shown);
    this.known = {
      ...given,
      ...(kernel !== undefined && { kernel }),
      ...(architecture !== undefined && { architecture }),
    };
    this.machine = machineFrom(this.known, this.task);
  }

  get current(): Machine {
    return this.machine;
  }

  /** uname's release. What the user said stands. */
  saw(release: string | undefined): void {
    const kernel = release === undefined ? undefined : parseKernelVersion(release);
    if (kernel === undefined || this.known.kernel !== undefined) return;
    this.known = { ...this.known, kernel };
    this.rebuild();
  }

  /** Something about the recording, not the machine, that answers rest on. */
  assume(name: string): void {
    if (this.assumed.has(name)) return;
    this.assumed.add(name);
    this.rebuild();
  }

  private rebuild(): void {
    const machine = machineFrom(this.known, this.task);
    this.machine = { ...machine, assumed: new Set([...machine.assumed, ...this.assumed]) };
  }
}

export interface StartOfLog {
  readonly architecture: Architecture | undefined;
  readonly kernel: KernelVersion | undefined;
}

/** Rules of other versions must not have been applied to half of the log when uname's line comes: so its start is searched. */
const SEARCHED = 256 * 1024;

/** Looks for words that only one architecture's logs have, and for uname's release, in the first lines. */
export function startOfLog(source: ByteSource | undefined): StartOfLog {
  const text = source === undefined ? '' : latin1(source.read(0, Math.min(SEARCHED, source.size)));
  return { architecture: architectureIn(text), kernel: releaseIn(text) };
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

const releaseIn = (text: string): KernelVersion | undefined => {
  const release = /\brelease="([^"]{1,64})"/.exec(text)?.[1];
  return release === undefined ? undefined : parseKernelVersion(release);
};

/** A log of 32-bit calls without a note on the mode comes from a 32-bit strace, which tells nothing of the kernel's width. */
const kernelOf = (task: Architecture | undefined): Architecture | undefined =>
  task === 'i386' || task === 'arm' || task === 'x32' ? undefined : task;

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}
