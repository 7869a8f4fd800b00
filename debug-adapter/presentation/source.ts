/**
 * A file of the recording as DAP names it: by its path, or by the URI where the client gave one. Never by a reference:
 * the log is a file that the client can open, set breakpoints in and search.
 */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import type { FileIndex } from '../../model/trace/positions';
import type { ClientTraits } from '../client-traits';
import type { Replay } from '../replay';

export function sourceOf(replay: Replay, file: FileIndex, client: ClientTraits): Dap.Source {
  const location = replay.locationOf(file);
  return { name: location.slice(location.lastIndexOf('/') + 1), path: inFormat(location, client) };
}

/** A path as the client asked for it in `initialize`; what is a URI already stays one. */
export function inFormat(location: string, client: ClientTraits): string {
  if (!client.uris || !location.startsWith('/')) return location;
  return `file://${location.split('/').map(encodeURIComponent).join('/')}`;
}
