/**
 * Files read at random by pread. A `-ff` set may have more files than a process may hold open, so descriptors are pooled:
 * the one used longest ago is closed.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { SourceError } from '../../model/trace/byte-source';
import type { ByteSource } from '../../model/trace/byte-source';
import { UnreadableSource } from '../errors';
import { tell } from '../words/tell';
import { systemWords } from './system-words';

const MOST_OPEN = 64;

export class DescriptorPool {
  /** In the order of use: a Map keeps that of insertion. */
  readonly #open = new Map<string, number>();

  descriptorOf(path: string): number {
    const known = this.#open.get(path);
    if (known !== undefined) {
      this.#open.delete(path);
      this.#open.set(path, known);
      return known;
    }
    const descriptor = openSync(path, 'r');
    this.#open.set(path, descriptor);
    const [oldest] = this.#open;
    if (this.#open.size > MOST_OPEN && oldest) {
      this.#open.delete(oldest[0]);
      closeSync(oldest[1]);
    }
    return descriptor;
  }

  close(): void {
    for (const descriptor of this.#open.values()) closeSync(descriptor);
    this.#open.clear();
  }
}

/** Lines are short and looked at in runs: one system call brings what the next reads will ask for. */
const BLOCK = 1 << 16;

/** Bytes behind a descriptor that somebody else opens and closes. */
export class DescriptorSource implements ByteSource {
  #buffer = Buffer.alloc(0);
  /** Where the bytes in the buffer stand in the file. */
  #start = 0;
  #length = 0;

  constructor(
    readonly name: string,
    readonly size: number,
    readonly descriptor: () => number,
  ) {}

  read(offset: number, length: number): Uint8Array {
    const wanted = Math.max(0, Math.min(length, this.size - offset));
    const inBuffer = offset >= this.#start && offset + wanted <= this.#start + this.#length;
    if (!inBuffer) this.#fill(offset, Math.min(Math.max(wanted, BLOCK), this.size - offset));
    const at = offset - this.#start;
    return this.#buffer.subarray(at, Math.min(at + wanted, this.#length));
  }

  /** Somebody records onto the same name: what was read of the old log and what is there now do not belong together. */
  #shortened(at: number): SourceError {
    return new UnreadableSource(tell('file.shortened', { path: this.name, before: this.size, at }));
  }

  #fill(offset: number, wanted: number): void {
    if (this.#buffer.length < wanted) this.#buffer = Buffer.allocUnsafe(wanted);
    this.#start = offset;
    this.#length = 0;
    try {
      while (this.#length < wanted) {
        const n = readSync(
          this.descriptor(),
          this.#buffer,
          this.#length,
          wanted - this.#length,
          offset + this.#length,
        );
        if (n === 0) throw this.#shortened(offset + this.#length);
        this.#length += n;
      }
    } catch (thrown) {
      this.#length = 0;
      throw thrown instanceof SourceError
        ? thrown
        : new UnreadableSource(tell('file.unreadable', { path: this.name, words: systemWords(thrown) }));
    }
  }
}
