/** brk(2): the call itself never fails; the C library makes ENOMEM of a break that stays. */
import type { CallManual } from './generation';
import { asBefore, generations, in1996, in24, inToday, page } from './writing';

const of24 = page('2.4', 'brk(2)');
const of2010 = page('2010', 'brk(2)');
const today = page('today', 'brk(2)');

export const brkManual: CallManual = {
  call: 'brk',
  statements: [
    {
      errno: 'ENOMEM',
      generations: generations({
        '1996': {
          says: 'not-at-hand',
          kernel: 'manual.brk.memory.1996.kernel',
          sources: [in1996('kernel/sys.c: sys_brk')],
        },
        '2.4': {
          says: 'manual.brk.memory.2.4',
          kernel: 'manual.brk.memory.2.4.kernel',
          sources: [of24, in24('mm/mmap.c: sys_brk')],
        },
        '2010': {
          says: 'manual.brk.memory.2010',
          kernel: 'manual.brk.memory.2010.kernel',
          sources: [of2010],
        },
        today: {
          says: asBefore,
          kernel: 'manual.brk.memory.today.kernel',
          sources: [today, inToday('mm/mmap.c: sys_brk')],
        },
      }),
    },
  ],
};
