/** Page numbers as addresses: exact in all 64 bits. */

/** '0x7ffff7fe9000' of a page; an end may be 2^64. */
export const addressText = (page: number): string => `0x${(BigInt(page) << 12n).toString(16)}`;

/** The page of an address as people write it: hexadecimal, with or without 0x. Undefined for anything else. */
export function pageOfText(text: string): number | undefined {
  const digits = /^(?:0x)?([0-9a-f]{1,16})$/i.exec(text.trim())?.[1];
  return digits === undefined ? undefined : Number(BigInt(`0x${digits}`) >> 12n);
}
