/**
 * What mremap demands of the mapping that it is to change, before anything is changed. mm/mremap.c: check_prep_vma
 * (vma_to_resize until 6.14).
 */
import { bordersInside } from '../../memory/doubtful-borders';
import { isLocked } from '../../memory/locked';
import { pageRange } from '../../memory/page';
import { joint } from '../../memory/merging';
import { has, isAnonymous, VmFlag, type Vma } from '../../memory/vma';
import { countedAs } from '../../memory/vma-totals';
import type { Before, Check, Verdict } from '../check';
import { fitsAddressSpace, fitsData, fitsMemlock } from '../limits';
import { hugeUnitsOf } from '../huge-pages';
import type { MremapCall } from '../mapping-call';
import {
  argumentFact,
  cannotTell,
  demand,
  fails,
  failsIfAssumed,
  NOT_REACHED,
  numberFact,
  passes,
  rangeFact,
  read,
  seen,
  vmaFact,
} from '../verdict';
import { kernelVersion } from '../versions';
import { onVma } from './on-vma';
import { remappingOf, type Remapping } from './request';
import { notRefused, SPECIAL } from './several';

/** A call that neither grows nor relocates is done with its checks once the VMA was found. vrm_will_map_new */
const mapsNew = (remapping: Remapping): boolean => remapping.relocates || remapping.growth > 0;

const prep = seen('mm/mremap.c: check_prep_vma');

/** Finding the mapping. */
export const lookupChecks: readonly Check<MremapCall>[] = [
  {
    id: 'mremap.unmapped',
    errno: 'EFAULT',
    sources: [seen('mm/mremap.c: do_mremap'), read('mm/mremap.c: sys_mremap', '5.15')],
    demand: 'the old address is mapped',
    test: (call, before) => {
      const remapping = remappingOf(call, before);
      if (remapping === undefined) return NOT_REACHED;
      // Until 5.15 shrinking and same-size calls were done before the lookup; until 5.18 the latter returned a positive 14.
      const { kernel } = before.machine;
      const sameSize = remapping.oldPages === remapping.newPages;
      const early = kernel < kernelVersion(5, 16) || (kernel < kernelVersion(5, 19) && sameSize);
      if (early && !mapsNew(remapping)) return NOT_REACHED;
      const page = pageRange(remapping.from.start, remapping.from.start + 1);
      if (remapping.source === 'unknown')
        return cannotTell('unknown-memory', rangeFact('old', page, 'unknown'));
      if (remapping.vma !== undefined) return passes(vmaFact('vma', remapping.vma));
      return fails(argumentFact('old_address', call.oldAddress), rangeFact('hole', page, 'free'));
    },
  },
];

/** What it must be like. */
export const stateChecks: readonly Check<MremapCall>[] = [
  {
    id: 'mremap.sealed',
    errno: 'EPERM',
    since: kernelVersion(6, 10),
    sources: [prep, read('mm/mremap.c: remap_move'), read('mseal(2)', 'man-pages 6.20')],
    demand: 'no mapping to be changed is sealed',
    test: onVma((vma, remapping, before) => {
      if (remapping.movesSeveral) return notRefused('sealed', remapping, before);
      return has(vma, VmFlag.sealed) ? fails(vmaFact('vma', vma)) : passes();
    }),
  },
  {
    id: 'mremap.huge-pages',
    errno: 'EINVAL',
    until: kernelVersion(5, 15),
    sources: [read('mm/mremap.c: vma_to_resize', '5.10')],
    demand: 'huge pages are neither moved nor made more',
    test: onVma((vma, remapping) =>
      mapsNew(remapping) ? demand(!has(vma, VmFlag.hugeTlb), vmaFact('vma', vma)) : NOT_REACHED,
    ),
  },
  {
    id: 'mremap.huge-page-alignment',
    errno: 'EINVAL',
    since: kernelVersion(5, 16),
    sources: [seen('mm/mremap.c: align_hugetlb')],
    demand: 'huge pages are moved whole, to an address that suits them, and never grow',
    test: onVma((vma, { from, to, oldPages, newPages }, before) => {
      if (!has(vma, VmFlag.hugeTlb)) return NOT_REACHED;
      const size = hugeUnitsOf(vma, before);
      const huge = (pages: number): number => Math.ceil(pages / size);
      const aligned = from.start % size === 0 && (to === undefined || to.start % size === 0);
      return demand(aligned && huge(newPages) <= huge(oldPages), vmaFact('vma', vma));
    }),
  },
  {
    id: 'mremap.old-size-zero-private',
    errno: 'EINVAL',
    since: kernelVersion(4, 14),
    sources: [prep, read('mremap(2)', 'man-pages 6.20')],
    demand: 'an old size of zero, which duplicates a mapping, is given only for shared memory',
    test: onVma((vma, remapping, _before, call) => {
      if (remapping.oldPages !== 0 || !mapsNew(remapping)) return NOT_REACHED;
      if (has(vma, VmFlag.mayShare)) return passes(vmaFact('vma', vma));
      if (vma.backing.kind === 'unknown') return cannotTell('unknown-memory', vmaFact('vma', vma));
      return fails(argumentFact('old_size', call.oldSize), vmaFact('vma', vma));
    }),
  },
  {
    id: 'mremap.dontunmap-not-anonymous',
    errno: 'EINVAL',
    since: kernelVersion(5, 7),
    until: kernelVersion(5, 12),
    sources: [read('mm/mremap.c: vma_to_resize', '5.10')],
    demand: 'MREMAP_DONTUNMAP is used on private anonymous memory',
    test: onVma((vma, { dontUnmap }) => {
      if (!dontUnmap) return NOT_REACHED;
      if (vma.backing.kind === 'unknown') return cannotTell('unknown-memory', vmaFact('vma', vma));
      return demand(isAnonymous(vma) && !has(vma, VmFlag.mayShare), vmaFact('vma', vma));
    }),
  },
  {
    id: 'mremap.dontunmap-special',
    errno: 'EINVAL',
    since: kernelVersion(5, 13),
    sources: [prep],
    demand: 'MREMAP_DONTUNMAP is not used on a special mapping (vdso, vvar, a device)',
    test: onVma((vma, remapping, before) => {
      if (!remapping.dontUnmap) return NOT_REACHED;
      return remapping.movesSeveral
        ? notRefused('dontunmap-special', remapping, before)
        : demand(!has(vma, SPECIAL), vmaFact('vma', vma));
    }),
  },
  {
    id: 'mremap.beyond-vma',
    errno: 'EFAULT',
    sources: [prep, read('mremap(2)', 'man-pages 6.20')],
    demand: 'the old range lies in one mapping: one protection, one file, one set of flags',
    test: onVma((vma, remapping, before) => {
      if (!mapsNew(remapping) || remapping.movesSeveral) return NOT_REACHED;
      const pages = Math.min(remapping.oldPages, remapping.newPages);
      return withinOneVma(vma, pageRange(remapping.from.start, remapping.from.start + pages), before);
    }),
  },
  {
    id: 'mremap.several-with-own-rules',
    errno: 'EFAULT',
    since: kernelVersion(6, 17),
    sources: [read('mm/mremap.c: vma_multi_allowed')],
    demand:
      'of several mappings that are moved at once none has userfaultfd registered or a place rule of its own',
    test: onVma((_vma, remapping, before) =>
      remapping.movesSeveral ? notRefused('own-rules', remapping, before) : NOT_REACHED,
    ),
  },
  {
    id: 'mremap.offset-overflow',
    errno: 'EINVAL',
    sources: [prep],
    demand: 'the offset of the grown mapping can be counted in pages',
    test: onVma((vma, remapping) => {
      if (remapping.growth === 0) return NOT_REACHED;
      const last = vma.pgoff + (remapping.from.start - vma.start) + remapping.newPages;
      return demand(last < 2 ** 64, numberFact('pgoff', last, 'pages'));
    }),
  },
  {
    id: 'mremap.special-grows',
    errno: 'EFAULT',
    sources: [prep],
    demand: 'a special mapping (vdso, vvar, a device) does not grow',
    test: onVma((vma, { growth }) =>
      growth > 0 ? demand(!has(vma, SPECIAL), vmaFact('vma', vma)) : NOT_REACHED,
    ),
  },
  {
    // Every locked mapping was tested, also one that did not grow. mm/mremap.c: vma_to_resize
    id: 'mremap.over-lock-limit',
    errno: 'EAGAIN',
    until: kernelVersion(4, 3),
    sources: [read('mm/mremap.c: vma_to_resize', '3.1'), read('mremap(2)', 'man-pages 6.20')],
    demand: 'what is locked, with what a locked mapping grows by, fits below RLIMIT_MEMLOCK',
    test: onVma((vma, remapping, before) =>
      mapsNew(remapping) ? fitsIfLocked(vma, remapping.growth, before) : NOT_REACHED,
    ),
  },
  {
    id: 'mremap.over-lock-limit',
    errno: 'EAGAIN',
    since: kernelVersion(4, 4),
    sources: [prep, read('mm/mmap.c: mlock_future_ok'), read('mremap(2)', 'man-pages 6.20')],
    demand: 'what a locked mapping grows by fits below RLIMIT_MEMLOCK',
    test: onVma((vma, { growth }, before) => (growth > 0 ? fitsIfLocked(vma, growth, before) : NOT_REACHED)),
  },
  {
    id: 'mremap.over-address-space-limit',
    errno: 'ENOMEM',
    sources: [prep, read('mm/mmap.c: may_expand_vm')],
    demand: 'the growth fits below RLIMIT_AS',
    test: onVma((_vma, { growth }, before) => (growth > 0 ? fitsAddressSpace(before, growth) : NOT_REACHED)),
  },
  {
    id: 'mremap.over-data-limit',
    errno: 'ENOMEM',
    since: kernelVersion(4, 7),
    sources: [prep, read('mm/mmap.c: may_expand_vm')],
    demand: 'the growth of private writable memory fits below RLIMIT_DATA',
    test: onVma((vma, { growth }, before) =>
      growth > 0 && countedAs(vma) === 'data' ? fitsData(before, growth) : NOT_REACHED,
    ),
  },
];

/** The limit is asked for locked memory only; whether the VMA is, may be open. */
function fitsIfLocked(vma: Vma, growth: number, before: Before): Verdict {
  const locked = isLocked(vma);
  if (locked === false) return NOT_REACHED;
  const verdict = fitsMemlock(before, growth);
  return locked === true || verdict.answer !== 'fails'
    ? verdict
    : cannotTell('unknown-limit', vmaFact('vma', vma));
}

/**
 *      | VMA [ range )      |  passes
 *      | VMA       [ range  |  )        fails: a hole, or another mapping, begins inside
 *      | VMA  [ ra ? nge )  |           the model joined two VMAs at ? that the kernel may have kept apart
 */
function withinOneVma(vma: Vma, range: ReturnType<typeof pageRange>, before: Before): Verdict {
  if (range.end > vma.end) return beyond(vma, range, before);
  const [border] = bordersInside(vma.doubtfulBorders, range) ?? [];
  return border === undefined
    ? passes(vmaFact('vma', vma))
    : cannotTell(
        'unknown-merge',
        vmaFact('vma', vma),
        rangeFact('border', pageRange(border.first, border.last + 1), 'mapped'),
      );
}

function beyond(vma: Vma, range: ReturnType<typeof pageRange>, before: Before): Verdict {
  const next = before.space.vmaAt(vma.end);
  if (next !== undefined) {
    const { merges, certain, because } = joint(vma, next);
    const facts = [vmaFact('vma', vma), vmaFact('next', next)];
    if (because === 'inferred' && !certain) return cannotTell('unknown-memory', ...facts);
    if (certain) return fails(...facts);
    // They would be joined by whoever looks at the border: a call that failed left it, and nobody has looked since.
    return merges ? failsIfAssumed(...facts) : cannotTell('unknown-merge', ...facts);
  }
  const [hole] = before.space.holesIn(pageRange(vma.end, range.end));
  if (hole === undefined || hole.state === 'free')
    return fails(vmaFact('vma', vma), rangeFact('hole', hole ?? pageRange(vma.end, range.end), 'free'));
  return cannotTell('unknown-memory', vmaFact('vma', vma), rangeFact('hole', hole, 'unknown'));
}
