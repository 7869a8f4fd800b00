/**
 * A rule of the kernel as data. A system call is an ordered list of checks, in the kernel's own order, and an effect.
 * From this one description come the predicted answer, the checklist, the explanation, the reference and the tests.
 */
import type { EventIndex } from '../trace/positions';
import type { Span } from '../trace/span';
import type { AddressSpace } from '../memory/address-space';
import type { PageRange } from '../memory/page';
import type { DescriptorTable } from '../process/descriptors';
import type { SharedSegments } from '../process/shared-segment';
import type { FileRules } from './placement/file-rules';
import type { OptionalParts } from './optional-parts';
import type { ShownConfiguration } from './shown-configuration';
import type { ShownFilesystems } from './shown-filesystems';
import type { ShownMemory } from './shown-memory';
import type { ShownNodes } from './shown-nodes';
import type { Architecture, Process, Task, World } from '../process/world';

/** major * 1000 + minor: 6.18 is 6018, 4.5 is 4005. */
export type KernelVersion = number & { readonly __kernel: unique symbol };

/** The state a call is judged against, as it is before the call; and what is assumed about the machine. */
export interface Before {
  readonly space: AddressSpace;
  readonly task: Task;
  readonly process: Process;
  readonly descriptors: DescriptorTable;
  readonly machine: Machine;
  /** Sizes of the SysV segments that the log shows being made or looked at (shmget, IPC_STAT), by shmid. */
  readonly segments?: SharedSegments;
  /** Everybody, for calls that reach beyond the caller's own process. */
  readonly world?: World;
}

/** Facts that a log rarely shows. `assumed` lists the names of those nobody gave and nothing showed. */
export interface Machine {
  readonly kernel: KernelVersion;
  readonly architecture: Architecture;
  /** Bytes: what calls round to. Pages are counted in 4096 bytes all the same, VMAs then being multiples. */
  readonly pageSize: bigint;
  /** Bits of an address, kernel half included, where not the usual of its architecture: 57 on x86-64, 39 on riscv64. */
  readonly addressBits: number | undefined;
  /** vm.max_map_count */
  readonly maxMapCount: number;
  /** vm.mmap_min_addr, bytes */
  readonly mmapMinAddr: bigint;
  /** Bytes of RAM and swap where the user gave them: for the overcommit heuristic. */
  readonly memory: bigint | undefined;
  /** What the log shows of filesystems; absent: nothing. */
  readonly fileRules?: FileRules | undefined;
  /** What it shows of parts that a kernel may be built without. */
  readonly parts?: OptionalParts | undefined;
  /** Whether the processor has protection keys, where a snapshot shows it. */
  readonly keysInHardware?: boolean | undefined;
  /** What it shows of files that are kept in memory. */
  readonly filesystems?: ShownFilesystems | undefined;
  /** What it shows of nodes of memory. */
  readonly shownNodes?: ShownNodes | undefined;
  /** What it shows of memory and huge pages. */
  readonly shownMemory?: ShownMemory | undefined;
  /** What it shows of the way the kernel was built. */
  readonly shownConfiguration?: ShownConfiguration | undefined;
  readonly assumed: ReadonlySet<string>;
}

export interface Source {
  /** 'mm/mremap.c: check_mremap_params' or 'mremap(2)' */
  readonly where: string;
  /** The release that was read: '6.18' of the kernel, 'man-pages 6.20'. Absent of a page that says so in any. */
  readonly read?: string;
  /** The kernel that did so when it was asked: '6.18'. */
  readonly measured?: string;
}

/** One check of a call. `Call` is the typed call. */
export interface Check<Call> {
  /** Stable: 'mremap.new-size-zero'. The part before the dot is the call or its family. */
  readonly id: string;
  /** What the kernel answers when it fails. brk answers with the old break: 'old-break'. */
  readonly errno: string;
  /** First and last kernel that has the check; open where absent. */
  readonly since?: KernelVersion;
  readonly until?: KernelVersion;
  readonly sources: readonly [Source, ...Source[]];
  /** What the kernel demands, in one plain English clause: 'the new size is not zero'. */
  readonly demand: string;
  test(this: void, call: Call, before: Before): Verdict;
}

export type Verdict =
  | { readonly answer: 'passes'; readonly facts?: readonly Fact[] }
  | { readonly answer: 'fails'; readonly facts: readonly Fact[]; readonly certainty: 'proven' | 'assumed' }
  /** Cannot be told from the log. */
  | {
      readonly answer: 'cannot-tell';
      readonly because: Because;
      readonly facts?: readonly Fact[];
      /**
       * Set where the check passes but for rare circumstances that no log shows (a security module, the commit limit,
       * a limit that nobody lowered): the prediction goes on as if it passed, the checklist still says that it cannot
       * be told. Absent: failing is as plausible as passing, and the prediction is undecidable.
       */
      readonly expect?: 'passes';
    }
  /** The kernel does not get to this check with these arguments (mremap without MREMAP_FIXED skips its checks). */
  | { readonly answer: 'not-reached' };

/** Why a check cannot be answered; a stable code with its numbers, worded by why/. */
export interface Because {
  readonly code: BecauseCode;
  readonly facts?: readonly Fact[];
}
export type BecauseCode =
  | 'unknown-memory'
  | 'unknown-limit'
  | 'unknown-capability'
  | 'unknown-descriptor'
  | 'unknown-argument'
  | 'unknown-machine'
  | 'unknown-layout'
  | 'unknown-alignment'
  | 'own-placement'
  | 'random-place'
  | 'old-search'
  | 'raced'
  | 'unknown-merge'
  | 'no-trace';

/** One piece of evidence: numbers worked out, ranges looked at, lines that made it so. Worded by why/. */
export type Fact =
  | { readonly fact: 'argument'; readonly name: string; readonly value: bigint; readonly span?: Span }
  | {
      readonly fact: 'number';
      readonly name: FactName;
      readonly value: bigint;
      readonly unit: 'bytes' | 'pages' | 'count';
      readonly at?: EventIndex;
    }
  | {
      readonly fact: 'range';
      readonly name: FactName;
      readonly range: PageRange;
      readonly state: 'mapped' | 'free' | 'unknown';
      readonly at?: EventIndex;
    }
  | { readonly fact: 'event'; readonly name: FactName; readonly at: EventIndex }
  | { readonly fact: 'assumption'; readonly name: string; readonly value: string };

/** What a number, range or event stands for: 'locked', 'RLIMIT_MEMLOCK', 'asked', 'hole', 'vma', 'set-limit', 'unmapped-by' … */
export type FactName = string;

/** The judgement of one call: each check in order, and what the kernel must answer. */
export interface Judgement {
  readonly answers: readonly CheckAnswer[];
  readonly predicted: Prediction;
}
export interface CheckAnswer {
  readonly id: string;
  readonly errno: string;
  readonly demand: string;
  readonly sources: readonly Source[];
  /** The kernels that have the check, both included; open where absent. */
  readonly since?: KernelVersion;
  readonly until?: KernelVersion;
  readonly verdict: Verdict;
}

export type Prediction =
  /** `value` where the model knows it: brk, mremap in place, MAP_FIXED; an address the kernel chose where the layout is known. */
  /** `because`: why the address that the kernel chose cannot be told. */
  | { readonly kind: 'success'; readonly value?: bigint; readonly because?: Because }
  | { readonly kind: 'error'; readonly errno: string; readonly cause: string; readonly value?: bigint }
  | { readonly kind: 'undecidable'; readonly because: Because; readonly cause: string };
