/**
 * The adapter as a server: every connection is a session of its own.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundle, recorded } from './bundle';
import { Client } from './client';

let server: ChildProcess;
let port: number;

beforeAll(async () => {
  server = spawn(process.execPath, [bundle, 'dap', '--port', '0'], { stdio: ['ignore', 'ignore', 'pipe'] });
  port = await new Promise<number>((resolve) => {
    server.stderr!.on('data', (text: Buffer) => {
      const match = /127\.0\.0\.1:(\d+)/.exec(text.toString());
      if (match) resolve(Number(match[1]));
    });
  });
});
afterAll(() => server.kill());

const lineOf = async (client: Client, threadId: number | undefined): Promise<number> => {
  const body = await client.get<Dap.StackTraceResponse['body']>('stackTrace', { threadId });
  return body.stackFrames[0]!.line;
};

it('keeps two sessions apart', async () => {
  const [a, b] = [Client.connect(port), Client.connect(port)];
  const [stopA, stopB] = await Promise.all([
    a.start({ program: recorded('mremap-eagain') }),
    b.start({ program: recorded('threads') }),
  ]);
  await a.move('next', { threadId: stopA.threadId });
  await a.move('next', { threadId: stopA.threadId });
  await b.move('next', { threadId: stopB.threadId });
  expect(await lineOf(a, stopA.threadId)).toBe(3);
  expect(await lineOf(b, stopB.threadId)).toBe(2);
  a.close();
  // The other goes on when one has left without a word.
  await b.move('next', { threadId: stopB.threadId });
  expect(await lineOf(b, stopB.threadId)).toBe(3);
  expect((await b.ask('disconnect')).success).toBe(true);
});

it('serves the next client after one has disconnected', async () => {
  const client = Client.connect(port);
  expect((await client.start({ program: recorded('shm') })).reason).toBe('entry');
  client.close();
});

it('does not share a port that is taken', async () => {
  const second = spawn(process.execPath, [bundle, 'dap', '--port', String(port)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  second.stderr.on('data', (text: Buffer) => (said += text.toString()));
  expect(await new Promise((resolve) => second.on('close', resolve))).toBe(2);
  expect(said).toMatch(/cannot be used/);
});
