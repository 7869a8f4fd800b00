/** What is asked of every event before anything else is known of it. */
import { EventKind } from '../trace/event-table';
import type { CallEvent, TraceEvent } from '../trace/event';
import { execCalls } from '../process/effects';

/** An execve that did not fail. */
export const isExec = (kind: number, name: string, errno: string): boolean =>
  kind === EventKind.call && errno === '' && execCalls.has(name);

/** Whose event it is. A message on stderr has no prefix: `strace: Process 102 attached` names the task in its words. */
export const tidIn = (event: TraceEvent): number | undefined =>
  event.kind === 'note' && event.note === 'attached' ? event.tid : event.prefix.tid;

/** The kernel saw the call. */
export const isReal = ({ result }: CallEvent): boolean =>
  result.kind === 'never' || result.injected !== 'result';
