/** Logs for tests of the timeline: from text, and the samples. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseMapsFile } from '../../../model/memory/maps-snapshot';
import { buildTimeline, type TimelineOptions } from '../../../model/timeline/build-timeline';
import type { RecordedTimeline } from '../../../model/timeline/recorded-timeline';
import type { ByteSource } from '../../../model/trace/byte-source';
import type { EventIndex, FileIndex, LineNumber, TaskId } from '../../../model/trace/positions';
import type { AddressSpace } from '../../../model/memory/address-space';
import type { Task } from '../../../model/process/world';

export function textSource(text: string, name = 'test.strace'): ByteSource {
  const bytes = new TextEncoder().encode(text);
  return { name, size: bytes.length, read: (offset, length) => bytes.slice(offset, offset + length) };
}

/** Lines of a log; blank ones and indentation are for the reader of the test. */
export const lines = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n') + '\n';

export const record = (text: string, options?: TimelineOptions): Promise<RecordedTimeline> =>
  buildTimeline([{ source: textSource(lines(text)) }], options);

const SAMPLES = fileURLToPath(new URL('../../../samples/logs/', import.meta.url));

export const sampleNames = readdirSync(SAMPLES)
  .filter((name) => name.endsWith('.strace'))
  .map((name) => name.slice(0, -'.strace'.length));

export function sample(name: string, options: TimelineOptions = {}): Promise<RecordedTimeline> {
  const path = `${SAMPLES}${name}.strace`;
  const maps = `${path}.maps`;
  const snapshots = existsSync(maps) ? parseMapsFile(readFileSync(maps, 'utf8')).snapshots : [];
  return buildTimeline([{ source: textSource(readFileSync(path, 'utf8'), path) }], { snapshots, ...options });
}

export const at = (n: number): EventIndex => n as EventIndex;

/** The event whose line contains the text; the nth such, from 0. */
export function eventOf(timeline: RecordedTimeline, text: string, nth = 0): EventIndex {
  const { recording } = timeline;
  let seen = 0;
  for (let line = 1; line <= recording.survey.lines; line++) {
    if (!recording.lineText(0 as FileIndex, line as LineNumber).includes(text)) continue;
    const event = recording.events.eventAtLine(0 as FileIndex, line as LineNumber);
    if (event !== undefined && seen++ === nth) return event;
  }
  throw new Error(`no line with ${text}`);
}

export function taskWithTid(timeline: RecordedTimeline, position: EventIndex, tid: number): Task {
  for (const task of timeline.worldAt(position).tasks()) if (task.tid === tid) return task;
  throw new Error(`no task ${tid}`);
}

export function spaceOf(
  timeline: RecordedTimeline,
  position: EventIndex,
  tid?: number,
): AddressSpace | undefined {
  const world = timeline.worldAt(position);
  const task = tid === undefined ? world.task(0 as TaskId) : taskWithTid(timeline, position, tid);
  return task === undefined ? undefined : world.space(task.space);
}

/** The space as ranges: `10000-10003 rw p locked`. */
export const ranges = (space: AddressSpace | undefined): string[] =>
  [...(space?.vmas() ?? [])].map((vma) => {
    const prot =
      vma.prot === undefined
        ? '???'
        : 'rwx'.replace(/./g, (c, i: number) => (((vma.prot! >> i) & 1) !== 0 ? c : '-'));
    const locked = (vma.flags & 64) !== 0 ? ' locked' : '';
    return `${vma.start.toString(16)}-${vma.end.toString(16)} ${prot}${locked}`;
  });
