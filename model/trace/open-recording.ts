/**
 * Opens a recording: one log, or the files of a `-ff` set, indexed in one pass.
 */
import type { ByteSource } from './byte-source';
import type { EventIndex, FileIndex, LineNumber } from './positions';
import type { EventListener, Pacer, RecordedFile, Recording, Survey } from './recording';
import { chooseOrder } from './index-pass/choose-order';
import { EventRows } from './index-pass/event-rows';
import { EventSink } from './index-pass/event-sink';
import { FileLines } from './index-pass/file-lines';
import { IndexPass, type PassFile } from './index-pass/index-pass';
import { FileState } from './index-pass/file-state';
import { Happenings } from './index-pass/happenings';
import { Joining } from './index-pass/joining';
import { LineOwners } from './index-pass/line-owners';
import { LineIndex } from './index-pass/line-index';
import { Names } from './index-pass/names';
import { Tasks } from './index-pass/tasks';
import { verdictOn } from './index-pass/verdict';
import { EventDecoder } from './recording-decode';
import { RecordingLines } from './recording-lines';
import { OpenedRecording } from './opened-recording';

export interface RecordingSource {
  readonly source: ByteSource;
  /** The suffix of a `-ff` file: the tid of all its lines. */
  readonly tid?: number;
}

export interface OpenOptions {
  readonly pacer?: Pacer;
  readonly listener?: EventListener;
  /** Bytes read at once, at least 1. By default 1 MiB, less for each of many files. */
  readonly chunkBytes?: number;
}

const CHUNK = 1 << 20;
/** All files of a set are open at once while they are merged. */
const ALL_CHUNKS = 64 * CHUNK;
const LEAST_CHUNK = 1 << 15;

/**
 * Reads all sources once. What cannot be understood becomes events of their own; no content makes it fail.
 * @throws SourceError when reading fails, and what the pacer throws to cancel the pass.
 */
export async function openRecording(
  recorded: readonly RecordingSource[],
  options: OpenOptions = {},
): Promise<Recording> {
  const sources = recorded.map(({ source }) => source);
  const chunkBytes =
    options.chunkBytes ?? Math.max(LEAST_CHUNK, Math.min(CHUNK, ALL_CHUNKS / sources.length));
  const names = new Names();
  const indexes = sources.map(() => new LineIndex());
  const rows = new EventRows(names, indexes);
  const lines = new RecordingLines(sources, indexes);
  const files = recorded.map(({ source, tid }, file): PassFile => {
    const index = indexes[file] ?? new LineIndex();
    const state = new FileState(file, tid ?? -1);
    return {
      lines: new FileLines(source, index, names, Math.max(1, Math.floor(chunkBytes))),
      index,
      state,
      bytes: source.size,
    };
  });
  const tasks = new Tasks();
  const otherLines = new Map<number, readonly number[]>();
  const decoder = new EventDecoder(lines, rows, names, otherLines, (file) => recorded[file]?.tid);
  const sink = new EventSink(rows, indexes, names, otherLines, options.listener, {
    event: (event) => decoder.decodeInPass(event),
    firstNumber: (event) => decoder.firstNumberInPass(event),
    entered: (open, task) => decoder.decodeEntered(open, task, rows.length as EventIndex),
  });
  const owners = new LineOwners(tasks);
  const joining = new Joining(sink, tasks, owners, names);
  const happenings = new Happenings(sink, tasks, owners, joining);
  const { order, kind, loaded } = chooseOrder(sources, files, names);
  options.listener?.ordered?.(kind);
  const pass = new IndexPass(files, order, joining, happenings, names, () => rows.length);
  for (const file of loaded) pass.markLoaded(file);
  decoder.atHand = () => pass.current;
  lines.held = (file, start, end) => files[file]?.lines.held(start, end);
  await pass.run(options.pacer);
  decoder.atHand = undefined;
  lines.held = undefined;

  const recordedFiles = recorded.map(({ source, tid }, file): RecordedFile => ({
    index: file as FileIndex,
    name: source.name,
    bytes: source.size,
    lines: indexes[file]?.count ?? 0,
    ...(tid === undefined ? {} : { tid }),
  }));
  const lineCount = recordedFiles.reduce((sum, file) => sum + file.lines, 0);
  const counts = { lines: lineCount, events: rows.length, unparsed: happenings.unparsed };
  const survey: Survey = {
    ...counts,
    calls: sink.calls,
    failingCalls: sink.failingCalls,
    firstUnparsed: pass.firstUnparsed.map(({ file, line, text }) => ({
      file: file as FileIndex,
      line: line as LineNumber,
      text,
    })),
    order: kind,
    startsAtExecve: sink.startsAtExecve,
    ...verdictOn(
      { ...counts, genuine: pass.genuine },
      sources.find((source) => source.size > 0),
    ),
  };
  const elapsed = files.length === 1 ? files[0]?.lines.elapsed : undefined;
  return new OpenedRecording(recordedFiles, rows, tasks.infos(names), survey, decoder, lines, elapsed);
}
