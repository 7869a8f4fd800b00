/**
 * Looks back for calls by name. Rows of a log are listed by name once, for the few names that explanations look for; after
 * that a look back decodes only lines that can matter, and never more than a bound.
 */
import { EventFlag, EventKind, type EventTable } from '../../trace/event-table';
import { eventIndex, type EventIndex } from '../../trace/positions';
import type { CallEvent } from '../../trace/event';
import type { Subject } from '../subject';
import { Lineage, type Shared } from './lineage';

export interface EarlierCall {
  readonly event: EventIndex;
  readonly call: CallEvent;
}

/** Lines that one look back decodes: some milliseconds. */
const MOST_DECODED = 1000;
/** Rows that one look back passes over because they are another task's. */
const MOST_ROWS = 200_000;

const indices = new WeakMap<EventTable, Map<string, readonly number[]>>();

/** The events of a call or signal, ascending. */
function eventsNamed(events: EventTable, name: string): readonly number[] {
  let index = indices.get(events);
  if (index === undefined) {
    index = indexOf(events);
    indices.set(events, index);
  }
  return index.get(name) ?? [];
}

/** Calls that a log may hold by the million, and that no explanation looks back for. */
const NEVER_ASKED: ReadonlySet<string> = new Set(['read', 'write', 'pread64', 'pwrite64', 'lseek', 'futex']);

function indexOf(events: EventTable): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (let row = 0; row < events.length; row++) {
    const event = eventIndex(row);
    const kind = events.kind(event);
    if (kind !== EventKind.call && kind !== EventKind.signal) continue;
    const name = events.name(event);
    if (NEVER_ASKED.has(name)) continue;
    const rows = index.get(name);
    if (rows === undefined) index.set(name, [row]);
    else rows.push(row);
  }
  return index;
}

export interface LookBack {
  readonly names: Iterable<string>;
  /** Whose calls; absent: everybody's. */
  readonly shared?: Shared;
  /** Only what this generation did itself, nothing that it was forked with. */
  readonly own?: true;
  /** What the calls answered; absent: success. */
  readonly outcome?: 'success' | 'error' | 'any';
  /** A position to look back from, where not the subject's. */
  readonly before?: EventIndex;
}

/** Latest first. */
export function* earlierCalls(subject: Subject, look: LookBack): Generator<EarlierCall, void, undefined> {
  const { recording } = subject.timeline;
  const { events } = recording;
  const lineage = look.shared === undefined ? undefined : Lineage.of(subject, look.shared);
  let decoded = 0;
  let rows = 0;
  for (const row of descending(events, look.names, look.before ?? subject.event)) {
    rows += 1;
    if (rows > MOST_ROWS || decoded > MOST_DECODED) return;
    const event = eventIndex(row);
    if (lineage !== undefined && !lineage.has(events.task(event), row)) continue;
    if (look.own === true && lineage?.isOwn(row) === false) return;
    if (!answers(events, event, look.outcome ?? 'success')) continue;
    decoded += 1;
    const call = recording.decode(event);
    if (call.kind === 'call') yield { event, call };
  }
}

function answers(events: EventTable, event: EventIndex, outcome: 'success' | 'error' | 'any'): boolean {
  if (outcome === 'any') return true;
  if ((events.flags(event) & (EventFlag.noResult | EventFlag.never | EventFlag.injected)) !== 0) return false;
  return (events.errno(event) === '') === (outcome === 'success');
}

/** Rows of several names, latest first. */
function* descending(
  events: EventTable,
  names: Iterable<string>,
  before: EventIndex,
): Generator<number, void, undefined> {
  const lists = [...names].flatMap((name) => {
    const rows = eventsNamed(events, name);
    return rows.length === 0 ? [] : [{ rows, next: countBelow(rows, before) - 1 }];
  });
  for (;;) {
    let latest: (typeof lists)[number] | undefined;
    let row = -1;
    for (const list of lists) {
      const candidate = list.rows[list.next] ?? -1;
      if (candidate > row) [row, latest] = [candidate, list];
    }
    if (latest === undefined) return;
    latest.next -= 1;
    yield row;
  }
}

function countBelow(rows: readonly number[], bound: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? bound) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The latest signal of the task before the subject's event that `accepts`. */
export function* earlierSignals(subject: Subject, name: string): Generator<EventIndex, void, undefined> {
  const { events } = subject.timeline.recording;
  const task = events.task(subject.event);
  let rows = 0;
  for (const row of descending(events, [name], subject.event)) {
    rows += 1;
    if (rows > MOST_ROWS) return;
    const event = eventIndex(row);
    if (events.kind(event) === EventKind.signal && events.task(event) === task) yield event;
  }
}
