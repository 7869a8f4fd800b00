import { describe, expect, it } from 'vitest';
import type { CallEvent, TraceEvent } from '../../../../model/trace/event';
import { eventIndex } from '../../../../model/trace/positions';
import type { Recording } from '../../../../model/trace/recording';
import { allLogs, corpusLogs, type ExpectedCall } from './corpus-files';
import { open } from './table';

const MEMORY = new Set(
  `brk mmap mmap2 munmap mremap mprotect pkey_mprotect madvise mlock mlock2 munlock mlockall munlockall
  remap_file_pages shmat shmdt msync mincore`.split(/\s+/),
);

function decodeAll(recording: Recording): TraceEvent[] {
  return Array.from({ length: recording.events.length }, (_, n) => recording.decode(eventIndex(n)));
}

const resultOf = (call: CallEvent): string =>
  call.result.kind === 'never' ? '' : call.text.text.slice(call.result.span.start, call.result.span.end);

const tidOf = (recording: Recording, event: TraceEvent): number | undefined =>
  recording.tasks[event.task]?.tid;

/** What the script and the recording say of one call, in the same words. The log may not show a pid that we know. */
function told(recording: Recording, call: CallEvent, expected: ExpectedCall | undefined): ExpectedCall {
  const pid = expected?.pid === null ? null : (call.prefix.tid ?? tidOf(recording, call) ?? null);
  const result = resultOf(call).replace(/ <[\d.]+>$/, '');
  return { line: call.line, pid, name: call.name, result };
}

function howItEnded(event: TraceEvent): string[] {
  if (event.kind === 'exit') return [`exited ${String(event.status)}`];
  if (event.kind === 'killed') return [`killed ${event.signal}`];
  if (event.kind === 'superseded') return [`superseded ${String(event.by)}`];
  if (event.kind !== 'call' || event.result.kind !== 'never') return [];
  if (event.result.why === 'detached') return ['detached'];
  return event.result.why === 'pid-changed' ? ['pid changed'] : [];
}

describe.each(corpusLogs.filter((log) => log.expected !== undefined))(
  '$name',
  ({ bytes, expected: wanted }) => {
    const expected = wanted!;

    it('has the lines, calls and errors that an independent reader found', async () => {
      const recording = await open(bytes);
      const { survey } = recording;
      const calls = decodeAll(recording).filter((event) => event.kind === 'call');
      const errnos: Record<string, number> = {};
      for (const { result } of calls) {
        if (result.kind === 'error') errnos[result.errno] = (errnos[result.errno] ?? 0) + 1;
      }
      expect({ lines: survey.lines, calls: survey.calls, errnos }).toEqual({
        lines: expected.lines,
        calls: expected.calls,
        errnos: expected.errnos,
      });
      expect(survey.verdict).toBe('strace');
    });

    it('has each memory call on its line, with its task and result', async () => {
      const recording = await open(bytes);
      const calls = decodeAll(recording).filter((event) => event.kind === 'call' && resultOf(event) !== '');
      const memory = calls.filter((call): call is CallEvent => call.kind === 'call' && MEMORY.has(call.name));
      const unnamed = calls.filter(
        (call): call is CallEvent => call.kind === 'call' && call.name.startsWith('syscall_'),
      );
      expect(memory.map((call, i) => told(recording, call, expected.memoryCalls[i]))).toEqual(
        expected.memoryCalls,
      );
      expect(unnamed.map((call, i) => told(recording, call, expected.unnamed[i]))).toEqual(expected.unnamed);
    });

    it('has signals, ends, changes of mode and frames', async () => {
      const recording = await open(bytes);
      const events = decodeAll(recording);
      const signals = events.filter((event) => event.kind === 'signal');
      expect(signals.map(({ line, signal }) => ({ line, name: signal }))).toEqual(expected.signals);
      const ends = events.flatMap((event) => howItEnded(event).map((how) => ({ line: event.line, how })));
      const inOrder = ends.toSorted((a, b) => a.line - b.line);
      expect(inOrder).toEqual(
        expected.ends.map(({ line, how }) => ({
          line,
          how: how.replace(/^pid changed to .*/, 'pid changed'),
        })),
      );
      expect(events.filter((event) => event.kind === 'personality').map((event) => event.line)).toEqual(
        expected.modes,
      );
      const frames = events.reduce((sum, event) => sum + (event.kind === 'call' ? event.stack.length : 0), 0);
      if (expected.signals.length === 0) expect(frames).toBe(expected.frames);
    });
  },
);

const isEscaped = (name: string): boolean => name.includes('html');

describe.each(allLogs)('rows of $name', ({ name: file, bytes }) => {
  it('say what the decoded events say', async () => {
    const recording = await open(bytes);
    const { events } = recording;
    for (const event of decodeAll(recording)) {
      const n = event.index;
      const result = event.kind === 'call' ? event.result : undefined;
      const name = event.kind === 'call' ? event.name : event.kind === 'signal' ? event.signal : '';
      expect({ n, name: events.name(n), errno: events.errno(n), line: events.line(n) }).toEqual({
        n,
        name,
        errno: result?.kind === 'error' ? result.errno : '',
        line: event.line,
      });
      expect((events.flags(n) & 4) !== 0, `no result, event ${String(n)}`).toBe(result?.kind === 'none');
      expect((events.flags(n) & 16) !== 0, `never, event ${String(n)}`).toBe(result?.kind === 'never');
    }
  });

  it('map every piece of text back to the file', async () => {
    const recording = await open(bytes);
    for (const event of decodeAll(recording)) {
      const { text } = event;
      text.pieces.forEach((piece, i) => {
        const stop = text.pieces[i + 1]?.at ?? text.text.length;
        const run = text.text.slice(piece.at, stop);
        const line = recording.lineText(text.file, piece.line);
        if (isEscaped(file)) {
          // An entity is longer in the file than the character that it stands for: the pieces meet where they start.
          expect([run[0], '&', undefined]).toContain(line[piece.column]);
          return;
        }
        const physical = line.slice(piece.column, piece.column + run.length);
        expect(run.trimEnd(), `event ${String(event.index)} line ${String(piece.line)}`).toBe(
          physical.trimEnd(),
        );
      });
    }
  });
});
