/** gzip in an extension host of either kind, by the platform's own stream. */

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * What could be unpacked, at most `most` bytes. `problem` says why it is not all: a file cut short still shows what is
 * there.
 */
export async function unzipped(
  bytes: Uint8Array,
  most: number,
): Promise<{ readonly unpacked: Uint8Array; readonly problem: string | undefined }> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const reader = (stream as ReadableStream<Uint8Array>).getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  let problem: string | undefined;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      size += value.length;
      if (size > most) {
        problem = `only the first ${most} bytes are read`;
        await reader.cancel();
        break;
      }
    }
  } catch (error) {
    problem = `the compressed file is broken or cut short after ${size} bytes: ${error instanceof Error ? error.message : String(error)}`;
  }
  const unpacked = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    unpacked.set(chunk, at);
    at += chunk.length;
  }
  return { unpacked, problem };
}
