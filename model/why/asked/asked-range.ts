/**
 * Places that an event asks for, and what is wrong there: in bytes as the program gave them, and the pages that they touch.
 */
import { pageRange, type PageRange } from '../../memory/page';

/**
 * 'range': what the call is about. 'old', 'growth', 'new': of a mapping that is resized or moved. 'hint': a place that the
 * kernel need not take. 'read', 'write': memory that the kernel uses for the call. 'done': as far as a transfer came that was
 * cut short. 'access': of the program itself.
 */
export type AskedRole = 'range' | 'old' | 'growth' | 'new' | 'hint' | 'read' | 'write' | 'done' | 'access';

/** In bytes; `bytes` may pass the end of the address space. `pages`: all that it touches; one of no length touches its own page. */
export interface AskedRange {
  readonly role: AskedRole;
  readonly address: bigint;
  readonly bytes: bigint;
  readonly pages: PageRange;
}

/**
 * 'hole': nothing is mapped. 'unknown': nor does the log show whether it is. 'in-the-way': what should be free is mapped.
 * 'other-mapping': where one mapping was asked for, the next one begins. 'misaligned': an address between two page borders.
 * 'beyond-end': no address of user space. 'too-low': below vm.mmap_min_addr. 'overlap': old and new place are one.
 * 'beyond-object': mapped, behind the end of the file. 'too-small': the largest gap there is. 'refuses': a mapping that does not allow it, for another reason.
 */
export type TroubleKind =
  | 'hole'
  | 'unknown'
  | 'in-the-way'
  | 'other-mapping'
  | 'misaligned'
  | 'beyond-end'
  | 'too-low'
  | 'overlap'
  | 'read-only'
  | 'no-access'
  | 'beyond-object'
  | 'too-small'
  | 'sealed'
  | 'refuses';

export interface Trouble {
  readonly what: TroubleKind;
  readonly pages: PageRange;
  /** The byte that it began with, where it is not the first of the pages. */
  readonly address?: bigint;
  /** Pages that a gap is too small by. */
  readonly missing?: number;
}

export interface Asked {
  readonly outcome: 'succeeded' | 'failed';
  /** 'ENOMEM', 'SIGSEGV'; null for brk, which says so by the old break, and for a transfer that was cut short. */
  readonly error: string | null;
  readonly ranges: readonly AskedRange[];
  readonly troubles: readonly Trouble[];
}

/** The last page border of all, in pages. */
const ALL_PAGES = 2 ** 52;

/** Pages that the bytes touch, cut where 64 bits end. */
export function touched(address: bigint, bytes: bigint): PageRange {
  const start = Math.min(Number(BigInt.asUintN(64, address) >> 12n), ALL_PAGES - 1);
  const end = Number((address + (bytes > 0n ? bytes : 1n) + 4095n) >> 12n);
  return pageRange(start, Math.max(start + 1, Math.min(end, ALL_PAGES)));
}

export const askedRange = (role: AskedRole, address: bigint, bytes: bigint): AskedRange => ({
  role,
  address,
  bytes,
  pages: touched(address, bytes),
});
