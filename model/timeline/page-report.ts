/**
 * All that can be said of one page at one position: the walk through the tables, and from the log's history what the space
 * itself does not keep: when open memory was mapped, and whether a fork has since shared what was the process's own.
 */
import type { MemoryCall } from '../kernel/memory-call';
import { fillsAtOnce } from '../kernel/new-pages';
import type { Vma } from '../memory/vma';
import { MAP } from '../kernel/abi/mmap-flags';
import { MADV } from '../kernel/abi/memory-flags';
import { moveAbilities, pageTablesOf, reclaimsTables, type ChosenGeometry } from '../kernel/page-tables';
import type { AddressSpace, SpaceId } from '../memory/address-space';
import { pageOf, pageRange, type PageNumber, type PageRange } from '../memory/page';
import { applyChange } from '../memory/space-change';
import type { Geometry, GeometryName } from '../memory/page-tables/geometry';
import { pageWork, type PageWork } from '../memory/page-tables/page-work';
import { tableCounts, type TableCounts } from '../memory/page-tables/table-counts';
import { tableSections, type TableSection } from '../memory/page-tables/table-entries';
import { walkOf, type PageWalk } from '../memory/page-tables/walk';
import type { EventIndex } from '../trace/positions';
import type { Position, Timeline } from './timeline';

export interface PageReport {
  readonly chosen: ChosenGeometry;
  /** Those of the traced machine, where others were given too; undefined: they are not described. */
  readonly own: ChosenGeometry | undefined;
  readonly walk: PageWalk;
  /** The table of each step. */
  readonly sections: readonly TableSection[];
  /** Of an open page: the event that mapped it without filling it. */
  readonly mappedEmptyAt: EventIndex | undefined;
  /** Of a page of the process's own: the latest fork since, which shares it until one side writes. */
  readonly sharedSince: EventIndex | undefined;
  readonly counts: TableCounts;
}

/** @param space as it is at the position. Undefined where the machine's page tables are not described. */
export function pageReport(
  timeline: Timeline,
  position: Position,
  space: AddressSpace,
  address: bigint,
  given: GeometryName | undefined,
): PageReport | undefined {
  const own = pageTablesOf(timeline.machine, space, undefined);
  const chosen = given === undefined ? own : pageTablesOf(timeline.machine, space, given);
  if (chosen === undefined) return undefined;
  const walk = walkOf(space, address, chosen.geometry);
  const { entry } = walk;
  const isBlank = entry?.state === 'open' && entry.run === undefined;
  return {
    chosen,
    own,
    walk,
    sections: tableSections(space, walk),
    mappedEmptyAt: isBlank ? mappedAt(timeline, space.id, pageOf(walk.address), position) : undefined,
    sharedSince:
      entry?.run?.kind === 'own' ? forkSince(timeline, space.id, entry.run.event, position) : undefined,
    counts: tableCounts(space, chosen.geometry),
  };
}

/** Changes of the VMA that are looked through on the way back to its mmap. */
const MOST_TOUCHES = 32;

function mappedAt(
  timeline: Timeline,
  space: SpaceId,
  page: PageNumber,
  before: Position,
): EventIndex | undefined {
  const range = pageRange(page, page + 1);
  let looked = 0;
  for (const { event, how } of timeline.touching(space, range, before)) {
    if (how === 'mapped') return wasMapped(timeline, event, page) ? event : undefined;
    if (how === 'moved' || how === 'unmapped' || ++looked >= MOST_TOUCHES) return undefined;
  }
  return undefined;
}

/** What an event only proved to be mapped was there before, perhaps with pages. */
const wasMapped = (timeline: Timeline, event: EventIndex, page: PageNumber): boolean =>
  (timeline.changeAt(event)?.spaces ?? []).some(({ added }) =>
    added.some(
      (vma) =>
        vma.start <= page && page < vma.end && vma.certainty === 'exact' && vma.origin.mapped === event,
    ),
  );

function forkSince(
  timeline: Timeline,
  space: SpaceId,
  event: EventIndex,
  before: Position,
): EventIndex | undefined {
  const fork = timeline.lastFork(space, before);
  return fork !== undefined && fork > event ? fork : undefined;
}

/** What an event did to the page tables of a space; undefined where it changed nothing there. */
export function pageWorkOf(
  timeline: Timeline,
  event: EventIndex,
  space: SpaceId,
  geometry: Geometry,
): PageWork | undefined {
  const change = timeline.changeAt(event)?.spaces.find((one) => one.space === space);
  const before = timeline.worldAt(event).space(space);
  if (change === undefined || before === undefined) return undefined;
  const after = applyChange(before, change);
  const call = timeline.memoryCallAt(event);
  const work = pageWork(before, after, change, geometry, {
    ...moveAbilities(timeline.machine),
    event,
    attempted: call === undefined ? [] : attemptedBy(call, change.added, after),
    reclaimsTables: call !== undefined && discards(call) && reclaimsTables(timeline.machine),
  });
  return call !== undefined && onlyLooks(call) ? { ...work, tables: [] } : work;
}

const discards = (call: MemoryCall): boolean =>
  call.call === 'madvise' &&
  (call.advice.value === MADV.DONTNEED || call.advice.value === MADV.DONTNEED_LOCKED);

/** mincore shows what is there; it makes nothing. */
const onlyLooks = (call: MemoryCall): boolean => call.call === 'mincore';

/** What the kernel goes through to fill it, whether or not each page can be: pages of files may lie behind their end. */
function attemptedBy(call: MemoryCall, added: readonly Vma[], after: AddressSpace): readonly PageRange[] {
  switch (call.call) {
    case 'mmap': {
      const populates = ((call.flags.value ?? 0) & (MAP.POPULATE | MAP.NONBLOCK)) === MAP.POPULATE;
      return populates ? added : added.filter(fillsAtOnce);
    }
    case 'mlockall':
      return [...after.vmas()].filter(fillsAtOnce);
    case 'mlock':
    case 'mlock2':
    case 'mprotect':
    case 'pkey_mprotect':
    case 'mremap':
    case 'brk':
    case 'shmat':
      return added.filter(fillsAtOnce);
    default:
      return [];
  }
}
