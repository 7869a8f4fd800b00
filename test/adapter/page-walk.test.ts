/** The walk through the page tables: on the command line, and as the session's own request. */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PageWalkBody } from '../../debug-adapter/protocol/page';
import { recorded } from './bundle';
import { Client } from './client';
import { objects, pagewalk } from './run-pagewalk';

const log = recorded('mremap-eagain');
const pages = (...words: readonly string[]) => pagewalk(['pages', log, ...words]);

describe('pagewalk pages', () => {
  it('walks to a page that mlock made present, and says what mlock did', async () => {
    const { stdout, status } = await pages('--line', '19', '0x7ffff7feb000');
    expect(status).toBe(0);
    const lines = stdout.split('\n');
    expect(lines[0]).toBe('0x7ffff7feb000 after line 19');
    expect(
      lines.filter((line) => line.includes('  bits ')).map((line) => /entry +(\d+) of/.exec(line)?.[1]),
    ).toEqual(['255', '511', '447', '491']);
    expect(lines).toContain('page: present since line 19: a page of its own; locked, so it stays; writable');
    expect(lines).toContain('  present from now on 0x7ffff7feb000-0x7ffff7ff7000 (12 pages)');
  });

  it('shows an mremap as entries that went elsewhere', async () => {
    const [body] = objects(await pages('--line', '21', '7ffff7fdb000', '--json')) as unknown as [
      PageWalkBody,
    ];
    expect(body.work?.moved).toEqual([
      {
        level: 'PTE',
        entries: 12,
        from: { start: '0x7ffff7feb000', end: '0x7ffff7ff7000', index: 491 },
        to: { start: '0x7ffff7fdb000', end: '0x7ffff7fe7000', index: 475 },
        perhapsWhole: false,
        runs: [expect.objectContaining({ pages: 12, kind: 'own' })],
      },
    ]);
    expect(body.entry).toMatchObject({
      state: 'present',
      kind: 'own',
      since: { line: 19 },
      movedAt: { line: 21 },
    });
    expect(body.runs.map(({ pages: count, since }) => `${count} since ${since.line}`)).toEqual([
      '12 since 19',
      '4 since 21',
    ]);
    expect(body.counts.levels.map(({ level, least }) => `${level} ${least}`)).toEqual([
      'PGD 1',
      'PUD 1',
      'PMD 1',
      'PTE 1',
    ]);
  });

  it('takes the page tables that it is told', async () => {
    const { stdout } = await pages('--line', '19', '7ffff7feb000', '--tables', 'x86-64-5-level');
    expect(stdout).toContain('x86-64 (LA57), 5 levels, 57 bits, pages of 4 KiB (as asked for)');
    expect(stdout).toContain('  P4D  bits 47-39');
  });

  it.each([
    ['an address of the kernel', ['--line', '19', 'ffffffff81000000'], /is an address of the kernel/],
    ['no canonical address', ['--line', '19', '0x800000000000'], /is not canonical/],
  ])('says of %s that it is one', async (_name, words, expected) => {
    expect((await pages(...words)).stdout).toMatch(expected);
  });

  it.each([
    ['no address', ['--line', '19'], /'pages' needs an address/],
    ['no line', ['7ffff7feb000'], /'pages' needs a line/],
    ['words for an address', ['--line', '19', 'stack'], /'stack' is no address/],
    ['a second address', ['--line', '19', '1', '2'], /takes one log, and '2' is a second/],
    [
      'unknown tables',
      ['--line', '19', '1', '--tables', 'vax'],
      /no page tables of the name 'vax'.*riscv64-sv39/,
    ],
  ])('refuses %s', async (_name, words, expected) => {
    const { stderr, status } = await pages(...words);
    expect(stderr).toMatch(expected);
    expect(status).toBe(2);
  });
});

describe('pagewalk/pageWalk', () => {
  let client: Client;
  beforeEach(() => {
    client = Client.spawn();
  });
  afterEach(() => client.close());

  it('answers for where the session stands, with what the event about to happen does', async () => {
    const { threadId } = await client.start({ program: log });
    const { targets } = await client.get<Dap.GotoTargetsResponse['body']>('gotoTargets', {
      source: { path: log },
      line: 21,
    });
    await client.move('goto', { threadId: threadId!, targetId: targets[0]!.id });
    const body = await client.get<PageWalkBody>('pagewalk/pageWalk', { address: '0x7ffff7feb000' });
    expect(body.entry).toMatchObject({
      state: 'present',
      since: { line: 19 },
      vma: { start: '0x7ffff7feb000' },
    });
    expect(body.work?.moved).toHaveLength(1);
    expect(body.work?.filled).toMatchObject([{ start: '0x7ffff7fe7000', pages: 4, since: { line: 21 } }]);
  });

  it('tells the tables that are asked for from those of the machine, and which others have the address', async () => {
    await client.start({ program: log, language: 'de' });
    const args = { event: 20, address: '0x7ffff7feb000' };
    const own = await client.get<PageWalkBody>('pagewalk/pageWalk', args);
    expect(own.tables.machine).toMatchObject({ name: own.tables.name, because: 'assumed' });
    const names = own.tables.choices.map(({ name }) => name);
    expect(names).toContain('riscv64-sv57');
    expect(names.filter((name) => /^i386|sv39|-39$|-36$|-42$/.test(name))).toEqual([]);
    const other = await client.get<PageWalkBody>('pagewalk/pageWalk', { ...args, tables: 'arm64-64k-48' });
    expect(other.tables).toMatchObject({
      name: 'arm64-64k-48',
      title: 'arm64, 3 Ebenen, 48 Bit, Seiten von 64 KiB',
      basis: 'wie verlangt',
      machine: { name: 'x86-64-4-level', title: 'x86-64, 4 Ebenen, 48 Bit, Seiten von 4 KiB' },
    });
    expect(other.entry?.vma?.start).toBe('0x7ffff7feb000');
    expect(other.steps.at(-1)?.entry).toEqual({ start: '0x7ffff7fe0000', end: '0x7ffff7ff0000' });
    expect(other.steps.at(-1)?.near.find(({ index }) => index === other.steps.at(-1)?.index)?.state).toBe(
      other.entry?.state,
    );
  });

  it('lists proven pages beneath a mapping', async () => {
    const { threadId } = await client.start({ program: log });
    const { targets } = await client.get<Dap.GotoTargetsResponse['body']>('gotoTargets', {
      source: { path: log },
      line: 22,
    });
    await client.move('goto', { threadId: threadId!, targetId: targets[0]!.id });
    const of = async (reference: number): Promise<readonly Dap.Variable[]> =>
      (await client.get<Dap.VariablesResponse['body']>('variables', { variablesReference: reference }))
        .variables;
    const { stackFrames } = await client.get<Dap.StackTraceResponse['body']>('stackTrace', { threadId });
    const { scopes } = await client.get<Dap.ScopesResponse['body']>('scopes', {
      frameId: stackFrames[0]!.id,
    });
    const space = scopes.find(({ name }) => name === 'Address space');
    const vma = (await of(space!.variablesReference)).find(({ value }) => value.includes('7ffff7fdb000'));
    const list = (await of(vma!.variablesReference)).find(({ name }) => name === 'pages');
    expect((await of(list!.variablesReference)).map(({ name, value }) => `${name} ${value}`)).toEqual([
      '0x7ffff7fdb000-0x7ffff7fe7000 12 pages: present, a page of its own (line 19)',
      '0x7ffff7fe7000-0x7ffff7feb000 4 pages: present, a page of its own (line 21)',
    ]);
  });

  it('shows in the Effect scope what becomes of entries and tables', async () => {
    const { threadId } = await client.start({ program: log });
    const { targets } = await client.get<Dap.GotoTargetsResponse['body']>('gotoTargets', {
      source: { path: log },
      line: 21,
    });
    await client.move('goto', { threadId: threadId!, targetId: targets[0]!.id });
    const of = async (reference: number): Promise<readonly Dap.Variable[]> =>
      (await client.get<Dap.VariablesResponse['body']>('variables', { variablesReference: reference }))
        .variables;
    const { stackFrames } = await client.get<Dap.StackTraceResponse['body']>('stackTrace', { threadId });
    const { scopes } = await client.get<Dap.ScopesResponse['body']>('scopes', {
      frameId: stackFrames[0]!.id,
    });
    const effect = scopes.find(({ name }) => name === 'Effect');
    const pagesItem = (await of(effect!.variablesReference)).find(({ name }) => name === 'pages');
    const lines = (await of(pagesItem!.variablesReference)).map(({ value }) => value);
    expect(lines[0]).toBe(
      'moved 12 PTE entries: 0x7ffff7feb000-0x7ffff7ff7000 (from index 491) to 0x7ffff7fdb000-0x7ffff7fe7000 (from index 475)',
    );
    expect(lines[1]).toBe('present from now on 0x7ffff7fe7000-0x7ffff7feb000 (4 pages)');
  });

  it('refuses what is no address', async () => {
    await client.start({ program: log });
    await expect(client.get('pagewalk/pageWalk', { address: 'heap' })).rejects.toThrow(
      /'heap' is no address/,
    );
    await expect(client.get('pagewalk/pageWalk', { address: { a: 1 } })).rejects.toThrow(/is no address/);
  });

  it.each([
    [false, '0x7ffff7feb000'],
    [true, '0x7ffff7fdb000'],
  ])('looks where the call moves pages, behind it (%s) where it has put them', async (after, address) => {
    await client.start({ program: log });
    const { event } = await client.get<{ event: number }>('pagewalk/goTo', { line: 21 });
    const body = await client.get<PageWalkBody>('pagewalk/pageWalk', { event, after });
    expect(body).toMatchObject({ address, chosen: 'moved', entry: { state: 'present' } });
    expect(body.work?.moved[0]?.runs).toMatchObject([{ pages: 12, since: { line: 19 } }]);
    const pte = body.steps.at(-1)!;
    expect(pte.near.find(({ index }) => index === pte.index)).toMatchObject({ state: 'present', address });
  });
});
