/**
 * Long work: a scan or the reading of a log lets other requests in, reports progress, and can be stopped.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { recorded } from './bundle';
import { Client } from './client';

const LINES = 60_000;
let folder: string;
let program: string;
let client: Client;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pagewalk-test-'));
  program = join(folder, 'long.strace');
  const line = (i: number): string =>
    i % 8 === 0
      ? `mmap(NULL, 4096, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x${(0x7f0000000000 + i * 4096).toString(16)}\n`
      : `read(3, "some bytes"..., 4096) = 4096\n`;
  writeFileSync(program, Array.from({ length: LINES }, (_, i) => line(i)).join(''));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  client = Client.spawn();
});
afterEach(() => client.close());

/** Every event is decoded for it, and none fits. */
const slow = { name: '*', condition: 'text =~ "*no such words*"' };

const eventsAt = async (): Promise<{ event: number }> =>
  (await client.get<{ position: { event: number } }>('pagewalk/view', {})).position;

describe('a scan', () => {
  beforeEach(async () => {
    await client.start({ program });
    await client.get('setFunctionBreakpoints', { breakpoints: [slow] });
  });

  it('is paused where it is, and goes on from there', async () => {
    const stopped = client.next('stopped');
    await client.get('continue', { threadId: 1 });
    await client.get('pause', { threadId: 1 });
    expect((await stopped).body).toMatchObject({ reason: 'pause' });
    const { event } = await eventsAt();
    expect(event).toBeGreaterThan(0);
    expect(event).toBeLessThan(LINES);
    expect(await client.move('continue', { threadId: 1 })).toMatchObject({ description: 'End of recording' });
  });

  it('stops at a breakpoint that is set while it runs', async () => {
    const stopped = client.next('stopped');
    await client.get('continue', { threadId: 1 });
    const set = await client.get<Dap.SetBreakpointsResponse['body']>('setBreakpoints', {
      source: { path: program },
      breakpoints: [{ line: LINES - 10 }],
    });
    expect((await stopped).body).toMatchObject({
      reason: 'breakpoint',
      hitBreakpointIds: [set.breakpoints[0]!.id],
    });
    expect((await eventsAt()).event).toBe(LINES - 11);
  });

  it('says that it runs to what needs a stop, and answers the rest', async () => {
    const stopped = client.next('stopped');
    await client.get('continue', { threadId: 1 });
    for (const command of ['stackTrace', 'next', 'continue', 'exceptionInfo']) {
      expect(await client.ask(command, { threadId: 1 })).toMatchObject({
        success: false,
        message: 'notStopped',
      });
    }
    expect((await client.ask('threads')).success).toBe(true);
    expect((await client.ask('evaluate', { expression: '1 + 1' })).body).toMatchObject({ result: '2' });
    await client.get('pause', { threadId: 1 });
    await stopped;
  });

  it('ends with the session', async () => {
    await client.get('continue', { threadId: 1 });
    expect((await client.ask('disconnect')).success).toBe(true);
    expect(client.events.filter(({ event }) => event === 'stopped')).toHaveLength(1);
  });

  it('of the console is cancelled by its request', async () => {
    const asked = client.ask('evaluate', { expression: `find ${slow.condition}`, context: 'repl' });
    await client.get('cancel', { requestId: client.log.filter(({ type }) => type === 'request').length });
    expect(await asked).toMatchObject({ success: false, message: 'cancelled' });
    expect((await eventsAt()).event).toBe(0);
  });
});

describe('reading the log', () => {
  it('is cancelled by its request, and can be asked for again', async () => {
    await client.get('initialize', { adapterID: 'pagewalk' });
    const launched = client.ask('launch', { program });
    await client.get('cancel', { requestId: 2 });
    expect(await launched).toMatchObject({ success: false, message: 'cancelled' });
    expect((await client.ask('launch', { program: recorded('shm') })).success).toBe(true);
  });

  it('ends with the session', async () => {
    await client.get('initialize', { adapterID: 'pagewalk' });
    const launched = client.ask('launch', { program });
    expect((await client.ask('disconnect')).success).toBe(true);
    expect(await launched).toMatchObject({ success: false, message: 'cancelled' });
  });

  it('is cancelled by its progress', async () => {
    const long = join(folder, 'cancelled.strace');
    writeFileSync(long, 'munmap(0x7f0000000000, 4096) = 0\n'.repeat(400_000));
    await client.get('initialize', { adapterID: 'pagewalk', supportsProgressReporting: true });
    const began = client.next('progressStart');
    const launched = client.ask('launch', { program: long });
    const { progressId, cancellable } = (await began).body as { progressId: string; cancellable: boolean };
    expect(cancellable).toBe(true);
    await client.get('cancel', { progressId });
    expect(await launched).toMatchObject({ success: false, message: 'cancelled' });
    expect(client.events.at(-1)).toMatchObject({ event: 'progressEnd', body: { progressId } });
  });

  it('reports progress that begins and ends once, to a client that wants it', async () => {
    const long = join(folder, 'longer.strace');
    writeFileSync(long, 'munmap(0x7f0000000000, 4096) = 0\n'.repeat(400_000));
    await client.get('initialize', { adapterID: 'pagewalk', supportsProgressReporting: true });
    await client.get('launch', { program: long });
    const names = client.events.map(({ event }) => event).filter((event) => event.startsWith('progress'));
    expect(names[0]).toBe('progressStart');
    expect(names.at(-1)).toBe('progressEnd');
    expect(names.filter((name) => name !== 'progressUpdate')).toHaveLength(2);
    const shares = client.events.flatMap(({ event, body }) =>
      event === 'progressUpdate' ? [body!['percentage'] as number] : [],
    );
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });
});
