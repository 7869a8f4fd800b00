import { describe, expect, it } from 'vitest';
import { eventIndex, taskId } from '../../../../model/trace/positions';
import type { Recording } from '../../../../model/trace/recording';
import { corpusLogs } from './corpus-files';
import { openSet, rows } from './table';

const decoder = new TextDecoder();

/** The files of a set of the corpus, by their tids. */
function corpusSet(name: string): { tid: number; content: string }[] {
  return corpusLogs
    .filter((log) => log.name.startsWith(`${name}.strace.`))
    .map((log) => ({ tid: Number(log.name.split('.').at(-1)), content: decoder.decode(log.bytes) }));
}

/** `tid:line` of each event. */
function places(recording: Recording): string[] {
  const { events, files } = recording;
  return Array.from({ length: events.length }, (_, n) => {
    const file = files[events.file(eventIndex(n))];
    return `${String(file?.tid)}:${String(events.line(eventIndex(n)))}`;
  });
}

describe('a set of files with time stamps', () => {
  it('is merged by them: recorded with -ttt', async () => {
    const recording = await openSet(corpusSet('separate'));
    expect(recording.survey).toMatchObject({
      order: 'times',
      unparsed: 0,
      verdict: 'strace',
      startsAtExecve: true,
    });
    const times = Array.from({ length: recording.events.length }, (_, n) => {
      return recording.decode(eventIndex(n)).prefix.time?.nanoseconds ?? 0n;
    });
    expect(times.length).toBe(recording.survey.lines);
    expect(times).toEqual(times.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
  });

  it('keeps files in order where stamps are equal, and lines without a stamp behind theirs', async () => {
    const recording = await openSet([
      {
        tid: 7,
        content:
          '10:00:00 close(1) = 0\n > /lib/x(f+0x1) [0x10]\n10:00:00 close(2) = 0\n10:00:02 close(3) = 0\n',
      },
      { tid: 3, content: '10:00:00 close(4) = 0\n10:00:01 close(5) = 0\n' },
    ]);
    expect(places(recording)).toEqual(['3:1', '7:1', '7:3', '3:2', '7:4']);
    expect(rows(recording)[1]).toBe('1 7 call close stack');
  });

  it('goes on past midnight, in a file and between files', async () => {
    const recording = await openSet([
      { tid: 1, content: '23:59:58.000000 close(1) = 0\n00:00:02.000000 close(2) = 0\n' },
      { tid: 2, content: '00:00:01.000000 close(3) = 0\n00:00:03.000000 close(4) = 0\n' },
      { tid: 3, content: '23:59:59.500000 close(5) = 0\n' },
    ]);
    expect(places(recording)).toEqual(['1:1', '3:1', '2:1', '1:2', '2:2']);
  });

  it('compares seconds and fractions of all digits', async () => {
    const recording = await openSet([
      { tid: 1, content: '1795216836.000000002 close(1) = 0\n1795216836.000000004 close(2) = 0\n' },
      { tid: 2, content: '1795216836.000000001 close(3) = 0\n1795216836.000000003 close(4) = 0\n' },
    ]);
    expect(places(recording)).toEqual(['2:1', '1:1', '2:2', '1:2']);
  });

  it('takes a call where it ended, where -T tells how long it took', async () => {
    const recording = await openSet([
      {
        tid: 1,
        content:
          '10:00:00.000000 munmap(0x1000, 4096) = 0 <0.500000>\n10:00:02.900000 close(1) = 0 <0.200000>\n',
      },
      {
        tid: 2,
        content:
          '10:00:00.100000 close(2) = 0 <0.000010>\n10:00:02.950000 close(3) = -1 EBADF (Bad file descriptor) <0.000020>\n',
      },
    ]);
    expect(places(recording)).toEqual(['2:1', '1:1', '2:2', '1:2']);
  });

  it('leaves a call that makes a task before the lines of that task', async () => {
    const recording = await openSet([
      {
        tid: 1,
        content: '10:00:00.000000 vfork() = 2 <0.500000>\n10:00:00.600000 close(1) = 0 <0.000010>\n',
      },
      { tid: 2, content: '10:00:00.100000 close(2) = 0 <0.000010>\n' },
    ]);
    expect(places(recording)).toEqual(['1:1', '2:1', '1:2']);
  });

  it('takes a call that made a task right before its first line, behind what others did until then', async () => {
    const thread = (begin: string) => [
      {
        tid: 1,
        content: `09:59:59.000000 close(1) = 0 <0.000010>\n10:00:00.000000 clone(child_stack=0x7f0, flags=CLONE_VM|CLONE_THREAD) = 3 <0.500000>\n`,
      },
      {
        tid: 2,
        content: '10:00:00.100000 close(2) = 0 <0.000010>\n10:00:00.450000 close(2) = 0 <0.000010>\n',
      },
      { tid: 3, content: `${begin} close(3) = 0 <0.000010>\n` },
    ];
    expect(places(await openSet(thread('10:00:00.200000')))).toEqual(['1:1', '2:1', '1:2', '3:1', '2:2']);
    expect(places(await openSet(thread('10:00:00.900000')))).toEqual(['1:1', '2:1', '2:2', '1:2', '3:1']);
  });

  it('takes a call that failed to make a task where it ended', async () => {
    const recording = await openSet([
      {
        tid: 1,
        content: '10:00:00.000000 fork() = -1 EAGAIN (Resource temporarily unavailable) <0.500000>\n',
      },
      { tid: 2, content: '10:00:00.100000 close(2) = 0 <0.000010>\n' },
    ]);
    expect(places(recording)).toEqual(['2:1', '1:1']);
  });

  it('adds the time that a call took to midnight', async () => {
    const recording = await openSet([
      { tid: 1, content: '23:59:59.900000 read(0, "x", 1) = 1 <0.200000>\n' },
      { tid: 2, content: '00:00:00.050000 close(2) = 0 <0.000010>\n' },
    ]);
    expect(places(recording)).toEqual(['2:1', '1:1']);
  });

  it('shows a thread that called execve under both of its tids', async () => {
    const recording = await openSet(corpusSet('thread-exec-separate'));
    expect(recording.survey).toMatchObject({ order: 'times', unparsed: 0 });
    expect(recording.tasks).toHaveLength(3);
    const thread = recording.tasks.find((task) => task.tidAfterExecve !== undefined);
    expect(thread?.tidAfterExecve).toBe(Math.min(...recording.files.map((file) => file.tid!)));
    const changed = rows(recording).find((row) => row.includes('execve never'));
    expect(changed).toContain(String(thread?.tid));
  });
});

describe('a set of files without time stamps', () => {
  it('puts a child behind the call that made it, and says that the order is unknown', async () => {
    const recording = await openSet(corpusSet('separate-no-times'));
    expect(recording.survey).toMatchObject({ order: 'none', unparsed: 0, verdict: 'strace' });
    const [parent, thread, child] = recording.files.map((file) => file.tid!).toSorted((a, b) => a - b);
    const inOrder = rows(recording);
    const first = (tid: number) => recording.tasks.find((task) => task.tid === tid)!.firstEvent;
    expect(inOrder[first(thread!) - 1]).toContain(`${String(parent)} call clone3`);
    expect(inOrder[first(child!) - 1]).toContain(`${String(parent)} call clone`);
    const waited = inOrder.findIndex((row) => row.includes('call wait4'));
    expect(recording.tasks.find((task) => task.tid === child)!.lastEvent).toBeLessThan(waited);
  });

  it('nests children, and appends files that no call explains by tid', async () => {
    const recording = await openSet([
      { tid: 9, content: 'close(9) = 0\n' },
      { tid: 1, content: 'fork() = 2\nclose(1) = 0\n' },
      { tid: 2, content: 'vfork() = 3\nclose(2) = 0\n' },
      { tid: 3, content: 'close(3) = 0\n' },
      { tid: 4, content: '' },
    ]);
    expect(places(recording)).toEqual(['1:1', '2:1', '3:1', '2:2', '1:2', '9:1']);
    expect(recording.files.map((file) => file.name)).toEqual(['log.9', 'log.1', 'log.2', 'log.3', 'log.4']);
  });

  it('takes differences (-r) for no times', async () => {
    const content = '     0.000000 close(3) = 0\n     0.000100 close(4) = 0\n';
    const recording = await openSet([
      { tid: 1, content },
      { tid: 2, content },
    ]);
    expect(recording.survey.order).toBe('none');
    expect(places(recording)).toEqual(['1:1', '1:2', '2:1', '2:2']);
  });

  it('survives a clone that returns its own tid, and two files of one tid', async () => {
    const recording = await openSet([
      { tid: 1, content: 'fork() = 1\nfork() = 1\n' },
      { tid: 1, content: 'fork() = 1\n' },
    ]);
    expect(recording.events.length).toBe(3);
  });
});

it('gives every line of a -ff file to its task', async () => {
  const recording = await openSet([
    { tid: 77, content: 'brk(NULL) = 0x1000\nhello\n+++ exited with 0 +++\n' },
  ]);
  expect(recording.survey.order).toBe('one-file');
  expect(rows(recording)).toEqual(['1 77 call brk', '2 77 unparsed', '3 77 exit']);
  expect(recording.tasks).toEqual([{ id: taskId(0), tid: 77, comm: undefined, firstEvent: 0, lastEvent: 2 }]);
  expect(recording.decode(eventIndex(0)).prefix.tid).toBe(77);
});
