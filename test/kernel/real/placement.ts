/** Which calls leave the choice of the address to the kernel. */
import type { MemoryCall } from '../../../model/kernel/memory-call';

const MAP_FIXED = 0x10;
const MAP_FIXED_NOREPLACE = 0x100000;
const MREMAP_FIXED = 2;

/** A successful call whose result is an address that the kernel chose: no hint taken at its word, nothing fixed. */
export function isPlacedByKernel(call: MemoryCall): boolean {
  const { result } = call.event;
  if (result.kind !== 'value') return false;
  if (call.call === 'mmap')
    return ((call.flags.value ?? MAP_FIXED) & (MAP_FIXED | MAP_FIXED_NOREPLACE)) === 0;
  if (call.call === 'shmat') return call.addr.value === 0n;
  if (call.call !== 'mremap' || ((call.flags.value ?? MREMAP_FIXED) & MREMAP_FIXED) !== 0) return false;
  return result.value !== call.oldAddress.value;
}
