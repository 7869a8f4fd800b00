/**
 * What an mremap proves of borders that the model could only doubt: a call that moves or grows memory takes one VMA, all of
 * its old range in it, and is refused with EFAULT where it is not. mm/mremap.c: check_prep_vma (vma_to_resize until 6.14)
 */
import type { SpaceEdit } from '../../memory/address-space';
import { copyOfVma } from '../../memory/copies';
import { bordersInside, bordersOutside } from '../../memory/doubtful-borders';
import type { PageRange } from '../../memory/page';

/** The kernel took the range for one VMA: no border is inside. */
export function learnOneVma(range: PageRange, edit: SpaceEdit): void {
  const vma = edit.now.vmaAt(range.start);
  if (bordersInside(vma?.doubtfulBorders, range) === undefined) return;
  edit.mark({ start: range.start, end: vma?.end ?? range.end }, (whole) => {
    const borders = bordersOutside(whole.doubtfulBorders, range);
    if (borders === whole.doubtfulBorders) return whole;
    const better = copyOfVma(whole);
    better.doubtfulBorders = borders;
    return better;
  });
}

/** It found a border in the range: which, is known where only one can be meant, and the VMA's own end is none of them. */
export function learnBorder(range: PageRange, edit: SpaceEdit): void {
  const vma = edit.now.vmaAt(range.start);
  if (vma === undefined || vma.end < range.end) return;
  const borders = bordersInside(vma.doubtfulBorders, range) ?? [];
  const [only] = borders;
  if (borders.length === 1 && only?.first === only?.last && only !== undefined) edit.splitAt(only.first);
}
