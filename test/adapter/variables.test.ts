/**
 * What a frame shows, and that it stays what it is: a reference stands for (position, path) for ever.
 */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recorded } from './bundle';
import { Client } from './client';

let client: Client;
let threadId: number;
beforeEach(async () => {
  client = Client.spawn();
  threadId = (await client.start({ program: recorded('mremap-keeps-lock') })).threadId!;
});
afterEach(() => client.close());

const goTo = (line: number): Promise<unknown> => client.move('pagewalk/goTo', { line });

async function scopes(): Promise<Map<string, Dap.Scope>> {
  const { stackFrames } = await client.get<Dap.StackTraceResponse['body']>('stackTrace', { threadId });
  const body = await client.get<Dap.ScopesResponse['body']>('scopes', { frameId: stackFrames[0]!.id });
  return new Map(body.scopes.map((scope) => [scope.name, scope]));
}

const variables = async (args: Partial<Dap.VariablesArguments>): Promise<Dap.Variable[]> =>
  (await client.get<Dap.VariablesResponse['body']>('variables', args)).variables;

describe('scopes', () => {
  it('are those of the call and of the state before it', async () => {
    await goTo(19);
    expect([...(await scopes()).keys()]).toEqual([
      'Call',
      'Result',
      'Effect',
      'Address space',
      'Locked memory',
      'Limits',
      'Process',
    ]);
  });

  it('name arguments, give types, and are read-only', async () => {
    await goTo(14);
    const call = await variables({ variablesReference: (await scopes()).get('Call')!.variablesReference });
    expect(call.map(({ name }) => name)).toEqual(['call', 'addr', 'length', 'prot', 'line']);
    for (const variable of call) {
      expect(variable.type).toBeTypeOf('string');
      expect(variable.presentationHint?.attributes).toContain('readOnly');
    }
  });

  it('give for every expression they offer the value they show', async () => {
    for (const line of [3, 14, 18, 19, 20]) {
      await goTo(line);
      const all = await scopes();
      const { stackFrames } = await client.get<Dap.StackTraceResponse['body']>('stackTrace', { threadId });
      for (const name of ['Call', 'Result']) {
        for (const { evaluateName, value } of await variables({
          variablesReference: all.get(name)!.variablesReference,
        })) {
          if (evaluateName === undefined) continue;
          const response = await client.ask('evaluate', {
            expression: evaluateName,
            frameId: stackFrames[0]!.id,
            context: 'watch',
          });
          expect(response.success, `${evaluateName} at line ${line}: ${response.message ?? ''}`).toBe(true);
          expect(value, `${evaluateName} at line ${line}`).not.toBe('');
          expect((response.body as { result: string }).result).not.toBe('');
        }
      }
    }
  });
});

describe('the address space', () => {
  it('is paged', async () => {
    await goTo(19);
    const scope = (await scopes()).get('Address space')!;
    expect(scope.expensive).toBe(true);
    const all = await variables({ variablesReference: scope.variablesReference });
    expect(all).toHaveLength(scope.indexedVariables!);
    const page = await variables({
      variablesReference: scope.variablesReference,
      filter: 'indexed',
      start: 2,
      count: 3,
    });
    expect(page).toEqual(all.slice(2, 5));
    expect(await variables({ variablesReference: scope.variablesReference, filter: 'named' })).toEqual([]);
  });

  it('stays what it was when the session has moved on', async () => {
    await goTo(19);
    const { variablesReference } = (await scopes()).get('Address space')!;
    const before = await variables({ variablesReference });
    await goTo(24);
    const other = await variables({
      variablesReference: (await scopes()).get('Address space')!.variablesReference,
    });
    expect(other).not.toEqual(before);
    expect(await variables({ variablesReference })).toEqual(before);
    await goTo(19);
    expect((await scopes()).get('Address space')!.variablesReference).toBe(variablesReference);
  });
});

describe('what a line made', () => {
  it('leads to the line', async () => {
    await goTo(19);
    const scope = (await scopes()).get('Address space')!;
    const locked = (await variables({ variablesReference: scope.variablesReference })).find(({ value }) =>
      value.startsWith('7ffff7fef000'),
    );
    const { valueLocationReference, declarationLocationReference } = locked!;
    const source = { name: 'mremap-keeps-lock.strace', path: recorded('mremap-keeps-lock') };
    // The mlock last changed it, the mmap brought it about.
    expect(await client.get('locations', { locationReference: valueLocationReference })).toEqual({
      source,
      line: 16,
    });
    expect(await client.get('locations', { locationReference: declarationLocationReference })).toEqual({
      source,
      line: 15,
    });
    expect((await client.ask('locations', { locationReference: 0 })).success).toBe(false);
  });
});

describe('references', () => {
  it('that nobody gave out are refused', async () => {
    for (const variablesReference of [0, -1, 1e9, 1.5]) {
      const response = await client.ask('variables', { variablesReference });
      expect(response.success).toBe(false);
      expect(response.message).toMatch(/reference/);
    }
    expect((await client.ask('scopes', { frameId: 99999 })).success).toBe(false);
  });
});
