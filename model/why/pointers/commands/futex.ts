/**
 * futex. A private futex is named by its address alone: waking needs no access to it. One that may be shared is named by its
 * page, which is made present first, writable where it is anonymous. A word that is not aligned is EINVAL before all else.
 * kernel/futex/core.c: get_futex_key; kernel/futex/waitwake.c; measured on 6.18
 */
import * as abi from '../abi-sizes';
import { call, changes, orNull, reads, undecoded } from '../notation';
import type { CommandRows } from './command-rows';

const word = undecoded(reads('uaddr', abi.INT));
const changedWord = undecoded(changes('uaddr', abi.INT));
const otherWord = undecoded(changes('uaddr2', abi.INT));

const SYSCALL = 'kernel/futex/syscalls.c: futex';

const waits = call(word, 'op', 'val', orNull(reads('timeout', abi.TIMESPEC))).uses(
  ['timeout', 'uaddr'],
  SYSCALL,
);
const waitsShared = call(changedWord, 'op', 'val', orNull(reads('timeout', abi.TIMESPEC))).uses(
  ['timeout', 'uaddr'],
  SYSCALL,
);
const wakes = call('uaddr', 'op', 'val');
const wakesShared = call(changedWord, 'op', 'val');
const locks = call(changedWord, 'op', orNull(reads('timeout', abi.TIMESPEC))).uses(
  ['timeout', 'uaddr'],
  SYSCALL,
);
const unlocks = call(changedWord, 'op');
const requeues = call('uaddr', 'op', 'val', 'val2', 'uaddr2');
const comparesAndRequeues = call(word, 'op', 'val', 'val2', 'uaddr2', 'val3');
const requeuesShared = call(changedWord, 'op', 'val', 'val2', otherWord, 'val3').uses(
  ['uaddr', 'uaddr2'],
  'kernel/futex/requeue.c: futex_requeue',
);
const wakesBoth = call('uaddr', 'op', 'val', 'val2', otherWord, 'val3');
const waitsToRequeue = call(word, 'op', 'val', orNull(reads('timeout', abi.TIMESPEC)), otherWord).uses(
  ['timeout', 'uaddr2', 'uaddr'],
  'kernel/futex/requeue.c: futex_wait_requeue_pi',
);

export const futex: CommandRows = {
  place: 1,
  /** All but FUTEX_CLOCK_REALTIME. */
  mask: 0xffn,
  rows: {
    FUTEX_WAIT: [0, waitsShared],
    FUTEX_WAKE: [1, wakesShared],
    FUTEX_REQUEUE: [3, requeuesShared],
    FUTEX_CMP_REQUEUE: [4, requeuesShared],
    FUTEX_WAKE_OP: [5, requeuesShared],
    FUTEX_LOCK_PI: [6, locks],
    FUTEX_UNLOCK_PI: [7, unlocks],
    FUTEX_TRYLOCK_PI: [8, unlocks],
    FUTEX_WAIT_BITSET: [9, waitsShared],
    FUTEX_WAKE_BITSET: [10, wakesShared],
    FUTEX_WAIT_REQUEUE_PI: [11, waitsToRequeue],
    FUTEX_CMP_REQUEUE_PI: [12, requeuesShared],
    FUTEX_LOCK_PI2: [13, locks],
    FUTEX_WAIT_PRIVATE: [128, waits],
    FUTEX_WAKE_PRIVATE: [129, wakes],
    FUTEX_REQUEUE_PRIVATE: [131, requeues],
    FUTEX_CMP_REQUEUE_PRIVATE: [132, comparesAndRequeues],
    FUTEX_WAKE_OP_PRIVATE: [133, wakesBoth],
    FUTEX_LOCK_PI_PRIVATE: [134, locks],
    FUTEX_UNLOCK_PI_PRIVATE: [135, unlocks],
    FUTEX_TRYLOCK_PI_PRIVATE: [136, unlocks],
    FUTEX_WAIT_BITSET_PRIVATE: [137, waits],
    FUTEX_WAKE_BITSET_PRIVATE: [138, wakes],
    FUTEX_WAIT_REQUEUE_PI_PRIVATE: [139, waitsToRequeue],
    FUTEX_CMP_REQUEUE_PI_PRIVATE: [140, comparesAndRequeues],
    FUTEX_LOCK_PI2_PRIVATE: [141, locks],
  },
};
