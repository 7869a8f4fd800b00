/** The shapes of marks, in a square of twelve. No two are alike without their colour, nor upside down. */
import type { MarkKind } from './series';

export const MARK_SIZE = 12;

export const markShapes: Readonly<Record<MarkKind, string>> = {
  // A cross: it failed.
  failure: 'M2 3.4 3.4 2 6 4.6 8.6 2 10 3.4 7.4 6 10 8.6 8.6 10 6 7.4 3.4 10 2 8.6 4.6 6Z',
  // A flash of lightning.
  signal: 'M7.5 0.5 2 7H5.4L4.5 11.5 10 5H6.6Z',
  // Off it goes.
  exec: 'M3 1.5 10 6 3 10.5Z',
  // A diamond: everything known.
  snapshot: 'M6 1 11 6 6 11 1 6ZM6 3.6 3.6 6 6 8.4 8.4 6Z',
  // The end.
  exit: 'M2.5 2.5H9.5V9.5H2.5Z',
};
