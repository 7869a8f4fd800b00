/**
 * Looks back for calls by name. Rows of a log are listed by name once, for the few names that explanations look for; after
 * that a look back decodes only lines that can matter, and never more than a bound.
 */
import { EventFlag, EventKind, type EventTable } from '../../trace/event-table';
import { eventIndex, type EventIndex } from '../../trace/positions';
import type { CallEvent } from '../../trace/event';
import type { Recording } from '../../trace/recording';
import type { Subject } from '../subject';
import { Lineage, type Shared } from './lineage';

export interface EarlierCall {
  readonly event: EventIndex;
  readonly call: CallEvent;
}

/** Calls that one look back looks into. */
const MOST_LOOKED = 1000;
/** Calls that are kept decoded, for failures that follow one another look back at the same lines. */
const MOST_KEPT = 8192;
/** Rows that one look back passes over because they are another task's. */
const MOST_ROWS = 200_000;

const indices = new WeakMap<EventTable, Map<string, readonly number[]>>();

/** The events of a call or signal, ascending. */
export function eventsNamed(events: EventTable, name: string): readonly number[] {
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

const kept = new WeakMap<Recording, Map<EventIndex, CallEvent>>();

function decoded(recording: Recording, event: EventIndex): CallEvent | undefined {
  const calls = kept.get(recording) ?? new Map<EventIndex, CallEvent>();
  if (calls.size === 0 || calls.size > MOST_KEPT) {
    calls.clear();
    kept.set(recording, calls);
  }
  const known = calls.get(event);
  if (known !== undefined) return known;
  const call = recording.decode(event);
  if (call.kind !== 'call') return undefined;
  calls.set(event, call);
  return call;
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
  let looked = 0;
  let rows = 0;
  for (const row of descending(events, look.names, look.before ?? subject.event)) {
    rows += 1;
    if (rows > MOST_ROWS || looked > MOST_LOOKED) return;
    const event = eventIndex(row);
    if (lineage !== undefined && !lineage.has(events.task(event), row)) continue;
    if (look.own === true && lineage?.isOwn(row) === false) return;
    if (!answers(events, event, look.outcome ?? 'success')) continue;
    looked += 1;
    const call = decoded(recording, event);
    if (call !== undefined) yield { event, call };
  }
}

function answers(events: EventTable, event: EventIndex, outcome: 'success' | 'error' | 'any'): boolean {
  if (outcome === 'any') return true;
  if ((events.flags(event) & (EventFlag.noResult | EventFlag.never | EventFlag.injected)) !== 0) return false;
  return (events.errno(event) === '') === (outcome === 'success');
}

/** Rows of several names, ascending, by the names: explanations ask for the same few sets again and again. */
const merged = new WeakMap<EventTable, Map<string, readonly number[]>>();

function rowsNamed(events: EventTable, names: Iterable<string>): readonly number[] {
  const sets = merged.get(events) ?? new Map<string, readonly number[]>();
  if (sets.size === 0) merged.set(events, sets);
  const all = [...names];
  const key = all.join(' ');
  const known = sets.get(key);
  if (known !== undefined) return known;
  const rows = all.flatMap((name) => eventsNamed(events, name)).sort((one, other) => one - other);
  sets.set(key, rows);
  return rows;
}

/** Latest first. */
function* descending(
  events: EventTable,
  names: Iterable<string>,
  before: EventIndex,
): Generator<number, void, undefined> {
  const rows = rowsNamed(events, names);
  for (let i = countBelow(rows, before) - 1; i >= 0; i--) {
    const row = rows[i];
    if (row !== undefined) yield row;
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
