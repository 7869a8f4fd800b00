/** shmdt(2), which could not fail in 1996. */
import type { CallManual } from './generation';
import { asBefore, generations, in1996, in24, inToday, page } from './writing';

const of24 = page('2.4', 'shmdt(2)');
const of2010 = page('2010', 'shmdt(2)');
const today = page('today', 'shmdt(2)');

export const shmdtManual: CallManual = {
  call: 'shmdt',
  statements: [
    {
      errno: 'EINVAL',
      generations: generations({
        '1996': {
          says: 'not-at-hand',
          kernel: 'manual.shmdt.detached.1996.kernel',
          sources: [in1996('ipc/shm.c: sys_shmdt')],
        },
        '2.4': { says: 'manual.shmdt.detached.2.4', sources: [of24, in24('ipc/shm.c: sys_shmdt')] },
        '2010': { says: 'manual.shmdt.detached.2010', sources: [of2010] },
        today: { says: asBefore, sources: [today, inToday('ipc/shm.c: ksys_shmdt')] },
      }),
    },
  ],
};
