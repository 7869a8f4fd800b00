/** munmap(2), which shares its page with mmap: hardly a word on its errors before 2018. */
import type { CallManual } from './generation';
import { asBefore, generations, in1996, in2010, in24, inToday, page } from './writing';

const old = page('1996', 'mmap(2)');
const of24 = page('2.4', 'mmap(2)');
const of2010 = page('2010', 'mmap(2)');
const today = page('today', 'mmap(2)');

export const munmapManual: CallManual = {
  call: 'munmap',
  statements: [
    {
      errno: 'EINVAL',
      generations: generations({
        '1996': {
          says: 'manual.munmap.invalid.1996',
          kernel: 'manual.munmap.invalid.1996.kernel',
          sources: [old, in1996('mm/mmap.c: do_munmap')],
        },
        '2.4': {
          says: asBefore,
          kernel: 'manual.munmap.invalid.2.4.kernel',
          sources: [of24, in24('mm/mmap.c: do_munmap')],
        },
        '2010': { says: asBefore, sources: [of2010, in2010('mm/mmap.c: do_munmap')] },
        today: { says: asBefore, sources: [today, inToday('mm/vma.c: do_vmi_munmap')] },
      }),
    },
    {
      errno: 'ENOMEM',
      checks: ['munmap.map-limit', 'munmap.kernel-memory'],
      generations: generations({
        '1996': {
          says: 'silent',
          kernel: 'manual.munmap.count.1996.kernel',
          sources: [old, in1996('mm/mmap.c: do_munmap')],
        },
        '2.4': {
          says: 'silent',
          kernel: 'manual.munmap.count.2.4.kernel',
          sources: [of24, in24('mm/mmap.c: do_munmap')],
        },
        '2010': { says: 'silent', kernel: asBefore, sources: [of2010, in2010('mm/mmap.c: do_munmap')] },
        today: { says: 'manual.munmap.count.today', sources: [today, inToday('mm/vma.c: do_vmi_munmap')] },
      }),
    },
    {
      errno: 'EPERM',
      checks: ['munmap.sealed'],
      generations: generations({
        '1996': { says: 'silent', sources: [old, in1996('mm/mmap.c: do_munmap')] },
        '2.4': { says: 'silent', sources: [of24, in24('mm/mmap.c: do_munmap')] },
        '2010': { says: 'silent', sources: [of2010, in2010('mm/mmap.c: do_munmap')] },
        today: {
          says: 'silent',
          kernel: 'manual.munmap.sealed.today.kernel',
          sources: [today, { where: 'mseal(2)', read: 'man-pages 6' }],
        },
      }),
    },
  ],
};
