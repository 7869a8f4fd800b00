/** A failing call of a known case, what Pagewalk offers instead, and what the kernel answers to that in the same state. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeHost } from '../../../debug-adapter/host/node-host';
import { open } from '../../../debug-adapter/opening';
import { fileIndex, lineNumber } from '../../../model/trace/positions';
import type { CallEvent } from '../../../model/trace/event';
import { explain } from '../../../model/why/explain';
import type { Remedy } from '../../../model/why/explanation';
import type { KnownCase } from '../known-causes/collection';
import { markedLines } from '../known-causes/marked-lines';

export interface Failing {
  readonly call: CallEvent;
  readonly certainty: string;
  readonly remedies: readonly Remedy[];
  /** sched_yield calls up to the failing one. */
  readonly marks: number;
  readonly place: string;
}

const MILLISECONDS = 20_000;

/** In a namespace of its own the first segment has the same number each time. Only root may have one. */
const alone = process.getuid?.() === 0 ? ['unshare', '--ipc'] : [];

/** The case under strace, layouts not randomised; undefined where it does not fail as a call. */
export async function failingCall(
  program: string,
  known: KnownCase,
  folder: string,
): Promise<Failing | undefined> {
  const place = join(folder, known.name);
  mkdirSync(place);
  const log = join(folder, `${known.name}.strace`);
  const [first = '', ...words] = [
    ...alone,
    ...['setarch', '-R', 'strace', '-f', '-o', log, '--', program, known.name],
  ];
  try {
    execFileSync(first, words, { cwd: place, timeout: MILLISECONDS, stdio: 'ignore' });
  } catch {
    // A case may end by a signal or with any status.
  }
  const text = readFileSync(log, 'latin1');
  const marked = markedLines(new Map([[log, text]]), known.answer);
  if (marked === undefined) return undefined;
  const { timeline, sources } = await open(
    new NodeHost(process.stdin),
    { program: log },
    new AbortController().signal,
    () => undefined,
  );
  try {
    const event = timeline.recording.events.eventAtLine(fileIndex(0), lineNumber(marked.failing.ended));
    const call = event === undefined ? undefined : timeline.recording.decode(event);
    const told = event === undefined ? undefined : explain(timeline, event);
    if (call?.kind !== 'call' || told === undefined) return undefined;
    const before = text.split('\n').slice(0, marked.failing.began - 1);
    const marks = before.filter((line) => /^\d+ +sched_yield\(/.test(line)).length;
    return { call, certainty: told.certainty, remedies: told.remedies, marks, place: `${place}.again` };
  } finally {
    sources.close();
  }
}

/** What the kernel answers to the calls, made in the place of the failing one. */
export function answersInstead(
  injector: string,
  program: string,
  known: KnownCase,
  { marks, place }: Failing,
  calls: readonly string[],
): readonly bigint[] {
  mkdirSync(place, { recursive: true });
  const [first, ...words] = [...alone, injector, String(marks), ...calls, '--', program, known.name];
  const told = execFileSync(first, words, {
    cwd: place,
    timeout: MILLISECONDS,
    encoding: 'latin1',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return told
    .split('\n')
    .filter((line) => line !== '')
    .map(BigInt);
}
