/** A later snapshot against the model. Drawings as in drawing.ts; the snapshot is written as maps prints it. */
import { describe, expect, test } from 'vitest';
import { mapsLines } from '../../../model/memory/maps-format';
import { parseMapsFile, type MapsSnapshot } from '../../../model/memory/maps-snapshot';
import { adoptSnapshot } from '../../../model/memory/snapshot-adoption';
import { applyChange, revertChange } from '../../../model/memory/space-change';
import { VmFlag } from '../../../model/memory/vma';
import { BASE, contents, drawingOf, drawn, edited, pages } from './drawing';
import { pagesDrawing } from './page-tables/page-drawing';

const snapshotOf = (...lines: string[]): MapsSnapshot => parseMapsFile(lines.join('\n')).snapshots[0]!;
const line = (start: number, end: number, rest: string): string =>
  `${((BASE + start) * 4096).toString(16)}-${((BASE + end) * 4096).toString(16)} ${rest}`;
const anonymous = (start: number, end: number, permissions: string): string =>
  line(start, end, `${permissions} 00000000 00:00 0 `);

describe('a snapshot that', () => {
  test('says the same changes nothing but what was unknown', () => {
    const model = drawn('WW??..');
    const { space, change, mismatches } = adoptSnapshot(model, snapshotOf(anonymous(0, 2, 'rw-p')));
    expect(mismatches).toEqual([]);
    expect([change.removed, change.added]).toEqual([[], []]);
    expect(drawingOf(space, 6)).toBe('WW....');
    expect(space.complete).toBe(true);
  });

  test('shows what the model could not know', () => {
    const { space, mismatches } = adoptSnapshot(drawn('??????'), snapshotOf(anonymous(1, 3, 'rw-p')));
    expect(mismatches).toEqual([]);
    expect(drawingOf(space, 6)).toBe('.##...');
  });

  test('contradicts the model is believed, and each difference said', () => {
    const model = drawn('WWWWRR..W?');
    const { space, mismatches } = adoptSnapshot(
      model,
      snapshotOf(anonymous(0, 2, 'rw-p'), anonymous(2, 4, 'r--p'), anonymous(4, 7, 'r--p')),
    );
    expect(mismatches).toEqual([
      { range: pages(2, 4), model: 'rw-p', snapshot: 'r--p' },
      { range: pages(6, 7), model: 'free', snapshot: 'r--p' },
      { range: pages(8, 9), model: 'rw-p', snapshot: 'free' },
    ]);
    expect([...mapsLines(space)].map((text) => text.split(' ')[1])).toEqual(['rw-p', 'r--p', 'r--p']);
  });

  test('has VmFlags is checked for locks too', () => {
    const { space, mismatches } = adoptSnapshot(
      drawn('LLWW'),
      snapshotOf(anonymous(0, 4, 'rw-p'), 'VmFlags: rd wr mr mw me ac'),
    );
    expect(mismatches).toEqual([{ range: pages(0, 2), model: 'rw-p locked', snapshot: 'rw-p' }]);
    expect(space.locked).toBe(0);
  });

  test('leaves stretches unknown keeps what the model has there', () => {
    const { space } = adoptSnapshot(
      drawn('WWRR??'),
      snapshotOf(anonymous(0, 2, 'rw-p'), `# ${line(2, 6, 'unknown')}`),
    );
    expect(drawingOf(space, 6)).toBe('WWRR??');
  });

  test('shows a file keeps the description that the log gave it', () => {
    const { space, mismatches } = adoptSnapshot(
      drawn('PPP...'),
      snapshotOf(line(0, 3, 'r--p 00000000 08:01 77    /real/p')),
    );
    expect(mismatches).toEqual([]);
    expect([...space.vmas()][0]?.backing).toEqual({
      kind: 'file',
      description: 1,
      path: '/real/p',
      inode: { device: '08:01', number: '77' },
    });
  });
});

test('an adopted snapshot can be taken back and made again', () => {
  const model = drawn('WWWWRR..W?ii');
  const snapshot = snapshotOf(anonymous(1, 3, 'rwxp'), anonymous(5, 7, 'r--p'));
  const { space, change } = adoptSnapshot(model, snapshot);
  expect(contents(revertChange(space, change))).toEqual(contents(model));
  expect(contents(applyChange(model, change))).toEqual(contents(space));
});

test('guards that only a snapshot shows may be anywhere; those of the log are where it put them', () => {
  const model = edited(drawn('WWWW.WWW'), (edit) => {
    edit.mark(pages(0, 4), (vma) => ({ ...vma, flags: vma.flags | VmFlag.maybeGuard }));
    edit.pages.guarded(pages(1, 2));
    edit.pages.present(pages(5, 6), 'populated');
  }).space;
  const flags = 'VmFlags: rd wr mr mw me ac gu';
  const snapshot = snapshotOf(anonymous(0, 4, 'rw-p'), flags, anonymous(5, 8, 'rw-p'), flags);
  const { space, change } = adoptSnapshot(model, snapshot);
  expect(pagesDrawing(space, 8)).toBe('.g...o??');
  expect(pagesDrawing(revertChange(space, change), 8)).toBe('.g...o..');
});
