/**
 * Positions in a recording. Each is a number with its own brand: a line can't be passed where an event is meant.
 */

declare const brand: unique symbol;
type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };

/**
 * Where an event stands in the recording: 0 to N-1 in the order in which results appear in the log.
 * As a position (see timeline/) it runs from 0 to N: stopped at n means before event n, n = N is behind the last.
 */
export type EventIndex = Branded<number, 'EventIndex'>;

/** A physical line of one file, 1-based as editors and people count. */
export type LineNumber = Branded<number, 'LineNumber'>;

/** A file of the recording: 0 for a single log, 0 to n-1 for a `-ff` set. */
export type FileIndex = Branded<number, 'FileIndex'>;

/**
 * One life of one traced task, numbered in the order of first appearance. Not a tid: the kernel reuses those,
 * and a log of one process may show none at all.
 */
export type TaskId = Branded<number, 'TaskId'>;

export const eventIndex = (n: number): EventIndex => n as EventIndex;
export const lineNumber = (n: number): LineNumber => n as LineNumber;
export const fileIndex = (n: number): FileIndex => n as FileIndex;
export const taskId = (n: number): TaskId => n as TaskId;
