/**
 * The page table walk of one address as the wire has it: for the command line's JSON and for a view.
 */
import { addressOf, lengthOf, pageOf, type PageNumber, type PageRange } from '../../model/memory/page';
import type { AddressSpace } from '../../model/memory/address-space';
import type { Entry } from '../../model/memory/page-tables/entry';
import type { MovedEntries } from '../../model/memory/page-tables/moved-entries';
import type { PageWork } from '../../model/memory/page-tables/page-work';
import type { FoldedEntries, TableSection } from '../../model/memory/page-tables/table-entries';
import type { ByteRange } from '../../model/memory/page-tables/walk';
import type { PageRun } from '../../model/memory/page-run';
import type { PageReport } from '../../model/timeline/page-report';
import type { EventIndex } from '../../model/trace/positions';
import { hexOf } from '../../model/why/sizes';
import type { PageEntryBody, PageRunBody, PageWalkBody, PageWorkBody } from '../protocol/page';
import type { LineLink } from '../protocol/row';
import type { SpokenLanguage } from '../words/language';
import { tablesBody } from './tables-body';
import { vmaRow, type Link } from './vma-row';

/** Runs of one mapping in an answer; a program that advises page by page has many. */
const MOST_RUNS = 256;
const MOST_WORK = 64;
const MOST_MOVED_RUNS = 16;

/** What the event does, and the space before it. */
export interface WorkOf {
  readonly work: PageWork;
  readonly before: AddressSpace;
}

export function pageWalkBody(
  report: PageReport,
  space: AddressSpace,
  work: WorkOf | undefined,
  link: Link,
  language: SpokenLanguage,
  because: PageWalkBody['chosen'] = 'asked',
): PageWalkBody {
  const { walk, counts, sections } = report;
  const all = walk.entry?.vma === undefined ? [] : space.pagesIn(walk.entry.vma);
  const { runs, left } = around(all, pageOf(walk.address));
  return {
    address: hexOf(walk.address),
    chosen: because,
    kind: walk.kind,
    tables: tablesBody(report, language),
    steps: walk.steps.map(({ level, index, table, entry, exists, since }, n) => ({
      level: level.name,
      bits: [level.high, level.low],
      index,
      entries: level.entries,
      table: bytes(table),
      entry: bytes(entry),
      exists,
      since: linkOf(since, link),
      ...sectionBody(sections[n] ?? NO_SECTION),
    })),
    entry: entryBody(report, space, link),
    runs: runs.map((run) => runBody(run, link)),
    runCount: all.length,
    runsBefore: left,
    counts: {
      levels: counts.levels.map(({ level, tableBytes, counted, least, most }) => ({
        level,
        tableBytes,
        inVmPte: counted,
        least,
        most,
      })),
      vmPteKb: { least: counts.vmPte.least / 1024, most: counts.vmPte.most / 1024 },
      complete: counts.complete,
    },
    work: work === undefined ? null : workBody(work.work, work.before, link),
  };
}

/** The runs that stand around the page, and how many come before them. */
function around(all: readonly PageRun[], page: PageNumber): { runs: readonly PageRun[]; left: number } {
  const at = all.findIndex(({ end }) => end > page);
  const here = at < 0 ? all.length : at;
  const left = Math.max(0, Math.min(here - MOST_RUNS / 2, all.length - MOST_RUNS));
  return { runs: all.slice(left, left + MOST_RUNS), left };
}

type StepBody = PageWalkBody['steps'][number];

const NOTHING: FoldedEntries = { entries: 0, used: 0, nearest: undefined };
const NO_SECTION: TableSection = { near: [], before: NOTHING, after: NOTHING, kernelFrom: 0 };

const sectionBody = (section: TableSection): Pick<StepBody, 'near' | 'before' | 'after' | 'kernelFrom'> => ({
  near: section.near.map(({ index, state, page }) => ({ index, state, address: hexOf(addressOf(page)) })),
  before: foldedBody(section.before),
  after: foldedBody(section.after),
  kernelFrom: section.kernelFrom,
});

const foldedBody = ({ entries, used, nearest }: FoldedEntries): StepBody['before'] => ({
  entries,
  used,
  nearest: nearest === undefined ? null : hexOf(addressOf(nearest)),
});

function entryBody(
  { walk, mappedEmptyAt, sharedSince }: PageReport,
  space: AddressSpace,
  link: Link,
): PageEntryBody | null {
  const { entry } = walk;
  if (entry === undefined) return null;
  return {
    state: entry.state,
    was: entry.was ?? (mappedEmptyAt === undefined ? null : 'absent'),
    kind: entry.run?.kind ?? null,
    since: linkOf(entry.run?.event ?? mappedEmptyAt, link),
    movedAt: linkOf(movedAt(entry), link),
    hold: entry.hold ?? null,
    write: sharedSince !== undefined && entry.write === 'yes' ? 'after-copy' : (entry.write ?? null),
    sharedSince: linkOf(sharedSince, link),
    hugeAt: walk.hugeAt.map(({ name }) => name),
    vma: entry.vma === undefined ? null : vmaRow(entry.vma, space, link),
  };
}

const movedAt = ({ run, vma }: Entry): EventIndex | undefined =>
  run !== undefined && vma?.origin.moved !== undefined && vma.origin.moved > run.event
    ? vma.origin.moved
    : undefined;

export const runBody = (run: PageRun, link: Link): PageRunBody => ({
  ...pages(run),
  pages: lengthOf(run),
  kind: run.kind,
  since: link(run.event),
});

/** @param before the space that the event found. */
export const workBody = (work: PageWork, before: AddressSpace, link: Link): PageWorkBody => {
  const some = (runs: readonly PageRun[]): readonly PageRunBody[] =>
    runs.slice(0, MOST_WORK).map((run) => runBody(run, link));
  return {
    moved: work.moved.slice(0, MOST_WORK).map((part) => ({
      ...movedBody(part),
      runs: before
        .pagesIn(part.from)
        .slice(0, MOST_MOVED_RUNS)
        .map((run) => runBody(run, link)),
    })),
    filled: some(work.filled),
    emptied: some(work.emptied),
    loosened: some(work.loosened),
    dropped: some(work.dropped),
    leftOut:
      over(work.moved) + over(work.filled) + over(work.emptied) + over(work.loosened) + over(work.dropped),
    tables: work.tables,
  };
};

const over = ({ length }: readonly unknown[]): number => Math.max(0, length - MOST_WORK);

const movedBody = (part: MovedEntries): Omit<PageWorkBody['moved'][number], 'runs'> => ({
  level: part.level.name,
  entries: part.entries,
  from: { ...pages(part.from), index: part.fromIndex },
  to: { ...pages(part.to), index: part.toIndex },
  perhapsWhole: part.perhapsWhole,
});

const bytes = ({ start, end }: ByteRange): { start: string; end: string } => ({
  start: hexOf(start),
  end: hexOf(end),
});
const pages = ({ start, end }: PageRange): { start: string; end: string } => ({
  start: hexOf(addressOf(start)),
  end: hexOf(addressOf(end)),
});
const linkOf = (event: EventIndex | undefined, link: Link): LineLink | null =>
  event === undefined ? null : link(event);
