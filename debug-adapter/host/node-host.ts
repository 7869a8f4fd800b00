/**
 * Logs from the file system, for the adapter process and the command-line tool.
 */
import { closeSync, createReadStream, readFileSync, readSync, openSync, statSync, existsSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Message } from '../../model/why/message-shape';
import { errors } from '../errors';
import { tell } from '../words/tell';
import type { LogSource, OpenedSources, SessionHost } from '../session-host';
import { DescriptorPool, DescriptorSource } from './file-source';
import { findLogs } from './find-logs';
import type { FoundLog } from './find-logs';
import { spool } from './spool';
import { systemWords } from './system-words';

export class NodeHost implements SessionHost {
  /** `standardInput` is read for the name `-`; undefined where that carries the protocol. */
  constructor(private readonly standardInput?: Readable) {}

  breathe(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }

  now(): number {
    return performance.now();
  }

  async openSources(given: string, maps: string | undefined, signal: AbortSignal): Promise<OpenedSources> {
    const opened = new NodeSources();
    try {
      if (given === '-' && this.standardInput) await opened.addStream(this.standardInput, signal);
      else {
        const program = pathOf(given);
        for (const log of findLogs(program)) await opened.add(log, signal);
        const beside = `${program}.maps`;
        if (maps === undefined && existsSync(beside)) opened.readMaps(beside);
      }
      if (maps !== undefined) opened.readMaps(pathOf(maps));
      return opened;
    } catch (thrown) {
      opened.close();
      throw thrown;
    }
  }
}

/** Clients name files by path; some send URIs. */
const pathOf = (name: string): string => (name.startsWith('file://') ? fileURLToPath(name) : name);

class NodeSources implements OpenedSources {
  readonly logs: LogSource[] = [];
  readonly notes: Message[] = [];
  maps: OpenedSources['maps'];
  readonly #pool = new DescriptorPool();
  readonly #spooled: number[] = [];
  /** Regular files, as they were before they were read. */
  readonly #read = new Map<string, string>();

  async add({ path, tid, stats }: FoundLog, signal: AbortSignal): Promise<void> {
    try {
      if (!stats.isFile()) {
        await this.#addSpooled(path, createReadStream(path), false, tid, signal);
        return;
      }
      this.#read.set(path, looksOf(stats));
      if (isGzip(path)) {
        await this.#addSpooled(path, createReadStream(path), true, tid, signal);
        return;
      }
      const bytes = new DescriptorSource(path, stats.size, () => this.#pool.descriptorOf(path));
      // Opened at once: what may not be read is told at launch, not at the first line.
      this.#pool.descriptorOf(path);
      this.logs.push({ bytes, location: path, tid });
    } catch (thrown) {
      throw thrown instanceof Error && 'code' in thrown
        ? errors.cannotOpen(path, systemWords(thrown))
        : thrown;
    }
  }

  async addStream(input: Readable, signal: AbortSignal): Promise<void> {
    await this.#addSpooled('-', input, false, undefined, signal);
  }

  async #addSpooled(
    path: string,
    input: Readable,
    compressed: boolean,
    tid: number | undefined,
    signal: AbortSignal,
  ): Promise<void> {
    let spooled = await spool(input, compressed, signal);
    if (!compressed && startsAsGzip(spooled.descriptor)) {
      // The stream closes the first copy's descriptor when it is read.
      const packed = createReadStream('', { fd: spooled.descriptor, start: 0 });
      spooled = await spool(packed, true, signal);
    }
    const { descriptor, size, cut } = spooled;
    this.#spooled.push(descriptor);
    if (cut !== undefined) this.notes.push(tell('file.cut', { path, problem: cut }));
    this.logs.push({ bytes: new DescriptorSource(path, size, () => descriptor), location: path, tid });
  }

  readMaps(path: string): void {
    try {
      const stats = statSync(path);
      if (stats.isFile()) this.#read.set(path, looksOf(stats));
      this.maps = { name: path, text: readFileSync(path, 'utf8') };
    } catch (thrown) {
      throw errors.cannotReadMaps(path, systemWords(thrown));
    }
  }

  async changedFile(): Promise<string | undefined> {
    for (const [path, looks] of this.#read) {
      const now = await stat(path).catch(() => undefined);
      if (now === undefined || looksOf(now) !== looks) return path;
    }
    return undefined;
  }

  close(): void {
    this.#pool.close();
    for (const descriptor of this.#spooled.splice(0)) closeSync(descriptor);
  }
}

/** Another file under the same name is another, even where it is as long and as old. */
const looksOf = ({ ino, size, mtimeMs }: Stats): string => `${ino} ${size} ${mtimeMs}`;

function isGzip(path: string): boolean {
  const descriptor = openSync(path, 'r');
  try {
    return startsAsGzip(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function startsAsGzip(descriptor: number): boolean {
  const magic = Buffer.alloc(2);
  return readSync(descriptor, magic, 0, 2, 0) === 2 && magic[0] === 0x1f && magic[1] === 0x8b;
}
