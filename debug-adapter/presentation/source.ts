/**
 * A file of the recording as DAP names it: by its path, or by the URI where the client gave one. Never by a reference:
 * the log is a file that the client can open, set breakpoints in and search.
 */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import type { FileIndex } from '../../model/trace/positions';
import type { Replay } from '../replay';

export function sourceOf(replay: Replay, file: FileIndex): Dap.Source {
  const path = replay.locationOf(file);
  return { name: path.slice(path.lastIndexOf('/') + 1), path };
}
