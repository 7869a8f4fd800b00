/**
 * Logs through the editor's file systems, for a session inside the extension host: in the browser, and for logs that no
 * process can open. VS Code reads files whole (there is no range read), so a log is held in memory and has a cap.
 */
import * as vscode from 'vscode';
import { errors, wordsOf } from '../../debug-adapter/errors';
import { filesOfSet } from '../../debug-adapter/ff-set';
import type { LogSource, OpenedSources, SessionHost } from '../../debug-adapter/session-host';
import type { ByteSource } from '../../model/trace/byte-source';
import { tell } from '../../debug-adapter/words/tell';
import type { Message } from '../../model/why/message-shape';
import { isGzip, unzipped } from './gzip';
import { locationOf, programOf } from './program';

/** A browser tab holds no more; the adapter process on a desktop has no such bound. */
const mostBytes = 512 * 1024 * 1024;

export class EditorHost implements SessionHost {
  breathe(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, 0));
  }

  now(): number {
    return performance.now();
  }

  async openSources(program: string, maps: string | undefined, signal: AbortSignal): Promise<OpenedSources> {
    const uri = programOf(program);
    const notes: Message[] = [];
    const logs: LogSource[] = [];
    const read = new Map<vscode.Uri, string | undefined>();
    for (const { at, tid } of await logsAt(uri, program)) {
      read.set(at, await looksOf(at));
      const bytes = await bytesOf(at, signal, notes);
      logs.push({ bytes: new MemorySource(at.toString(), bytes), location: locationOf(at), tid });
    }
    const mapsAt = maps === undefined ? beside(uri) : programOf(maps);
    read.set(mapsAt, await looksOf(mapsAt));
    return {
      logs,
      maps: await snapshot(mapsAt, maps),
      notes,
      changedFile: async () => {
        for (const [at, looks] of read) if ((await looksOf(at)) !== looks) return locationOf(at);
        return undefined;
      },
      close: () => undefined,
    };
  }
}

class MemorySource implements ByteSource {
  constructor(
    readonly name: string,
    private readonly bytes: Uint8Array,
  ) {}

  get size(): number {
    return this.bytes.length;
  }

  read(offset: number, length: number): Uint8Array {
    return this.bytes.subarray(offset, offset + length);
  }
}

const beside = (uri: vscode.Uri): vscode.Uri => uri.with({ path: `${uri.path}.maps` });

/** Undefined: it is not there. */
async function looksOf(uri: vscode.Uri): Promise<string | undefined> {
  const stat = await statOf(uri);
  return stat && `${stat.size} ${stat.mtime}`;
}

async function statOf(uri: vscode.Uri): Promise<vscode.FileStat | undefined> {
  try {
    return await vscode.workspace.fs.stat(uri);
  } catch {
    return undefined;
  }
}

/** The file, or the files `PREFIX.<tid>` of a `-ff` set, ascending. @throws UserError */
async function logsAt(
  uri: vscode.Uri,
  program: string,
): Promise<readonly { readonly at: vscode.Uri; readonly tid: number | undefined }[]> {
  const stat = await statOf(uri);
  if (stat !== undefined) {
    if (stat.type & vscode.FileType.Directory) throw errors.isDirectory(program);
    return [{ at: uri, tid: undefined }];
  }
  const folder = vscode.Uri.joinPath(uri, '..');
  const names = await vscode.workspace.fs.readDirectory(folder).then(
    (entries) => entries.map(([name]) => name),
    () => [],
  );
  const base = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const set = filesOfSet(base, names).map(({ name, tid }) => ({
    at: vscode.Uri.joinPath(folder, name),
    tid,
  }));
  if (set.length > 0) return set;
  throw errors.noSuchLog(program);
}

async function bytesOf(uri: vscode.Uri, signal: AbortSignal, notes: Message[]): Promise<Uint8Array> {
  const stat = await statOf(uri);
  if (stat !== undefined && stat.size > mostBytes) {
    throw errors.cannotOpen(
      uri.toString(),
      tell('error.too-large-here', { bytes: stat.size, most: mostBytes }),
    );
  }
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    signal.throwIfAborted();
    if (!isGzip(bytes)) return bytes;
    const { unpacked, problem } = await unzipped(bytes, mostBytes);
    if (problem !== undefined) notes.push(tell('file.unreadable', { path: uri.toString(), words: problem }));
    return unpacked;
  } catch (error) {
    signal.throwIfAborted();
    throw errors.cannotOpen(uri.toString(), wordsOf(error));
  }
}

/** @throws UserError when a snapshot that was asked for cannot be read; one beside the log may be missing. */
async function snapshot(uri: vscode.Uri, asked: string | undefined): Promise<OpenedSources['maps']> {
  if (asked === undefined && (await statOf(uri)) === undefined) return undefined;
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    return { name: locationOf(uri), text: new TextDecoder().decode(bytes) };
  } catch (error) {
    throw errors.cannotReadMaps(asked ?? uri.toString(), wordsOf(error));
  }
}
