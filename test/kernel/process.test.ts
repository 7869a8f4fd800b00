/**
 * Limits, personalities, children and new programs on the live kernel: every answer that the model predicts is the
 * kernel's, each refusal has the cause that the program provokes, and the address spaces are the kernel's.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { EventKind } from '../../model/trace/event-table';
import { eventIndex } from '../../model/trace/positions';
import { eventOf } from '../unit/timeline/recorded';
import { liveRun, type LiveRun } from './process/live-run';
import { compareSpaces, untoldBorders } from './real/differences';

/** `call = errno by cause`, in the order of the log; `?` where the model cannot tell. Only of the calls named. */
function refusals({ timeline }: LiveRun, names: RegExp): string[] {
  const { events } = timeline.recording;
  const found: string[] = [];
  for (let event = eventIndex(0); event < timeline.end; event = eventIndex(event + 1)) {
    if (events.kind(event) !== EventKind.call || events.errno(event) === '') continue;
    if (!names.test(events.name(event))) continue;
    const predicted = timeline.judge(event)?.predicted;
    const cause =
      predicted?.kind === 'error' ? predicted.cause : predicted?.kind === 'undecidable' ? '?' : 'nothing';
    found.push(`${events.name(event)} ${events.errno(event)} ${cause}`);
  }
  return found;
}

/** Lines where the model predicts another answer than the kernel's. */
function disagreements({ timeline, log }: LiveRun): string[] {
  const lines = log.split('\n');
  const found: string[] = [];
  for (let event = eventIndex(0); event < timeline.end; event = eventIndex(event + 1))
    if (timeline.agreement(event) === 'differs')
      found.push(
        `${lines[timeline.recording.events.line(event) - 1]} / ${JSON.stringify(timeline.judge(event)?.predicted, (_, value: unknown) => (typeof value === 'bigint' ? `0x${value.toString(16)}` : value))}`,
      );
  return found;
}

/** What the model holds wrong wherever the program showed its maps. */
function wrongSpaces({ timeline, shown }: LiveRun, from: readonly string[]): string[] {
  return from.flatMap((name) => {
    const kernel = shown.get(name);
    const event = eventOf(timeline, `"${name}.maps"`);
    const world = timeline.worldAt(event);
    const task = world.task(timeline.recording.events.task(event));
    const space = task === undefined ? undefined : world.space(task.space);
    if (kernel === undefined || space === undefined) return [`${name}: nothing to compare`];
    const { wrong, unknownPages } = compareSpaces(space, kernel.vmas);
    const unknown = unknownPages > 0 ? [`${unknownPages} pages unknown`] : [];
    const locked =
      space.locked === kernel.lockedKb / 4
        ? []
        : [`VmLck is ${kernel.lockedKb / 4} pages, the model has ${space.locked}`];
    const borders = untoldBorders(space, kernel.vmas, new Set());
    return [...wrong, ...unknown, ...locked, ...borders].map((text) => `${name}: ${text}`);
  });
}

describe('limits and personality', () => {
  let run: LiveRun;
  beforeAll(async () => {
    run = await liveRun('limits');
  });

  it('is refused as predicted', () => {
    expect(refusals(run, /rlimit|^mlock$/)).toEqual([
      'prlimit64 EFAULT rlimit.old-limit-unwritable',
      'prlimit64 EFAULT rlimit.old-limit-unwritable',
      'prlimit64 EFAULT rlimit.new-limit-unreadable',
      'prlimit64 EFAULT rlimit.new-limit-unreadable',
      'setrlimit EFAULT rlimit.new-limit-unreadable',
      'setrlimit EINVAL rlimit.unknown-resource',
      'prlimit64 EINVAL rlimit.unknown-resource',
      'prlimit64 ESRCH rlimit.no-such-process',
      'prlimit64 EINVAL rlimit.soft-above-hard',
      'setrlimit EINVAL rlimit.soft-above-hard',
      'prlimit64 EPERM rlimit.may-not-raise',
      'setrlimit EPERM rlimit.may-not-raise',
      'prlimit64 EPERM rlimit.may-not-raise',
      'prlimit64 EPERM rlimit.above-file-maximum',
      'getrlimit EINVAL rlimit.unknown-resource',
      'getrlimit EFAULT rlimit.old-limit-unwritable',
      'mlock EPERM mlock.not-permitted',
    ]);
  });
  it('agrees with the kernel on every answer', () => {
    expect(disagreements(run)).toEqual([]);
  });
  it('has the kernel’s maps in the end', () => {
    expect(wrongSpaces(run, ['end'])).toEqual([]);
  });
});

describe('children', () => {
  let run: LiveRun;
  beforeAll(async () => {
    run = await liveRun('forks');
  });

  it('are refused as predicted', () => {
    expect(refusals(run, /clone|fork/)).toEqual([
      'clone EINVAL clone.thread-without-handlers',
      'clone EINVAL clone.handlers-without-memory',
      'clone EINVAL clone.namespace-shares-filesystem',
      'clone EINVAL clone.namespace-shares-filesystem',
      'clone EINVAL clone.thread-in-new-namespace',
      'clone EINVAL clone.pidfd-and-parent-tid',
      'clone EINVAL clone.pidfd-detached',
      'clone EPERM clone.may-not-make-namespace',
      'clone3 EFAULT clone.block-unreadable',
      'clone3 EINVAL clone.block-too-short',
      'clone3 E2BIG clone.block-too-long',
      'clone3 EINVAL clone.reserved-flags',
      'clone3 EINVAL clone.reserved-flags',
      'clone3 EINVAL clone.unknown-flags',
      'clone3 EINVAL clone.invalid-exit-signal',
      'clone3 EINVAL clone.invalid-stack',
      'clone3 EINVAL clone.invalid-stack',
      'clone3 EINVAL clone.invalid-stack',
      'clone3 EINVAL clone.invalid-set-tid',
      'clone3 EINVAL clone.invalid-set-tid',
      'clone3 EFAULT clone.set-tid-unreadable',
      'clone3 EINVAL clone.handlers-shared-and-cleared',
      'clone3 EINVAL clone.thread-with-exit-signal',
      'clone3 EINVAL clone.invalid-cgroup',
      'clone3 EINVAL clone.invalid-cgroup',
      'clone EFAULT clone.pidfd-unwritable',
      'clone3 EFAULT clone.pidfd-unwritable',
      'clone3 EBADF clone.no-control-group',
      'clone3 E2BIG clone.unknown-arguments',
    ]);
  });
  it('agrees with the kernel on every answer', () => {
    expect(disagreements(run)).toEqual([]);
  });
  it.each([
    'before',
    'forked',
    'forked-later',
    'parent',
    'after-vfork',
    'sharing',
    'after-sharing',
    'sharing-files',
    'end',
  ])('have the kernel’s maps and VmLck: %s', (name) => {
    expect(wrongSpaces(run, [name])).toEqual([]);
  });
});

describe('new programs', () => {
  let run: LiveRun;
  beforeAll(async () => {
    run = await liveRun('execs');
  });

  it('are refused as predicted, where the caller’s memory and arguments decide', () => {
    expect(refusals(run, /exec/)).toEqual([
      'execve EFAULT execve.path-unreadable',
      'execve ENOENT execve.path-empty',
      'execve ENAMETOOLONG execve.path-too-long',
      'execve ENOENT ?',
      'execve EFAULT ?',
      'execve EFAULT ?',
      'execve EFAULT ?',
      'execve E2BIG ?',
      'execve EACCES ?',
      'execve ENOTDIR ?',
      'execveat EBADF execve.directory-not-open',
      'execveat EINVAL execve.unknown-flags',
      'execveat ENOENT execve.path-empty',
    ]);
  });
  it('agrees with the kernel on every answer', () => {
    expect(disagreements(run)).toEqual([]);
  });
  it('leave the space of a vfork parent as it is', () => {
    expect(wrongSpaces(run, ['left-behind'])).toEqual([]);
  });
  it('keep limits, descriptors and personality, lose locks and threads', () => {
    const { timeline, shown } = run;
    const event = eventOf(timeline, '"again.maps"');
    const world = timeline.worldAt(event);
    const task = world.task(timeline.recording.events.task(event));
    const space = task === undefined ? undefined : world.space(task.space);
    expect({ locked: space?.locked, future: space?.futureLock }).toEqual({
      locked: (shown.get('again')?.lockedKb ?? NaN) / 4,
      future: 'off',
    });
    const alive = [...world.tasks()].filter(({ ended }) => ended === undefined);
    expect(alive).toHaveLength(1);
    // Root without capabilities gains them: what makes attacks easier is taken from it.
    expect(task?.personality).toBeUndefined();
    expect(task && world.process(task.process)?.limits.get('MEMLOCK')).toMatchObject({ soft: 0n });
    expect(refusals(run, /^mmap$/).at(-1)).toBe('mmap EBADF mmap.fd-not-open');
    // Nothing known may be wrong, but most is not known.
    const kernel = shown.get('end')?.vmas ?? [];
    const end = timeline.worldAt(eventOf(timeline, '"end.maps"'));
    const last = end.space(end.task(timeline.recording.events.task(eventOf(timeline, '"end.maps"')))!.space);
    expect(compareSpaces(last!, kernel).wrong).toEqual([]);
  });
});
