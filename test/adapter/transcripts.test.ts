/**
 * Golden transcripts of whole sessions: all that goes over the wire when a person does the ordinary things.
 */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import { afterEach, beforeEach, it } from 'vitest';
import { recorded } from './bundle';
import { Client } from './client';
import { expectGolden, transcriptOf } from './transcript';

let client: Client;
beforeEach(() => {
  client = Client.spawn();
});
afterEach(() => client.close());

/** What VS Code asks for at a stop. */
async function look(threadId: number, deep = true): Promise<void> {
  await client.get('threads');
  const { stackFrames } = await client.get<Dap.StackTraceResponse['body']>('stackTrace', {
    threadId,
    startFrame: 0,
    levels: 20,
  });
  if (!deep) return;
  const { scopes } = await client.get<Dap.ScopesResponse['body']>('scopes', { frameId: stackFrames[0]!.id });
  for (const { variablesReference } of scopes) await client.get('variables', { variablesReference });
}

it('from launch to a failing call, back, and out', async () => {
  const program = recorded('mremap-eagain');
  const { threadId } = await client.start({ program }, async () => {
    await client.get('setBreakpoints', { source: { path: program }, breakpoints: [{ line: 21 }] });
    await client.get('setExceptionBreakpoints', {
      filters: [],
      filterOptions: [{ filterId: 'failed-memory' }],
    });
  });
  await look(threadId!, false);
  await client.move('continue', { threadId });
  await look(threadId!);
  await client.get('exceptionInfo', { threadId });
  await client.get('pagewalk/view', {});
  await client.move('stepBack', { threadId });
  await look(threadId!, false);
  await client.move('continue', { threadId });
  await client.move('continue', { threadId });
  await client.move('reverseContinue', { threadId });
  await client.get('disconnect');
  expectGolden('failing-call', transcriptOf(client));
});

it('through a fork and an exec: threads, ancestry, and back to the clone', async () => {
  const program = recorded('fork-exec');
  await client.start({ program });
  const { targets } = await client.get<Dap.GotoTargetsResponse['body']>('gotoTargets', {
    source: { path: program },
    line: 22,
  });
  const stop = await client.move('goto', { threadId: 1, targetId: targets[0]!.id });
  const { stackFrames } = await client.get<Dap.StackTraceResponse['body']>('stackTrace', {
    threadId: stop.threadId,
  });
  await look(stop.threadId!);
  await client.move('restartFrame', { frameId: stackFrames.at(-1)!.id });
  await look(1, false);
  await client.move('next', { threadId: 1 });
  await client.move('stepIn', { threadId: 1 });
  await client.get('disconnect');
  expectGolden('fork-and-exec', transcriptOf(client));
});

it('to both ends of the recording', async () => {
  const { threadId } = await client.start({ program: recorded('use-after-munmap') });
  await client.move('stepBack', { threadId });
  await client.move('reverseContinue', { threadId });
  await client.move('continue', { threadId });
  await look(threadId!);
  await client.get('pagewalk/view', {});
  await client.move('next', { threadId });
  await client.move('stepBack', { threadId });
  await client.get('pagewalk/survey', {});
  await client.get('disconnect');
  expectGolden('both-ends', transcriptOf(client));
});

it('of words asked for: evaluate in every context, and completions', async () => {
  const program = recorded('mremap-eagain');
  await client.start({ program });
  await client.move('pagewalk/goTo', { line: 20 });
  const { stackFrames } = await client.get<Dap.StackTraceResponse['body']>('stackTrace', { threadId: 1 });
  const frameId = stackFrames[0]!.id;
  for (const expression of [
    'errno',
    'errno == EAGAIN',
    'line',
    'locked',
    'no_such_name',
    '1 +',
    '0x7ffff7feb000',
  ]) {
    await client.ask('evaluate', { expression, frameId, context: 'watch' });
  }
  for (const expression of ['maps', 'why', 'help', 'goto moon']) {
    await client.ask('evaluate', { expression, frameId, context: 'repl' });
  }
  for (const expression of ['find errno == EAGAIN', 'goto 3']) {
    await client.move('evaluate', { expression, frameId, context: 'repl' });
  }
  await client.ask('evaluate', {
    expression: '0x7ffff7feb000',
    context: 'hover',
    line: 19,
    column: 7,
    source: { path: program },
  });
  await client.ask('completions', { text: 'er', column: 3 });
  await client.get('disconnect');
  expectGolden('evaluate', transcriptOf(client));
});
