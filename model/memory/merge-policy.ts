/**
 * What kernels have done differently about merging, as choices. Which kernel chose what stands in
 * kernel/merging-of-kernel.ts: here are only the choices.
 */
export interface MergePolicy {
  /**
   * The neighbour that a new VMA joins first, where it suits both and they perhaps not one another.
   *
   *     low  new  high      'low'          'high'
   *     AAAA .... BBBB      joins A        joins B
   *     ---- .... BBBB      all one        joins B, the untouched one stays
   *     AAAA .... ----      all one        all one
   */
  readonly newJoinsFirst: 'low' | 'high';
  /** Memory that was touched may join a neighbour that never was. What never was may always join what was. */
  readonly touchedJoinsUntouched: boolean;
  /**
   * What a VMA with a close hook (SysV shm) may still do: nothing, be extended upwards, or anything but vanish in another.
   */
  readonly closeHook: 'stays-alone' | 'grows-up' | 'never-vanishes';
}

/** As measured on 6.18. */
export const NEWEST_MERGING: MergePolicy = {
  newJoinsFirst: 'low',
  touchedJoinsUntouched: true,
  closeHook: 'never-vanishes',
};
