/**
 * Address spaces as a snapshot right after execve shows them, drawn one character a page, low addresses on the left:
 *
 *     'eE....W..R|'     the area where the kernel looks for room, its base at the bar; '^' is the base of a legacy layout
 *
 *     W rw-   R r--   G grows down   S shared   . free   ? unknown
 *
 * The drawing ends (legacy: begins) at the base; all else is free but for a stack far above.
 */
import type { AddressSpace, SpaceId } from '../../../../model/memory/address-space';
import type { MmapBase } from '../../../../model/memory/mmap-base';
import { pageNumber, pageRange, type PageRange } from '../../../../model/memory/page';
import { emptySpace } from '../../../../model/memory/space-birth';
import { VmFlag, type Vma } from '../../../../model/memory/vma';
import { taskSizeInPages } from '../../../../model/kernel/layout';
import { kernelVersion } from '../../../../model/kernel/versions';
import { judge } from '../../../../model/kernel/judge';
import type { Prediction } from '../../../../model/kernel/check';
import type { Architecture } from '../../../../model/process/world';
import { noOrigin } from '../../memory/drawing';
import { beforeOf, callOf, type Circumstances, type Written } from '../before';

/** Page of the base in drawings that end at it; not on the border of a huge page. */
export const BASE = 0x7fff_f7ff_0;
export const LEGACY = 0x2aaa_aaaa_b;

const KINDS: Readonly<Record<string, Partial<Vma>>> = {
  W: { prot: 3 },
  R: { prot: 1 },
  G: { prot: 3, flags: VmFlag.growsDown },
  S: { prot: 3, flags: VmFlag.shared | VmFlag.mayShare, backing: { kind: 'shmem', object: 1 } },
};

export interface Layout {
  readonly space: AddressSpace;
  /** Page of the drawing's first character. */
  readonly first: number;
}

export interface Drawn {
  /** Pages that one character stands for. */
  readonly scale?: number;
  readonly base?: Partial<MmapBase>;
  readonly architecture?: Architecture;
}

export function layoutOf(
  drawing: string,
  { scale = 1, base = {}, architecture = 'x86-64' }: Drawn = {},
): Layout {
  const isUp = drawing.startsWith('^');
  const pages = drawing.replace(/[|^]/g, '');
  const at = base.lowest ?? pageNumber(isUp ? LEGACY : BASE);
  const first = isUp ? at : at - pages.length * scale;
  const vmas: Vma[] = [];
  const unknown: PageRange[] = [];
  for (const run of pages.matchAll(/(.)\1*/g)) {
    const start = first + run.index * scale;
    const range = pageRange(start, start + run[0].length * scale);
    const kind = KINDS[run[0].charAt(0)];
    if (run[0].startsWith('?')) unknown.push(range);
    else if (kind !== undefined) vmas.push(vmaAt(range, kind));
  }
  const space = emptySpace({
    id: 1 as SpaceId,
    taskSize: taskSizeInPages(architecture, architecture === 'i386' ? 'x86-64' : architecture),
    unknown: 'none',
    unknownPages: unknown,
    past: 'exec',
    vmas,
    facts: {
      mmapBase: {
        direction: isUp ? 'up' : 'down',
        lowest: at,
        highest: at,
        shownBy: 'interpreter',
        kernelSince: kernelVersion(6, 13),
        ...base,
      },
    },
  });
  return { space, first };
}

const vmaAt = (range: PageRange, kind: Partial<Vma>): Vma => ({
  ...range,
  prot: 3,
  flags: 0,
  backing: { kind: 'anonymous' },
  pgoff: range.start,
  anonVma: 'unknown',
  origin: noOrigin,
  certainty: 'exact',
  ...kind,
});

/** What the rules say of a call in the layout. */
export const predictedIn = (
  { space }: Layout,
  call: readonly [name: string, ...args: Written[]],
  given: Circumstances = {},
): Prediction => {
  const [name, ...args] = call;
  return judge(callOf(name, args, 7, given.architecture), beforeOf(space, given)).predicted;
};

/** The page of a predicted address, counted from the first page of the drawing; else why there is none. */
export function placeIn(
  layout: Layout,
  call: readonly [name: string, ...args: Written[]],
  given: Circumstances = {},
): number | string {
  const predicted = predictedIn(layout, call, given);
  if (predicted.kind === 'error') return predicted.errno;
  if (predicted.kind === 'undecidable') return predicted.because.code;
  return predicted.value === undefined
    ? (predicted.because?.code ?? 'no reason')
    : Number(predicted.value >> 12n) - layout.first;
}

export const PAGE = 4096;
export const AP = 'MAP_PRIVATE|MAP_ANONYMOUS|MAP_NORESERVE';
export const anonymous = (
  pages: number,
  hint: bigint | number = 0,
  flags = AP,
): readonly [string, ...Written[]] => ['mmap', hint, pages * PAGE, 'PROT_READ', flags, -1, 0];
