/**
 * Output as a stream: lines are gathered into larger writes, and a reader that is slow slows the tool down instead of
 * filling its memory. A reader that has left ends the tool quietly, as it does `grep`.
 */
import type { Writable } from 'node:stream';
import { codeOf } from '../host/system-words';

const BATCH = 1 << 16;

/** The reader of the output is gone. */
export class ReaderLeft extends Error {
  override readonly name = 'ReaderLeft';
}

export class Printer {
  readonly #stream: Writable;
  #waiting: string[] = [];
  #length = 0;
  #failure: Error | undefined;

  constructor(
    stream: Writable,
    readonly colour: boolean,
    /** A person looks at it. */
    readonly terminal = false,
  ) {
    this.#stream = stream;
    stream.on('error', (error) => (this.#failure = error));
  }

  /** Await it in loops: that is where back-pressure acts. */
  async line(text: string): Promise<void> {
    this.#waiting.push(text);
    this.#length += text.length;
    if (this.#length >= BATCH) await this.flush();
  }

  async flush(): Promise<void> {
    const text = this.#waiting.map((line) => `${line}\n`).join('');
    this.#waiting = [];
    this.#length = 0;
    this.#throwFailure();
    if (text !== '' && !this.#stream.write(text)) await this.#drained();
    this.#throwFailure();
  }

  /** Settles when everything written has been handed to the system. */
  async end(): Promise<void> {
    await this.flush();
    await new Promise<void>((resolve) => this.#stream.write('', () => resolve()));
    this.#throwFailure();
  }

  #drained(): Promise<void> {
    return new Promise((resolve) => {
      const go = (): void => {
        this.#stream.off('drain', go).off('error', go).off('close', go);
        resolve();
      };
      this.#stream.on('drain', go).on('error', go).on('close', go);
    });
  }

  #throwFailure(): void {
    if (this.#failure === undefined) return;
    if (codeOf(this.#failure) === 'EPIPE') throw new ReaderLeft();
    throw this.#failure;
  }
}

export type Style = 'strong' | 'faint' | 'bad' | 'good' | 'doubt';

const codes: Readonly<Record<Style, string>> = {
  strong: '1',
  faint: '2',
  bad: '31',
  good: '32',
  doubt: '33',
};

/** Colours stand beside words, never in their place. */
export const painter =
  (colour: boolean) =>
  (style: Style, text: string): string =>
    colour ? `\u001b[${codes[style]}m${text}\u001b[0m` : text;

/** https://no-color.org: any value that is not empty turns colours off. */
export const wantsColour = (
  isTerminal: boolean,
  environment: Readonly<Record<string, string | undefined>>,
): boolean => isTerminal && (environment['NO_COLOR'] ?? '') === '' && environment['TERM'] !== 'dumb';
