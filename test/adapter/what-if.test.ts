/**
 * What-if in a session: calls in the console build on each other and start anew elsewhere; watches and panels ask without
 * leaving a trace; completion knows the argument under the cursor.
 */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WhatIfBody } from '../../debug-adapter/protocol/what-if';
import { recorded } from './bundle';
import { Client } from './client';
import { objects, pagewalk } from './run-pagewalk';
import { expectGolden, transcriptOf } from './transcript';

const MAP = 'mmap(NULL, 1 MiB, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0)';

describe('in a session', () => {
  let client: Client;
  beforeEach(async () => {
    client = Client.spawn();
    await client.start({ program: recorded('mremap-keeps-lock') });
    await client.move('pagewalk/goTo', { line: 20 });
  });
  afterEach(() => client.close());

  const evaluate = (expression: string, context = 'repl'): Promise<Dap.Response> =>
    client.ask('evaluate', { expression, context });
  const result = async (expression: string, context = 'repl'): Promise<string> => {
    const response = await evaluate(expression, context);
    return response.success
      ? (response.body as Dap.EvaluateResponse['body']).result
      : `error: ${(response.body as Dap.ErrorResponse['body']).error?.format ?? ''} ${JSON.stringify((response.body as Dap.ErrorResponse['body']).error?.variables)}`;
  };
  const labels = async (text: string): Promise<string[]> => {
    const { targets } = await client.get<Dap.CompletionsResponse['body']>('completions', {
      text,
      column: text.length + 1,
    });
    return targets.map(({ label }) => label);
  };

  it('goes over the wire as it always has', async () => {
    for (const expression of [
      MAP,
      'mlock($1, 64*1024)',
      'munmap($1 + 4096, 4096); mprotect($1, 1 MiB, PROT_READ)',
      'whatif',
      'mprotect($1, 1 MiB, PROT_RAED)',
      'mremapp($1)',
      'locked',
      'reset',
      'whatif',
    ]) {
      const response = await evaluate(expression);
      const { variablesReference } = response.body as Dap.EvaluateResponse['body'];
      if (response.success && variablesReference > 0) await client.get('variables', { variablesReference });
    }
    await evaluate('munmap(0x7ffff7fef000, 4096)', 'watch');
    await client.get('completions', { text: 'mremap(0x7ffff7fef000, 32768, 65536, MREMAP_F', column: 46 });
    await client.get('pagewalk/whatIf', { calls: [MAP, 'mlock($1, 4096)', 'mlock('] });
    expectGolden('what-if', transcriptOf(client));
  });

  it('builds calls on each other until reset', async () => {
    expect(await result(MAP)).toMatch(
      /^From here, before line 20:\n\$1 {2}mmap\(.*\) = 0x7ffff7eef000\n {4}Maps 1 MiB/,
    );
    expect(await result('mlock($1, 4096)')).toMatch(/^\$2 {2}mlock\(0x7ffff7eef000, 4096\) = 0\n/);
    expect(await result('maps')).not.toMatch(/7ffff7eef000/);
    expect(await result('whatif maps')).toMatch(/^7ffff7eef000-7ffff7ef0000 rw-p/m);
    expect(await result('whatif')).toMatch(/\$2 .*\nWhat is then other .*\n {4}Maps 1 MiB at/);
    await result('reset');
    expect(await result('whatif')).toMatch(/Nothing has been tried here/);
    expect(await result('munmap($1, 4096)')).toMatch(/error: .*0 calls have been tried/);
  });

  it('starts anew where the person stands elsewhere, and says so', async () => {
    await result(MAP);
    await client.move('pagewalk/goTo', { line: 15 });
    const there = await result(MAP);
    expect(there).toMatch(/^You are at another place now: the calls tried before line 20 are forgotten/);
    expect(there).toMatch(/From here, before line 15:\n\$1/);
  });

  it('leaves the row as it is where a call cannot be read, is watched, or is asked by a panel', async () => {
    await result(MAP);
    expect(await result('munmap($1, 4096); munmap($1)')).toMatch(/Column 28: Arguments are missing: length/);
    expect(await result('munmap(0x7ffff7fef000, 4096)', 'watch')).toBe('0');
    expect(await result('munmap(0x7ffff7fef001, 4096)', 'watch')).toMatch(
      /^-1 EINVAL: .*multiple of the page size/,
    );
    const asked = await client.get<WhatIfBody>('pagewalk/whatIf', { calls: ['brk(NULL)', 'brk($ + 8 KiB)'] });
    expect(asked.steps.map(({ answer }) => answer)).toEqual([
      { kind: 'value', value: '0x4d6000', by: 'rules' },
      { kind: 'value', value: '0x4d8000', by: 'rules' },
    ]);
    expect(asked.sizeKb).toBe(1060);
    expect(await result('whatif')).not.toMatch(/\$2/);
  });

  it('answers a panel as far as the calls can be read', async () => {
    const body = await client.get<WhatIfBody>('pagewalk/whatIf', {
      event: 14,
      calls: ['brk(NULL)', 'mlock(0x1000, 4096, 1)', 'brk(NULL)'],
    });
    expect(body.steps).toHaveLength(1);
    expect(body.problem).toMatchObject({ call: 1, column: 21, endColumn: 22 });
    const wrong = await client.ask('pagewalk/whatIf', { calls: [1] });
    expect(wrong.success).toBe(false);
  });

  it('keeps expressions what they are', async () => {
    expect(await result('line')).toBe('20');
    expect(await result('4 * (1 + 1)')).toBe('8');
    expect(await result('vma(0x7ffff7fef000).size')).not.toMatch(/error/);
    expect(await result('nosuch(1)', 'watch')).toMatch(/There is no 'nosuch' to ask for/);
    expect(await result('nosuchcall(1)')).toMatch(/No system call that matters to memory/);
  });

  it.each([
    ['mrem', ['mremap']],
    ['whati', ['whatif']],
    ['mprotect(0x7ffff7fef000, 4096, PROT_R', ['PROT_READ']],
    [
      'mprotect(0x7ffff7fef000, 4096, PROT_READ|PROT_',
      ['PROT_NONE', 'PROT_WRITE', 'PROT_EXEC', 'PROT_SEM', 'PROT_GROWSDOWN', 'PROT_GROWSUP'],
    ],
    ['madvise(0x7ffff7fef000, 4096, MADV_C', ['MADV_COLD', 'MADV_COLLAPSE']],
    ['setrlimit(RLIMIT_ME', ['RLIMIT_MEMLOCK']],
    ['munmap(0x7ffff7fe', ['0x7ffff7fef000']],
    ['munmap(0x7ffff7fef000, ', ['16384', '4096']],
    ['munmap(0x7ffff7ff0000, ', ['12288', '4096']],
    ['brk(', ['0x4d6000']],
    ['mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, -', ['-1']],
    ['munmap(0x7ffff7fef000, 4096)', []],
  ])('completes %s', async (text, expected) => {
    const found = await labels(text);
    if (text.endsWith(')')) expect(found).not.toContain('4096');
    else if (text === 'brk(') expect(found[0]).toBe(expected[0]);
    else expect(found).toEqual(expected);
  });

  it('completes with answers of the calls tried before', async () => {
    await result(MAP);
    expect((await labels('mlock('))[0]).toBe('$1');
    expect(await labels('mlock($1, ')).toEqual(['1048576', '4096']);
  });
});

describe('on the command line', () => {
  it('answers calls before a line, each on those before it', async () => {
    const outcome = await pagewalk([
      'whatif',
      recorded('mremap-keeps-lock'),
      '--line',
      '20',
      '--json',
      '--vmas',
      MAP,
      'mlock($1, 4 KiB)',
      'mlock($1, 0x7fffffffffff)',
    ]);
    expect(outcome.status).toBe(0);
    const rows = objects(outcome);
    expect(rows.map(({ call, answer, locked_kb }) => [call, answer, locked_kb])).toEqual([
      [
        'mmap(NULL, 1048576, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0)',
        { kind: 'value', value: '0x7ffff7eef000', by: 'rules' },
        16,
      ],
      ['mlock(0x7ffff7eef000, 4096)', { kind: 'value', value: '0', by: 'rules' }, 20],
      ['mlock(0x7ffff7eef000, 0x7fffffffffff)', { kind: 'error', errno: 'ENOMEM', by: 'rules' }, null],
    ]);
    expect(rows[0]?.['vmas']).toContainEqual(expect.objectContaining({ start: '0x7ffff7eef000' }));
  });

  it('says in which column of which call something is wrong', async () => {
    const outcome = await pagewalk([
      'whatif',
      recorded('mremap-keeps-lock'),
      '--line',
      '20',
      'brk(NULL)',
      'munmap($1)',
    ]);
    expect(outcome.status).toBe(2);
    expect(outcome.stderr).toMatch(
      /Call 2, munmap\(\$1\), column 10: Arguments are missing: length\. The call is munmap\(addr, length\)/,
    );
    expect(outcome.stdout).toMatch(/^\$1 {2}brk\(NULL\) = 0x4d6000/);
  });

  it.each([
    [['whatif', 'log'], /needs a line/],
    [['whatif', 'log', '--line', '3'], /needs a call/],
  ])('%j cannot be used', async (words, message) => {
    const outcome = await pagewalk(words);
    expect(outcome.status).toBe(2);
    expect(outcome.stderr).toMatch(message);
  });
});
