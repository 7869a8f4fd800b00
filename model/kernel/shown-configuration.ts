/**
 * What answers show of the way the kernel was built: whether it takes an advice that needs a part which may be left out. A
 * call is judged by what stands before it, never by its own answer.
 */
import type { EventIndex } from '../trace/positions';
import { MADV } from './abi/memory-flags';

/** What a kernel is built with or without. Kconfig: KSM, TRANSPARENT_HUGEPAGE, MEMORY_FAILURE */
type Part = 'merging' | 'huge-pages' | 'memory-failure';

const PARTS: ReadonlyMap<number, Part> = new Map<number, Part>([
  [MADV.MERGEABLE, 'merging'],
  [MADV.UNMERGEABLE, 'merging'],
  [MADV.HUGEPAGE, 'huge-pages'],
  [MADV.NOHUGEPAGE, 'huge-pages'],
  [MADV.COLLAPSE, 'huge-pages'],
  [MADV.HWPOISON, 'memory-failure'],
  [MADV.SOFT_OFFLINE, 'memory-failure'],
]);

/** Parts that kernels for people and servers are built with; those for virtual machines often lack the third. */
export const isUsual = (advice: number): boolean => PARTS.get(advice) !== 'memory-failure';

interface Shown {
  readonly at: EventIndex;
  readonly isThere: boolean;
}

export class ShownConfiguration {
  private readonly parts = new Map<Part, Shown>();

  /** The first answer counts. */
  shows(advice: number, isThere: boolean, at: EventIndex): void {
    const part = PARTS.get(advice);
    if (part !== undefined && !this.parts.has(part)) this.parts.set(part, { at, isThere });
  }

  /** The call that showed it, if it stands before `event`. */
  before(advice: number, event: EventIndex): Shown | undefined {
    const part = PARTS.get(advice);
    const shown = part === undefined ? undefined : this.parts.get(part);
    return shown !== undefined && shown.at < event ? shown : undefined;
  }
}
