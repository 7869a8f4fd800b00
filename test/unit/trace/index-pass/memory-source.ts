import type { ByteSource } from '../../../../model/trace/byte-source';

/** A source over bytes in memory whose reads, as the contract allows, share one buffer. */
export function memorySource(content: string | Uint8Array, name = 'test.strace'): ByteSource {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  let shared = new Uint8Array(0);
  return {
    name,
    size: bytes.length,
    read(offset, length) {
      const part = bytes.subarray(offset, offset + length);
      // What a caller keeps beyond the next read turns to garbage here.
      shared.fill(0xaa);
      if (shared.length < part.length) shared = new Uint8Array(part.length * 2);
      shared.set(part);
      return shared.subarray(0, part.length);
    },
  };
}
