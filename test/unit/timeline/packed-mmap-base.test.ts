import { expect, test } from 'vitest';
import type { MmapBase } from '../../../model/memory/mmap-base';
import { pageNumber } from '../../../model/memory/page';
import { PackedReader, PackedWriter } from '../../../model/timeline/packed-bytes';
import { packMmapBase, unpackMmapBase } from '../../../model/timeline/packed-mmap-base';

const base: MmapBase = {
  direction: 'down',
  lowest: pageNumber(0x7_ffff_7fff),
  highest: pageNumber(0x7_ffff_8006),
  shownBy: 'program',
  kernelSince: 6013,
};

test.each<[string, MmapBase | undefined]>([
  ['nothing known', undefined],
  ['between two pages', base],
  [
    'known, upwards',
    { ...base, direction: 'up', highest: base.lowest, shownBy: 'placement', kernelSince: 0 },
  ],
  ['by the interpreter', { ...base, shownBy: 'interpreter' }],
  ['by the vDSO', { ...base, shownBy: 'vdso' }],
])('where the kernel looks for room comes back from bytes: %s', (_, packed) => {
  const out = new PackedWriter();
  packMmapBase(packed, out);
  expect(unpackMmapBase(new PackedReader(out.bytes, 0))).toEqual(packed);
});
