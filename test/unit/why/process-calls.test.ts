/** Explanations of refused limits, children and programs: the numbers and the lines that they come from. */
import { describe, expect, test } from 'vitest';
import { explain } from '../../../model/why/explain';
import { textOf } from '../../../model/why/message';
import { eventOf, record } from '../timeline/recorded';

async function why(log: string, line: string) {
  const timeline = await record(`execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0\n${log}`);
  const told = explain(timeline, eventOf(timeline, line))!;
  const [cause] = told.causes;
  return {
    certainty: told.certainty,
    id: cause?.id,
    text: cause === undefined ? '' : textOf(cause.text),
    lines: cause?.evidence.map(({ line: at }) => at),
  };
}

const KNOWN = 'prlimit64(0, RLIMIT_MEMLOCK, NULL, {rlim_cur=4096, rlim_max=8192}) = 0';
const NONE =
  'capset({version=_LINUX_CAPABILITY_VERSION_3, pid=0}, {effective=0, permitted=0, inheritable=0}) = 0';
const RAISE =
  'setrlimit(RLIMIT_MEMLOCK, {rlim_cur=0, rlim_max=RLIM64_INFINITY}) = -1 EPERM (Operation not permitted)';

describe('why', () => {
  test('a hard limit may not be raised: what it was, what it was to be, without which capability', async () => {
    expect(await why(`${KNOWN}\n${NONE}\n${RAISE}`, 'setrlimit')).toEqual({
      certainty: 'proven',
      id: 'rlimit.may-not-raise',
      text: 'Broken rule: “the hard limit is not raised, or the caller has CAP_SYS_RESOURCE”. Here: new hard limit RLIM_INFINITY, hard limit so far 8192 (line 2), without CAP_SYS_RESOURCE (line 3).',
      lines: [2, 3],
    });
  });

  test('what cannot be told is told with the numbers that are known', async () => {
    const { certainty, text, lines } = await why(`${KNOWN}\n${RAISE}`, 'setrlimit');
    expect(certainty).toBe('likely');
    expect(text).toMatch(
      /^Perhaps broken: .*: new hard limit RLIM_INFINITY, hard limit so far 8192 \(line 2\)\.$/,
    );
    expect(lines).toEqual([2]);
  });

  test('a child is refused', async () => {
    expect(
      await why(
        'clone(child_stack=NULL, flags=CLONE_SIGHAND|SIGCHLD) = -1 EINVAL (Invalid argument)',
        'clone',
      ),
    ).toMatchObject({ certainty: 'proven', id: 'clone.handlers-without-memory' });
  });

  test('a program that is not there is no matter of memory', async () => {
    expect(
      await why('execve("/x", ["x"], NULL) = -1 ENOENT (No such file or directory)', '"/x"'),
    ).toMatchObject({ certainty: 'outside', id: 'execve.no-such-file' });
  });
});
