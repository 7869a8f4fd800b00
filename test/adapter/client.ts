/** A DAP client as small as can be: requests with their responses, events as they come, over any pair of streams. */
import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import { DapStream } from '../../scripts/testing/dap-stream.mjs';
import { bundle } from './bundle';

export type Event = Omit<Dap.Event, 'body'> & { readonly body?: Readonly<Record<string, unknown>> };

export class Client {
  readonly events: Event[] = [];
  /** How often each request was answered. */
  readonly answers = new Map<number, number>();
  readonly log: (Dap.Request | Dap.Response | Dap.Event)[] = [];
  readonly #pending = new Map<number, (response: Dap.Response) => void>();
  readonly #waiting: { readonly name: string; readonly take: (event: Event) => void }[] = [];
  readonly #stream: DapStream;
  readonly #output: Writable;
  readonly close: () => void;
  #seq = 0;

  constructor(input: Readable, output: Writable, close: () => void) {
    this.#output = output;
    this.close = close;
    this.#stream = new DapStream(input, output, (message) => this.#take(message));
  }

  static spawn(): Client {
    const child = spawn(process.execPath, [bundle, 'dap'], { stdio: ['pipe', 'pipe', 'inherit'] });
    return new Client(child.stdout, child.stdin, () => child.kill());
  }

  static connect(port: number): Client {
    const socket = connect(port, '127.0.0.1');
    return new Client(socket, socket, () => socket.destroy());
  }

  /** Sends and gives the response, whether it succeeded or not. */
  ask(command: string, args?: unknown): Promise<Dap.Response> {
    const request = {
      seq: ++this.#seq,
      type: 'request',
      command,
      ...(args === undefined ? {} : { arguments: args }),
    };
    this.log.push(request);
    return new Promise((resolve) => {
      this.#pending.set(request.seq, resolve);
      this.send(request);
    });
  }

  /** The body of a request that must succeed. */
  async get<Body>(command: string, args?: unknown): Promise<Body> {
    const response = await this.ask(command, args);
    if (!response.success) throw new Error(`${command}: ${response.message}`);
    return response.body as Body;
  }

  send(message: unknown): void {
    this.#stream.send(message);
  }

  sendBytes(bytes: Uint8Array): void {
    this.#output.write(bytes);
  }

  sendRaw(text: string): void {
    this.#output.write(text);
  }

  /** The next event of the name, from now on: ask before sending what causes it. */
  next(name: string): Promise<Event> {
    return new Promise((resolve) => this.#waiting.push({ name, take: resolve }));
  }

  /** Sends a request and waits for the stop that it leads to. */
  async move(command: string, args: unknown): Promise<Dap.StoppedEvent['body']> {
    const stopped = this.next('stopped');
    await this.get(command, args);
    return (await stopped).body as unknown as Dap.StoppedEvent['body'];
  }

  /** initialize, launch, breakpoints, configurationDone, and the first stop. */
  async start(
    launch: Record<string, unknown>,
    configure: () => Promise<unknown> = () => Promise.resolve(),
  ): Promise<Dap.StoppedEvent['body']> {
    const initialized = this.next('initialized');
    await this.get('initialize', {
      adapterID: 'pagewalk',
      supportsVariableType: true,
      supportsVariablePaging: true,
    });
    await initialized;
    const stopped = this.next('stopped');
    // One after the other, so that transcripts have one order.
    await this.get('launch', launch);
    await configure();
    await this.get('configurationDone');
    return (await stopped).body as unknown as Dap.StoppedEvent['body'];
  }

  #take(message: Dap.ProtocolMessage): void {
    this.log.push(message as Dap.Response | Dap.Event);
    if (message.type === 'response') {
      const response = message as Dap.Response;
      this.answers.set(response.request_seq, (this.answers.get(response.request_seq) ?? 0) + 1);
      this.#pending.get(response.request_seq)?.(response);
      this.#pending.delete(response.request_seq);
      return;
    }
    const event = message as Event;
    this.events.push(event);
    const i = this.#waiting.findIndex(({ name }) => name === event.event);
    if (i >= 0) this.#waiting.splice(i, 1)[0]!.take(event);
  }
}
