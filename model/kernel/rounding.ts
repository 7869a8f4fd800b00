/**
 * Each call rounds its range in its own way; this is the table. Sums wrap at the kernel's word, as `unsigned long` does,
 * and what a wrap means differs again: EINVAL, ENOMEM, or silent success.
 *
 *              start            length                       rounds to 0
 *   mmap       hint: down       up                           ENOMEM
 *   munmap     must be aligned  up                           EINVAL
 *   mremap     must be aligned  both up                      new: EINVAL; old: duplicate
 *   mprotect   must be aligned  up                           ENOMEM
 *   madvise    must be aligned  up                           EINVAL
 *   mlock      down             up(length + part of a page)  success
 *   brk        any              both ends up                 -
 *
 * Measured on 6.18, and read in mm/mmap.c, mm/vma.c, mm/mremap.c, mm/mprotect.c, mm/madvise.c, mm/mlock.c.
 */
import { pageRange, type PageRange } from '../memory/page';

/** The unit of the model's page numbers. What a machine rounds to is `page`, in bytes: a power of two, no less. */
const UNIT = 4096n;
const UNIT_BYTES = 4096;

export const isAligned = (address: bigint, page = UNIT): boolean => (address & (page - 1n)) === 0n;
export const roundDown = (address: bigint, page = UNIT): bigint => address - (address & (page - 1n));

const WORD_END = { 32: 1n << 32n, 64: 1n << 64n } as const;

/** A sum of unsigned numbers as a word holds it. Few wrap, and telling so is cheaper than cutting them. */
const inWord = (sum: bigint, bits: 32 | 64): bigint =>
  sum >= 0n && sum < WORD_END[bits] ? sum : BigInt.asUintN(bits, sum);

/** PAGE_ALIGN: the largest lengths wrap to 0. */
export const roundUp = (bytes: bigint, bits: 32 | 64, page = UNIT): bigint =>
  isAligned(bytes, page) ? inWord(bytes, bits) : roundDown(inWord(bytes + page, bits), page);

/** Bytes, page-aligned. `wraps`: start + length passes the end of the word, so `end` lies below `start`. */
export interface ByteRange {
  readonly start: bigint;
  readonly length: bigint;
  readonly end: bigint;
  readonly wraps: boolean;
}

const byteRange = (start: bigint, length: bigint, bits: 32 | 64): ByteRange => {
  const end = inWord(start + length, bits);
  return { start, length, end, wraps: end < start };
};

/** mprotect, madvise, munmap, mremap's old range: the start must be aligned, the length is rounded up. */
export const alignedRange = (start: bigint, length: bigint, bits: 32 | 64, page = UNIT): ByteRange =>
  byteRange(start, roundUp(length, bits, page), bits);

/**
 * mlock, mlock2, munlock: the start is rounded down and the length grows by what was cut off, so that every page
 * touched by [start, start + length) is in. An unaligned start with length 0 is one page; a length that rounds to 0 is
 * an empty, successful call. mm/mlock.c: do_mlock
 */
export function lockRange(start: bigint, length: bigint, bits: 32 | 64, page = UNIT): ByteRange {
  const first = roundDown(start, page);
  return byteRange(first, roundUp(inWord(length + (start - first), bits), bits, page), bits);
}

/** The pages of a range that does not wrap. */
export const pagesOf = (range: ByteRange): PageRange => {
  const start = pageCount(range.start);
  return pageRange(start, start + pageCount(range.length));
};

/** Pages from two page-aligned ends in bytes; empty where end <= start. */
export const pagesBetween = (start: bigint, end: bigint): PageRange =>
  pageRange(pageCount(start), pageCount(end > start ? end : start));

/**
 * Bytes that are whole pages, a length or an address, as a number of pages of 4096 bytes. Exact: of 64 bits the lowest twelve
 * are zero, and a number holds the rest.
 */
export const pageCount = (bytes: bigint): number => Number(bytes) / UNIT_BYTES;
