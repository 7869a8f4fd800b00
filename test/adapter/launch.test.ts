/**
 * Launching: what cannot be opened is an error of the launch, in words; what can be opened in part is.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { recorded } from './bundle';
import { Client } from './client';

let client: Client;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pagewalk-test-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  client = Client.spawn();
});
afterEach(() => client.close());

const written = (name: string, bytes: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};

describe('a launch that cannot be', () => {
  const cases: readonly (readonly [string, () => unknown, RegExp])[] = [
    ['no program', () => ({}), /"program"/],
    ['a program that is no string', () => ({ program: 7 }), /"program"/],
    ['tasks that are no tids', () => ({ program: recorded('shm'), tasks: 'all' }), /'tasks' must be/],
    [
      'a task that is not in the log',
      () => ({ program: recorded('threads'), tasks: [1] }),
      /no task 1 .*3254/,
    ],
    ['a missing file', () => ({ program: '/no/such/log' }), /there is no such file/],
    ['a directory', () => ({ program: folder }), /is a directory/],
    ['an empty file', () => ({ program: written('empty', '') }), /is empty/],
    [
      'text',
      () => ({ program: written('text', 'Dear all,\nthis is no log.\n') }),
      /Line 1 is the first.*Dear all/,
    ],
    ['a snapshot that is missing', () => ({ program: recorded('shm'), maps: '/no/maps' }), /snapshot/],
  ];
  it.each(cases)('%s is refused with the reason', async (_name, args, reason) => {
    await client.get('initialize', { adapterID: 'pagewalk' });
    const response = await client.ask('launch', args());
    expect(response.success).toBe(false);
    expect(response.message).toMatch(reason);
    const { error } = (response as Dap.ErrorResponse).body;
    expect(error?.showUser).toBeTypeOf('boolean');
    // The session is still there: another launch may be right.
    expect((await client.ask('launch', { program: recorded('shm') })).success).toBe(true);
  });
});

describe('a launch', () => {
  it('accepts a client that names no path format, and one that counts from 0', async () => {
    const initialized = client.next('initialized');
    await client.get('initialize', { adapterID: 'pagewalk', linesStartAt1: false, columnsStartAt1: false });
    await initialized;
    const stopped = client.next('stopped');
    await client.get('launch', { program: recorded('shm') });
    await client.get('configurationDone');
    const { threadId } = (await stopped).body as { threadId: number };
    const { stackFrames } = await client.get<Dap.StackTraceResponse['body']>('stackTrace', { threadId });
    expect(stackFrames[0]).toMatchObject({ line: 0, column: 0 });
  });

  it('speaks URIs with a client that asks for them', async () => {
    const program = written('a b#.log', readFileSync(recorded('mremap-eagain')));
    const uri = `file://${program.replace('a b#', 'a%20b%23')}`;
    await client.get('initialize', { adapterID: 'pagewalk', pathFormat: 'uri' });
    await client.get('launch', { program: uri });
    const set = await client.get<Dap.SetBreakpointsResponse['body']>('setBreakpoints', {
      source: { path: uri },
      breakpoints: [{ line: 3 }],
    });
    expect(set.breakpoints[0]).toMatchObject({ verified: true });
    const { sources } = await client.get<Dap.LoadedSourcesResponse['body']>('loadedSources');
    expect(sources[0]!.path).toBe(uri);
    expect(await client.ask('initialize', { adapterID: 'pagewalk', pathFormat: 'moon' })).toMatchObject({
      success: false,
    });
  });

  it('runs to the first stop without stopOnEntry', async () => {
    const stop = await client.start({ program: recorded('mremap-eagain'), stopOnEntry: false }, () =>
      client.get('setExceptionBreakpoints', { filters: ['failed-memory'] }),
    );
    expect(stop).toMatchObject({ reason: 'exception', text: 'EAGAIN' });
  });

  it('prints a summary and ends with noDebug', async () => {
    const terminated = client.next('terminated');
    await client.get('initialize', { adapterID: 'pagewalk' });
    await client.get('launch', { program: recorded('mremap-eagain'), noDebug: true });
    await client.get('configurationDone');
    await terminated;
    const said = client.events
      .filter(({ event }) => event === 'output')
      .map(({ body }) => String(body?.['output']));
    expect(said.join('')).toMatch(/26 lines, 26 events of 1 task, 2 failing calls/);
  });

  it('shows and stops in the tasks asked for only', async () => {
    const stop = await client.start({ program: recorded('threads'), tasks: [3255] });
    const { threads } = await client.get<Dap.ThreadsResponse['body']>('threads');
    expect(threads.map(({ name }) => name.split(' ')[0])).toEqual(['3255']);
    const seen = new Set<number | undefined>();
    for (let { threadId, description } = stop; description === undefined;) {
      seen.add(threadId);
      ({ threadId, description } = await client.move('stepIn', { threadId }));
    }
    expect(seen.size).toBe(1);
  });

  it('shows a log with garbage in it, and says what was not understood', async () => {
    const log = readFileSync(recorded('mremap-eagain'));
    const garbage = Uint8Array.from({ length: 200 }, (_, i) => (i * 37) % 256);
    await client.start({
      program: written('garbage.log', Buffer.concat([log, garbage, Buffer.from('\n'), log])),
    });
    const survey = await client.get<{ unparsed: number; failingCalls: number }>('pagewalk/survey', {});
    expect(survey.failingCalls).toBe(4);
    expect(survey.unparsed).toBeGreaterThan(0);
  });

  it('tells of a snapshot that contradicts the log, and takes it', async () => {
    const maps = '# after line 19\n10000000-10001000 rw-p 00000000 00:00 0 \n';
    const program = written('odd.log', readFileSync(recorded('mremap-eagain')));
    await client.start({ program, maps: written('odd.maps', maps) });
    const said = client.events
      .filter(({ event }) => event === 'output')
      .map(({ body }) => String(body?.['output']));
    expect(said.join('')).toMatch(/snapshot/i);
  });

  it('says once that the log has changed on disk, with every moment until it is read again', async () => {
    const path = written('rewritten', 'brk(NULL) = 0x1000\nbrk(NULL) = 0x1000\n');
    await client.start({ program: path });
    const said = async (): Promise<string | null> =>
      (await client.get<{ position: { changedOnDisk: string | null } }>('pagewalk/view', {})).position
        .changedOnDisk;
    expect(await said()).toBeNull();
    written('rewritten', 'brk(NULL) = 0x2000\n');
    // It is looked for once a second at most.
    await expect.poll(said, { timeout: 5000, interval: 200 }).toBe(path);
    await client.move('next', { threadId: 1 });
    expect(await said()).toBe(path);
    const outputs = client.events.filter(({ body }) =>
      String(body?.['output']).includes('has changed on disk'),
    );
    expect(outputs.map(({ body }) => body?.['category'])).toEqual(['important']);
    await client.move('restart', {});
    expect(await said()).toBeNull();
  });

  it('reads the log again on restart when it has changed', async () => {
    const program = written('grows.log', 'brk(NULL) = 0x1000\n');
    await client.start({ program });
    writeFileSync(program, 'brk(NULL) = 0x1000\nbrk(NULL) = 0x1000\nbrk(NULL) = 0x1000\n');
    expect((await client.move('restart', {})).reason).toBe('entry');
    expect((await client.get<{ events: number }>('pagewalk/survey', {})).events).toBe(3);
  });
});
