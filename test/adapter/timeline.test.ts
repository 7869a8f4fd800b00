/** What the timeline is drawn from: times, tasks, and the life of memory. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LifeBody, SeriesBody } from '../../debug-adapter/panel-protocol';
import { Client } from './client';

const folder = mkdtempSync(join(tmpdir(), 'pagewalk-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

function writeLog(lines: readonly string[]): string {
  const path = join(folder, 'test.strace');
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

describe('the timeline', () => {
  let client: Client;
  beforeEach(() => {
    client = Client.spawn();
  });
  afterEach(() => client.close());

  const launched = (sample: string) => client.start({ program: resolve('samples/logs', `${sample}.strace`) });
  const series = (args: object) => client.get<SeriesBody>('pagewalk/series', args);

  it('knows lines, and times where the log has them, past midnight too', async () => {
    await client.start({
      program: writeLog([
        '1 23:59:59.000000 execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0',
        '1 23:59:59.500000 getppid() = 1',
        '1 00:00:01.000000 getppid() = 1',
        '1 00:00:01.000000 +++ exited with 3 +++',
      ]),
    });
    const { instants, clock, marks } = await series({ buckets: 100 });
    expect(clock).toEqual({ kind: 'day', seconds: 86_399 });
    expect(instants).toEqual({
      events: [0, 1, 2, 3, 4],
      lines: [1, 2, 3, 4, 5],
      seconds: [0, 0.5, 2, 2, 2],
    });
    expect(marks.map(({ kind, label }) => `${kind} ${label}`)).toEqual(['exec execve', 'exit exit 3']);
    const part = await series({ buckets: 100, from: 2, to: 4 });
    expect(part.instants.seconds).toEqual([2, 2, 2]);
  });

  it('has no times where the log has none', async () => {
    await launched('shm');
    const { instants, clock } = await series({ buckets: 100 });
    expect([instants.seconds, clock]).toEqual([null, null]);
  });

  it('marks snapshots', async () => {
    await launched('mremap-keeps-lock');
    const { marks } = await series({ buckets: 100 });
    expect(marks.filter(({ kind }) => kind === 'snapshot').map(({ line }) => line)).toEqual([16, 26]);
  });

  it('marks a call that failed, and a snapshot taken behind it', async () => {
    await launched('fork-inheritance');
    const { marks } = await series({ buckets: 100 });
    expect(marks.filter(({ line }) => line === 22).map(({ kind, label }) => `${kind} ${label}`)).toEqual([
      'failure mlock ENOMEM',
      'snapshot ',
    ]);
  });

  it('says of each task who made it, whose thread it is, and how it ended', async () => {
    await launched('fork-exec');
    const { lanes, process, processName } = await series({ buckets: 10 });
    const [parent, child] = lanes;
    expect(parent).toMatchObject({ madeBy: null, isLeader: true, process });
    expect(parent?.name).toBe(processName);
    expect(child).toMatchObject({
      madeBy: parent?.threadId,
      isLeader: true,
      ended: expect.any(String) as string,
    });
    expect(child?.process).not.toBe(parent?.process);
  });

  it('puts threads behind their process; all of them have its curves', async () => {
    await launched('threads');
    const { lanes, mappedKb, process } = await series({ buckets: 100, threadId: 1 });
    expect(lanes.map(({ isLeader }) => isLeader)).toEqual([true, ...lanes.slice(1).map(() => false)]);
    const other = await series({ buckets: 100, threadId: lanes[1]!.threadId });
    expect([other.process, other.mappedKb]).toEqual([process, mappedKb]);
  });

  it('tells the life of memory: where it lay, and what was done to it', async () => {
    await launched('mremap-keeps-lock');
    const life = await client.get<LifeBody>('pagewalk/life', { start: '0x7ffff7fef000', event: 20 });
    expect(life.abodes.map(({ start, end }) => `${start}-${end}`)).toEqual([
      '0x7ffff7fef000-0x7ffff7ff0000',
      '0x7ffff7faf000-0x7ffff7fb0000',
    ]);
    expect(life.touches.map(({ how, line }) => `${how} ${line}`).slice(0, 3)).toEqual([
      'mapped 15',
      'locked 16',
      'moved 25',
    ]);
    expect(life.begun?.line).toBe(15);
    const nothing = await client.get<LifeBody>('pagewalk/life', { start: '0x1000', event: 20 });
    expect(nothing.abodes).toEqual([]);
  });
});
