/**
 * Where a call met what made it fail: the ranges that the broken check names, by what the check is about. Limits and flags
 * have no place in the address space.
 */
import { Prot, type Vma } from '../../memory/vma';
import { lengthOf, overlaps, pageRange, within, type PageRange } from '../../memory/page';
import type { Before, CheckAnswer, Fact, FactName } from '../../kernel/check';
import { pageBytes } from '../../kernel/layout';
import { touched, type AskedRange, type Trouble, type TroubleKind } from './asked-range';

type RangeFact = Extract<Fact, { fact: 'range' }>;

export function troublesOf(
  broken: CheckAnswer | undefined,
  ranges: readonly AskedRange[],
  before: Before,
): readonly Trouble[] {
  if (broken === undefined) return [];
  const { id, verdict } = broken;
  if (id.endsWith('misaligned')) return misaligned(id, ranges, before);
  if (/beyond-(task-size|user-space)$|out-of-range$|range-wraps$/.test(id)) return beyondEnd(ranges, before);
  if (/below-mmap-min-addr$|brk\.below-start$/.test(id)) return wholly('too-low', ranges);
  if (/ranges-overlap$|destroys-its-source$/.test(id)) return overlapping(ranges);
  if (verdict.answer === 'passes' || verdict.answer === 'not-reached') return [];
  const facts =
    verdict.answer === 'fails' ? verdict.facts : [...(verdict.facts ?? []), ...(verdict.because.facts ?? [])];
  const short = tooSmall(facts, before);
  if (short !== undefined) return [short];
  const places = facts.filter((fact): fact is RangeFact => fact.fact === 'range');
  if (id === 'mremap.no-room-in-place') return noRoom(places, ranges, before);
  return places.flatMap((fact) => ofFact(id, fact, ranges, before));
}

/** What the fact says of its range; a hole is shown as far as it was asked for. */
function ofFact(
  id: string,
  { name, state, range }: RangeFact,
  ranges: readonly AskedRange[],
  before: Before,
): readonly Trouble[] {
  if (state === 'unknown') return [{ what: 'unknown', pages: askedPartOf(range, ranges) }];
  if (state === 'free') return [{ what: 'hole', pages: askedPartOf(range, ranges) }];
  if (name === 'next')
    return [{ what: id.endsWith('beyond-vma') ? 'other-mapping' : 'in-the-way', pages: range }];
  if (name === 'border') return [{ what: 'other-mapping', pages: range }];
  if (name !== 'vma' || id.endsWith('beyond-vma')) return [];
  const vma = before.space.vmaAt(range.start);
  return [{ what: vma === undefined ? 'refuses' : kindOf(id, vma), pages: range }];
}

function kindOf(id: string, vma: Vma): TroubleKind {
  if (/range-in-use$|too-close$/.test(id)) return 'in-the-way';
  if (id.endsWith('sealed')) return 'sealed';
  if (!id.endsWith('not-populated')) return 'refuses';
  if (vma.prot === Prot.none) return 'no-access';
  return vma.backing.kind === 'anonymous' ? 'refuses' : 'beyond-object';
}

/**
 *     | VMA [ old  )growth |        'growth' lies in the mapping itself
 *     | VMA [ old  )| next |        the next mapping
 *     | VMA [ old  )| ? |           nothing is known
 */
function noRoom(
  places: readonly RangeFact[],
  ranges: readonly AskedRange[],
  before: Before,
): readonly Trouble[] {
  const next = places.find(({ name }) => name === 'next');
  if (next !== undefined) return [{ what: 'in-the-way', pages: next.range }];
  const open = places.find(({ state }) => state === 'unknown');
  const growth = ranges.find(({ role }) => role === 'growth');
  if (open !== undefined) return [{ what: 'unknown', pages: open.range }];
  const own = places.find(({ name }) => name === 'vma')?.range;
  if (growth === undefined || own === undefined) return [];
  return overlaps(own, growth.pages)
    ? [{ what: 'in-the-way', pages: pageRange(growth.pages.start, own.end) }]
    : beyondEnd([growth], before);
}

/** Where nothing found room, the largest gap: of several as large, the highest. */
function tooSmall(facts: readonly Fact[], { space }: Before): Trouble | undefined {
  const pages = (wanted: FactName): number | undefined => {
    const found = facts.find((fact) => fact.fact === 'number' && fact.name === wanted);
    return found?.fact === 'number' && found.unit === 'pages' ? Number(found.value) : undefined;
  };
  const [asked, largest] = [pages('asked'), pages('largest-gap')];
  if (asked === undefined || largest === undefined || largest === 0) return undefined;
  const gap = space.highestGap(pageRange(0, space.taskSize), largest);
  return gap === undefined ? undefined : { what: 'too-small', pages: gap, missing: asked - largest };
}

/** The address that the check is about: mremap has two. */
function misaligned(id: string, ranges: readonly AskedRange[], before: Before): readonly Trouble[] {
  const page = pageBytes(before);
  const wanted = id.includes('new-address') ? 'new' : undefined;
  const range =
    ranges.find(({ role, address }) => (wanted === undefined || role === wanted) && address % page !== 0n) ??
    ranges[0];
  return range === undefined
    ? []
    : [{ what: 'misaligned', pages: touched(range.address, 1n), address: range.address }];
}

function beyondEnd(ranges: readonly AskedRange[], { space }: Before): readonly Trouble[] {
  const range = ranges.filter(({ pages }) => pages.end > space.taskSize).at(-1);
  if (range === undefined) return [];
  const start = Math.max(range.pages.start, space.taskSize);
  return [{ what: 'beyond-end', pages: pageRange(start, range.pages.end) }];
}

const wholly = (what: TroubleKind, ranges: readonly AskedRange[]): readonly Trouble[] =>
  ranges.slice(-1).map(({ pages }) => ({ what, pages }));

function overlapping([first, second]: readonly AskedRange[]): readonly Trouble[] {
  if (first === undefined || second === undefined || !overlaps(first.pages, second.pages)) return [];
  return [{ what: 'overlap', pages: within(first.pages, second.pages) }];
}

function askedPartOf(range: PageRange, ranges: readonly AskedRange[]): PageRange {
  const asked = ranges.find(({ pages }) => overlaps(pages, range));
  if (asked === undefined) return range;
  const part = within(range, asked.pages);
  return lengthOf(part) > 0 ? part : range;
}
