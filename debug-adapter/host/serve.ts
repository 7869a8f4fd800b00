/**
 * A session on a pair of streams, and a server that gives every connection a session of its own.
 */
import { createServer } from 'node:net';
import type { Server } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import { PagewalkSession } from '../session';
import { MessageReader, frame } from './message-stream';
import { NodeHost } from './node-host';

/** Serves one client. `left` is called once, when the client is gone. Streams that break are a client that left. */
export function serve(input: Readable, output: Writable, left: () => void): void {
  const session = new PagewalkSession(new NodeHost());
  let open = true;
  const leave = (): void => {
    if (!open) return;
    open = false;
    session.dispose();
    // An input that stays open would keep the process alive behind a client that said goodbye.
    input.destroy();
    left();
  };
  session.onDidSendMessage((message) => {
    if (!open) return;
    output.write(frame(message));
    // The answer to `disconnect` is the last thing a client waits for.
    if (message.type === 'response' && 'command' in message && message.command === 'disconnect')
      output.end(leave);
  });
  const reader = new MessageReader(
    (message) => session.handleMessage(message),
    (problem) => process.stderr.write(`pagewalk: a message of the client was skipped: ${problem}\n`),
  );
  input.on('data', (chunk: Buffer) => reader.push(chunk));
  for (const event of ['end', 'close', 'error']) input.on(event, leave);
  output.on('error', leave);
}

/** Listens on this machine only: a recording may hold secrets, and the protocol has no password. */
export function listen(
  port: number,
  listening: (port: number) => void,
  failed: (error: Error) => void,
): Server {
  const server = createServer((socket) => {
    socket.setNoDelay(true);
    serve(socket, socket, () => socket.destroy());
  });
  server.on('error', failed);
  server.listen(port, '127.0.0.1', () => {
    const address = server.address();
    listening(typeof address === 'object' && address ? address.port : port);
  });
  return server;
}
