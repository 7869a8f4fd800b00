/**
 * The bytes of one file of a recording, injected: a descriptor in Node, memory in a browser worker, an array in a test.
 * Reading is synchronous so that any position can be reached without awaiting; what cannot be read at random (a pipe,
 * a compressed file) is spooled by the host before.
 */
export interface ByteSource {
  /** For messages: a path or URI. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /**
   * The bytes [offset, offset + length), fewer at the end of the source. The array is the caller's until the next read.
   * @throws SourceError when the host fails to read.
   */
  read(offset: number, length: number): Uint8Array;
}

/** Reading failed: the file vanished, the disk broke. The message is for a person. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
}
