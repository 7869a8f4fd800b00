/**
 * The request `pagewalk/pageWalk`: the way through the page tables to one address, what is proven of its entry, and what the
 * event about to happen does to entries and tables. Addresses are '0x…'; ranges are half-open.
 */
import type { TableEntryState } from '../../model/memory/page-tables/table-entries';
import type { TouchedAddress } from '../../model/timeline/touched-address';
import type { LineLink, VmaRow } from './row';

export interface PageWalkArguments {
  /** Omitted: where the session stands. */
  readonly event?: number;
  readonly threadId?: number;
  /** Hexadecimal, with or without 0x. Omitted: what the event is most about. */
  readonly address?: string;
  /** Behind the call that is shown instead of before it. */
  readonly after?: boolean;
  /** Page tables by name, such as 'x86-64-5-level', where the user knows better. */
  readonly tables?: string;
}

interface Range {
  readonly start: string;
  readonly end: string;
}

export interface PageWalkBody {
  readonly address: string;
  /** Why this address: it was asked for, or what of the event it is. model/timeline/touched-address.ts */
  readonly chosen: 'asked' | TouchedAddress['because'];
  readonly kind: 'user' | 'kernel' | 'non-canonical';
  readonly tables: PageTablesBody & {
    /** Those of the traced machine; null: they are not described. */
    readonly machine: PageTablesBody | null;
    /** All that have the address in their user space. */
    readonly choices: readonly Pick<PageTablesBody, 'name' | 'title'>[];
  };
  /** From the top table down; empty for an address outside of user space. */
  readonly steps: readonly {
    readonly level: string;
    /** Highest and lowest bit of the index. */
    readonly bits: readonly [number, number];
    readonly index: number;
    readonly entries: number;
    readonly table: Range;
    /** What the entry at `index` maps. */
    readonly entry: Range;
    readonly exists: 'yes' | 'no' | 'open';
    readonly since: LineLink | null;
    /** Entries next to the one at `index`, ascending, with that one among them. */
    readonly near: readonly TableEntryBody[];
    readonly before: FoldedEntriesBody;
    readonly after: FoldedEntriesBody;
    /** The first entry of the kernel's half, which follows `after`; `entries` where the table has none. */
    readonly kernelFrom: number;
  }[];
  readonly entry: PageEntryBody | null;
  /** Proven runs of the mapping that holds the address; pages between them are open. Where they are many, those around it. */
  readonly runs: readonly PageRunBody[];
  readonly runCount: number;
  /** How many come before the first of `runs`. */
  readonly runsBefore: number;
  readonly counts: {
    readonly levels: readonly {
      readonly level: string;
      readonly tableBytes: number;
      readonly inVmPte: boolean;
      readonly least: number;
      readonly most: number;
    }[];
    readonly vmPteKb: { readonly least: number; readonly most: number };
    /** False: the log does not show all of the memory, so there may be more than `most`. */
    readonly complete: boolean;
  };
  /** null: the event changes no page and no mapping of this space. */
  readonly work: PageWorkBody | null;
}

/** Which page tables; words are in the session's language. */
export interface PageTablesBody {
  readonly name: string;
  /** 'x86-64, 4 levels, 48 bits, pages of 4 KiB' */
  readonly title: string;
  /** Of the smallest page. */
  readonly pageBytes: number;
  /** What the choice rests on: the user, an address that needs so many levels, the machine as known, or its usual. */
  readonly because: 'given' | 'address' | 'machine' | 'assumed';
  readonly provenBy: string | null;
  /** The two before in words. */
  readonly basis: string;
}

export interface TableEntryBody {
  readonly index: number;
  readonly state: TableEntryState;
  /** The first mapped byte in its span, else the first of all. */
  readonly address: string;
}

export interface FoldedEntriesBody {
  readonly entries: number;
  /** With something mapped in their span. */
  readonly used: number;
  /** Of the nearest of these the first mapped byte. */
  readonly nearest: string | null;
}

export interface PageEntryBody {
  readonly state: 'unmapped' | 'unknown' | 'present' | 'absent' | 'guard' | 'open';
  /** Of an open page: how it stood right after `since`. */
  readonly was: 'present' | 'absent' | null;
  readonly kind: PageRunBody['kind'] | null;
  readonly since: LineLink | null;
  /** mremap brought the entry here, later than `since`. */
  readonly movedAt: LineLink | null;
  readonly hold: 'locked' | 'unless-swapped' | 'while-file-has-it' | 'unless-device' | null;
  readonly write: 'yes' | 'no' | 'after-copy' | 'open' | null;
  /** A fork since shares the page until one side writes to it. */
  readonly sharedSince: LineLink | null;
  /** Levels above PTE at which the walk may end in a huge page. */
  readonly hugeAt: readonly string[];
  readonly vma: VmaRow | null;
}

export interface PageRunBody extends Range {
  readonly pages: number;
  readonly kind: 'own' | 'read' | 'file' | 'guard' | 'untouched' | 'released' | 'open' | 'maybe-guard';
  readonly since: LineLink;
}

export interface PageWorkBody {
  /** Entries that went elsewhere as they were, by level: PMD entries take whole tables along. */
  readonly moved: readonly {
    readonly level: string;
    readonly entries: number;
    readonly from: Range & { readonly index: number };
    readonly to: Range & { readonly index: number };
    readonly perhapsWhole: boolean;
    /** What is proven of the pages of `from` before: of all others no line shows whether their entry says anything. */
    readonly runs: readonly PageRunBody[];
  }[];
  /** Proven present by the call, which made it so or found it so. */
  readonly filled: readonly PageRunBody[];
  readonly emptied: readonly PageRunBody[];
  readonly loosened: readonly PageRunBody[];
  readonly dropped: readonly PageRunBody[];
  /** Runs beyond the bound of each list. */
  readonly leftOut: number;
  readonly tables: readonly {
    readonly level: string;
    readonly tableBytes: number;
    readonly allocated: { readonly least: number; readonly most: number };
    readonly freed: { readonly least: number; readonly most: number };
    /** Tables that hang elsewhere now. */
    readonly moved: number;
  }[];
}
