/** gzip in an extension host of either kind, by the platform's own stream. */
import { wordsOf } from '../../debug-adapter/errors';
import { tell } from '../../debug-adapter/words/tell';
import type { Message } from '../../model/why/message-shape';

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * What could be unpacked, at most `most` bytes. `problem` says why it is not all: a file cut short still shows what is
 * there.
 */
export async function unzipped(
  bytes: Uint8Array,
  most: number,
): Promise<{ readonly unpacked: Uint8Array; readonly problem: Message | undefined }> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const reader = (stream as ReadableStream<Uint8Array>).getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  let problem: Message | undefined;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      size += value.length;
      if (size > most) {
        problem = tell('file.only-first', { most });
        await reader.cancel();
        break;
      }
    }
  } catch (error) {
    problem = tell('file.broken-after', { size, words: wordsOf(error) });
  }
  const unpacked = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    unpacked.set(chunk, at);
    at += chunk.length;
  }
  return { unpacked, problem };
}
