/**
 * Messages of the Debug Adapter Protocol over a pair of streams. It shares no code with the adapter, so that a fault in the adapter's
 * framing cannot hide.
 */

/** @typedef {import('@vscode/debugprotocol').DebugProtocol.ProtocolMessage} Message */

export class DapStream {
  #bytes = Buffer.alloc(0);
  #output;
  #take;

  /**
   * @param {import('node:stream').Readable} input
   * @param {import('node:stream').Writable} output
   * @param {(message: Message) => void} take each message that comes
   */
  constructor(input, output, take) {
    this.#output = output;
    this.#take = take;
    input.on('data', (/** @type {Buffer} */ chunk) => this.#read(chunk));
  }

  /** @param {unknown} message */
  send(message) {
    const json = JSON.stringify(message);
    this.#output.write(`Content-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`);
  }

  /** @param {Buffer} chunk */
  #read(chunk) {
    this.#bytes = Buffer.concat([this.#bytes, chunk]);
    for (;;) {
      const end = this.#bytes.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/.exec(this.#bytes.toString('latin1', 0, end))?.[1]);
      if (this.#bytes.length < end + 4 + length) return;
      const message = JSON.parse(this.#bytes.toString('utf8', end + 4, end + 4 + length));
      this.#bytes = this.#bytes.subarray(end + 4 + length);
      this.#take(message);
    }
  }
}
