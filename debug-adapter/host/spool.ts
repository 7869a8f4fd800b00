/**
 * Bytes that cannot be read at random, from a pipe or a compressed file, go to a temporary file without a name: it is gone
 * when the process ends, however that happens. Memory stays bounded by one chunk.
 */
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Message } from '../../model/why/message-shape';
import { Cancelled } from '../errors';
import { tell } from '../words/tell';
import { codeOf, systemWords } from './system-words';

export interface Spooled {
  readonly descriptor: number;
  readonly size: number;
  /** Set where the bytes end before they should: a compressed file cut short, or damaged. */
  readonly cut: Message | undefined;
}

/** Copies the stream to its end. @throws Cancelled, or what the file system throws. */
export async function spool(input: Readable, compressed: boolean, signal: AbortSignal): Promise<Spooled> {
  const descriptor = openUnnamed();
  let size = 0;
  // Written as it comes, not awaited chunk by chunk: what was unpacked before an error is on the disk by then.
  const copy = (from: Readable): Promise<void> =>
    new Promise((resolve, reject) => {
      const fail = (thrown: unknown): void => {
        from.destroy();
        reject(thrown instanceof Error ? thrown : new Error(String(thrown)));
      };
      // A pipe that nobody writes to gives no data to notice it by.
      signal.addEventListener('abort', () => fail(new Cancelled()), { once: true });
      from.on('data', (chunk: Buffer) => {
        try {
          for (let at = 0; at < chunk.length;) at += writeSync(descriptor, chunk, at);
          size += chunk.length;
        } catch (thrown) {
          fail(thrown);
        }
      });
      from.on('end', resolve).on('error', fail);
    });
  try {
    if (!compressed) await copy(input);
    else {
      // Members that follow each other are unpacked one after the other: zlib's gunzip knows them.
      const unpacked = createGunzip();
      input.once('error', (error) => unpacked.destroy(error));
      await copy(input.pipe(unpacked));
    }
    return { descriptor, size, cut: undefined };
  } catch (thrown) {
    const cut = compressed ? damage(thrown) : undefined;
    // What was unpacked before the damage is genuine: a recording cut short is the common case.
    if (cut !== undefined && size > 0) return { descriptor, size, cut };
    closeSync(descriptor);
    throw thrown;
  } finally {
    input.destroy();
  }
}

function damage(thrown: unknown): Message | undefined {
  switch (codeOf(thrown)) {
    case 'Z_BUF_ERROR':
      return tell('file.ends-early');
    case 'Z_DATA_ERROR':
      return tell('file.damaged', { words: systemWords(thrown) });
    default:
      return undefined;
  }
}

function openUnnamed(): number {
  const folder = mkdtempSync(join(tmpdir(), 'pagewalk-'));
  try {
    return openSync(join(folder, 'log'), 'wx+', 0o600);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
