/**
 * Where shmat puts a segment without an address: as mmap puts shared memory. ipc/shm.c: do_shmat
 */
import type { Before } from '../check';
import { placementOf, type Placement } from '../placement';

/** `hugePages`: pages of 4096 bytes in one huge page of the segment; undefined where it has none. */
export const placeOf = (pages: number, hugePages: number | undefined, before: Before): Placement =>
  placementOf(
    {
      pages,
      hint: 0,
      content: hugePages === undefined ? { kind: 'shmem' } : { kind: 'huge-pages', pages: hugePages },
      low2G: false,
      above4G: false,
    },
    before,
  );
