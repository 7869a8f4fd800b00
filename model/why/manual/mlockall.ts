/** mlockall(2) and munlockall. */
import type { CallManual } from './generation';
import { asBefore, generations, in1996, in24, inToday, page } from './writing';

const of24 = page('2.4', 'mlockall(2)');
const of2010 = page('2010', 'mlockall(2)');
const today = page('today', 'mlockall(2)');

export const mlockallManual: CallManual = {
  call: 'mlockall',
  statements: [
    {
      errno: 'EINVAL',
      generations: generations({
        '1996': {
          says: 'not-at-hand',
          kernel: 'manual.mlockall.flags.1996.kernel',
          sources: [in1996('mm/mlock.c: sys_mlockall')],
        },
        '2.4': {
          says: 'manual.mlockall.flags.2.4',
          kernel: asBefore,
          sources: [of24, in24('mm/mlock.c: sys_mlockall')],
        },
        '2010': { says: asBefore, sources: [of2010] },
        today: { says: 'manual.mlockall.flags.today', sources: [today, inToday('mm/mlock.c: sys_mlockall')] },
      }),
    },
    {
      errno: 'ENOMEM',
      generations: generations({
        '1996': {
          says: 'not-at-hand',
          kernel: 'manual.mlockall.limit.1996.kernel',
          sources: [in1996('mm/mlock.c: sys_mlockall')],
        },
        '2.4': {
          says: 'manual.mlockall.limit.2.4',
          kernel: asBefore,
          sources: [of24, in24('mm/mlock.c: sys_mlockall')],
        },
        '2010': { says: 'manual.mlockall.limit.2010', sources: [of2010] },
        today: {
          says: asBefore,
          kernel: 'manual.mlockall.limit.today.kernel',
          sources: [today, inToday('mm/mlock.c: sys_mlockall')],
        },
      }),
    },
    {
      errno: 'EPERM',
      generations: generations({
        '1996': {
          says: 'not-at-hand',
          kernel: 'manual.mlockall.root.1996.kernel',
          sources: [in1996('mm/mlock.c: do_mlockall')],
        },
        '2.4': { says: 'manual.mlockall.root.2.4', sources: [of24, in24('mm/mlock.c: do_mlockall')] },
        '2010': {
          says: 'manual.mlockall.root.2010',
          kernel: 'manual.mlockall.root.2010.kernel',
          sources: [of2010],
        },
        today: { says: asBefore, kernel: asBefore, sources: [today, inToday('mm/mlock.c: sys_mlockall')] },
      }),
    },
  ],
};

/** munlockall, on the page of mlockall and later on that of mlock. */
export const munlockallManual: CallManual = {
  call: 'munlockall',
  statements: [
    {
      errno: 'EPERM',
      checks: [],
      generations: generations({
        '1996': {
          says: 'not-at-hand',
          kernel: 'manual.munlockall.root.1996.kernel',
          sources: [in1996('mm/mlock.c: do_mlockall')],
        },
        '2.4': { says: 'manual.munlockall.root.2.4', sources: [of24, in24('mm/mlock.c: sys_mlockall')] },
        '2010': {
          says: 'manual.munlockall.root.2010',
          kernel: 'manual.munlockall.root.2010.kernel',
          sources: [of2010],
        },
        today: { says: asBefore, kernel: asBefore, sources: [today, inToday('mm/mlock.c: sys_mlockall')] },
      }),
    },
  ],
};
