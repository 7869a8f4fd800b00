/** What calls prove of pages that no line of the log mapped. */
import { describe, expect, test } from 'vitest';
import { VmFlag } from '../../../model/memory/vma';
import { drawingOf, drawn, edited, pages, vmaOf } from './drawing';

describe('pages proven mapped', () => {
  test('become inferred, between what is known', () => {
    const { space, change } = edited(drawn('??WW??'), (edit) => edit.infer(pages(0, 5), { prot: 1 }));
    expect(drawingOf(space, 6)).toBe('iiWWi?');
    expect(space.vmaAt(pages(0, 1).start)).toMatchObject({ prot: 1, backing: { kind: 'unknown' } });
    expect(change.unknownBefore).toEqual([pages(0, 2), pages(4, 5)]);
    expect(change.unknownAfter).toEqual([]);
  });

  test('one by one grow together where the same is known of them', () => {
    const { space } = edited(drawn('????'), (edit) => {
      edit.infer(pages(0, 1), {});
      edit.infer(pages(2, 3), {});
      edit.infer(pages(1, 2), {});
    });
    expect(drawingOf(space, 4)).toBe('iii?');
    expect(space.mapCount).toBe(1);
  });

  test('learn more from a later proof, and only they', () => {
    const { space } = edited(drawn('iiWW'), (edit) => edit.infer(pages(1, 3), { prot: 3 }));
    expect([...space.vmas()].map((vma) => [vma.end - vma.start, vma.prot])).toEqual([
      [1, undefined],
      [1, 3],
      [2, 3],
    ]);
  });

  test('though the model took them for free: the log is the truth', () => {
    expect(drawingOf(edited(drawn('WW..'), (edit) => edit.infer(pages(0, 3), {})).space, 4)).toBe('WWi.');
  });

  test('change no VmLck, for nothing happened', () => {
    const { space } = edited(drawn('??'), (edit) => edit.infer(pages(0, 2), { flags: VmFlag.locked }));
    expect([space.locked, space.total]).toEqual([0, 2]);
  });

  test('keep totals a lower bound', () => {
    const known = edited(drawn('????'), (edit) =>
      edit.unmap({ start: pages(-8, 0).start, end: pages(0, 9).end }),
    );
    expect(known.space.complete).toBe(false);
    expect(drawn('WW').complete).toBe(true);
    expect(drawn('Wi').complete).toBe(false);
  });
});

describe('pages proven not mapped', () => {
  test('end what was only inferred, and leave what a call made', () => {
    const { space } = edited(drawn('iii?WW'), (edit) => edit.inferFree(pages(1, 6)));
    expect(drawingOf(space, 6)).toBe('i...WW');
  });
});

test('a mapping made in the middle of an inferred stretch replaces it there', () => {
  const { space, change } = edited(drawn('iiii'), (edit) => edit.map(vmaOf('W', 1, 3)));
  expect(drawingOf(space, 4)).toBe('iWWi');
  expect(change.mergeDoubts).toEqual([
    { border: pages(1, 1).start, merged: false },
    { border: pages(3, 3).start, merged: false },
  ]);
});
