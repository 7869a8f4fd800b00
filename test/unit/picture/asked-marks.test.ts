import { describe, expect, test } from 'vitest';
import type { AskedBody, AskedRange } from '../../../picture/asked';
import { spansOf } from '../../../picture/asked';
import { askedOf, beginningIn, lanesOf, marksOf } from '../../../picture/asked-marks';
import { Axis } from '../../../picture/axis';
import { rowsOf } from '../../../picture/rows';
import { reading } from '../../../picture/scale';
import { drawn } from './drawing';

const range = (start: number, end: number, address?: string): AskedRange => ({
  role: 'range',
  said: 'asked for',
  start,
  end,
  ...(address === undefined ? {} : { address }),
});

function marked(space: string, what: Partial<AskedBody>) {
  const asked: AskedBody = { outcome: 'failed', error: 'ENOMEM', ranges: [], troubles: [], ...what };
  const layout = drawn(space);
  const axis = new Axis(rowsOf(layout, layout, spansOf(asked)), reading);
  const rows = ({ top, bottom }: { top: number; bottom: number }): string =>
    `${axis.rowAt(top)}-${axis.rowAt(bottom - 0.1) + 1}`;
  return { axis, marks: marksOf(asked, axis), rows };
}

describe('marks of what a call asks for', () => {
  test('brackets lie over whole rows, since rows are cut for them', () => {
    //     AAAA..BB
    //       [----]       rows: AA, AA, .., B, B
    const { marks, rows } = marked('AAAA..BB', {
      ranges: [range(2, 7)],
      troubles: [{ what: 'hole', said: 'hole', start: 4, end: 6 }],
    });
    expect(marks.brackets.map(rows)).toEqual(['1-4']);
    expect(marks.obstacles.map(rows)).toEqual(['2-3']);
    expect(marks.notes.map(({ row }) => row)).toEqual([1, 2]);
  });

  test('words of one row stand in one line', () => {
    const { marks } = marked('..AA', {
      ranges: [range(0, 2)],
      troubles: [{ what: 'hole', said: 'hole', start: 0, end: 1 }],
    });
    expect(marks.notes).toMatchObject([{ row: 0, ranges: [{ start: 0 }], troubles: [{ what: 'hole' }] }]);
  });

  test('are said where they begin', () => {
    const asked = {
      ranges: [range(1, 4), range(4, 6)],
      troubles: [{ what: 'hole' as const, said: 'hole', start: 2, end: 4 }],
    };
    expect(beginningIn(asked, 2, 4)).toEqual({ ranges: [], troubles: asked.troubles });
    expect(beginningIn(asked, 4, 5)).toEqual({ ranges: [range(4, 6)], troubles: [] });
  });

  test('an address between two borders is marked in its page', () => {
    const { axis, marks } = marked('AAAA', { ranges: [range(1, 2, '0x1800')] });
    expect(marks.brackets[0]?.tick).toBeCloseTo((axis.top(1) + axis.top(2)) / 2);
  });

  test('what lies past the end of user space has a row of its own', () => {
    const { marks, rows, axis } = marked('AA..', {
      ranges: [range(3, 9)],
      troubles: [{ what: 'beyond-end', said: 'beyond', start: 4, end: 9 }],
    });
    expect(axis.rows.at(-1)?.look).toBe('beyond');
    expect(marks.obstacles.map(rows)).toEqual(['3-4']);
  });

  test.each<[ranges: readonly AskedRange[], lanes: readonly number[]]>([
    [
      [range(0, 4), range(4, 8)],
      [0, 0],
    ],
    [
      [range(0, 4), range(2, 6), range(5, 8)],
      [0, 1, 0],
    ],
    [
      [range(0, 4), range(0, 4), range(0, 4)],
      [0, 1, 2],
    ],
  ])('overlapping brackets stand side by side', (ranges, lanes) => {
    expect(lanesOf(ranges)).toEqual(lanes);
  });

  test('nothing is marked of a call that asks for nothing', () => {
    const axis = new Axis(rowsOf(drawn('AA')), reading);
    expect(marksOf(null, axis)).toEqual({ brackets: [], obstacles: [], notes: [], lanes: 0 });
    expect(askedOf(null, 0, 2)).toEqual({ ranges: [], troubles: [] });
  });
});
