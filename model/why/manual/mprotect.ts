/** mprotect(2): unmapped memory was EFAULT until 2.4.19, and pages said so longer. */
import type { CallManual } from './generation';
import { asBefore, generations, in1996, in24, inToday, page } from './writing';

const of24 = page('2.4', 'mprotect(2)');
const of2010 = page('2010', 'mprotect(2)');
const today = page('today', 'mprotect(2)');

export const mprotectManual: CallManual = {
  call: 'mprotect',
  statements: [
    {
      errno: 'EACCES',
      generations: generations({
        '1996': {
          says: 'not-at-hand',
          kernel: 'manual.mprotect.access.1996.kernel',
          sources: [in1996('mm/mprotect.c: sys_mprotect')],
        },
        '2.4': { says: 'manual.mprotect.access.2.4', sources: [of24, in24('mm/mprotect.c: sys_mprotect')] },
        '2010': { says: asBefore, sources: [of2010] },
        today: {
          says: asBefore,
          kernel: 'manual.mprotect.access.today.kernel',
          sources: [today, inToday('mm/mprotect.c: do_mprotect_pkey')],
        },
      }),
    },
    {
      errno: 'EINVAL',
      checks: ['mprotect.address-misaligned'],
      generations: generations({
        '1996': {
          says: 'not-at-hand',
          kernel: 'manual.mprotect.unaligned.1996.kernel',
          sources: [in1996('mm/mprotect.c: sys_mprotect')],
        },
        '2.4': {
          says: 'manual.mprotect.unaligned.2.4',
          sources: [of24, in24('mm/mprotect.c: sys_mprotect')],
        },
        '2010': { says: asBefore, sources: [of2010] },
        today: {
          says: asBefore,
          kernel: 'manual.mprotect.unaligned.today.kernel',
          sources: [today, inToday('mm/mprotect.c: do_mprotect_pkey')],
        },
      }),
    },
    {
      errno: 'EINVAL',
      checks: ['mprotect.unknown-protection', 'mprotect.grows-both-ways', 'mprotect.not-a-stack'],
      generations: generations({
        '1996': {
          says: 'not-at-hand',
          kernel: 'manual.mprotect.bits.1996.kernel',
          sources: [in1996('mm/mprotect.c: sys_mprotect')],
        },
        '2.4': { says: 'silent', kernel: asBefore, sources: [of24, in24('mm/mprotect.c: sys_mprotect')] },
        '2010': { says: 'silent', sources: [of2010] },
        today: {
          says: 'manual.mprotect.bits.today',
          kernel: 'manual.mprotect.bits.today.kernel',
          sources: [today, inToday('mm/mprotect.c: do_mprotect_pkey')],
        },
      }),
    },
    {
      errno: 'EINVAL',
      checks: ['mprotect.unknown-key'],
      generations: generations({
        '1996': { says: 'not-at-hand', sources: [in1996('mm/mprotect.c: sys_mprotect')] },
        '2.4': { says: 'silent', sources: [of24, in24('mm/mprotect.c: sys_mprotect')] },
        '2010': { says: 'silent', sources: [of2010] },
        today: {
          says: 'manual.mprotect.key.today',
          kernel: 'manual.mprotect.key.today.kernel',
          sources: [today, inToday('mm/mprotect.c: do_mprotect_pkey')],
        },
      }),
    },
    {
      errno: 'EINVAL',
      generations: generations({
        '1996': { says: 'not-at-hand', sources: [in1996('mm/mprotect.c: sys_mprotect')] },
        '2.4': { says: 'silent', sources: [of24, in24('mm/mprotect.c: sys_mprotect')] },
        '2010': { says: 'silent', sources: [of2010] },
        today: {
          says: 'manual.mprotect.other.today',
          kernel: 'manual.mprotect.other.today.kernel',
          sources: [today, inToday('mm/mprotect.c: do_mprotect_pkey')],
        },
      }),
    },
    {
      errno: 'ENOMEM',
      checks: ['mprotect.unmapped', 'mprotect.range-wraps'],
      generations: generations({
        '1996': {
          says: 'not-at-hand',
          kernel: 'manual.mprotect.unmapped.1996.kernel',
          sources: [in1996('mm/mprotect.c: sys_mprotect')],
        },
        '2.4': {
          says: 'silent',
          kernel: 'manual.mprotect.unmapped.2.4.kernel',
          sources: [of24, in24('mm/mprotect.c: sys_mprotect')],
        },
        '2010': {
          says: 'manual.mprotect.unmapped.2010',
          kernel: 'manual.mprotect.unmapped.2010.kernel',
          sources: [of2010],
        },
        today: {
          says: asBefore,
          kernel: asBefore,
          sources: [today, inToday('mm/mprotect.c: do_mprotect_pkey')],
        },
      }),
    },
    {
      errno: 'ENOMEM',
      checks: ['mprotect.kernel-memory', 'mprotect.over-commit-limit', 'mprotect.over-data-limit'],
      generations: generations({
        '1996': { says: 'not-at-hand', sources: [in1996('mm/mprotect.c: sys_mprotect')] },
        '2.4': { says: 'manual.mprotect.memory.2.4', sources: [of24, in24('mm/mprotect.c: sys_mprotect')] },
        '2010': { says: asBefore, sources: [of2010] },
        today: {
          says: asBefore,
          kernel: 'manual.mprotect.memory.today.kernel',
          sources: [today, inToday('mm/mprotect.c: do_mprotect_pkey')],
        },
      }),
    },
    {
      errno: 'ENOMEM',
      checks: ['mprotect.map-limit'],
      generations: generations({
        '1996': { says: 'not-at-hand', sources: [in1996('mm/mprotect.c: sys_mprotect')] },
        '2.4': {
          says: 'silent',
          kernel: 'manual.mprotect.count.2.4.kernel',
          sources: [of24, in24('mm/mprotect.c: sys_mprotect')],
        },
        '2010': { says: 'silent', sources: [of2010] },
        today: {
          says: 'manual.mprotect.count.today',
          sources: [today, inToday('mm/mprotect.c: do_mprotect_pkey')],
        },
      }),
    },
    {
      errno: 'EFAULT',
      checks: [],
      generations: generations({
        '1996': {
          says: 'not-at-hand',
          kernel: 'manual.mprotect.fault.1996.kernel',
          sources: [in1996('mm/mprotect.c: sys_mprotect')],
        },
        '2.4': {
          says: 'manual.mprotect.fault.2.4',
          kernel: 'manual.mprotect.fault.2.4.kernel',
          sources: [of24, in24('mm/mprotect.c: sys_mprotect')],
        },
        '2010': { says: 'manual.mprotect.fault.2010', sources: [of2010] },
        today: { says: asBefore, sources: [today, inToday('mm/mprotect.c: do_mprotect_pkey')] },
      }),
    },
    {
      errno: 'EPERM',
      checks: ['mprotect.sealed'],
      generations: generations({
        '1996': { says: 'not-at-hand', sources: [in1996('mm/mprotect.c: sys_mprotect')] },
        '2.4': { says: 'silent', sources: [of24, in24('mm/mprotect.c: sys_mprotect')] },
        '2010': { says: 'silent', sources: [of2010] },
        today: {
          says: 'silent',
          kernel: 'manual.mprotect.sealed.today.kernel',
          sources: [today, inToday('mm/mprotect.c: do_mprotect_pkey')],
        },
      }),
    },
  ],
};
