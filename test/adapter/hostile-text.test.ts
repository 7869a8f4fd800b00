/** What a log says reaches an editor's own debug views as text: no order to a terminal, nothing that turns the direction of writing. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import { Client } from './client';

const folder = mkdtempSync(join(tmpdir(), 'pagewalk-hostile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a terminal or a line of text would obey: red, a title, a cleared screen; from right to left. */
const acting = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
const name = '/tmp/\\33[31m\\33]0;title\\7\\33[2J\\1\u007f\u0085\u202egnp\u2066';
const log = join(folder, 'hostile.strace');
writeFileSync(
  log,
  [
    `execve("${name}", ["${name}"], 0x7ffd00000000 /* 1 var */) = 0`,
    `prctl(PR_SET_NAME, "${name}") = 0`,
    `openat(AT_FDCWD, "${name}", O_RDONLY) = 3`,
    'mmap(NULL, 8192, PROT_READ, MAP_SHARED, 3, 0) = 0x7f0000000000',
    'mprotect(0x7f0000000000, 8192, PROT_READ|PROT_WRITE) = -1 EACCES (Permission denied)',
    '',
  ].join('\n'),
);

describe('a log that would act on what shows it', () => {
  let client: Client;
  let frameId: number;
  beforeEach(async () => {
    client = Client.spawn();
    const { threadId } = await client.start({ program: log });
    await client.move('pagewalk/goTo', { line: 5 });
    const { stackFrames } = await client.get<Dap.StackTraceResponse['body']>('stackTrace', { threadId });
    frameId = stackFrames[0]!.id;
  });
  afterEach(() => client.close());

  it.each(['maps', 'why', 'blame 0x7f0000000000', 'vmas', 'arg.addr'])(
    'is text where the console says %s',
    async (expression) => {
      const { result } = await client.get<Dap.EvaluateResponse['body']>('evaluate', {
        expression,
        context: 'repl',
        frameId,
      });
      expect(result).not.toMatch(acting);
    },
  );

  it('is text in the console with its name in full sight', async () => {
    const { result } = await client.get<Dap.EvaluateResponse['body']>('evaluate', {
      expression: 'maps',
      context: 'repl',
      frameId,
    });
    expect(result).toContain('␛[31m␛]0;title␇');
    expect(result).toContain('\\u202egnp');
    expect(result.split('\n').length).toBeGreaterThan(1);
  });

  it('is text in names of threads and frames, in variables and in what is said of an exception', async () => {
    await client.get('threads');
    await client.move('pagewalk/goTo', { line: 1 });
    const { stackFrames } = await client.get<Dap.StackTraceResponse['body']>('stackTrace', { threadId: 1 });
    const { scopes } = await client.get<Dap.ScopesResponse['body']>('scopes', {
      frameId: stackFrames[0]!.id,
    });
    for (const { variablesReference } of scopes) await client.get('variables', { variablesReference });
    await client.move('pagewalk/goTo', { line: 5 });
    await client.get('exceptionInfo', { threadId: 1 });
    expect(client.log.filter((message) => message.type !== 'request').length).toBeGreaterThan(8);
    const said = client.log
      .filter(({ type, ...rest }) => type === 'response' && 'body' in rest)
      .flatMap((message) => stringsIn('body' in message ? message.body : undefined));
    expect(said.filter((text) => acting.test(text) && !text.startsWith(folder))).toEqual([]);
    expect(said.some((text) => text.includes('␛[31m'))).toBe(true);
  });
});

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}
