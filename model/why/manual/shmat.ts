/** shmat(2). */
import type { CallManual } from './generation';
import { asBefore, generations, in1996, in24, inToday, page } from './writing';

const of24 = page('2.4', 'shmat(2)');
const of2010 = page('2010', 'shmat(2)');
const today = page('today', 'shmat(2)');

export const shmatManual: CallManual = {
  call: 'shmat',
  statements: [
    {
      errno: 'EACCES',
      generations: generations({
        '1996': {
          says: 'not-at-hand',
          kernel: 'manual.shmat.access.1996.kernel',
          sources: [in1996('ipc/shm.c: sys_shmat')],
        },
        '2.4': { says: 'manual.shmat.access.2.4', sources: [of24, in24('ipc/shm.c: sys_shmat')] },
        '2010': { says: asBefore, sources: [of2010] },
        today: { says: asBefore, sources: [today, inToday('ipc/shm.c: do_shmat')] },
      }),
    },
    {
      errno: 'EIDRM',
      generations: generations({
        '1996': {
          says: 'not-at-hand',
          kernel: 'manual.shmat.removed.1996.kernel',
          sources: [in1996('ipc/shm.c: sys_shmat')],
        },
        '2.4': { says: 'silent', kernel: asBefore, sources: [of24, in24('ipc/shm.c: sys_shmat')] },
        '2010': { says: 'manual.shmat.removed.2010', sources: [of2010] },
        today: {
          says: asBefore,
          kernel: 'manual.shmat.removed.today.kernel',
          sources: [today, inToday('ipc/shm.c: do_shmat')],
        },
      }),
    },
    {
      errno: 'EINVAL',
      checks: ['shmat.negative-id', 'shmat.no-such-segment'],
      generations: generations({
        '1996': {
          says: 'not-at-hand',
          kernel: 'manual.shmat.id.1996.kernel',
          sources: [in1996('ipc/shm.c: sys_shmat')],
        },
        '2.4': { says: 'manual.shmat.id.2.4', sources: [of24, in24('ipc/shm.c: sys_shmat')] },
        '2010': { says: asBefore, sources: [of2010] },
        today: { says: asBefore, sources: [today, inToday('ipc/shm.c: do_shmat')] },
      }),
    },
    {
      errno: 'EINVAL',
      checks: [
        'shmat.address-misaligned',
        'shmat.remap-without-address',
        'shmat.range-wraps',
        'shmat.huge-page-misaligned',
      ],
      generations: generations({
        '1996': {
          says: 'not-at-hand',
          kernel: 'manual.shmat.address.1996.kernel',
          sources: [in1996('ipc/shm.c: sys_shmat')],
        },
        '2.4': { says: 'manual.shmat.address.2.4', sources: [of24, in24('ipc/shm.c: sys_shmat')] },
        '2010': { says: asBefore, sources: [of2010] },
        today: {
          says: asBefore,
          kernel: 'manual.shmat.address.today.kernel',
          sources: [today, inToday('ipc/shm.c: do_shmat')],
        },
      }),
    },
    {
      errno: 'EINVAL',
      checks: ['shmat.range-in-use', 'shmat.remap-indivisible'],
      generations: generations({
        '1996': {
          says: 'not-at-hand',
          kernel: 'manual.shmat.in-use.1996.kernel',
          sources: [in1996('ipc/shm.c: sys_shmat')],
        },
        '2.4': {
          says: 'manual.shmat.in-use.2.4',
          kernel: 'manual.shmat.in-use.1996.kernel',
          sources: [of24, in24('ipc/shm.c: sys_shmat')],
        },
        '2010': { says: 'manual.shmat.in-use.2010', sources: [of2010] },
        today: {
          says: asBefore,
          kernel: 'manual.shmat.in-use.today.kernel',
          sources: [today, inToday('ipc/shm.c: do_shmat')],
        },
      }),
    },
    {
      errno: 'ENOMEM',
      generations: generations({
        '1996': {
          says: 'not-at-hand',
          kernel: 'manual.shmat.memory.1996.kernel',
          sources: [in1996('ipc/shm.c: sys_shmat')],
        },
        '2.4': { says: 'manual.shmat.memory.2.4', sources: [of24, in24('ipc/shm.c: sys_shmat')] },
        '2010': { says: asBefore, sources: [of2010] },
        today: {
          says: asBefore,
          kernel: 'manual.shmat.memory.today.kernel',
          sources: [today, inToday('ipc/shm.c: do_shmat')],
        },
      }),
    },
    {
      errno: 'EAGAIN',
      checks: ['shmat.over-lock-limit'],
      generations: generations({
        '1996': { says: 'not-at-hand', sources: [in1996('ipc/shm.c: sys_shmat')] },
        '2.4': {
          says: 'silent',
          kernel: 'manual.shmat.locked.2.4.kernel',
          sources: [of24, in24('ipc/shm.c: sys_shmat')],
        },
        '2010': { says: 'silent', sources: [of2010] },
        today: {
          says: 'silent',
          kernel: 'manual.shmat.locked.today.kernel',
          sources: [today, inToday('ipc/shm.c: do_shmat')],
        },
      }),
    },
    {
      errno: 'EPERM',
      generations: generations({
        '1996': { says: 'not-at-hand', sources: [in1996('ipc/shm.c: sys_shmat')] },
        '2.4': { says: 'silent', sources: [of24, in24('ipc/shm.c: sys_shmat')] },
        '2010': { says: 'silent', sources: [of2010] },
        today: {
          says: 'silent',
          kernel: 'manual.shmat.denied.today.kernel',
          sources: [today, inToday('ipc/shm.c: do_shmat')],
        },
      }),
    },
  ],
};
