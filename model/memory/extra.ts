/**
 * What a VMA carries beside its flags and keeps it from merging: one word for each kind, `kind:value`, in the order of the
 * alphabet. Words without a colon are letters of a snapshot's VmFlags that the model has no flag for.
 *
 *     pkey:3 policy:bind:1 userfault:5:1
 */
import type { Vma } from './vma';

export type ExtraKind =
  /** pkey_mprotect's protection key. */
  | 'pkey'
  /** mbind's memory policy: equal values are equal policies. mm/mempolicy.c: __mpol_equal */
  | 'policy'
  /** VM_SHADOW_STACK. */
  | 'shadow-stack'
  /** A userfaultfd's registration: description, modes. fs/userfaultfd.c */
  | 'userfault';

const wordsOf = (extra: Vma['extra']): readonly string[] => (extra === undefined ? [] : extra.split(' '));

/** Undefined: the VMA has nothing of the kind. */
export const extraOf = ({ extra }: Pick<Vma, 'extra'>, kind: ExtraKind): string | undefined =>
  wordsOf(extra)
    .find((word) => word.startsWith(`${kind}:`))
    ?.slice(kind.length + 1);

/** `extra` with another value of one kind; undefined takes it away. A value holds no blanks. */
export function withExtra(
  extra: Vma['extra'],
  kind: ExtraKind,
  value: string | undefined,
): string | undefined {
  const others = wordsOf(extra).filter((word) => !word.startsWith(`${kind}:`));
  const words = value === undefined ? others : [...others, `${kind}:${value}`];
  return words.length === 0 ? undefined : words.sort().join(' ');
}
