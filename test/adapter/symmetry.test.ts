/**
 * Time runs both ways: what is met going forth is met coming back, in reverse, on every sample.
 */
import { readdirSync } from 'node:fs';
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samples } from './bundle';
import { Client } from './client';

const logs = readdirSync(samples).filter((name) => name.endsWith('.strace'));

interface Stop {
  readonly thread: number;
  readonly line: number;
  readonly name: string;
}

async function where(client: Client, threadId: number): Promise<Stop> {
  const { stackFrames } = await client.get<Dap.StackTraceResponse['body']>('stackTrace', {
    threadId,
    levels: 1,
  });
  const [top] = stackFrames;
  return { thread: threadId, line: top!.line, name: top!.name };
}

describe.each(logs)('%s', (log) => {
  let client: Client;
  let first: Dap.StoppedEvent['body'];

  beforeAll(async () => {
    client = Client.spawn();
    first = await client.start({ program: `${samples}/${log}` }, () =>
      client.get('setExceptionBreakpoints', {
        filters: [],
        filterOptions: [{ filterId: 'failed' }, { filterId: 'fatal-signal' }],
      }),
    );
  });
  afterAll(() => client.close());

  it('steps to the end of its task and back over the same stops', async () => {
    const threadId = first.threadId!;
    const there = [await where(client, threadId)];
    for (;;) {
      const stop = await client.move('next', { threadId });
      expect(stop.threadId).toBe(threadId);
      there.push(await where(client, threadId));
      if (stop.description !== undefined) break;
    }
    expect(there.at(-1)!.name).toMatch(/^end of/);
    const back = [there.at(-1)!];
    for (;;) {
      const stop = await client.move('stepBack', { threadId });
      if (stop.description !== undefined) break;
      back.push(await where(client, threadId));
    }
    expect(back.reverse()).toEqual(there);
  });

  it('steps through all events and back over the same stops', async () => {
    await client.move('restart', {});
    const there: Stop[] = [];
    let { threadId } = first;
    for (;;) {
      const stop = await client.move('stepIn', { threadId });
      threadId = stop.threadId;
      if (stop.description === 'End of recording') break;
      there.push(await where(client, threadId!));
    }
    const back: Stop[] = [];
    for (;;) {
      const stop = await client.move('stepBack', { threadId, granularity: 'instruction' });
      threadId = stop.threadId;
      back.push(await where(client, threadId!));
      if (stop.description !== undefined || back.length > there.length + 1) break;
      if (back.length === there.length + 1) break;
    }
    expect(back.slice(0, there.length).reverse()).toEqual(there);
  });

  it('stops at the same failures both ways, and stays at both ends', async () => {
    await client.move('restart', {});
    const hits = async (command: string, end: string): Promise<number[]> => {
      const lines: number[] = [];
      let stop = await client.move(command, { threadId: first.threadId });
      while (stop.description !== end) {
        expect(stop.reason).toBe('exception');
        lines.push((await where(client, stop.threadId!)).line);
        stop = await client.move(command, { threadId: stop.threadId });
      }
      return lines;
    };
    const forth = await hits('continue', 'End of recording');
    const back = await hits('reverseContinue', 'Start of recording');
    expect(back.reverse()).toEqual(forth);
    expect((await client.move('reverseContinue', { threadId: first.threadId })).description).toBe(
      'Start of recording',
    );
    expect(client.events.some(({ event }) => event === 'terminated' || event === 'exited')).toBe(false);
  });
});
