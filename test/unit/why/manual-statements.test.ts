/**
 * Every statement that five old documents make about an errno is held against the kernel of today, by a line of a sample:
 * it answers so still, for the cause that the document means, or it does not, and a lesson says what happens instead.
 * The documents are named by page, language and generation: mremap.zh-tw.2.4-era is the page of mremap in traditional
 * Chinese for Linux 2.4. What they claim is told in our words.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NodeHost } from '../../../debug-adapter/host/node-host';
import { open } from '../../../debug-adapter/opening';
import type { Timeline } from '../../../model/timeline/timeline';
import { fileIndex, lineNumber } from '../../../model/trace/positions';
import { explain } from '../../../model/why/explain';
import type { Era } from '../../../model/why/manual/generation';
import { manualOf, manualOfCall } from '../../../model/why/manual';

/** The five documents, with the generation of the manual that each belongs to. */
const documents = {
  'mmap.es.1996': { call: 'mmap', era: '1996' },
  'mremap.es.1996': { call: 'mremap', era: '1996' },
  'mremap.de.1996': { call: 'mremap', era: '1996' },
  'mremap.zh-tw.2.4-era': { call: 'mremap', era: '2.4' },
  'mremap.en.3.55-2010': { call: 'mremap', era: '2010' },
} as const satisfies Readonly<Record<string, { call: string; era: Era }>>;
type Document = keyof typeof documents;

interface Statement {
  readonly document: Document;
  /** Where it stands in the document. */
  readonly at: number;
  readonly errno: string;
  readonly claim: string;
  /** The sample and its line where the kernel of today is asked. */
  readonly shown: readonly [sample: string, line: number];
  /** What it answers there: an errno by a check, or 'success'; then a lesson tells of it. */
  readonly today: 'success' | { readonly errno?: string; readonly check: string };
  readonly call?: 'munmap';
}

const since = (check: string, errno?: string): Statement['today'] =>
  errno === undefined ? { check } : { check, errno };

type Claim = readonly [
  errno: string,
  claim: string,
  sample: string,
  line: number,
  today: Statement['today'],
  call?: 'munmap',
];

/** The lines of a document that a list of claims belongs to. */
const of = (document: Document, at: number, ...claims: readonly Claim[]): readonly Statement[] =>
  claims.map(([errno, claim, sample, line, today, call]) => ({
    document,
    at,
    errno,
    claim,
    shown: [sample, line],
    today,
    ...(call === undefined ? {} : { call }),
  }));

const inTheHole: Claim = [
  'EFAULT',
  'an address of the old range is not valid',
  'mremap-efault',
  26,
  since('mremap.unmapped'),
];
const runsIntoAHole: Claim = [
  'EFAULT',
  'the old range runs into what is not mapped',
  'mremap-efault',
  27,
  since('mremap.beyond-vma'),
];
const ofTwoKinds: Claim = [
  'EFAULT',
  'mapped as a whole, but by mappings of different kinds',
  'mremap-efault',
  28,
  since('mremap.beyond-vma'),
];
const ofTwoKindsMoved: Claim = ['EFAULT', 'the same, where the size is kept', 'mremap-manual', 23, 'success'];
const notInPlace: Claim = [
  'ENOMEM',
  'it cannot grow in place, and MREMAP_MAYMOVE is not given',
  'mremap-enomem',
  25,
  since('mremap.no-room-in-place'),
];
const noAddresses: Claim = [
  'ENOMEM',
  'not enough virtual memory: addresses',
  'mremap-manual',
  30,
  since('mremap.no-gap'),
];
const overTheLimit: Claim = [
  'ENOMEM',
  'not enough memory for the process',
  'mremap-manual',
  32,
  since('mremap.over-address-space-limit'),
];
const unaligned: Claim = [
  'EINVAL',
  'the old address is off the page borders',
  'mremap-einval',
  24,
  since('mremap.old-address-misaligned'),
];
const lockedMoves: Claim = ['EAGAIN', 'locked: cannot be remapped, moved', 'mremap-manual', 19, 'success'];
const lockedGrows: Claim = [
  'EAGAIN',
  'locked: cannot be remapped, enlarged',
  'mremap-keeps-lock',
  26,
  'success',
];
const growsOverTheLimit: Claim = [
  'EAGAIN',
  'a locked segment would grow over RLIMIT_MEMLOCK',
  'mremap-eagain',
  20,
  since('mremap.over-lock-limit'),
];
const sevenMistakes: readonly Claim[] = [
  unaligned,
  ['EINVAL', 'an unknown flag', 'mremap-einval', 26, since('mremap.unknown-flags')],
  ['EINVAL', 'the new size is zero', 'mremap-einval', 25, since('mremap.new-size-zero')],
  ['EINVAL', 'the new size is not valid', 'mremap-einval', 27, since('mremap.new-size-too-large')],
  ['EINVAL', 'the new address is not valid', 'mremap-einval', 29, since('mremap.new-address-misaligned')],
  [
    'EINVAL',
    'the new address is not valid: too high',
    'mremap-einval',
    31,
    since('mremap.new-address-out-of-range'),
  ],
  ['EINVAL', 'the ranges overlap', 'mremap-einval', 30, since('mremap.ranges-overlap')],
  [
    'EINVAL',
    'MREMAP_FIXED without MREMAP_MAYMOVE',
    'mremap-einval',
    28,
    since('mremap.fixed-without-maymove'),
  ],
];

const spanish = 'mmap.es.1996';
const statements: readonly Statement[] = [
  ...of(spanish, 39, [
    'EINVAL',
    'a fixed address is not a multiple of the page size',
    'map-fixed',
    36,
    since('mmap.address-misaligned'),
  ]),
  ...of(spanish, 55, [
    'EINVAL',
    'munmap fails, probably so',
    'mmap-manual',
    35,
    since('munmap.address-misaligned'),
    'munmap',
  ]),
  ...of(spanish, 60, [
    'EBADF',
    'no valid descriptor, and not anonymous',
    'mmap-errors',
    20,
    since('mmap.fd-not-open'),
  ]),
  ...of(
    spanish,
    62,
    ['EACCES', 'private, not open for reading', 'mmap-errors', 21, since('mmap.fd-not-readable')],
    ['EACCES', 'shared and writable, not open for writing', 'mmap-errors', 22, since('mmap.fd-not-writable')],
  ),
  ...of(
    spanish,
    64,
    ['EINVAL', 'the start is off the page borders', 'mmap-manual', 19, since('mmap.address-misaligned')],
    ['EINVAL', 'the offset is off the page borders', 'mmap-manual', 18, since('mmap.offset-misaligned')],
    ['EINVAL', 'the length is off the page borders', 'mmap-manual', 36, 'success'],
    ['EINVAL', 'the start is too large', 'mmap-manual', 20, since('mmap.beyond-task-size', 'ENOMEM')],
    ['EINVAL', 'the length is too large', 'mmap-manual', 21, since('mmap.too-long', 'ENOMEM')],
    ['EINVAL', 'the offset is too large', 'mmap-manual', 22, since('mmap.beyond-file-maximum', 'EOVERFLOW')],
  ),
  ...of(spanish, 66, [
    'ETXTBSY',
    'MAP_DENYWRITE, and the file is open for writing',
    'mmap-manual',
    23,
    'success',
  ]),
  ...of(
    spanish,
    68,
    ['EAGAIN', 'the file is locked', 'mmap-manual', 25, 'success'],
    ['EAGAIN', 'too much memory is locked', 'mmap-manual', 34, since('mmap.over-lock-limit')],
    ['EAGAIN', 'the same under mlockall', 'mlockall-future', 20, since('mmap.over-lock-limit')],
  ),
  ...of(spanish, 70, ['ENOMEM', 'no memory is left', 'mmap-manual', 29, since('mmap.no-gap')]),
  ...of(
    spanish,
    75,
    ['ENXIO', 'known from System V', 'mmap-manual', 26, 'success'],
    ['ENODEV', 'known from System V', 'mmap-manual', 27, since('mmap.not-mappable')],
  ),

  ...of('mremap.es.1996', 48, unaligned),
  ...of('mremap.es.1996', 50, inTheHole, runsIntoAHole, ofTwoKinds, ofTwoKindsMoved),
  ...of('mremap.es.1996', 52, lockedMoves, lockedGrows),
  ...of('mremap.es.1996', 54, notInPlace, noAddresses, overTheLimit),

  // All of the German document is one line.
  ...of('mremap.de.1996', 1, unaligned),
  ...of('mremap.de.1996', 1, inTheHole, runsIntoAHole, ofTwoKinds, ofTwoKindsMoved),
  ...of('mremap.de.1996', 1, lockedMoves, lockedGrows),
  ...of('mremap.de.1996', 1, notInPlace, noAddresses, overTheLimit),

  ...of('mremap.zh-tw.2.4-era', 40, growsOverTheLimit),
  ...of('mremap.zh-tw.2.4-era', 41, inTheHole, runsIntoAHole, ofTwoKinds, ofTwoKindsMoved),
  ...of('mremap.zh-tw.2.4-era', 42, ...sevenMistakes),
  ...of('mremap.zh-tw.2.4-era', 43, notInPlace, noAddresses, overTheLimit),

  ...of('mremap.en.3.55-2010', 73, growsOverTheLimit),
  ...of('mremap.en.3.55-2010', 77, inTheHole, runsIntoAHole, ofTwoKinds, ofTwoKindsMoved),
  ...of('mremap.en.3.55-2010', 83, ...sevenMistakes),
  ...of('mremap.en.3.55-2010', 91, notInPlace, noAddresses, overTheLimit),
];

const timelines = new Map<string, Promise<Timeline>>();
function timelineOf(sample: string): Promise<Timeline> {
  const program = join('samples/logs', `${sample}.strace`);
  const opened =
    timelines.get(sample) ??
    open(new NodeHost(), { program }, new AbortController().signal, () => undefined).then(
      ({ timeline }) => timeline,
    );
  timelines.set(sample, opened);
  return opened;
}

const lessons = readdirSync('samples/lessons').map((name) =>
  readFileSync(join('samples/lessons', name), 'utf8'),
);

const titled = statements.map((one) => [`${one.document}, ${one.errno}: ${one.claim}`, one] as const);

describe('a statement of an old manual page', () => {
  it.each(titled)('%s', async (_title, { document, errno, shown: [sample, line], today, call: name }) => {
    const { call, era } = documents[document];
    const timeline = await timelineOf(sample);
    const event = timeline.recording.events.eventAtLine(fileIndex(0), lineNumber(line));
    const explanation = event === undefined ? undefined : explain(timeline, event);
    expect(explanation?.call).toBe(name ?? call);
    if (today === 'success') {
      expect(explanation?.outcome).toBe('succeeded');
      // What does not happen any more, nobody's failing call leads to: a lesson tells of it.
      expect(lessons.some((text) => new RegExp(`${sample}[^|]{0,60}\\bline ${line}\\b`).test(text))).toBe(
        true,
      );
    } else {
      expect(explanation).toMatchObject({
        outcome: 'failed',
        errno: today.errno ?? errno,
        certainty: 'proven',
      });
      expect(explanation?.causes[0]?.id).toBe(today.check);
      // The explanation carries what that page said, under the errno of today.
      expect(explanation?.manual?.map((one) => one.era)).toEqual(['1996', '2.4', '2010', 'today']);
    }
    // What the document says is in the table of the manual, in its generation: of that cause, where it is still the answer.
    const check = today === 'success' || today.errno !== undefined ? undefined : today.check;
    const said =
      check === undefined
        ? (manualOfCall(name ?? call)?.statements.filter((one) => one.errno === errno) ?? [])
        : [{ generations: manualOf(name ?? call, errno, check) ?? [] }];
    const says = said.map(({ generations }) => generations.find((one) => one.era === era)?.says);
    expect(says.some((one) => typeof one === 'object')).toBe(true);
  });
});

/** The errors that each document has, so that none is left out above. */
const errors: Readonly<Record<Document, readonly string[]>> = {
  'mmap.es.1996': ['EBADF', 'EACCES', 'EINVAL', 'ETXTBSY', 'EAGAIN', 'ENOMEM', 'ENXIO', 'ENODEV'],
  'mremap.es.1996': ['EINVAL', 'EFAULT', 'EAGAIN', 'ENOMEM'],
  'mremap.de.1996': ['EINVAL', 'EFAULT', 'EAGAIN', 'ENOMEM'],
  'mremap.zh-tw.2.4-era': ['EINVAL', 'EFAULT', 'EAGAIN', 'ENOMEM'],
  'mremap.en.3.55-2010': ['EINVAL', 'EFAULT', 'EAGAIN', 'ENOMEM'],
};

it.each(Object.entries(errors))('each error of %s has its statements', (document, named) => {
  const here = statements.filter((one) => one.document === document);
  expect(new Set(here.map(({ errno }) => errno))).toEqual(new Set(named));
});

it('memory that moves or grows stays locked, as the pages since 2.4 say, so that the locked total changes', async () => {
  const timeline = await timelineOf('mremap-keeps-lock');
  const lockedKb = [25, 26, 35].map((line) => {
    const event = timeline.recording.events.eventAtLine(fileIndex(0), lineNumber(line));
    const change = event === undefined ? undefined : timeline.changeAt(event)?.spaces[0];
    return change === undefined
      ? undefined
      : [(change.factsBefore.locked ?? NaN) * 4, (change.factsAfter.locked ?? NaN) * 4];
  });
  expect(lockedKb).toEqual([
    [16, 16],
    [16, 40],
    [40, 8],
  ]);
});

it.each([
  [
    'an access that the segment does not allow, as writing to one that may be read only',
    'write-to-readonly',
    18,
  ],
  ['an access outside all segments', 'use-after-munmap', 18],
])('all four pages of mremap speak of a segmentation violation: %s', async (_claim, sample, line) => {
  const timeline = await timelineOf(sample);
  const event = timeline.recording.events.eventAtLine(fileIndex(0), lineNumber(line));
  const explanation = event === undefined ? undefined : explain(timeline, event);
  expect(explanation).toMatchObject({ outcome: 'signal', call: 'SIGSEGV' });
  expect(explanation?.causes[0]?.id).toMatch(/^fault\./);
});
