/** msync(2): memory that is not mapped was EFAULT in 1996. */
import type { CallManual } from './generation';
import { asBefore, generations, in1996, in24, inToday, page } from './writing';

const of24 = page('2.4', 'msync(2)');
const of2010 = page('2010', 'msync(2)');
const today = page('today', 'msync(2)');

export const msyncManual: CallManual = {
  call: 'msync',
  statements: [
    {
      errno: 'EINVAL',
      checks: ['msync.unknown-flags', 'msync.address-misaligned', 'msync.file-cannot-sync'],
      generations: generations({
        '1996': {
          says: 'not-at-hand',
          kernel: 'manual.msync.invalid.1996.kernel',
          sources: [in1996('mm/filemap.c: sys_msync')],
        },
        '2.4': { says: 'manual.msync.invalid.2.4', sources: [of24, in24('mm/filemap.c: sys_msync')] },
        '2010': { says: asBefore, sources: [of2010] },
        today: { says: asBefore, sources: [today, inToday('mm/msync.c: sys_msync')] },
      }),
    },
    {
      errno: 'EINVAL',
      checks: ['msync.both-ways'],
      generations: generations({
        '1996': {
          says: 'not-at-hand',
          kernel: 'manual.msync.both.1996.kernel',
          sources: [in1996('mm/filemap.c: sys_msync')],
        },
        '2.4': {
          says: 'silent',
          kernel: 'manual.msync.both.2.4.kernel',
          sources: [of24, in24('mm/filemap.c: sys_msync')],
        },
        '2010': { says: 'manual.msync.both.2010', sources: [of2010] },
        today: { says: asBefore, sources: [today, inToday('mm/msync.c: sys_msync')] },
      }),
    },
    {
      errno: 'ENOMEM',
      generations: generations({
        '1996': {
          says: 'not-at-hand',
          kernel: 'manual.msync.unmapped.1996.kernel',
          sources: [in1996('mm/filemap.c: sys_msync')],
        },
        '2.4': {
          says: 'manual.msync.unmapped.2.4',
          kernel: 'manual.msync.unmapped.2.4.kernel',
          sources: [of24, in24('mm/filemap.c: sys_msync')],
        },
        '2010': { says: asBefore, sources: [of2010] },
        today: {
          says: asBefore,
          kernel: 'manual.msync.unmapped.today.kernel',
          sources: [today, inToday('mm/msync.c: sys_msync')],
        },
      }),
    },
    {
      errno: 'EBUSY',
      checks: ['msync.locked'],
      generations: generations({
        '1996': {
          says: 'not-at-hand',
          kernel: 'manual.msync.busy.1996.kernel',
          sources: [in1996('mm/filemap.c: sys_msync')],
        },
        '2.4': {
          says: 'silent',
          kernel: 'manual.msync.busy.2.4.kernel',
          sources: [of24, in24('mm/filemap.c: msync_interval')],
        },
        '2010': { says: 'manual.msync.busy.2010', sources: [of2010] },
        today: { says: asBefore, sources: [today, inToday('mm/msync.c: sys_msync')] },
      }),
    },
    {
      errno: 'EIO',
      generations: generations({
        '1996': { says: 'not-at-hand', sources: [in1996('mm/filemap.c: sys_msync')] },
        '2.4': { says: 'silent', sources: [of24, in24('mm/filemap.c: sys_msync')] },
        '2010': { says: 'silent', sources: [of2010] },
        today: {
          says: 'silent',
          kernel: 'manual.msync.write.today.kernel',
          sources: [today, inToday('mm/msync.c: sys_msync')],
        },
      }),
    },
  ],
};
