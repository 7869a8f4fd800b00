/**
 * Frames: the program's own stack of `strace -k`, the calls that created a task, and the files of a `-ff` set.
 */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forked, logs, recorded } from './bundle';
import { Client } from './client';

let client: Client;
beforeEach(() => {
  client = Client.spawn();
});
afterEach(() => client.close());

const trace = (args: {
  readonly threadId: number | undefined;
  readonly startFrame?: number;
  readonly levels?: number;
}): Promise<Dap.StackTraceResponse['body']> => client.get('stackTrace', args);

const lineOf = async (threadId: number | undefined): Promise<number> =>
  (await trace({ threadId, levels: 1 })).stackFrames[0]!.line;

describe('a log with the stacks of -k', () => {
  it('shows them under the call, page by page', async () => {
    const { threadId } = await client.start({ program: recorded('stacks') });
    await client.move('pagewalk/goTo', { line: 8 });
    const all = await trace({ threadId });
    expect(all.stackFrames.map(({ name, line }) => `${line} ${name}`)).toEqual([
      '8 mlock(0x7f08c8347000, 4096) = 0',
      '9 mlock+0x7 (stacks)',
      '10 outer+0x1d (stacks)',
      '11 main+0x3d (stacks)',
      '12 __libc_start_call_main+0x64 (stacks)',
    ]);
    const page = await trace({ threadId, startFrame: 1, levels: 2 });
    expect(page).toEqual({ stackFrames: all.stackFrames.slice(1, 3), totalFrames: 5 });
  });

  it('steps out to the next call of a shallower stack, and from the outermost to the end', async () => {
    const { threadId } = await client.start({ program: recorded('stacks') });
    await client.move('pagewalk/goTo', { line: 8 });
    const lines: number[] = [];
    for (let i = 0; i < 4; i++) {
      const { description } = await client.move('stepOut', { threadId });
      lines.push(await lineOf(threadId));
      if (description !== undefined) break;
    }
    // munlock's stack is as deep as mlock's; getpid's is one less; munmap's again; a signal's stack has one frame.
    expect(lines.slice(0, 2)).toEqual([18, 26]);
    expect(lines.at(-1)).toBe(31);
  });

  it('binds a breakpoint on a line of a stack to its call', async () => {
    const program = recorded('stacks');
    await client.start({ program });
    await client.get('setBreakpoints', { source: { path: program }, breakpoints: [{ line: 11 }] });
    const { threadId } = await client.move('continue', { threadId: 1 });
    expect(await lineOf(threadId)).toBe(8);
  });
});

describe('the files of a -ff set', () => {
  it('are one recording, in the order of time', async () => {
    let { threadId } = await client.start({ program: forked });
    const { sources } = await client.get<Dap.LoadedSourcesResponse['body']>('loadedSources');
    expect(sources.map(({ path }) => path)).toEqual([`${forked}.24606`, `${forked}.24607`]);
    const met: string[] = [];
    for (;;) {
      const { stackFrames } = await trace({ threadId, levels: 1 });
      met.push(`${stackFrames[0]!.source!.name!.slice(-5)}:${stackFrames[0]!.line}`);
      const stop = await client.move('stepIn', { threadId });
      ({ threadId } = stop);
      if (stop.description !== undefined) break;
    }
    expect(met.slice(-13)).toEqual([
      ...[
        '24606:20',
        '24606:21',
        '24606:22',
        '24607:1',
        '24606:23',
        '24607:2',
        '24607:3',
        '24607:4',
        '24607:5',
      ],
      ...['24607:6', '24606:24', '24606:25', '24606:26'],
    ]);
  });

  it('take breakpoints each, and show who created whom', async () => {
    await client.start({ program: forked });
    const path = `${logs}/forked.strace.24607`;
    const set = await client.get<Dap.SetBreakpointsResponse['body']>('setBreakpoints', {
      source: { path },
      breakpoints: [{ line: 4 }],
    });
    expect(set.breakpoints[0]).toMatchObject({ verified: true, line: 4 });
    const { threadId } = await client.move('continue', { threadId: 1 });
    const { stackFrames } = await trace({ threadId });
    expect(
      stackFrames.map(({ name, line, presentationHint }) => [name.split('(')[0], line, presentationHint]),
    ).toEqual([
      ['munmap', 4, 'normal'],
      ['created by', 0, 'label'],
      ['clone', 22, 'subtle'],
    ]);
    expect(stackFrames[2]!.source!.path).toBe(`${forked}.24606`);
    const back = await client.move('restartFrame', { frameId: stackFrames[2]!.id });
    expect(back.reason).toBe('restart');
    expect(await lineOf(back.threadId)).toBe(22);
    expect((await client.ask('restartFrame', { frameId: stackFrames[0]!.id })).success).toBe(false);
  });
});
