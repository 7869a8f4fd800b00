import { describe, expect, test } from 'vitest';
import type { PageNumber } from '../../../model/memory/page';
import { follow } from '../../../model/timeline/follow';
import { at, record, taskWithTid } from './recorded';

const LOG = `
  101 execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0
  101 mmap(NULL, 16384, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x10000000
  101 mmap(NULL, 8192, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x20000000
  101 mprotect(0x10001000, 4096, PROT_READ) = 0
  101 mremap(0x20000000, 8192, 12288, MREMAP_MAYMOVE) = 0x30000000
  101 mmap(0x10002000, 4096, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_FIXED|MAP_ANONYMOUS, -1, 0) = 0x10002000
  101 mremap(0x30000000, 12288, 12288, MREMAP_MAYMOVE|MREMAP_FIXED, 0x10000000) = 0x10000000
  101 munmap(0x10003000, 4096) = 0
  101 mmap(NULL, 4096, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x10003000
  101 getppid() = 1
`;

describe('a page followed from one position to another', () => {
  test.each<[page: number, from: number, to: number, end: string]>([
    [0x10000, 2, 4, 'there 10000'],
    [0x10001, 2, 4, 'there 10001'],
    [0x20001, 3, 6, 'there 30001 by 4'],
    [0x20001, 3, 10, 'there 10001 by 6'],
    [0x10001, 10, 3, 'there 20001 by 4'],
    [0x10002, 2, 6, 'unmapped 5'],
    [0x10002, 6, 2, 'not-yet-mapped 5'],
    [0x10000, 2, 10, 'unmapped 6'],
    [0x10003, 2, 8, 'unmapped 7'],
    [0x10003, 2, 10, 'unmapped 7'],
    [0x10003, 10, 2, 'not-yet-mapped 8'],
    [0x30002, 6, 3, 'not-yet-mapped 4'],
    [0x10000, 2, 1, 'not-yet-mapped 1'],
    [0x50000, 2, 4, 'unknown'],
  ])('%#: %i, from %i to %i: %s', async (page, from, to, end) => {
    const timeline = await record(LOG);
    const { space } = taskWithTid(timeline, timeline.end, 101);
    const found = follow(timeline, space, page as PageNumber, at(from), at(to));
    const text =
      found.how === 'there'
        ? `there ${found.page.toString(16)}${found.at === undefined ? '' : ` by ${found.at}`}`
        : found.how === 'unknown'
          ? 'unknown'
          : `${found.how} ${found.at}`;
    expect(text).toBe(end);
  });
});
