/**
 * Breakpoints of every kind: where they bind, which events they stop at, both ways, and what they say when they cannot.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recorded } from './bundle';
import { Client } from './client';

let client: Client;
beforeEach(() => {
  client = Client.spawn();
});
afterEach(() => client.close());

type Breakpoints = Dap.SetBreakpointsResponse['body'];

const lines = (program: string, breakpoints: readonly Dap.SourceBreakpoint[]): Promise<Breakpoints> =>
  client.get('setBreakpoints', { source: { path: program }, breakpoints });

/** Lines of all stops in one direction. */
async function stops(command: 'continue' | 'reverseContinue'): Promise<number[]> {
  const found: number[] = [];
  for (;;) {
    const stop = await client.move(command, { threadId: 1 });
    if (stop.description?.endsWith('of recording')) return found;
    const { stackFrames } = await client.get<Dap.StackTraceResponse['body']>('stackTrace', {
      threadId: stop.threadId,
    });
    found.push(stackFrames[0]!.line);
  }
}

describe('line breakpoints', () => {
  it('wait while the log is read, then are told of', async () => {
    const program = recorded('mremap-eagain');
    await client.get('initialize', { adapterID: 'pagewalk' });
    const before = await lines(program, [{ line: 18 }]);
    expect(before.breakpoints[0]).toMatchObject({ verified: false, reason: 'pending' });
    const changed = client.next('breakpoint');
    await client.get('launch', { program });
    expect((await changed).body).toMatchObject({
      reason: 'changed',
      breakpoint: { id: before.breakpoints[0]!.id, verified: true, line: 18 },
    });
  });

  it('stop at both lines of a split call as one event', async () => {
    const program = recorded('fork-exec');
    await client.start({ program });
    // wait4 is entered in line 19 and answers in line 25.
    const set = await lines(program, [{ line: 19 }]);
    expect(set.breakpoints[0]).toMatchObject({ verified: true, line: 19 });
    expect(await stops('continue')).toEqual([25]);
  });

  it('say why they cannot bind', async () => {
    const program = recorded('mremap-eagain');
    await client.start({ program });
    const set = await lines(program, [
      { line: 4000 },
      { line: 3, condition: 'errno ==' },
      { line: 3, hitCondition: 'often' },
    ]);
    expect(set.breakpoints.map(({ verified }) => verified)).toEqual([false, false, false]);
    expect(set.breakpoints[0]!.message).toMatch(/no event at line 4000/);
    expect(set.breakpoints[2]!.message).toMatch(/'often' is no hit count/);
    const elsewhere = await lines('/some/other/file', [{ line: 1 }]);
    expect(elsewhere.breakpoints[0]!.message).toMatch(/no file of this recording/);
  });

  it('are offered where there are events', async () => {
    const program = recorded('mremap-eagain');
    await client.start({ program });
    const all = await client.get<Dap.BreakpointLocationsResponse['body']>('breakpointLocations', {
      source: { path: program },
      line: 20,
      endLine: 40,
    });
    expect(all.breakpoints.map(({ line }) => line)).toEqual([20, 21, 22, 23, 24, 25, 26]);
  });
});

describe('function breakpoints', () => {
  const set = (names: readonly Dap.FunctionBreakpoint[]): Promise<Breakpoints> =>
    client.get('setFunctionBreakpoints', { breakpoints: names });

  it.each([
    ['mremap', [20, 21, 22, 24]],
    ['mlock*', [19]],
    ['*lock', [19, 23]],
    ['%memory', [2, 3, 11, 12, 13, 14, 18, 19, 20, 21, 22, 23, 24]],
  ])('%s stops at its calls, the same both ways', async (name, expected) => {
    await client.start({ program: recorded('mremap-eagain') });
    expect((await set([{ name }])).breakpoints[0]!.verified).toBe(true);
    expect(await stops('continue')).toEqual(expected);
    expect(await stops('reverseContinue')).toEqual([...expected].reverse());
  });

  it.each([
    ['= 2', [21]],
    ['2', [21]],
    ['>= 3', [22, 24]],
    ['< 3', [20, 21]],
    ['% 2', [21, 24]],
  ])('with the hit count %s count in the recording, both ways', async (hitCondition, expected) => {
    await client.start({ program: recorded('mremap-eagain') });
    await set([{ name: 'mremap', hitCondition }]);
    expect(await stops('continue')).toEqual(expected);
    expect(await stops('reverseContinue')).toEqual([...expected].reverse());
  });

  it('with a condition stop where it holds', async () => {
    await client.start({ program: recorded('mremap-eagain') });
    await set([{ name: 'mremap', condition: 'errno == EAGAIN' }]);
    expect(await stops('continue')).toEqual([20, 22]);
    await set([{ name: 'mremap', condition: 'errno == EAGAIN', hitCondition: '2' }]);
    expect(await stops('reverseContinue')).toEqual([22]);
  });

  it('with a condition that cannot be told do not stop, and say so once', async () => {
    await client.start({ program: recorded('mremap-eagain') });
    await set([{ name: 'mremap', condition: 'limits.AS > 1GiB' }]);
    expect(await stops('continue')).toEqual([]);
    expect(await stops('reverseContinue')).toEqual([]);
    const said = client.events
      .map(({ body }) => String(body?.['output']))
      .filter((text) => text.includes('cannot be told'));
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/'mremap' .* line 20: the log has not shown RLIMIT_AS/);
  });

  it('guess what a misspelt name may mean', async () => {
    await client.start({ program: recorded('mremap-eagain') });
    expect((await set([{ name: 'mremp' }])).breakpoints[0]!.message).toMatch(/Did you mean 'mremap'\?/);
  });
});

describe('logpoints', () => {
  it('speak without stopping, with their place', async () => {
    const program = recorded('mremap-eagain');
    await client.start({ program });
    await lines(program, [{ line: 20, logMessage: 'grow says {errno}' }]);
    expect(await stops('continue')).toEqual([]);
    const said = client.events.filter(
      ({ event, body }) => event === 'output' && body?.['line'] !== undefined,
    );
    expect(said.map(({ body }) => [body?.['output'], body?.['line']])).toEqual([['grow says EAGAIN\n', 20]]);
  });
});

describe('exception filters', () => {
  const set = (filterOptions: readonly Dap.ExceptionFilterOptions[]): Promise<Breakpoints> =>
    client.get('setExceptionBreakpoints', { filters: [], filterOptions });

  it('stop at failing calls for which the condition holds', async () => {
    await client.start({ program: recorded('mlock-enomem') });
    await set([{ filterId: 'failed', condition: 'errno == EPERM' }]);
    const found = await stops('continue');
    expect(found.length).toBeGreaterThan(0);
    expect(await stops('reverseContinue')).toEqual(found.reverse());
  });

  it('tell a fatal signal from one that is handled', async () => {
    await client.start({ program: recorded('write-to-readonly') });
    await set([{ filterId: 'fatal-signal' }]);
    const stop = await client.move('continue', { threadId: 1 });
    expect(stop).toMatchObject({ reason: 'exception', text: 'SIGBUS' });
  });

  it('say what is wrong with a condition, and with a filter that is none', async () => {
    await client.start({ program: recorded('shm') });
    const { breakpoints } = await set([{ filterId: 'failed', condition: '((' }, { filterId: 'moon' }]);
    expect(breakpoints.map(({ verified }) => verified)).toEqual([false, false]);
    expect(breakpoints[1]!.message).toMatch(/'moon'/);
  });

  it('are explained by exceptionInfo', async () => {
    await client.start({ program: recorded('mremap-eagain') });
    await set([{ filterId: 'failed-memory' }]);
    const { threadId } = await client.move('continue', { threadId: 1 });
    const info = await client.get<Dap.ExceptionInfoResponse['body']>('exceptionInfo', { threadId });
    expect(info.exceptionId).toBe('EAGAIN');
    expect(info.description).toMatch(/RLIMIT_MEMLOCK|limit/i);
    expect(info.details?.stackTrace).toMatch(/line 15/);
  });

  it('are given no cause as the cause where several remain', async () => {
    const program = join(mkdtempSync(join(tmpdir(), 'pagewalk-several-')), 'large.strace');
    const size = 2 ** 46;
    writeFileSync(
      program,
      `execve("/bin/true", ["true"], 0x7ffc3f4e56d0 /* 35 vars */) = 0
mmap(NULL, ${size}, PROT_READ|PROT_WRITE, MAP_SHARED|MAP_ANONYMOUS, -1, 0) = -1 ENOMEM (Cannot allocate memory)\n`,
    );
    await client.start({ program });
    await set([{ filterId: 'failed-memory' }]);
    const { threadId } = await client.move('continue', { threadId: 1 });
    const info = await client.get<Dap.ExceptionInfoResponse['body']>('exceptionInfo', { threadId });
    rmSync(dirname(program), { recursive: true });
    const [first, second] = info.description!.split('\n');
    expect(first).toMatch(/^Several causes are possible/);
    expect(second).toMatch(/^Possible cause 1 of [2-9]: /);
  });
});

describe('data breakpoints', () => {
  type Info = Dap.DataBreakpointInfoResponse['body'];
  const info = (args: Partial<Dap.DataBreakpointInfoArguments>): Promise<Info> =>
    client.get('dataBreakpointInfo', args);
  const set = (dataId: string): Promise<Breakpoints> =>
    client.get('setDataBreakpoints', { breakpoints: [{ dataId, accessType: 'write' }] });

  it.each([
    ['an expression', { name: 'vma(0x7ffff7feb000)' }],
    ['an address with a size', { name: '0x7ffff7feb000', asAddress: true, bytes: 49152 }],
  ])('on %s stop where its pages change, both ways', async (_name, args) => {
    await client.start({ program: recorded('mremap-eagain') });
    await client.move('pagewalk/goTo', { line: 20 });
    const { dataId, canPersist } = await info(args);
    expect(canPersist).toBe(false);
    expect((await set(dataId!)).breakpoints[0]!.verified).toBe(true);
    await client.move('restart', {});
    const found = await stops('continue');
    // Mapped, locked, moved away, and grown back into by what was moved.
    expect(found).toEqual([18, 19, 21, 24]);
    expect(await stops('reverseContinue')).toEqual(found.reverse());
  });

  it('are offered for the VMAs of the address space, and refused for what has no pages', async () => {
    await client.start({ program: recorded('mremap-eagain') });
    await client.move('pagewalk/goTo', { line: 20 });
    const { stackFrames } = await client.get<Dap.StackTraceResponse['body']>('stackTrace', { threadId: 1 });
    const { scopes } = await client.get<Dap.ScopesResponse['body']>('scopes', {
      frameId: stackFrames[0]!.id,
    });
    const { variablesReference } = scopes.find(({ name }) => name === 'Address space')!;
    expect((await info({ variablesReference, name: '[2]' })).description).toBe(
      '0x7ffff7feb000-0x7ffff7ff7000',
    );
    for (const name of ['errno', '((', 'nonsense', '12']) expect((await info({ name })).dataId).toBeNull();
    expect((await set('no such id')).breakpoints[0]).toMatchObject({ verified: false, reason: 'failed' });
  });
});
