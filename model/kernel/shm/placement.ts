/**
 * Where shmat puts a segment without an address: as mmap puts shared memory. ipc/shm.c: do_shmat
 */
import type { Before } from '../check';
import { placementOf, type Placement } from '../placement';

export const placeOf = (pages: number, before: Before): Placement =>
  placementOf({ pages, hint: 0, content: { kind: 'shmem' }, low2G: false, above4G: false }, before);
