/** The body of the Locked Memory view: what the call asks for on top of the total, and which lines the total goes back to. */
import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SurveyBody } from '../../debug-adapter/protocol/survey';
import type { LockedBody } from '../../debug-adapter/protocol/locked';
import type { ViewBody } from '../../debug-adapter/protocol/view';
import { Client } from './client';

describe('the locked part of pagewalk/view', () => {
  let client: Client;
  beforeEach(() => {
    client = Client.spawn();
  });
  afterEach(() => client.close());

  async function lockedAt(sample: string, line: number): Promise<LockedBody> {
    await client.start({ program: resolve('samples/logs', `${sample}.strace`) });
    const { event } = await client.get<{ event: number }>('pagewalk/goTo', { line });
    return (await client.get<ViewBody>('pagewalk/view', { event })).locked;
  }

  it.each([
    // [ locked 48 ] + what the mapping grows by
    ['mremap-eagain', 20, { askedKb: 32, creditKb: 0, totalKb: 80, isLeast: false }, 48],
    ['mlock-enomem', 27, { askedKb: 256, creditKb: 0, totalKb: 256 }, 0],
    ['mlockall-future', 19, { askedKb: 64, creditKb: 0, totalKb: 64 }, 64],
    ['mlockall-future', 20, { askedKb: 256, creditKb: 0, totalKb: 320 }, 64],
    // All that is mapped, locked or not.
    ['mlockall-future', 24, { askedKb: 152, creditKb: 0, totalKb: 152, isLeast: true }, 0],
    ['mremap-eagain', 23, null, 0],
    // Behind an execve is another address space, with nothing locked.
    ['mremap-keeps-lock', 1, null, 0],
  ])('of %s at line %i counts as the kernel does', async (sample, line, demand, afterKb) => {
    expect(await lockedAt(sample, line)).toMatchObject({ demand, afterKb });
  });

  it.each([
    ['mremap-eagain', 20, { kind: 'growth', from: '49152', to: '81920', pages: 8 }],
    ['mlock-enomem', 27, { kind: 'range', bytes: '262144', pages: 64 }],
    ['mlockall-future', 20, { kind: 'length', pages: 64 }],
    ['mlockall-future', 24, { kind: 'all' }],
  ])('says how the bytes of %s at line %i became pages', async (sample, line, rounding) => {
    const { demand, pageBytes } = await lockedAt(sample, line);
    expect(demand?.rounding).toMatchObject(rounding);
    expect(pageBytes).toBe(4096);
  });

  it('says where there is no address space, behind the last task', async () => {
    expect(await lockedAt('mremap-eagain', 20)).toMatchObject({ hasSpace: true });
    const last = await client.get<SurveyBody>('pagewalk/survey');
    const { locked } = await client.get<ViewBody>('pagewalk/view', { event: last.events });
    expect(locked).toMatchObject({ hasSpace: false, lockedKb: null, rows: [] });
  });

  it('says what the capability, MCL_FUTURE and the limit rest on', async () => {
    expect(await lockedAt('mremap-eagain', 20)).toMatchObject({
      limitAt: { line: 15 },
      limitBounds: null,
      privileged: 'no',
      privilegedAt: { line: 17, how: 'concluded' },
      call: { name: 'mremap', errno: 'EAGAIN' },
    });
  });

  it('names the line that MCL_FUTURE rests on', async () => {
    expect(await lockedAt('mlockall-future', 20)).toMatchObject({ future: 'locked', futureAt: { line: 18 } });
  });

  it('shares one VMA out among the calls that locked it', async () => {
    const { rows, lockedKb, rowsLeftOut, surplusKb } = await lockedAt('mremap-eagain', 22);
    expect(rows.map(({ sizeKb, how, lockedAt: at }) => [sizeKb, how, at?.line])).toEqual([
      [48, 'lock', 19],
      [16, 'lock-by-growth', 21],
    ]);
    expect(rows[0]?.end).toBe(rows[1]?.start);
    expect(lockedKb).toBe(64);
    expect([rowsLeftOut, surplusKb]).toEqual([0, 0]);
  });

  it('names MCL_FUTURE as what locked a mapping', async () => {
    const { rows } = await lockedAt('mlockall-future', 20);
    expect(rows.map(({ how, lockedAt: at }) => [how, at?.line])).toEqual([['lock-future', 18]]);
  });
});
