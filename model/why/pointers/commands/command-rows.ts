/**
 * Calls of which one argument says what the others are. A command has its name and, for logs with raw numbers
 * (`-X raw`), its number.
 */
import type { Row } from '../notation';

export interface CommandRows {
  /** The place of the argument that names the command. */
  readonly place: number;
  /** Bits of a number that are the command; the others only modify it. */
  readonly mask?: bigint;
  readonly rows: Readonly<Record<string, readonly [number, Row]>>;
  /** Of a command that is not in the list; undefined: it may have no pointer at all. */
  readonly otherwise?: Row;
}
