/**
 * Every request is answered exactly once, whatever it asks and whenever it comes.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recorded } from './bundle';
import { Client } from './client';

const standard = [
  'attach',
  'breakpointLocations',
  'cancel',
  'completions',
  'configurationDone',
  'continue',
  'dataBreakpointInfo',
  'disassemble',
  'evaluate',
  'exceptionInfo',
  'goto',
  'gotoTargets',
  'initialize',
  'launch',
  'loadedSources',
  'locations',
  'modules',
  'next',
  'pause',
  'readMemory',
  'restart',
  'restartFrame',
  'reverseContinue',
  'scopes',
  'setBreakpoints',
  'setDataBreakpoints',
  'setExceptionBreakpoints',
  'setExpression',
  'setFunctionBreakpoints',
  'setInstructionBreakpoints',
  'setVariable',
  'source',
  'stackTrace',
  'stepBack',
  'stepIn',
  'stepInTargets',
  'stepOut',
  'terminate',
  'terminateThreads',
  'threads',
  'variables',
  'writeMemory',
];
const custom = ['pagewalk/view', 'pagewalk/vmas', 'pagewalk/goTo', 'pagewalk/survey'];
const refused = [
  'disassemble',
  'modules',
  'readMemory',
  'setExpression',
  'setInstructionBreakpoints',
  'setVariable',
  'stepInTargets',
  'terminate',
  'terminateThreads',
  'writeMemory',
  'no such request',
  'constructor',
  '__proto__',
];

describe('requests before a launch', () => {
  let client: Client;
  beforeAll(() => {
    client = Client.spawn();
  });
  afterAll(() => client.close());

  it.each([...standard, ...custom])('%s is answered once, without arguments too', async (command) => {
    const before = client.answers.size;
    const args = command === 'pagewalk/vmas' ? { start: 0, count: 1 } : undefined;
    const response = await client.ask(command, args);
    await client.ask('threads');
    expect(response.command).toBe(command);
    expect([...client.answers.values()].slice(before)).toEqual([1, 1]);
    if (custom.includes(command)) expect(response.message).toMatch(/launch/i);
  });
});

describe('requests of a launched session', () => {
  let client: Client;
  beforeAll(async () => {
    client = Client.spawn();
    await client.start({ program: recorded('mremap-einval') });
  });
  afterAll(() => client.close());

  it.each(refused)('%s is refused by name', async (command) => {
    const response = await client.ask(command, {});
    expect(response.success).toBe(false);
    expect(response.message).toContain(command);
    expect((response.body as { error: { id: number } }).error.id).toBe(1001);
  });

  it('answers what comes in any order with any arguments exactly once', async () => {
    const value = fc.oneof(
      fc.integer(),
      fc.double(),
      fc.string(),
      fc.constant(null),
      fc.boolean(),
      fc.constant([]),
      fc.constant({}),
    );
    const members = [
      'threadId',
      'frameId',
      'variablesReference',
      'start',
      'count',
      'line',
      'source',
      'breakpoints',
      'filters',
      'expression',
      'targetId',
      'granularity',
      'levels',
      'startFrame',
      'event',
      'text',
      'column',
      'context',
      'requestId',
    ];
    const args = fc.dictionary(fc.constantFrom(...members), value);
    const commands = fc.constantFrom(
      ...[...standard, ...custom].filter((command) => command !== 'launch' && command !== 'restart'),
    );
    const anything = fc.array(fc.tuple(commands, fc.option(args, { nil: undefined })), {
      minLength: 1,
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(anything, async (requests) => {
        const before = client.answers.size;
        await Promise.all(requests.map(([command, given]) => client.ask(command, given)));
        await client.ask('pause');
        expect(client.answers.size).toBe(before + requests.length + 1);
        expect([...client.answers.values()].every((count) => count === 1)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('reads messages in any cut', async () => {
    const message = (seq: number): string => {
      const json = JSON.stringify({ seq, type: 'request', command: 'threads', note: 'ä€😀' });
      return `Content-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`;
    };
    const before = client.answers.size;
    for (const byte of Buffer.from(message(7001))) client.sendBytes(Buffer.from([byte]));
    client.sendRaw(message(7002) + message(7003));
    await client.ask('threads');
    expect(client.answers.size).toBe(before + 4);
    expect([7001, 7002, 7003].map((seq) => client.answers.get(seq))).toEqual([1, 1, 1]);
  });

  it('goes on after bytes that are no message', async () => {
    client.sendRaw('Content-Length: 5\r\n\r\n{{{{{');
    client.sendRaw('Content-Length: x\r\n\r\n');
    client.sendRaw('Content-Length: 4\r\n\r\nnull');
    expect((await client.ask('threads')).success).toBe(true);
  });
});
