/** The manual through time: on the command line when asked for, in the debug console, and in the body of the Why view. */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ViewBody } from '../../debug-adapter/protocol/view';
import { recorded } from './bundle';
import { Client } from './client';
import { objects, pagewalk } from './run-pagewalk';

const log = recorded('mremap-eagain');

describe('pagewalk explain --manual', () => {
  it('prints a line a generation, and what the kernel did where that was something else', async () => {
    const { stdout } = await pagewalk(['explain', log, '--line', '20', '--manual']);
    const told = stdout.split('\n').filter((line) => /^ {2}(1996|Linux 2\.4|2010|today)/.test(line));
    expect(told).toHaveLength(4);
    expect(told[0]).toMatch(/locked segment is refused.*The kernel: .*RLIMIT_MEMLOCK/);
  });

  it('adds a member to the object, only then', async () => {
    const [asked] = objects(await pagewalk(['explain', log, '--line', '20', '--manual', '--json']));
    expect(asked?.['manual']).toMatchObject([
      {
        era: '1996',
        sources: ['mremap(2) (read in man-pages, Linux 1.3.87)', 'mm/mremap.c: sys_mremap (read in 1.3.89)'],
      },
      { era: '2.4' },
      { era: '2010', says: 'As before.' },
      { era: 'today' },
    ]);
    const [unasked] = objects(await pagewalk(['explain', log, '--line', '20', '--json']));
    expect(unasked).not.toHaveProperty('manual');
  });

  it('has null for what a page does not say', async () => {
    const einval = recorded('mremap-einval');
    const [flags] = objects(await pagewalk(['explain', einval, '--line', '26', '--manual', '--json']));
    expect(flags?.['manual']).toMatchObject([
      { era: '1996', says: null, kernel: 'All bits but MREMAP_MAYMOVE were ignored.' },
      { says: 'The flags hold something besides MREMAP_MAYMOVE and MREMAP_FIXED.', kernel: null },
      {},
      {},
    ]);
  });
});

describe('in a session', () => {
  let client: Client;
  beforeEach(() => {
    client = Client.spawn();
  });
  afterEach(() => client.close());

  async function goTo(line: number): Promise<number> {
    const { threadId } = await client.start({ program: log });
    const { targets } = await client.get<Dap.GotoTargetsResponse['body']>('gotoTargets', {
      source: { path: log },
      line,
    });
    await client.move('goto', { threadId: threadId!, targetId: targets[0]!.id });
    const { stackFrames } = await client.get<Dap.StackTraceResponse['body']>('stackTrace', { threadId });
    return stackFrames[0]!.id;
  }

  it('the console tells of the call here, of a call, and of an error of a call', async () => {
    const frameId = await goTo(20);
    const ask = async (expression: string): Promise<string> =>
      (
        await client.get<Dap.EvaluateResponse['body']>('evaluate', {
          expression,
          frameId,
          context: 'repl',
        })
      ).result;
    expect(await ask('manual')).toMatch(/^1996, Linux 1\.3\.87: A locked segment/);
    expect(await ask('manual mremap')).toMatch(/EAGAIN, EFAULT, EINVAL, ENOMEM, EPERM/);
    expect((await ask('manual mremap enomem')).split('\n')).toHaveLength(10);
    expect(await ask('manual futex')).toMatch(/nothing here on the pages of futex/);
  });

  it('the Why view gets the generations', async () => {
    await goTo(20);
    const { why } = await client.get<ViewBody>('pagewalk/view', {});
    expect(why.manual?.map(({ era, kernel }) => [era, kernel !== null])).toEqual([
      ['1996', true],
      ['2.4', true],
      ['2010', true],
      ['today', true],
    ]);
    expect(why.manual?.[0]?.title).toEqual(['1996, Linux 1.3.87']);
  });
});
