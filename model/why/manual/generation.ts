/**
 * What the manual pages said of an error, generation by generation, and what the kernel of each time did where that was
 * something else. Pages promise, kernels answer: where they part, a reader of an old page or of an old program is misled.
 * All sentences are our own; the sources are named beside them.
 */
import type { Source } from '../../kernel/check';
import type { Message } from '../message-shape';

/**
 * '1996': the pages for Linux 1.3.87. '2.4': the pages that describe 2.4, some of them written a little later. '2010':
 * man-pages 3.55 (the page of mremap in it is of 2010). 'today': man-pages 6.
 */
export type Era = '1996' | '2.4' | '2010' | 'today';

export const eras: readonly Era[] = ['1996', '2.4', '2010', 'today'];

export interface Generation {
  readonly era: Era;
  /** 'silent': the page does not mention it. 'not-at-hand': no page of that time was read. */
  readonly says: Message | 'silent' | 'not-at-hand';
  /** What the kernel of that time does, where the page does not say so. */
  readonly kernel?: Message;
  readonly sources: readonly [Source, ...Source[]];
}

/** One thing that pages say an errno stands for. */
export interface ManualStatement {
  readonly errno: string;
  /**
   * Ids of the checks of today that the statement is about. Empty: the page says so, and no kernel of today answers it.
   * Absent: all that the errno stands for.
   */
  readonly checks?: readonly string[];
  /** Oldest first, each era once. */
  readonly generations: readonly Generation[];
}

/** What the pages say of one call's errors; the first statement of an errno is its main sense. */
export interface CallManual {
  /** As programs write it: 'mremap'. */
  readonly call: string;
  readonly statements: readonly ManualStatement[];
}
