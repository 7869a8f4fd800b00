/**
 * What a session needs from where it runs: the bytes of a log by name, and a way to let waiting messages in. Node gives
 * files and pipes, the web worker gives bytes that the editor read.
 */
import type { ByteSource } from '../model/trace/byte-source';
import type { Message } from '../model/why/message-shape';

export interface SessionHost {
  /**
   * Finds what `program` names: a file, a compressed file, or the prefix of a `-ff` set.
   * @throws UserError that says what is wrong with it.
   */
  openSources(program: string, maps: string | undefined, signal: AbortSignal): Promise<OpenedSources>;
  /** Settles after what waits in the event loop has had its turn. Called every few milliseconds of long work. */
  breathe(): Promise<void>;
  /** Milliseconds from any fixed moment. */
  now(): number;
}

export interface OpenedSources {
  /** At least one; more for a `-ff` set. */
  readonly logs: readonly LogSource[];
  /** The snapshot file, given or found beside the log. */
  readonly maps: { readonly name: string; readonly text: string } | undefined;
  /** What the person should know: a compressed file cut short, a file of the set that could not be read. */
  readonly notes: readonly Message[];
  /**
   * The name of a file that is another now than when it was read, or gone; undefined: none is. What was piped or sent has
   * no such thing.
   */
  changedFile(): Promise<string | undefined>;
  /** Gives back descriptors and spooled bytes. Nothing is read after it. */
  close(): void;
}

export interface LogSource {
  readonly bytes: ByteSource;
  /** Path, or URI where there is no path: what a client opens. */
  readonly location: string;
  /** The suffix of a `-ff` file. */
  readonly tid: number | undefined;
}
