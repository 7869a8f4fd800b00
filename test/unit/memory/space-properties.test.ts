/**
 * The address space against the plainest model there is, an array with one entry a page, under random operations.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AddressSpace, SpaceEdit } from '../../../model/memory/address-space';
import { partsOf } from '../../../model/memory/known-space';
import { mapsLines } from '../../../model/memory/maps-format';
import { parseMapsFile } from '../../../model/memory/maps-snapshot';
import { lengthOf, pageNumber } from '../../../model/memory/page';
import { fromSnapshot } from '../../../model/memory/snapshot-space';
import { applyChange, isNothing, revertChange } from '../../../model/memory/space-change';
import { lockedPagesIn } from '../../../model/memory/locked';
import { forkOf } from '../../../model/memory/space-birth';
import { has, VmFlag, type Vma } from '../../../model/memory/vma';
import { countedAs } from '../../../model/memory/vma-totals';
import { eventIndex } from '../../../model/trace/positions';
import type { SpaceId } from '../../../model/memory/address-space';
import { BASE, contents, drawn, edited, pages, vmaOf } from './drawing';

const PAGES = 40;
const LETTERS = ['W', 'R', 'N', 'L', 'P', 'S', 'H', 'G'] as const;

/** What a page is: enough to tell whether the right VMA covers it. */
type Page = 'free' | 'unknown' | { prot: number | undefined; flags: number; offset: number | undefined };

const pageOfVma = (vma: Vma, n: number): Page => ({
  prot: vma.prot,
  flags: vma.flags,
  offset: vma.certainty === 'inferred' ? undefined : vma.pgoff + (BASE + n - vma.start),
});

interface Operation {
  readonly what:
    'map' | 'unmap' | 'protect' | 'lock' | 'unlock' | 'split' | 'infer' | 'inferFree' | 'touch' | 'look';
  readonly start: number;
  readonly length: number;
  readonly letter: (typeof LETTERS)[number];
  readonly prot: number;
}

const operation: fc.Arbitrary<Operation> = fc.record({
  what: fc.constantFrom(
    ...(['map', 'map', 'map', 'unmap', 'unmap', 'protect', 'protect', 'lock', 'unlock'] as const),
    ...(['split', 'infer', 'inferFree', 'touch', 'look'] as const),
  ),
  start: fc.nat(PAGES - 1),
  length: fc.integer({ min: 1, max: 12 }),
  letter: fc.constantFrom(...LETTERS),
  prot: fc.nat(3),
});

const changeFlags = (edit: SpaceEdit, op: Operation, change: (flags: number) => number): void =>
  edit.modify(pages(op.start, op.start + op.length), (vma) => {
    const flags = change(vma.flags);
    return flags === vma.flags ? vma : { ...vma, flags };
  });

const perform = (edit: SpaceEdit, op: Operation): void => {
  const range = pages(op.start, op.start + op.length);
  switch (op.what) {
    case 'map': {
      edit.map(vmaOf(op.letter, op.start, op.start + op.length));
      return;
    }
    case 'unmap': {
      edit.unmap(range);
      return;
    }
    case 'protect': {
      edit.modify(range, (vma) => (vma.prot === op.prot ? vma : { ...vma, prot: op.prot }));
      return;
    }
    case 'lock': {
      changeFlags(edit, op, (flags) => flags | VmFlag.locked);
      return;
    }
    case 'unlock': {
      changeFlags(edit, op, (flags) => flags & ~VmFlag.locked);
      return;
    }
    case 'split': {
      edit.splitAt(range.start);
      return;
    }
    case 'infer': {
      edit.infer(range, op.prot === 3 ? { prot: 1 } : {});
      return;
    }
    case 'inferFree': {
      edit.inferFree(range);
      return;
    }
    case 'touch': {
      edit.touch(range);
      return;
    }
    case 'look':
      // A space that was shown in the middle of an edit must not change under the one who looks.
      edit.now.vmaAt(range.start);
  }
};

const onPage = (before: Page, op: Operation, n: number): Page => {
  if (n < op.start || n >= op.start + op.length) return before;
  const mapped = typeof before === 'object';
  switch (op.what) {
    case 'map':
      return pageOfVma(vmaOf(op.letter, op.start, op.start + op.length), n);
    case 'unmap':
      return 'free';
    case 'protect':
      return mapped ? { ...before, prot: op.prot } : before;
    case 'lock':
      return mapped ? { ...before, flags: before.flags | VmFlag.locked } : before;
    case 'unlock':
      return mapped ? { ...before, flags: before.flags & ~VmFlag.locked } : before;
    case 'infer': {
      const known = op.prot === 3 ? 1 : undefined;
      if (!mapped) return { prot: known, flags: 0, offset: undefined };
      return before.offset === undefined ? { ...before, prot: before.prot ?? known } : before;
    }
    case 'inferFree':
      return before === 'unknown' || (mapped && before.offset === undefined) ? 'free' : before;
    default:
      return before;
  }
};

const readPages = (space: AddressSpace): Page[] =>
  Array.from({ length: PAGES + 12 }, (_, n) => {
    const page = pageNumber(BASE + n);
    const vma = space.vmaAt(page);
    if (vma !== undefined) return pageOfVma(vma, n);
    const state = space.stateAt(page);
    return state === 'unknown' ? 'unknown' : 'free';
  });

const checkInvariants = (space: AddressSpace): void => {
  const vmas = [...space.vmas()];
  let end = 0;
  for (const vma of vmas) {
    expect(vma.start).toBeGreaterThanOrEqual(end);
    expect(vma.end).toBeGreaterThan(vma.start);
    end = vma.end;
    let below: number = vma.start;
    expect(vma.doubtfulBorders?.length).not.toBe(0);
    for (const { first, last } of vma.doubtfulBorders ?? []) {
      expect(below < first && first <= last && last < vma.end).toBe(true);
      below = last;
    }
  }
  const sum = (kind?: string) =>
    vmas.reduce((n, vma) => n + (kind === undefined || countedAs(vma) === kind ? lengthOf(vma) : 0), 0);
  expect([space.total, space.data, space.stack, space.exec]).toEqual([
    sum(),
    sum('data'),
    sum('stack'),
    sum('exec'),
  ]);
  expect(space.mapCount).toBe(vmas.length);
  expect(space.vmaList(0, 1000)).toEqual(vmas);
  expect(space.vmaList(2, 3)).toEqual(vmas.slice(2, 5));
  for (const range of partsOf(space).unknown.ranges()) expect([...space.vmasIn(range)]).toEqual([]);
  let at = pages(0, 0).start;
  for (const hole of space.holesIn(pages(0, PAGES))) {
    expect(hole.start).toBeGreaterThanOrEqual(at);
    expect(space.stateAt(hole.start)).toBe(hole.state);
    expect(space.stateAt(pageNumber(hole.end - 1))).toBe(hole.state);
    expect([...space.vmasIn(hole)]).toEqual([]);
    at = hole.end;
  }
};

const start = fc.constantFrom('', '?'.repeat(PAGES), 'WW|WW..RRRHHHH????LL..??iiii..SSPPPQQQGG');
const runs = fc.tuple(
  start,
  fc.array(fc.array(operation, { minLength: 1, maxLength: 4 }), { maxLength: 25 }),
);

test('after any operations every page is what they made it, and the sums are right', () => {
  fc.assert(
    fc.property(runs, ([drawing, events]) => {
      let space = drawn(drawing);
      let expected = readPages(space);
      events.forEach((operations, event) => {
        const edit = space.edit(eventIndex(event));
        for (const op of operations) {
          perform(edit, op);
          expected = expected.map((page, n) => onPage(page, op, n));
        }
        space = edit.finish().space;
        expect(readPages(space)).toEqual(expected);
        checkInvariants(space);
      });
    }),
    { numRuns: 150 },
  );
});

test('a change applied to the space before gives the one after, and taken back the one before', () => {
  fc.assert(
    fc.property(runs, ([drawing, events]) => {
      let space = drawn(drawing);
      for (const operations of events) {
        const before = contents(space);
        const { space: after, change } = edited(space, (edit) =>
          operations.forEach((op) => perform(edit, op)),
        );
        expect(contents(space)).toEqual(before);
        expect(contents(applyChange(space, change))).toEqual(contents(after));
        expect(contents(revertChange(after, change))).toEqual(before);
        if (isNothing(change)) expect(contents(after)).toEqual(before);
        space = after;
      }
    }),
    { numRuns: 150 },
  );
});

test('VmLck is the sum of locked pages as long as only calls change it', () => {
  const calls = operation.filter(({ what }) => !what.startsWith('infer'));
  fc.assert(
    fc.property(fc.array(calls, { maxLength: 40 }), (operations) => {
      const { space } = edited(drawn('LL..WWWW..RR'), (edit) =>
        operations.forEach((op) => perform(edit, op)),
      );
      expect(space.locked).toBe(lockedPagesIn(space.vmas()));
    }),
    { numRuns: 150 },
  );
});

test('a forked space has every page but the ones kept from it, and locks nothing', () => {
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 30 }), (operations) => {
      const parent = edited(drawn('WW..RR'), (edit) => {
        operations.forEach((op) => perform(edit, op));
        edit.modify(pages(3, 8), (vma) => ({ ...vma, flags: vma.flags | VmFlag.dontCopy }));
      }).space;
      const child = forkOf(parent, 2 as SpaceId, eventIndex(99));
      checkInvariants(child);
      expect(child.locked).toBe(0);
      for (const vma of parent.vmas()) {
        const copy = child.vmaAt(vma.start);
        if (has(vma, VmFlag.dontCopy)) expect(copy).toBeUndefined();
        else
          expect([copy?.prot, copy?.end, copy && has(copy, VmFlag.locked)]).toEqual([
            vma.prot,
            vma.end,
            false,
          ]);
      }
    }),
    { numRuns: 80 },
  );
});

test('any space printed and read again prints the same', () => {
  fc.assert(
    fc.property(runs, ([drawing, events]) => {
      const { space } = edited(drawn(drawing), (edit) => events.flat().forEach((op) => perform(edit, op)));
      const lines = [...mapsLines(space)];
      const { snapshots, problems } = parseMapsFile(lines.join('\n'));
      expect(problems).toEqual([]);
      const [snapshot] = snapshots;
      if (snapshot === undefined) return;
      const again = fromSnapshot({ id: 3 as SpaceId, taskSize: space.taskSize, snapshot, past: 'attach' });
      // Two names can't come back: a segment's key that no call showed, and a stack known by its place only.
      const shown = (of: Iterable<string>) =>
        [...of].map((line) => line.replace(/(\/SYSV|\[stack).*/, '').trimEnd());
      expect(shown(mapsLines(again))).toEqual(shown(lines));
    }),
    { numRuns: 100 },
  );
});

test('a maps file of any characters is read without an exception', () => {
  const word = fc.constantFrom(
    ...[
      '# after line 3',
      ' pid 4',
      '7f0000-7f1000',
      'rw-p',
      '00000000',
      '00:00',
      '0',
      '[heap]',
      '\n',
      '\r\n',
    ],
    ...['VmFlags: rd', 'Locked: 4 kB', ' ', '-', '\u0000', 'ffffffffffffffff', '# 0-1000 unknown'],
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), (words) => {
      const { problems, problemCount } = parseMapsFile(words.join(' '));
      expect(problemCount).toBe(problems.length);
    }),
    { numRuns: 500 },
  );
});
