/**
 * How the files of a set are put in order: looks at their first lines for time stamps.
 */
import type { ByteSource } from '../byte-source';
import type { Survey } from '../recording';
import { OneFile, ParentsFirst, type FileOrder } from './event-order';
import { FileLines } from './file-lines';
import type { PassFile } from './index-pass';
import { Role, type Clock } from './line-facts';
import { LineIndex } from './line-index';
import type { Names } from './names';
import { TimeOrder } from './time-order';

export interface ChosenOrder {
  readonly order: FileOrder;
  readonly kind: Survey['order'];
  /** Files whose first line is read already. */
  readonly loaded: readonly number[];
}

/** So many lines of a file are looked at, for a first one with a time. */
const PROBE_LINES = 16;
const PROBE_BYTES = 4096;

export function chooseOrder(
  sources: readonly ByteSource[],
  files: readonly PassFile[],
  names: Names,
): ChosenOrder {
  if (files.length <= 1) return { order: new OneFile(), kind: 'one-file', loaded: [] };
  const tids = files.map((file) => file.state.tid);
  const probes = sources.map((source) => probe(source, names)).filter((found) => found !== 'empty');
  const clocks = new Set(probes.map((found) => found.clock));
  const [clock] = clocks;
  if (clocks.size !== 1 || clock === undefined || clock === 'none') {
    return { order: new ParentsFirst(tids), kind: 'none', loaded: [] };
  }
  const order = new TimeOrder(tids, probes[0]?.seconds ?? 0, names);
  const loaded: number[] = [];
  files.forEach(({ lines }, file) => {
    let state = lines.next();
    while (state === 'more') state = lines.next();
    if (state === 'end') return;
    order.begin(file, lines.facts, lines.childTid);
    loaded.push(file);
  });
  return { order, kind: 'times', loaded };
}

/** The first time stamp of a file; clock 'none' where its first lines have none, 'empty' where there are no lines. */
function probe(source: ByteSource, names: Names): { clock: Clock; seconds: number } | 'empty' {
  const lines = new FileLines(source, new LineIndex(), names, PROBE_BYTES);
  let seen = 0;
  for (let reads = 0; seen < PROBE_LINES && reads < PROBE_LINES * 64; reads++) {
    const state = lines.next();
    if (state === 'end') break;
    if (state === 'more' || lines.facts.role === Role.blank) continue;
    const { clock, seconds } = lines.facts;
    if (clock !== 'none') return { clock, seconds };
    seen++;
  }
  return seen === 0 ? 'empty' : { clock: 'none', seconds: 0 };
}
