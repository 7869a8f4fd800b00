/**
 * A case breaks one check of a call, and that one only.
 */
import type { AddressSpace } from '../../../../model/memory/address-space';
import type { SpaceFacts } from '../../../../model/memory/address-space';
import { VmFlag, type Vma } from '../../../../model/memory/vma';
import { eventIndex } from '../../../../model/trace/positions';
import { BASE, drawn, edited, pages } from '../../memory/drawing';
import type { Circumstances, Written } from '../before';

export interface Case {
  /** The check. */
  readonly id: string;
  readonly space: string | AddressSpace;
  readonly call: readonly [name: string, ...args: Written[]];
  readonly given?: Circumstances;
  /**
   * What the check answers: 'fails' unless said. 'open': it can't be told, and so the prediction neither. 'no-trace': no
   * log shows it, and it is expected to pass.
   */
  readonly answer?: 'open' | 'no-trace';
  /** Checks further down that the same fault breaks too. */
  readonly also?: readonly string[];
}

/** Bytes: the address of a page of the drawing. */
export const p = (page: number, plus = 0): bigint => (BigInt(BASE + page) << 12n) + BigInt(plus);
export const PG = 4096;
/** The first address that user space cannot map. */
export const TASK_SIZE = 0x7fff_ffff_f000n;

/** The drawing, with the VMAs of a range changed. */
export const changed = (drawing: string, from: number, to: number, change: Partial<Vma>): AddressSpace =>
  edited(drawn(drawing), (edit) => edit.modify(pages(from, to), (vma) => ({ ...vma, ...change })), 3).space;

/** The drawing, with flags put on the VMAs of a range. */
export const flagged = (drawing: string, from: number, to: number, flags: number): AddressSpace =>
  edited(
    drawn(drawing),
    (edit) => edit.modify(pages(from, to), (vma) => ({ ...vma, flags: vma.flags | flags })),
    3,
  ).space;

/** The drawing, with guards in a range, or perhaps there. */
export const guarded = (
  drawing: string,
  from: number,
  to: number,
  kind: 'guard' | 'maybe-guard',
): AddressSpace =>
  edited(
    flagged(drawing, from, to, VmFlag.maybeGuard),
    (edit) => {
      if (kind === 'guard') edit.pages.guarded(pages(from, to));
      else edit.pages.maybeGuarded(pages(from, to));
    },
    3,
  ).space;

export const withFacts = (
  drawing: string | AddressSpace,
  facts: Partial<Pick<SpaceFacts, 'locked' | 'startBrk' | 'brk' | 'futureLock' | 'futureLockSetAt'>>,
): AddressSpace => {
  const edit = (typeof drawing === 'string' ? drawn(drawing) : drawing).edit(eventIndex(3));
  edit.setFacts(facts);
  return edit.finish().space;
};
