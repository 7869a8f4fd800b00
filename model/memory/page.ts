/**
 * Pages and byte addresses. A page number is an address / 4096 in a JavaScript number: the whole 64-bit space has 2^52
 * pages, so each is exact. Byte addresses pass 2^53 with five-level paging and are bigint. Larger page sizes (arm64) are
 * multiples: the unit stays 4096.
 */

declare const brand: unique symbol;

export type PageNumber = number & { readonly [brand]: 'PageNumber' };
export type ByteAddress = bigint & { readonly [brand]: 'ByteAddress' };

export const PAGE_SHIFT = 12n;
export const PAGE_SIZE = 4096;

export const pageNumber = (n: number): PageNumber => n as PageNumber;
export const byteAddress = (n: bigint): ByteAddress => BigInt.asUintN(64, n) as ByteAddress;

/** The page that holds the byte: rounds down. */
export const pageOf = (address: bigint): PageNumber =>
  Number(BigInt.asUintN(64, address) >> PAGE_SHIFT) as PageNumber;

/** The first byte of the page. Page 2^52 (an end) gives 2^64, which is no address any more. */
export const addressOf = (page: PageNumber): ByteAddress => (BigInt(page) << PAGE_SHIFT) as ByteAddress;

/** Bytes to pages, rounded up, without the kernel's wrap at 2^64: the kernel's own rounding is in kernel/rounding.ts. */
export const pagesFor = (bytes: bigint): number => Number((bytes + 4095n) >> PAGE_SHIFT);

/** Half-open: start <= page < end. `end` may be 2^52. */
export interface PageRange {
  readonly start: PageNumber;
  readonly end: PageNumber;
}

export const pageRange = (start: number, end: number): PageRange => ({
  start: start as PageNumber,
  end: end as PageNumber,
});
export const lengthOf = (range: PageRange): number => range.end - range.start;
export const overlaps = (a: PageRange, b: PageRange): boolean => a.start < b.end && b.start < a.end;
/** The part of one range inside the other; they overlap. */
export const within = (range: PageRange, bounds: PageRange): PageRange =>
  pageRange(Math.max(range.start, bounds.start), Math.min(range.end, bounds.end));
export const contains = (outer: PageRange, inner: PageRange): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** `7f3d25241000` as /proc/PID/maps prints it; at least 8 digits. */
export const hexAddress = (page: PageNumber): string => addressOf(page).toString(16).padStart(8, '0');
