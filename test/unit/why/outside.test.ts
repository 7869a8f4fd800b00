/** Failures that the address space has no part in, of a recorded run of test/kernel/outside/outside.c and of written lines. */
import { beforeAll, describe, expect, it } from 'vitest';
import { explain } from '../../../model/why/explain';
import type { Explanation } from '../../../model/why/explanation';
import { textOf } from '../../../model/why/message';
import { eventOf, record } from '../timeline/recorded';
import { explainedFile } from './explained-log';
import { outsideCases } from './outside-cases';

let explained: ReadonlyMap<string, readonly Explanation[]>;
beforeAll(async () => {
  explained = await explainedFile('test/unit/why/logs/outside.strace');
});

describe('a recorded failure outside the address space', () => {
  it.each(outsideCases)('$name: $call $errno is $id', ({ name, call, errno, id, evidence }) => {
    const found = explained.get(name)?.findLast((one) => one.call === call && one.errno === errno);
    const [first] = found?.causes ?? [];
    expect({ certainty: found?.certainty, id: first?.id }).toEqual({ certainty: 'outside', id });
    const lines = (first?.evidence ?? []).map(({ text }) => textOf(text));
    expect(lines).toHaveLength(evidence.length);
    for (const [i, pattern] of evidence.entries()) expect(lines[i]).toMatch(pattern);
  });

  it('is never called anything else', () => {
    const others = [...explained].flatMap(([name, all]) =>
      all
        .filter(({ certainty }) => certainty !== 'outside')
        .map(({ call, errno }) => `${name} ${call} ${errno}`),
    );
    // A program open for writing is a rule of execve's own.
    expect(others.filter((one) => !one.startsWith('program_rw'))).toEqual([]);
  });

  it('is worded without a gap', () => {
    for (const all of explained.values())
      for (const { causes, effects } of all)
        for (const text of [...causes.map((cause) => cause.text), ...effects].map((one) => textOf(one)))
          expect(text).not.toMatch(/\{\w+\}|undefined|outside\.|errno\./);
  });
});

const EXEC = 'execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0';

async function of(log: string, text: string): Promise<Explanation | undefined> {
  const timeline = await record(`${EXEC}\n${log}`);
  return explain(timeline, eventOf(timeline, text));
}

describe('lines that look like another cause', () => {
  it('a descriptor that was opened again is not closed', async () => {
    const found = await of(
      `openat(AT_FDCWD, "a", O_RDONLY) = 3
       close(3) = 0
       openat(AT_FDCWD, "b", O_RDONLY) = 3
       write(3, "x", 1) = -1 EBADF (Bad file descriptor)`,
      'EBADF',
    );
    expect(found?.causes[0]).toMatchObject({ id: 'outside.fd-read-only' });
    expect(found?.causes[0]?.evidence.map(({ line }) => line)).toEqual([4]);
  });

  it('a close by the parent after the fork is none of the child', async () => {
    const timeline = await record(`10 ${EXEC}
      10 openat(AT_FDCWD, "a", O_RDONLY) = 3
      10 clone(child_stack=NULL, flags=SIGCHLD) = 11
      10 close(3) = 0
      11 close(3) = 0
      11 read(3, 0x10, 1) = -1 EBADF (Bad file descriptor)`);
    const found = explain(timeline, eventOf(timeline, 'EBADF'));
    expect(found?.causes[0]?.evidence.map(({ line }) => line)).toEqual([5]);
  });

  it('a descriptor that a new program did not get was closed by execve', async () => {
    const found = await of(
      `openat(AT_FDCWD, "a", O_RDONLY|O_CLOEXEC) = 3
       execve("./b", ["./b"], 0x7ffd0 /* 0 vars */) = 0
       read(3, 0x10, 1) = -1 EBADF (Bad file descriptor)`,
      'EBADF',
    );
    expect(found?.causes[0]).toMatchObject({ id: 'outside.fd-closed' });
    expect(found?.causes[0]?.evidence.map(({ line }) => line)).toEqual([3]);
  });

  it('O_NONBLOCK that was taken back does not explain EAGAIN', async () => {
    const found = await of(
      `socket(AF_INET, SOCK_STREAM|SOCK_NONBLOCK, 0) = 3
       fcntl(3, F_SETFL, O_RDWR) = 0
       recvfrom(3, 0x10, 1, 0, NULL, NULL) = -1 EAGAIN (Resource temporarily unavailable)`,
      'EAGAIN',
    );
    expect(found?.causes[0]?.id).toBe('outside.nonblocking-unseen');
  });

  it('a filter is no cause where a line shows another', async () => {
    const found = await of(
      `prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, {len=4, filter=0x7ffd00}) = 0
       setresuid(1000, 1000, 1000) = 0
       chroot("/tmp") = -1 EPERM (Operation not permitted)`,
      'EPERM',
    );
    expect(found?.causes.map(({ id }) => id)).toEqual(['outside.privilege-dropped', 'outside.seccomp']);
  });

  it('what strace made up is outside, whatever the rules say', async () => {
    const found = await of(
      'mmap(NULL, 0, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = -1 ENOMEM (Cannot allocate memory) (INJECTED)',
      'INJECTED',
    );
    expect(found).toMatchObject({ certainty: 'outside', outcome: 'not-run' });
    expect(found?.causes[0]?.id).toBe('outside.injected');
  });

  it('what strace gave other arguments is outside too', async () => {
    const found = await of('read(3, 0x10, 1) = -1 EBADF (Bad file descriptor) (INJECTED: args)', 'INJECTED');
    expect(found?.causes[0]?.id).toBe('outside.injected');
  });
});

describe('a connection that is being made', () => {
  it('points to the connect that began it', async () => {
    const connect = 'connect(3, {sa_family=AF_INET, sin_port=htons(9), sin_addr=inet_addr("192.0.2.1")}, 16)';
    const found = await of(
      `socket(AF_INET, SOCK_STREAM|SOCK_NONBLOCK, 0) = 3
       ${connect} = -1 EINPROGRESS (Operation now in progress)
       ${connect} = -1 EALREADY (Operation already in progress)`,
      'EALREADY',
    );
    expect(found?.causes[0]).toMatchObject({ id: 'outside.connect-under-way' });
    expect(found?.causes[0]?.evidence.map(({ line }) => line)).toEqual([3]);
  });
});

describe('EINTR', () => {
  it('is told of a call that is restarted, too', async () => {
    const found = await of(
      `pause() = ? ERESTARTNOHAND (To be restarted if no handler)
       --- SIGALRM {si_signo=SIGALRM, si_code=SI_KERNEL} ---`,
      'ERESTART',
    );
    expect(found).toMatchObject({ certainty: 'outside', outcome: 'unknown' });
    expect(found?.causes[0]?.evidence.map(({ line }) => line)).toEqual([3]);
  });

  it('names the signal whose line follows', async () => {
    const found = await of(
      `epoll_wait(4, [], 8, -1) = -1 EINTR (Interrupted system call)
       --- SIGUSR1 {si_signo=SIGUSR1, si_code=SI_USER, si_pid=1, si_uid=0} ---`,
      'EINTR',
    );
    expect(found?.causes[0]).toMatchObject({ id: 'outside.interrupted-by' });
    expect(textOf(found?.causes[0]?.text ?? { key: '', values: {} })).toMatch(/^SIGUSR1 \(line 3\)/);
  });
});
