/** mlock(2), for mlock2 too: root alone could lock before 2.6.9, and the limit bound root. */
import type { CallManual } from './generation';
import { asBefore, generations, in1996, in24, inToday, measured, page } from './writing';

const of24 = page('2.4', 'mlock(2)');
const of2010 = page('2010', 'mlock(2)');
const today = page('today', 'mlock(2)');

export const mlockManual: CallManual = {
  call: 'mlock',
  statements: [
    {
      errno: 'ENOMEM',
      checks: ['mlock.over-limit'],
      generations: generations({
        '1996': {
          says: 'not-at-hand',
          kernel: 'manual.mlock.limit.1996.kernel',
          sources: [in1996('mm/mlock.c: sys_mlock')],
        },
        '2.4': {
          says: 'manual.mlock.limit.2.4',
          kernel: 'manual.mlock.limit.1996.kernel',
          sources: [of24, in24('mm/mlock.c: sys_mlock')],
        },
        '2010': { says: 'manual.mlock.limit.2010', sources: [of2010] },
        today: {
          says: asBefore,
          kernel: 'manual.mlock.limit.today.kernel',
          sources: [today, inToday('mm/mlock.c: do_mlock')],
        },
      }),
    },
    {
      errno: 'ENOMEM',
      checks: ['mlock.unmapped'],
      generations: generations({
        '1996': {
          says: 'not-at-hand',
          kernel: 'manual.mlock.unmapped.1996.kernel',
          sources: [in1996('mm/mlock.c: do_mlock')],
        },
        '2.4': {
          says: 'manual.mlock.unmapped.2.4',
          kernel: asBefore,
          sources: [of24, in24('mm/mlock.c: sys_mlock')],
        },
        '2010': { says: asBefore, kernel: asBefore, sources: [of2010] },
        today: { says: asBefore, kernel: asBefore, sources: [today, inToday('mm/mlock.c: do_mlock')] },
      }),
    },
    {
      errno: 'ENOMEM',
      checks: [],
      generations: generations({
        '1996': {
          says: 'not-at-hand',
          kernel: 'manual.mlock.half.1996.kernel',
          sources: [in1996('mm/mlock.c: sys_mlock')],
        },
        '2.4': { says: 'silent', kernel: asBefore, sources: [of24, in24('mm/mlock.c: sys_mlock')] },
        '2010': {
          says: 'manual.mlock.half.2010',
          kernel: 'manual.mlock.half.2010.kernel',
          sources: [of2010],
        },
        today: { says: asBefore, kernel: asBefore, sources: [today, inToday('mm/mlock.c: do_mlock')] },
      }),
    },
    {
      errno: 'ENOMEM',
      checks: ['mlock.map-limit'],
      generations: generations({
        '1996': { says: 'not-at-hand', sources: [in1996('mm/mlock.c: sys_mlock')] },
        '2.4': { says: 'silent', sources: [of24, in24('mm/mlock.c: sys_mlock')] },
        '2010': { says: 'silent', sources: [of2010] },
        today: { says: 'manual.mlock.count.today', sources: [today, inToday('mm/mlock.c: do_mlock')] },
      }),
    },
    {
      errno: 'ENOMEM',
      checks: ['mlock.not-populated'],
      generations: generations({
        '1996': { says: 'not-at-hand', sources: [in1996('mm/mlock.c: sys_mlock')] },
        '2.4': { says: 'silent', sources: [of24, in24('mm/mlock.c: sys_mlock')] },
        '2010': { says: 'silent', sources: [of2010] },
        today: {
          says: 'silent',
          kernel: 'manual.mlock.populate.today.kernel',
          sources: [today, inToday('mm/mlock.c: __mlock_posix_error_return'), measured('mlock(2)')],
        },
      }),
    },
    {
      errno: 'EPERM',
      checks: ['mlock.not-permitted'],
      generations: generations({
        '1996': {
          says: 'not-at-hand',
          kernel: 'manual.mlock.root.1996.kernel',
          sources: [in1996('mm/mlock.c: do_mlock')],
        },
        '2.4': {
          says: 'manual.mlock.root.2.4',
          kernel: 'manual.mlock.root.2.4.kernel',
          sources: [of24, in24('mm/mlock.c: do_mlock')],
        },
        '2010': {
          says: 'manual.mlock.root.2010',
          kernel: 'manual.mlock.root.2010.kernel',
          sources: [of2010],
        },
        today: { says: asBefore, kernel: asBefore, sources: [today, inToday('mm/mlock.c: do_mlock')] },
      }),
    },
    {
      errno: 'EAGAIN',
      checks: ['mlock.out-of-memory'],
      generations: generations({
        '1996': { says: 'not-at-hand', sources: [in1996('mm/mlock.c: sys_mlock')] },
        '2.4': { says: 'silent', sources: [of24, in24('mm/mlock.c: sys_mlock')] },
        '2010': { says: 'manual.mlock.again.2010', sources: [of2010] },
        today: {
          says: asBefore,
          kernel: 'manual.mlock.again.today.kernel',
          sources: [today, inToday('mm/mlock.c: __mlock_posix_error_return')],
        },
      }),
    },
    {
      errno: 'EINVAL',
      checks: ['mlock.range-wraps'],
      generations: generations({
        '1996': {
          says: 'not-at-hand',
          kernel: 'manual.mlock.wraps.1996.kernel',
          sources: [in1996('mm/mlock.c: do_mlock')],
        },
        '2.4': {
          says: 'manual.mlock.wraps.2.4',
          kernel: asBefore,
          sources: [of24, in24('mm/mlock.c: sys_mlock')],
        },
        '2010': { says: 'manual.mlock.wraps.2010', sources: [of2010] },
        today: { says: asBefore, sources: [today, inToday('mm/mlock.c: do_mlock')] },
      }),
    },
    {
      errno: 'EINVAL',
      checks: ['mlock.unknown-flags'],
      generations: generations({
        '1996': { says: 'not-at-hand', sources: [in1996('mm/mlock.c: sys_mlock')] },
        '2.4': { says: 'silent', sources: [of24, in24('mm/mlock.c: sys_mlock')] },
        '2010': { says: 'silent', sources: [of2010] },
        today: { says: 'manual.mlock.flags.today', sources: [today, inToday('mm/mlock.c: do_mlock')] },
      }),
    },
  ],
};

/** munlock shares page and kernel code with mlock, but no limit concerns it. */
export const munlockManual: CallManual = {
  call: 'munlock',
  statements: [
    {
      errno: 'ENOMEM',
      checks: ['munlock.unmapped'],
      generations: generations({
        '1996': {
          says: 'not-at-hand',
          kernel: 'manual.munlock.unmapped.1996.kernel',
          sources: [in1996('mm/mlock.c: do_mlock')],
        },
        '2.4': { says: 'manual.munlock.unmapped.2.4', sources: [of24, in24('mm/mlock.c: sys_mlock')] },
        '2010': { says: asBefore, sources: [of2010] },
        today: {
          says: asBefore,
          kernel: 'manual.munlock.unmapped.today.kernel',
          sources: [today, inToday('mm/mlock.c: do_mlock')],
        },
      }),
    },
    {
      errno: 'ENOMEM',
      checks: ['munlock.map-limit'],
      generations: generations({
        '1996': { says: 'not-at-hand', sources: [in1996('mm/mlock.c: sys_mlock')] },
        '2.4': { says: 'silent', sources: [of24, in24('mm/mlock.c: sys_mlock')] },
        '2010': { says: 'silent', sources: [of2010] },
        today: { says: 'manual.munlock.count.today', sources: [today, inToday('mm/mlock.c: do_mlock')] },
      }),
    },
    {
      errno: 'EINVAL',
      checks: ['munlock.range-wraps'],
      generations: generations({
        '1996': {
          says: 'not-at-hand',
          kernel: 'manual.munlock.wraps.1996.kernel',
          sources: [in1996('mm/mlock.c: do_mlock')],
        },
        '2.4': {
          says: 'manual.munlock.wraps.2.4',
          kernel: asBefore,
          sources: [of24, in24('mm/mlock.c: sys_mlock')],
        },
        '2010': { says: 'manual.munlock.wraps.2010', sources: [of2010] },
        today: { says: asBefore, sources: [today, inToday('mm/mlock.c: do_mlock')] },
      }),
    },
    {
      errno: 'EPERM',
      checks: [],
      generations: generations({
        '1996': {
          says: 'not-at-hand',
          kernel: 'manual.munlock.root.1996.kernel',
          sources: [in1996('mm/mlock.c: do_mlock')],
        },
        '2.4': {
          says: 'silent',
          kernel: 'manual.munlock.root.2.4.kernel',
          sources: [of24, in24('mm/mlock.c: sys_mlock')],
        },
        '2010': {
          says: 'manual.munlock.root.2010',
          kernel: 'manual.munlock.root.2010.kernel',
          sources: [of2010],
        },
        today: { says: asBefore, kernel: asBefore, sources: [today, inToday('mm/mlock.c: do_mlock')] },
      }),
    },
  ],
};
