/**
 * What is known of the machine: from the user, else from the log, else assumed and named as such. It stays what it is
 * while a log is read; what the log proves on the way is kept, and where another kernel follows from it, the log is read
 * once more with that one.
 */
import type { KernelVersion, Machine } from '../kernel/check';
import { machineFrom } from '../kernel/machine';
import { mergingOf } from '../kernel/merging-of-kernel';
import { OptionalParts } from '../kernel/optional-parts';
import { FileRules } from '../kernel/placement/file-rules';
import { ShownConfiguration } from '../kernel/shown-configuration';
import { ShownFilesystems } from '../kernel/shown-filesystems';
import { ShownMemory } from '../kernel/shown-memory';
import { ShownNodes } from '../kernel/shown-nodes';
import type { VersionProof } from '../kernel/version-proofs';
import { parseKernelVersion } from '../kernel/versions';
import type { AddressSpace } from '../memory/address-space';
import type { MergePolicy } from '../memory/merge-policy';
import type { Architecture } from '../process/world';
import type { EventIndex } from '../trace/positions';
import { KernelProofs, type KernelChoice } from './kernel-choice';
import type { ArchitectureEvidence } from './shown-by-words';
import type { StartOfLog } from './start-of-log';

export type MachineOptions = Partial<Omit<Machine, 'assumed'>>;

/** vm.max_map_count of several distributions, and the largest that it can be. */
const HIGHER_MAP_COUNTS: readonly number[] = [262_144, 1_048_576, 2_147_483_647];

/** Which machine's programs a log shows, and why: what the user said, else what the log shows, else the most usual. */
export interface ArchitectureChoice {
  /** Of tasks before any note on their mode. */
  readonly programs: Architecture;
  readonly how: 'given' | 'proven' | 'assumed';
  /** Where it is proven. */
  readonly evidence: ArchitectureEvidence | undefined;
}

interface Shown {
  readonly kernel: KernelVersion;
  readonly at: EventIndex | undefined;
}

export class MachineEvidence {
  readonly architecture: ArchitectureChoice;
  readonly merging: MergePolicy;
  /** Learned as the log is read; a call is judged by what stands before it. */
  readonly fileRules = new FileRules();
  readonly shownMemory = new ShownMemory();
  readonly shownConfiguration = new ShownConfiguration();
  readonly shownNodes = new ShownNodes();
  readonly filesystems: ShownFilesystems;
  readonly parts = new OptionalParts();
  private readonly proofs = new KernelProofs();
  private readonly assumed = new Set<string>();
  private readonly known: MachineOptions;
  private shown: Shown | undefined;
  private machine: Machine;

  /** `before`: what an earlier reading of the same log came to. */
  constructor(
    private readonly given: MachineOptions,
    start: StartOfLog,
    private readonly before?: KernelChoice,
  ) {
    this.filesystems = new ShownFilesystems(start.onDisk);
    this.architecture = {
      programs: given.architecture ?? start.architecture ?? 'x86-64',
      how: given.architecture ? 'given' : start.architecture ? 'proven' : 'assumed',
      evidence: start.evidence,
    };
    const architecture = given.architecture ?? start.kernelArchitecture ?? kernelOf(start.architecture);
    if (start.kernel !== undefined) this.shown = { kernel: start.kernel, at: undefined };
    const kernel = given.kernel ?? start.kernel ?? before?.kernel;
    const { pageSize, addressBits, maxMapCount, mmapMinAddr, keysInHardware } = start;
    this.known = {
      ...without({ pageSize, addressBits, maxMapCount, mmapMinAddr, keysInHardware, architecture, kernel }),
      ...given,
      fileRules: this.fileRules,
      shownMemory: this.shownMemory,
      shownConfiguration: this.shownConfiguration,
      shownNodes: this.shownNodes,
      filesystems: this.filesystems,
      parts: this.parts,
    };
    this.machine = machineFrom(this.known, this.task);
    if (this.before?.how === 'proven') this.assume('kernel');
    this.merging = mergingOf(this.machine.kernel);
  }

  /** The architecture of tasks before any note on their mode. */
  get task(): Architecture {
    return this.architecture.programs;
  }

  get current(): Machine {
    return this.machine;
  }

  /** Which kernel the log so far speaks for, and why. */
  get choice(): KernelChoice {
    return this.proofs.choice(this.given.kernel, this.shown);
  }

  /**
   * What is told of the kernel that was used. Read once more with other rules, a log may prove less: then what the first
   * reading came to still holds.
   */
  get concluded(): KernelChoice {
    const now = this.choice;
    return now.kernel === this.machine.kernel ? now : (this.before ?? now);
  }

  /** uname's release: the first counts. */
  saw(release: string | undefined, at: EventIndex): void {
    const kernel = release === undefined ? undefined : parseKernelVersion(release);
    if (kernel !== undefined && this.shown?.at === undefined)
      this.shown = { kernel: this.shown?.kernel ?? kernel, at };
  }

  proves(proof: VersionProof, event: EventIndex): void {
    this.proofs.saw(proof, event);
  }

  /** An mmap succeeded in this space: the machine allows that many mappings, be they more than is usual. */
  allowsMappings({ complete, mapCount }: AddressSpace): void {
    const { maxMapCount, assumed } = this.machine;
    if (!complete || mapCount <= maxMapCount || !assumed.has('maxMapCount')) return;
    const most = HIGHER_MAP_COUNTS.find((usual) => mapCount <= usual) ?? mapCount;
    this.machine = { ...this.machine, maxMapCount: most };
  }

  /** Something about the recording, not the machine, that answers rest on. */
  assume(name: string): void {
    if (this.assumed.has(name)) return;
    this.assumed.add(name);
    this.machine = { ...this.machine, assumed: new Set([...this.machine.assumed, name]) };
  }
}

/** Fields that are not known must not hide what is. */
const without = (options: {
  readonly [Name in keyof MachineOptions]?: MachineOptions[Name] | undefined;
}): MachineOptions => Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));

/** A log of 32-bit calls without a note on the mode comes from a 32-bit strace, which tells nothing of the kernel's width. */
const kernelOf = (task: Architecture | undefined): Architecture | undefined =>
  task === 'i386' || task === 'arm' || task === 'x32' ? undefined : task;
