/** The manual through time in the body of `pagewalk/view`. */
import type { RichText } from './rich-text';

/** One generation of the manual pages. */
export interface ManualBody {
  readonly era: '1996' | '2.4' | '2010' | 'today';
  readonly title: RichText;
  readonly says: RichText;
  /** What the kernel of that time does, where the page does not say so. */
  readonly kernel: RichText | null;
  readonly sources: readonly string[];
}
