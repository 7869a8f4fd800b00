// A session of the debug adapter, for pages of views that are shown without an editor.
import { spawn } from 'node:child_process';
import { inRepository } from '../repository.mjs';
import { DapPipe } from './dap-pipe.mjs';
import { viewContents, viewWords } from './view-page.mjs';

/** A sample's log by its name, or a path as it is. @param {string} sample */
export const logOf = (sample) =>
  sample.includes('/') ? sample : inRepository('samples', 'logs', `${sample}.strace`);

export class ViewSession {
  #session;
  #adapter;
  /** @type {ReturnType<typeof viewWords> | undefined} */
  #words;
  /** @type {ReturnType<typeof viewContents> | undefined} */
  #contents;

  /**
   * @param {DapPipe} session
   * @param {import('node:child_process').ChildProcess} adapter
   * @param {number} threadId
   * @param {string} language
   */
  constructor(session, adapter, threadId, language) {
    this.#session = session;
    this.#adapter = adapter;
    this.threadId = threadId;
    this.language = language;
  }

  /**
   * @param {{ program: string, language?: string }} launch as a launch configuration has it
   * @throws Error with the adapter's words where it refuses the log
   */
  static async open({ language = 'en', ...launch }) {
    const adapter = spawn(process.execPath, [inRepository('dist', 'pagewalk.js'), 'dap'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const session = new DapPipe(adapter);
    try {
      const { threadId } = await session.launch({ ...launch, language });
      return new ViewSession(session, adapter, threadId, language);
    } catch (problem) {
      adapter.kill();
      throw problem;
    }
  }

  /**
   * Asks as a page does, of the thread that is shown.
   *
   * @param {string} request
   * @param {object} args
   * @returns {Promise<any>}
   */
  ask(request, args) {
    return this.#session.ask(request, { threadId: this.threadId, ...args });
  }

  /**
   * Goes to a line of the log: what its views are told there.
   *
   * @param {number} line from 1
   */
  async goTo(line) {
    const stopped = this.#session.nextStop();
    const { event } = await this.#session.ask('pagewalk/goTo', { line });
    // Of several threads, it is the line's own that is shown.
    this.threadId = (await stopped).threadId;
    return this.at(event);
  }

  /**
   * What views are told of the moment before an event, wherever the session stands.
   *
   * @param {number} event
   */
  async at(event) {
    this.#words ??= viewWords(this.language);
    const strings = await this.#words;
    this.#contents ??= viewContents();
    const contentOf = await this.#contents;
    const body = await this.ask('pagewalk/view', { event });
    return {
      event,
      /** @param {string} view its kind */
      messageFor: (view) => ({
        type: 'show',
        strings,
        recording: '1',
        content: { ...contentOf(view, body), threadId: this.threadId },
      }),
    };
  }

  /** Of the debug adapter's process. */
  get pid() {
    return this.#adapter.pid;
  }

  close() {
    this.#adapter.kill();
  }
}
