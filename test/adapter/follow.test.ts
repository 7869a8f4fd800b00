import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FollowBody } from '../../debug-adapter/protocol/panel';
import { Client } from './client';

/** Events of the sample: mmap 14, mremap elsewhere 24, mremap longer 25, mremap shorter 34 (line 35). */
describe('pagewalk/follow', () => {
  it('tells where mremap took a byte, in both directions', async () => {
    const client = Client.spawn();
    await client.start({ program: resolve('samples/logs/mremap-keeps-lock.strace') });
    const follow = (address: string, from: number, to: number): Promise<FollowBody> =>
      client.get('pagewalk/follow', { address, from, to, threadId: 1 });

    expect(await follow('0x7ffff7fef010', 16, 20)).toEqual({
      address: '0x7ffff7fef010',
      vma: { start: '0x7ffff7fef000', end: '0x7ffff7ff3000' },
      at: null,
      how: 'same',
    });
    expect(await follow('0x7ffff7fef010', 16, 30)).toEqual({
      address: '0x7ffff7faf010',
      vma: { start: '0x7ffff7faf000', end: '0x7ffff7fb9000' },
      at: { event: 24, line: 25 },
      how: 'moved',
    });
    expect(await follow('0x7ffff7faf010', 30, 16)).toMatchObject({
      address: '0x7ffff7fef010',
      at: { event: 24, line: 25 },
      how: 'moved',
    });
    expect(await follow('0x7ffff7faf010', 30, 10)).toMatchObject({
      address: null,
      at: { event: 14, line: 15 },
      how: 'not-yet-mapped',
    });
    expect(await follow('0x7ffff7fb8000', 30, 36)).toMatchObject({
      address: null,
      vma: null,
      at: { line: 35 },
      how: 'unmapped',
    });
    expect(await client.ask('pagewalk/follow', { address: 'nowhere', from: 1, to: 2 })).toMatchObject({
      success: false,
    });
    client.close();
  });
});
