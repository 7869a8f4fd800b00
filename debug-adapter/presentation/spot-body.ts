/** The spot of a failure as rows: what was asked for, cut where its ranges begin and end, and the neighbours on both sides. */
import { segmentsIn, type Segment } from '../../model/kernel/coverage';
import type { AddressSpace } from '../../model/memory/address-space';
import { addressOf, overlaps, pageNumber, pageRange, type PageRange } from '../../model/memory/page';
import { quote, say, textOf } from '../../model/why/message';
import { NULL_PAGES } from '../../model/why/pointers/page-account';
import type { Asked, Trouble } from '../../model/why/asked/asked-range';
import type { Message } from '../../model/why/message-shape';
import { bytesAtAGlance, hexOf } from '../../model/why/sizes';
import { protOf, whatIs } from '../../model/why/vma-in-words';
import { nameOf } from '../../model/memory/names';
import type { Vma } from '../../model/memory/vma';
import type { Language } from '../../model/why/words/language';
import type { SpotBody, SpotRow } from '../../picture/spot';
import { roleInWords, troubleInWords } from './asked-words';
import { kindOf } from './region';

/** A table is read up to about here; beyond it the drawing is the better place. */
const MOST_ROWS = 12;
/** Of many borders and troubles, so many from below and from above are shown, each with its neighbours. */
const MOST_TELLING = 3;

/** A stretch of one VMA, or of a hole, that no border of what is asked for cuts. */
type Piece = Segment;

/** Null where the event met no trouble in the address space: limits and flags have no place in it. */
export function spotBody(space: AddressSpace, asked: Asked, language: Language): SpotBody | null {
  if (asked.outcome !== 'failed' || asked.troubles.length === 0) return null;
  const places = [...asked.ranges, ...asked.troubles].map(({ pages }) => pages);
  const borders = places.flatMap(({ start, end }) => [start, end]);
  const pieces = joined(places.map((pages) => withNeighbours(pages, space)))
    .flatMap((range) => segmentsIn(space, range))
    .flatMap((segment) => cut(segment, borders))
    .map(withoutNull);
  const written = new Writer(space, asked, language);
  return { rows: saidOnce(bounded(pieces, asked).map((some) => written.row(some))) };
}

/** What is wrong with one row after the other is said of the first. */
const saidOnce = (rows: readonly SpotRow[]): readonly SpotRow[] =>
  rows.map((row, i) => ({
    ...row,
    troubles: row.troubles.filter((trouble) => rows[i - 1]?.troubles.includes(trouble) !== true),
  }));

/** The VMAs that it reaches, whole, and on both sides what it touches: the next VMA, or what is free up to there. */
function withNeighbours({ start, end }: PageRange, space: AddressSpace): PageRange {
  const below = space.lastStartingBelow(start);
  const above = space.firstEndingAbove(end);
  return pageRange(
    below === undefined ? start : below.end >= start ? below.start : below.end,
    above === undefined ? end : above.start <= end ? above.end : above.start,
  );
}

function joined(ranges: readonly PageRange[]): readonly PageRange[] {
  const all: PageRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last === undefined || range.start > last.end) all.push(range);
    else if (range.end > last.end) all[all.length - 1] = pageRange(last.start, range.end);
  }
  return all;
}

function cut(segment: Segment, borders: readonly number[]): readonly Piece[] {
  const inside = [...new Set(borders)].filter((at) => at > segment.start && at < segment.end);
  const ends = [...inside.sort((a, b) => a - b), segment.end];
  return ends.map((end, i) => ({
    ...segment,
    start: i === 0 ? segment.start : pageNumber(ends[i - 1] ?? segment.start),
    end: pageNumber(end),
  }));
}

/** Nothing is ever mapped around NULL, whether the log shows it or not. */
const withoutNull = (piece: Piece): Piece =>
  piece.kind === 'hole' && piece.end <= NULL_PAGES ? { ...piece, state: 'free' } : piece;

/** Rows, each of one piece or of a run that is left out: what lies in the middle of a long range, untroubled. */
function bounded(pieces: readonly Piece[], asked: Asked): readonly (readonly Piece[])[] {
  if (pieces.length <= MOST_ROWS) return pieces.map((piece) => [piece]);
  const borders = new Set(
    [...asked.ranges, ...asked.troubles].flatMap(({ pages }) => [pages.start, pages.end]),
  );
  const telling = pieces.flatMap((piece, i) =>
    borders.has(piece.start) || borders.has(piece.end) || troublesIn(piece, asked).length > 0 ? [i] : [],
  );
  const kept = new Set<number>([0, pieces.length - 1]);
  for (const i of [...telling.slice(0, MOST_TELLING), ...telling.slice(-MOST_TELLING)])
    for (const at of [i - 1, i, i + 1]) kept.add(at);
  const rows: Piece[][] = [];
  let run: Piece[] | undefined;
  pieces.forEach((piece, i) => {
    if (kept.has(i)) {
      run = undefined;
      rows.push([piece]);
    } else if (run === undefined) rows.push((run = [piece]));
    else run.push(piece);
  });
  return rows;
}

/** Of a mapping that is in the way, what was asked for is; the whole, where nothing of it was. */
const troublesIn = (range: PageRange, { ranges, troubles }: Asked): readonly Trouble[] =>
  troubles.filter(
    ({ pages }) => overlaps(pages, range) && (isAsked(range, ranges) || !isAsked(pages, ranges)),
  );

const isAsked = (range: PageRange, ranges: Asked['ranges']): boolean =>
  ranges.some(({ pages }) => overlaps(pages, range));

class Writer {
  constructor(
    private readonly space: AddressSpace,
    private readonly asked: Asked,
    private readonly language: Language,
  ) {}

  row(pieces: readonly Piece[]): SpotRow {
    const [first] = pieces;
    const last = pieces.at(-1);
    const range = pageRange(first?.start ?? 0, last?.end ?? 0);
    const { ranges } = this.asked;
    const troubles = troublesIn(range, this.asked);
    const rolesOf = (some: Asked['ranges']): readonly string[] =>
      some.map(({ role }) => this.#words(roleInWords(role)));
    const place = {
      start: hexOf(addressOf(range.start)),
      end: hexOf(addressOf(range.end)),
      size: this.#words(say('text', { text: bytesAtAGlance(BigInt(range.end - range.start) * 4096n) })),
      asked: isAsked(range, ranges),
      roles: rolesOf(ranges.filter(({ pages }) => pages.start >= range.start && pages.start < range.end)),
      continued: rolesOf(ranges.filter(({ pages }) => pages.start < range.start && pages.end > range.start)),
      troubles: troubles.map((trouble) => this.#words(withAddress(trouble))),
      open: troubles.length > 0 && troubles.every(({ what }) => what === 'unknown'),
    };
    if (first === undefined || pieces.length > 1)
      return {
        ...place,
        kind: 'left-out',
        prot: '',
        what: this.#words(
          say('spot.left-out', { count: String(pieces.filter(({ kind }) => kind === 'vma').length) }),
        ),
      };
    return { ...place, ...this.#content(first) };
  }

  #content(piece: Piece): Pick<SpotRow, 'kind' | 'prot' | 'what'> {
    if (piece.kind === 'hole')
      return piece.state === 'free'
        ? { kind: 'free', prot: '', what: this.#words(say('spot.free')) }
        : { kind: 'unknown', prot: '', what: this.#words(say('state.unknown')) };
    const { vma } = piece;
    const name = nameOf(vma, this.space);
    const what = this.#words(name === undefined || name === '' ? shortly(vma) : quote(name));
    return { kind: kindOf(vma, this.space), prot: protOf(vma), what };
  }

  #words(message: Message): string {
    return textOf(message, this.language);
  }
}

/** A row has little room. */
const shortly = (vma: Vma): Message =>
  vma.backing.kind === 'anonymous' ? say('spot.anonymous') : whatIs(vma);

/** A row begins with a page border: another address is said beside what is wrong with it. */
const withAddress = (trouble: Trouble): Message =>
  trouble.address === undefined || trouble.address === addressOf(trouble.pages.start)
    ? troubleInWords(trouble)
    : say('spot.at', { trouble: troubleInWords(trouble), address: hexOf(trouble.address) });
