/**
 * The files of a recording. The log is a file on the client's side: it is never handed out as text by reference.
 */
import { errors } from '../errors';
import { sourceOf } from '../presentation/source';
import type { HandlerTable } from '../request-table';
import type { SessionState } from '../session-state';

type Sources = Pick<HandlerTable, 'source' | 'loadedSources'>;

export const sourceHandlers = (state: SessionState): Sources => ({
  loadedSources: () => {
    const replay = state.launched('loadedSources');
    return { sources: replay.recording.files.map(({ index }) => sourceOf(replay, index, state.client)) };
  },

  source: (args) => {
    throw errors.unknownSource(args.source?.path ?? `reference ${args.sourceReference}`);
  },
});
