/**
 * The same call on kernels that merge differently, as drawings (letters are in drawing.ts), one column for each stretch
 * of kernels that do alike. Measured on 5.10, 6.1, 6.12, 6.18 and 7.2; what changed between them was read in 6.6 and 6.14.
 */
import { describe, expect, test } from 'vitest';
import { mergingOf } from '../../../model/kernel/merging-of-kernel';
import { kernelVersion } from '../../../model/kernel/versions';
import type { SpaceEdit } from '../../../model/memory/address-space';
import { Prot, type Vma } from '../../../model/memory/vma';
import { eventIndex } from '../../../model/trace/positions';
import { drawingOf, drawn, pages, vmaOf } from './drawing';

type Steps = (edit: SpaceEdit) => void;

const map =
  (letter: string, start: number, end: number, more?: Partial<Vma>): Steps =>
  (edit) =>
    edit.map(vmaOf(letter, start, end, more));
const protect =
  (start: number, end: number, prot: Prot): Steps =>
  (edit) =>
    edit.modify(pages(start, end), (vma) => (vma.prot === prot ? vma : { ...vma, prot }));

const KERNELS = [
  [6, 0],
  [6, 3],
  [6, 11],
  [6, 15],
  [6, 18],
] as const;
const rw = Prot.read | Prot.write;

function after(before: string, steps: Steps, [major, minor]: readonly [number, number]): string {
  const edit = drawn(before).edit(eventIndex(7), mergingOf(kernelVersion(major, minor)));
  steps(edit);
  return drawingOf(edit.finish().space, before.replaceAll('|', '').length);
}

const same = (result: string): readonly string[] => KERNELS.map(() => result);

describe('new memory between two neighbours', () => {
  test.each<[title: string, before: string, steps: Steps, after: readonly string[]]>([
    //                                                     6.0       6.3       6.11      6.15      6.18
    ['nothing touched', 'WW..WW', map('W', 2, 4), same('WWWWWW')],
    ['the lower touched', 'AA..WW', map('W', 2, 4), same('WWWWWW')],
    ['the lower only', 'AA....', map('W', 2, 4), same('WWWW..')],
    ['the higher only', '....BB', map('W', 2, 4), same('..WWWW')],
    ['both of one anon_vma', 'AA..AA', map('W', 2, 4), same('WWWWWW')],
    ['the higher touched', 'WW..BB', map('W', 2, 4), ['WWWWWW', 'WW|WWWW', 'WW|WWWW', 'WWWWWW', 'WWWWWW']],
    ['both touched apart', 'AA..BB', map('W', 2, 4), ['WWWW|WW', 'WW|WWWW', 'WW|WWWW', 'WWWW|WW', 'WWWW|WW']],
    ['of another protection below', 'RR..BB', map('W', 2, 4), same('RRWWWW')],
    [
      'what was moved here and touched',
      'WW..WW',
      map('A', 2, 4),
      ['WW|WW|WW', 'WW|WW|WW', 'WW|WW|WW', 'WW|WW|WW', 'WWWWWW'],
    ],
  ])('%s', (_title, before, steps, expected) => {
    expect(KERNELS.map((kernel) => after(before, steps, kernel))).toEqual(expected);
  });
});

describe('a middle part that becomes equal to its neighbours', () => {
  const middle =
    (anonVma: Vma['anonVma']): Steps =>
    (edit) => {
      edit.map(vmaOf('R', 2, 4, { anonVma }));
      protect(2, 4, rw)(edit);
    };
  test.each<[title: string, before: string, steps: Steps, after: readonly string[]]>([
    ['nothing touched', 'WW..WW', middle('none'), same('WWWWWW')],
    ['the lower neighbour touched', 'AA..WW', middle('none'), same('WWWWWW')],
    ['the higher neighbour touched', 'WW..BB', middle('none'), same('WWWWWW')],
    ['both touched apart', 'AA..BB', middle('none'), same('WWWW|WW')],
    ['all of one anon_vma', 'AA..AA', middle(1), same('WWWWWW')],
    ['the middle touched', 'WW..WW', middle(1), ['WW|WW|WW', 'WW|WW|WW', 'WW|WW|WW', 'WW|WW|WW', 'WWWWWW']],
    [
      'middle and higher touched together',
      'WW..BB',
      middle(2),
      ['WW|WWWW', 'WW|WWWW', 'WW|WWWW', 'WW|WWWW', 'WWWWWW'],
    ],
  ])('%s', (_title, before, steps, expected) => {
    expect(KERNELS.map((kernel) => after(before, steps, kernel))).toEqual(expected);
  });
});

describe('a mapping with a close hook, cut and made equal again', () => {
  test('a whole VMA never goes over to its neighbour', () => {
    const steps: Steps = (edit) => {
      protect(0, 2, Prot.read)(edit);
      protect(0, 2, rw)(edit);
    };
    expect(KERNELS.map((kernel) => after('HHHH', steps, kernel))).toEqual(same('HH|HH'));
  });

  test('part of a VMA may go over to its lower neighbour where hooks do not stand alone', () => {
    const steps: Steps = (edit) => {
      protect(0, 2, Prot.read)(edit);
      protect(2, 4, Prot.read)(edit);
    };
    expect(KERNELS.map((kernel) => after('HHHHHH', steps, kernel))).toEqual([
      '##|##HH',
      '##|##HH',
      '####HH',
      '####HH',
      '####HH',
    ]);
  });

  test('and to its higher neighbour only since 6.12', () => {
    const steps: Steps = (edit) => {
      protect(4, 6, Prot.read)(edit);
      protect(2, 4, Prot.read)(edit);
    };
    expect(KERNELS.map((kernel) => after('HHHHHH', steps, kernel))).toEqual([
      'HH##|##',
      'HH##|##',
      'HH##|##',
      'HH####',
      'HH####',
    ]);
  });
});

test('what may have been touched is taken as the log shows it, and the border is called doubtful', () => {
  for (const [major, minor] of KERNELS) {
    const edit = drawn('WW..UU').edit(eventIndex(7), mergingOf(kernelVersion(major, minor)));
    map('W', 2, 4)(edit);
    const { space, change } = edit.finish();
    const isHighFirst = minor === 3 || minor === 11;
    expect(change.mergeDoubts !== undefined, `${major}.${minor}`).toBe(isHighFirst);
    expect(drawingOf(space, 6)).toBe('WWWWWW');
  }
});
