/**
 * DAP's framing: `Content-Length: N`, an empty line, N bytes of JSON. Bytes arrive in any cut; a frame that cannot be read
 * is skipped and reported, and the ones behind it are still read.
 */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';

const SEPARATOR = Buffer.from('\r\n\r\n');
/** No client sends requests of this size; a broken length must not make the adapter collect bytes for ever. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_HEADER = 4096;

export class MessageReader {
  #chunks: Buffer[] = [];
  #length = 0;
  #awaited: number | undefined;

  constructor(
    readonly onMessage: (message: Dap.ProtocolMessage) => void,
    readonly onProblem: (problem: string) => void,
  ) {}

  push(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    // A large body comes in many chunks: they are joined once, when it is whole.
    while (this.#awaited === undefined ? this.#readHeader() : this.#readBody(this.#awaited));
  }

  #joined(): Buffer {
    const [only] = this.#chunks;
    const all = this.#chunks.length === 1 && only ? only : Buffer.concat(this.#chunks);
    this.#chunks = [all];
    return all;
  }

  #drop(bytes: number): void {
    const rest = this.#joined().subarray(bytes);
    this.#chunks = [rest];
    this.#length = rest.length;
  }

  #readHeader(): boolean {
    const bytes = this.#joined();
    const end = bytes.indexOf(SEPARATOR);
    if (end < 0) {
      if (bytes.length > MOST_HEADER) {
        this.onProblem('there is no end of a header');
        // Whatever this is, the next header may still be found behind it.
        this.#drop(bytes.length - SEPARATOR.length);
      }
      return false;
    }
    const header = bytes.toString('latin1', 0, end);
    this.#drop(end + SEPARATOR.length);
    const length = Number(
      /(?:^|\r\n)content-length:[ \t]*(\d{1,9})[ \t]*(?:\r\n|$)/i.exec(header)?.[1] ?? NaN,
    );
    if (length <= MOST_BYTES) this.#awaited = length;
    else this.onProblem(`a header gives no usable Content-Length: ${JSON.stringify(header.slice(0, 100))}`);
    return true;
  }

  #readBody(length: number): boolean {
    if (this.#length < length) return false;
    const text = this.#joined().toString('utf8', 0, length);
    this.#drop(length);
    this.#awaited = undefined;
    let message: unknown;
    try {
      message = JSON.parse(text);
    } catch {
      this.onProblem('a message is no JSON');
      return true;
    }
    if (isMessage(message)) this.onMessage(message);
    else this.onProblem('a message has no type');
    return true;
  }
}

const isMessage = (value: unknown): value is Dap.ProtocolMessage =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

export function frame(message: Dap.ProtocolMessage): string {
  const json = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`;
}
