// The debug adapter over a pipe, for scripts that show what it answers: requests with their answers, and the stops.

import { DapStream } from './dap-stream.mjs';

/** @typedef {{ resolve: (body: any) => void, reject: (problem: Error) => void }} Waiting */

export class DapPipe {
  /** @type {Map<number, Waiting>} */
  #pending = new Map();
  /** @type {((body: any) => void)[]} */
  #stops = [];
  #seq = 0;
  #stream;

  /** @param {import('node:child_process').ChildProcessWithoutNullStreams | import('node:child_process').ChildProcess} child */
  constructor(child) {
    this.child = child;
    if (child.stdin === null || child.stdout === null) throw new Error('The adapter has no pipes');
    this.#stream = new DapStream(child.stdout, child.stdin, (message) => this.#take(message));
  }

  /**
   * @param {string} command
   * @param {unknown} [args]
   * @returns {Promise<any>} the body; rejects with the adapter's words
   */
  ask(command, args) {
    const seq = ++this.#seq;
    this.#stream.send({ seq, type: 'request', command, arguments: args });
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
