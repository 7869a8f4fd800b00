// The debug adapter over a pipe, for scripts that show what it answers: requests with their answers, and the stops.

/** @typedef {{ resolve: (body: any) => void, reject: (problem: Error) => void }} Waiting */

export class DapPipe {
  /** @type {Map<number, Waiting>} */
  #pending = new Map();
  /** @type {((body: any) => void)[]} */
  #stops = [];
  #bytes = Buffer.alloc(0);
  #seq = 0;

  /** @param {import('node:child_process').ChildProcessWithoutNullStreams | import('node:child_process').ChildProcess} child */
  constructor(child) {
    this.child = child;
    child.stdout?.on('data', (chunk) => this.#read(chunk));
  }

  /**
   * @param {string} command
   * @param {unknown} [args]
   * @returns {Promise<any>} the body; rejects with the adapter's words
   */
  ask(command, args) {
    const seq = ++this.#seq;
    const json = JSON.stringify({ seq, type: 'request', command, arguments: args });
    this.child.stdin?.write(`Content-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`);
    return new Promise((resolve, reject) => this.#pending.set(seq, { resolve, reject }));
  }

  /**
   * Launches and waits for the stop at the beginning.
   *
   * @param {object} launch
   * @returns {Promise<{ threadId: number }>}
   */
  async launch(launch) {
    await this.ask('initialize', { adapterID: 'pagewalk' });
    const stopped = this.nextStop();
    await this.ask('launch', launch);
    await this.ask('configurationDone');
    return stopped;
  }

  /** @returns {Promise<{ threadId: number }>} the next stop that is told of, and the thread that it names */
  nextStop() {
    return new Promise((resolve) => this.#stops.push(resolve));
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

  /** @param {any} message */
  #take(message) {
    if (message.type === 'response') {
      const waiting = this.#pending.get(message.request_seq);
      this.#pending.delete(message.request_seq);
      if (message.success) waiting?.resolve(message.body);
      else waiting?.reject(new Error(message.message));
    } else if (message.event === 'stopped') this.#stops.shift()?.(message.body);
  }
}
