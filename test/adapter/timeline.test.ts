/** What the timeline is drawn from: the course of totals, marks, times, tasks, and the life of memory. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LifeBody, SeriesBody } from '../../debug-adapter/protocol/panel';
import type { ViewBody } from '../../debug-adapter/protocol/view';
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

  it('sums up the differences of -r where the log has no times', async () => {
    await client.start({
      program: writeLog([
        '1      0.000000 execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0',
        '1      0.250000 read(0 <unfinished ...>',
        '2      0.250000 getppid() = 1',
        '1      1.000000 <... read resumed>, "", 1) = 0',
        '1      0.000010 +++ exited with 3 +++',
      ]),
    });
    const { instants, clock } = await series({ buckets: 100 });
    expect(clock).toBeNull();
    expect(instants).toEqual({
      events: [0, 1, 2, 3, 4],
      lines: [1, 3, 4, 5, 6],
      seconds: [0, 0.5, 1.5, 1.50001, 1.50001],
    });
    const part = await series({ buckets: 100, from: 2, to: 4 });
    expect(part.instants.seconds).toEqual([1.5, 1.50001, 1.50001]);
  });

  it('has no times where the log has none', async () => {
    await launched('shm');
    const { instants, clock } = await series({ buckets: 100 });
    expect([instants.seconds, clock]).toEqual([null, null]);
  });

  it('marks the failures of memory, and none of the hundreds that every program has', async () => {
    await client.start({
      program: writeLog([
        'execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0',
        'ioctl(1, TCGETS, 0x7ffd0) = -1 ENOTTY (Inappropriate ioctl for device)',
        'fcntl(9, F_GETFD) = -1 EBADF (Bad file descriptor)',
        'access("/etc/ld.so.preload", R_OK) = -1 ENOENT (No such file or directory)',
        'munlock(0x10000, 4096) = -1 ENOMEM (Cannot allocate memory)',
        'write(1, 0x10000, 8) = -1 EFAULT (Bad address)',
        'pkey_alloc(0, 0) = -1 ENOSPC (No space left on device)',
      ]),
    });
    const { marks } = await series({ buckets: 100 });
    expect(marks.filter(({ kind }) => kind === 'failure').map(({ label }) => label)).toEqual([
      'munlock ENOMEM',
      'write EFAULT',
      'pkey_alloc ENOSPC',
    ]);
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
    const [parent, child, second] = lanes;
    expect(parent).toMatchObject({ made: null, isLeader: true, process });
    expect(parent?.name).toBe(processName);
    expect(child).toMatchObject({
      made: { by: parent?.threadId, line: 18 },
      isLeader: true,
      ended: expect.any(String) as string,
    });
    // Of a call in two parts, the line where it begins.
    expect(second?.made).toEqual({ by: parent?.threadId, line: 28 });
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
