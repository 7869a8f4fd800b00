import { EventFlag, EventKind } from '../../../../model/trace/event-table';
import { openRecording, type OpenOptions } from '../../../../model/trace/open-recording';
import { eventIndex, lineNumber } from '../../../../model/trace/positions';
import type { Recording } from '../../../../model/trace/recording';
import { memorySource } from './memory-source';

export const open = (content: string | Uint8Array, options?: OpenOptions): Promise<Recording> =>
  openRecording([{ source: memorySource(content) }], options);

export const openSet = (
  files: readonly { readonly tid: number; readonly content: string }[],
  options?: OpenOptions,
): Promise<Recording> =>
  openRecording(
    files.map(({ tid, content }) => ({ source: memorySource(content, `log.${String(tid)}`), tid })),
    options,
  );

const KIND_NAMES = Object.keys(EventKind);

const FLAG_NAMES = Object.entries(EventFlag);

/** One row as text: `line/entryLine tid kind name errno flags`, what is empty left out. */
export function row(recording: Recording, n: number): string {
  const { events, tasks } = recording;
  const event = eventIndex(n);
  const line = events.line(event);
  const entry = events.entryLine(event);
  const task = tasks[events.task(event)];
  const flags = FLAG_NAMES.filter(([, bit]) => (events.flags(event) & bit) !== 0).map(([name]) => name);
  return [
    entry === line ? String(line) : `${String(line)}/${String(entry)}`,
    String(task?.tid ?? '-'),
    KIND_NAMES[events.kind(event)],
    events.name(event),
    events.errno(event),
    ...flags,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

export function rows(recording: Recording): string[] {
  return Array.from({ length: recording.events.length }, (_, n) => row(recording, n));
}

/** All that an index says, to compare two of them. */
export function digest(recording: Recording): unknown {
  const { events, files, survey, tasks } = recording;
  const lines = files.map((file) =>
    Array.from({ length: file.lines }, (_, n) => [
      events.eventAtLine(file.index, lineNumber(n + 1)),
      recording.lineText(file.index, lineNumber(n + 1)),
    ]),
  );
  const ids = Array.from({ length: events.length }, (_, n) => [
    events.task(eventIndex(n)),
    events.file(eventIndex(n)),
  ]);
  return { rows: rows(recording), ids, lines, files, survey, tasks };
}
