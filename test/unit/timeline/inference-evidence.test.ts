/** An inferred VMA names the line that it rests on, wherever the timeline is asked. */
import { expect, test } from 'vitest';
import { pageNumber } from '../../../model/memory/page';
import { at, record, spaceOf } from './recorded';

test('what a call proved mapped names that call, whichever way one comes', async () => {
  const timeline = await record(`
    101 mprotect(0x7f0000000000, 8192, PROT_READ) = 0
    101 brk(NULL) = 0x20000000
    101 mlock(0x7f0000010000, 4096) = 0
    101 mlock(0x7f0000011000, 4096) = 0
    101 mmap(NULL, 4096, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7f0000020000
  `);
  const proven = (position: number, page: number) =>
    spaceOf(timeline, at(position))!.vmaAt(pageNumber(page))?.proven;
  for (const position of [5, 3, 4, 5]) {
    expect(proven(position, 0x7f0000000)).toBe(0);
    expect(proven(position, 0x7f0000010)).toBe(position === 3 ? 2 : 3);
  }
  expect(proven(5, 0x7f0000020)).toBeUndefined();
});
