/**
 * Where the kernel looks for room, as bytes. It changes seldom: when a place that the kernel chose says more of it.
 */
import type { MmapBase } from '../memory/mmap-base';
import { pageNumber } from '../memory/page';
import type { PackedReader, PackedWriter } from './packed-bytes';

/** Stored: append only. */
const SHOWN_BY: readonly MmapBase['shownBy'][] = ['interpreter', 'vdso', 'program', 'placement'];

export function packMmapBase(base: MmapBase | undefined, out: PackedWriter): void {
  out.number(base === undefined ? 0 : base.direction === 'down' ? 1 : 2);
  if (base === undefined) return;
  out.number(base.lowest);
  out.number(base.highest - base.lowest);
  out.number(SHOWN_BY.indexOf(base.shownBy));
  out.number(base.kernelSince);
}

export function unpackMmapBase(from: PackedReader): MmapBase | undefined {
  const form = from.number();
  if (form === 0) return undefined;
  const lowest = pageNumber(from.number());
  return {
    direction: form === 1 ? 'down' : 'up',
    lowest,
    highest: pageNumber(lowest + from.number()),
    shownBy: SHOWN_BY[from.number()] ?? 'program',
    kernelSince: from.number(),
  };
}
