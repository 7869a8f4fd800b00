/** Who made it so: in the console, in the variables, by the request of views and editor, and in the tool. */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BlameBody } from '../../debug-adapter/protocol/blame';
import { recorded } from './bundle';
import { Client } from './client';
import { objects, pagewalk } from './run-pagewalk';

const log = recorded('mremap-eagain');
const blame = (...words: readonly string[]) => pagewalk(['blame', log, ...words]);

describe('pagewalk blame', () => {
  it('tells of an address who mapped, locked and moved it, and where from', async () => {
    const [body] = objects(await blame('--line', '22', '0x7ffff7fdb000', '--json'));
    expect(body).toMatchObject({ line: 22, target: '0x7ffff7fdb000' });
    expect((body!['deeds'] as { how: string; line: number }[]).map(({ how, line }) => [how, line])).toEqual([
      ['mapped', 18],
      ['locked', 19],
      ['moved-here', 21],
    ]);
  });

  it('tells what makes up the locked total', async () => {
    const { stdout } = await blame('--line', '22', 'locked');
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      'Locked memory (VmLck): 64 KiB in 2 stretches.',
      '  48 KiB at 0x7ffff7fdb000–0x7ffff7fe7000, locked at line 19: mlock(0x7ffff7feb000, 49152) = 0',
      expect.stringMatching(/^ {2}16 KiB at .*, locked because a locked mapping grew at line 21: mremap/),
    ]);
  });

  it('tells who set a limit and who took a capability away', async () => {
    expect((await blame('--line', '22', 'RLIMIT_MEMLOCK')).stdout).toMatch(/64 KiB at line 15: prlimit64/);
    expect((await blame('--line', '22', 'CAP_IPC_LOCK')).stdout).toMatch(/taken away at line 17: setresuid/);
  });

  it('refuses words that mean nothing, and says what would', async () => {
    const { status, stderr } = await blame('--line', '22', 'nonsense');
    expect(status).toBe(2);
    expect(stderr).toMatch(/^pagewalk: 'nonsense' is nothing to ask about: write an address/);
    expect((await pagewalk(['blame', log, 'locked'])).stderr).toMatch(/'blame' needs a line/);
    expect((await pagewalk(['blame', log, '--line', '3'])).stderr).toMatch(/'blame' needs an address/);
  });
});

describe('a session', () => {
  let client: Client;
  let threadId: number;
  beforeEach(async () => {
    client = Client.spawn();
    threadId = (await client.start({ program: log })).threadId!;
    await client.move('pagewalk/goTo', { line: 22 });
  });
  afterEach(() => client.close());

  const evaluate = async (expression: string, context: string) => {
    const { stackFrames } = await client.get<Dap.StackTraceResponse['body']>('stackTrace', { threadId });
    const frameId = stackFrames[0]!.id;
    return client.get<Dap.EvaluateResponse['body']>('evaluate', { expression, context, frameId });
  };
  const lineOf = async (locationReference: number | undefined): Promise<number> =>
    (await client.get<{ line: number }>('locations', { locationReference })).line;

  it('answers blame in the console, of addresses and of expressions', async () => {
    expect((await evaluate('blame locked', 'repl')).result).toMatch(/locked at line 19: mlock/);
    expect((await evaluate('blame arg.old_address', 'repl')).result).toMatch(/moved here at line 21 from 0x/);
    expect((await client.ask('evaluate', { expression: 'blame zzz(', context: 'repl' })).success).toBe(false);
  });

  it('answers the editor, asked by file and line', async () => {
    const at = await client.get<BlameBody>('pagewalk/blame', {
      target: '0x7ffff7feb000',
      line: 19,
      file: log,
    });
    expect(at.deeds.map(({ how, line, file }) => [how, line, file])).toEqual([['mapped', 18, log]]);
    // The line that maps it is asked about what it maps.
    const own = await client.get<BlameBody>('pagewalk/blame', {
      target: '0x7ffff7feb000',
      line: 18,
      file: log,
    });
    expect(own.deeds.map(({ how, line }) => [how, line])).toEqual([['mapped', 18]]);
    expect((await client.ask('pagewalk/blame', { target: 'x y z' })).success).toBe(false);
    expect((await client.ask('pagewalk/blame', {})).success).toBe(false);
  });

  it('leads from the history of an address to each line', async () => {
    const { variablesReference, valueLocationReference } = await evaluate('0x7ffff7fdb000', 'watch');
    expect(await lineOf(valueLocationReference)).toBe(21);
    const inside = async (reference: number, name: string): Promise<Dap.Variable> =>
      (
        await client.get<Dap.VariablesResponse['body']>('variables', { variablesReference: reference })
      ).variables.find((variable) => variable.name === name)!;
    const vma = await inside(variablesReference, 'VMA');
    const history = await inside(vma.variablesReference, 'history');
    const locked = await inside(history.variablesReference, 'locked at line 19');
    expect(locked.value).toMatch(/^mlock\(/);
    expect(await lineOf(locked.declarationLocationReference)).toBe(19);
    expect(await lineOf(vma.declarationLocationReference)).toBe(18);
  });

  it('knows of an address where nothing is mapped any more what was there', async () => {
    const { variablesReference } = await evaluate('0x7ffff7feb000', 'watch');
    const { variables } = await client.get<Dap.VariablesResponse['body']>('variables', {
      variablesReference,
    });
    expect(variables.map(({ name }) => name)).toEqual([
      'mapped at line 18',
      'locked at line 19',
      'moved away at line 21 to 0x7ffff7fdb000–0x7ffff7feb000',
    ]);
  });
});
