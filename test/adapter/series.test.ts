import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SeriesBody } from '../../debug-adapter/panel-protocol';
import type { ViewBody } from '../../debug-adapter/protocol';
import { Client } from './client';

describe('pagewalk/series', () => {
  let client: Client;
  beforeEach(() => {
    client = Client.spawn();
  });
  afterEach(() => client.close());

  const launched = (sample: string) => client.start({ program: resolve('samples/logs', `${sample}.strace`) });
  const series = (args: object) => client.get<SeriesBody>('pagewalk/series', args);

  it.each(['mremap-eagain', 'fork-exec', 'threads'])(
    'of %s says at each point what the views say there',
    async (sample) => {
      await launched(sample);
      const { events, mappedKb, lockedKb, vmas } = await series({ buckets: 200, threadId: 1 });
      expect([...events].sort((a, b) => a - b)).toEqual(events);
      for (const [i, event] of events.entries()) {
        const { space, locked } = await client.get<ViewBody>('pagewalk/view', { event, threadId: 1 });
        if (space.space === null) expect(mappedKb[i]).toBeNull();
        else expect([mappedKb[i], lockedKb[i]]).toEqual([space.sizeKb, locked.lockedKb]);
        expect(vmas[i] === null).toBe(space.space === null);
      }
    },
  );

  it('marks what failed and what ended a program, with its line', async () => {
    await launched('mremap-eagain');
    const { marks, limits } = await series({ buckets: 100 });
    expect(
      marks.filter(({ kind }) => kind === 'failure').map(({ label, line }) => `${line} ${label}`),
    ).toEqual(['20 mremap EAGAIN', '22 mremap EAGAIN']);
    expect(limits.at(-1)?.kb).toBe(64);
  });

  it('has a lane for each task, as long as the task lives', async () => {
    await launched('threads');
    const { lanes, to } = await series({ buckets: 10 });
    expect(lanes.length).toBeGreaterThan(1);
    for (const { from, to: end, activity } of lanes) {
      expect(from).toBeLessThan(end);
      expect(end).toBeLessThanOrEqual(to);
      expect(activity).toHaveLength(10);
      expect(Math.max(...activity)).toBeGreaterThan(0);
    }
  });

  it('of a stretch stays inside it, and of no stretch is the whole', async () => {
    await launched('mremap-eagain');
    const part = await series({ buckets: 50, from: 10, to: 20 });
    expect([part.events[0], part.events.at(-1)]).toEqual([10, 20]);
    const whole = await series({ buckets: 50, from: 30, to: 5 });
    expect(whole.from).toBe(0);
  });
});
