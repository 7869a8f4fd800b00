/**
 * What an event asks of the address space, as it is drawn over the rows: ranges as brackets, and what was in their way. Pages
 * count in 4096 bytes; ranges are half-open and cover all that is touched.
 */

export interface AskedBody {
  readonly outcome: 'succeeded' | 'failed';
  /** 'ENOMEM', 'SIGSEGV'; null for brk, which says so by the old break, for a transfer cut short, and for a success. */
  readonly error: string | null;
  readonly ranges: readonly AskedRange[];
  readonly troubles: readonly Trouble[];
}

/**
 * 'range': what the call is about. 'old', 'growth', 'new': of a mapping that is resized or moved. 'hint': a place that the
 * kernel need not take. 'read', 'write': memory that the kernel uses for the call. 'done': as far as a transfer came that was
 * cut short. 'access': of the program itself.
 */
export type AskedRole = 'range' | 'old' | 'growth' | 'new' | 'hint' | 'read' | 'write' | 'done' | 'access';

export interface AskedRange {
  readonly role: AskedRole;
  /** The role in the session's language: 'old range'. */
  readonly said: string;
  readonly start: number;
  readonly end: number;
  /** '0x7f…': the first byte, where it is not the first of its page. */
  readonly address?: string;
}

/** 'hole': nothing is mapped. 'too-small': the largest gap there is. What the others mean, model/why/asked/asked.ts says. */
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
  /** In the session's language: 'nothing is mapped'. */
  readonly said: string;
  readonly start: number;
  readonly end: number;
  readonly address?: string;
}

/** All that rows are cut for: brackets begin and end at the borders of rows. */
export const spansOf = ({
  ranges,
  troubles,
}: Pick<AskedBody, 'ranges' | 'troubles'>): readonly (AskedRange | Trouble)[] => [...ranges, ...troubles];
