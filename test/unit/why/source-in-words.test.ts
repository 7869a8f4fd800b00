import { expect, it } from 'vitest';
import { languageOf } from '../../../debug-adapter/words/languages';
import { textOf } from '../../../model/why/message';
import { sourceInWords } from '../../../model/why/source-in-words';

it.each([
  ['en', {}, 'mm/mmap.c: do_mmap'],
  ['en', { read: '6.18' }, 'mm/mmap.c: do_mmap (read in 6.18)'],
  ['en', { measured: '6.18' }, 'mm/mmap.c: do_mmap (measured on 6.18)'],
  ['es', { read: '6.18', measured: '6.18' }, 'mm/mmap.c: do_mmap (leído en 6.18, medido en 6.18)'],
  ['de', { read: 'man-pages 6.20' }, 'mm/mmap.c: do_mmap (gelesen in man-pages 6.20)'],
  ['zh-cn', { measured: '6.18' }, 'mm/mmap.c: do_mmap（在 6.18 上实测）'],
  ['zh-tw', { measured: '6.18' }, 'mm/mmap.c: do_mmap（在 6.18 上實測）'],
])('a source in %s: %j', (tag, how, said) => {
  expect(textOf(sourceInWords({ where: 'mm/mmap.c: do_mmap', ...how }), languageOf(tag))).toBe(said);
});
