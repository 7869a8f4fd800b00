/** What remains possible where no rule is broken: ranked by what the log suggests, each with how to find out. */
import { describe, expect, it } from 'vitest';
import { explain } from '../../../model/why/explain';
import type { Explanation } from '../../../model/why/explanation';
import { textOf } from '../../../model/why/message';
import { eventOf, record } from '../timeline/recorded';

const EXEC = 'execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0';
const ANON = 'MAP_PRIVATE|MAP_ANONYMOUS';
const RW = 'PROT_READ|PROT_WRITE';
const NO_MEMORY = '-1 ENOMEM (Cannot allocate memory)';
const AGAIN = '-1 EAGAIN (Resource temporarily unavailable)';
const DENIED = '-1 EACCES (Permission denied)';
const NOT_PERMITTED = '-1 EPERM (Operation not permitted)';

async function explained(log: string): Promise<Explanation> {
  const timeline = await record(`${EXEC}\n${log}`);
  const found = explain(timeline, eventOf(timeline, '= -1'));
  if (found === undefined) throw new Error('nothing is explained');
  return found;
}
const idsOf = ({ causes }: Explanation): readonly string[] => causes.map(({ id }) => id);
const howOf = ({ causes }: Explanation, id: string): string => {
  const how = causes.find((cause) => cause.id === id)?.howToFindOut;
  return how === undefined ? '' : textOf(how);
};

describe('ENOMEM with nothing broken', () => {
  it.each([
    ['a request of 16 TiB is first held against what the machine lends', 1n << 44n, 'mmap.over-commit-limit'],
    ['one of 1 GiB against the limit that a shell sets', 1n << 30n, 'mmap.over-address-space-limit'],
  ])('%s', async (_, length, first) => {
    const found = await explained(`mmap(NULL, ${length}, ${RW}, ${ANON}, -1, 0) = ${NO_MEMORY}`);
    expect(idsOf(found)[0]).toBe(first);
    expect(idsOf(found)).toEqual(
      expect.arrayContaining([
        'mmap.over-commit-limit',
        'mmap.over-address-space-limit',
        'mmap.over-data-limit',
        'mmap.kernel-memory',
      ]),
    );
    // It takes no pages: a cgroup has nothing to refuse.
    expect(idsOf(found)).not.toContain('outside.memory-cgroup');
    expect(found.certainty).not.toBe('proven');
  });

  it('a request for huge pages is first held against their pool', async () => {
    const found = await explained(`mmap(NULL, 2097152, ${RW}, ${ANON}|MAP_HUGETLB, -1, 0) = ${NO_MEMORY}`);
    expect(idsOf(found)[0]).toBe('mmap.huge-page-pool');
    expect(howOf(found, 'mmap.huge-page-pool')).toMatch(/HugePages_Free/);
  });

  it('each says where to look', async () => {
    const found = await explained(`mmap(NULL, 1073741824, ${RW}, ${ANON}, -1, 0) = ${NO_MEMORY}`);
    expect(howOf(found, 'mmap.over-address-space-limit')).toMatch(/\/proc\/PID\/limits/);
    expect(howOf(found, 'mmap.over-data-limit')).toMatch(/VmData/);
    expect(howOf(found, 'mmap.over-commit-limit')).toMatch(/CommitLimit/);
    const locking = await explained(`mlock(0x7f0000000000, 1073741824) = ${NO_MEMORY}`);
    expect(howOf(locking, 'outside.memory-cgroup')).toMatch(/memory\.max/);
    expect(found.causes.filter(({ howToFindOut }) => howToFindOut === undefined)).toEqual([]);
  });

  it('a limit that the log shows is no open question', async () => {
    const found = await explained(`
      prlimit64(0, RLIMIT_AS, {rlim_cur=1048576, rlim_max=1048576}, NULL) = 0
      mmap(NULL, 1073741824, ${RW}, ${ANON}, -1, 0) = ${NO_MEMORY}`);
    expect(idsOf(found)).toEqual(['mmap.over-address-space-limit']);
    expect(found.causes[0]?.howToFindOut).toBeUndefined();
  });

  it('of calls without rules it is the kernel, the cgroup, or memory that counts as locked', async () => {
    const uring = await explained(`io_uring_setup(32, {flags=0}) = ${NO_MEMORY}`);
    expect(uring.certainty).toBe('outside');
    expect(idsOf(uring)).toEqual(['outside.lock-limit', 'outside.kernel-memory', 'outside.memory-cgroup']);
    const read = await explained(`read(3, 0x7f0000000000, 131072) = ${NO_MEMORY}`);
    expect(idsOf(read)).toEqual(['outside.kernel-memory', 'outside.memory-cgroup']);
  });
});

describe('EAGAIN of a fork', () => {
  it('names the limits of the user and of the cgroup', async () => {
    const found = await explained(`clone(child_stack=NULL, flags=SIGCHLD) = ${AGAIN}`);
    expect(idsOf(found)).toEqual(['clone.over-process-limit', 'clone.too-many-tasks']);
    expect(howOf(found, 'clone.over-process-limit')).toMatch(/Max processes/);
    expect(howOf(found, 'clone.too-many-tasks')).toMatch(/pids\.max/);
  });
});

describe('a refusal that no rule explains', () => {
  const map = `mmap(NULL, 8192, ${RW}, ${ANON}, -1, 0) = 0x7f0000000000`;

  it('is a filter first where the log shows one', async () => {
    const found = await explained(`${map}
      prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, {len=4, filter=0x7ffd00}) = 0
      munmap(0x7f0000000000, 8192) = ${NOT_PERMITTED}`);
    expect(found.certainty).toBe('outside');
    expect(found.causes[0]).toMatchObject({ id: 'outside.seccomp' });
    expect(found.causes[0]?.evidence.map(({ line }) => line)).toEqual([3]);
  });

  it('is the rule where a rule is broken, filter or not', async () => {
    const found = await explained(`${map}
      prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, {len=4, filter=0x7ffd00}) = 0
      mseal(0x7f0000000000, 8192, 0) = 0
      munmap(0x7f0000000000, 8192) = ${NOT_PERMITTED}`);
    expect(found.certainty).toBe('proven');
    expect(idsOf(found)).toEqual(['munmap.sealed']);
  });

  it('of memory to be run may be a security module', async () => {
    const found = await explained(`${map}
      mprotect(0x7f0000000000, 4096, PROT_READ|PROT_EXEC) = ${DENIED}`);
    expect(found.certainty).not.toBe('proven');
    expect(idsOf(found).some((id) => id.includes('security'))).toBe(true);
  });
});

it('a security module that is a check of the call is not listed once more beside the checks', async () => {
  const found = await explained(
    `prlimit64(0, RLIMIT_MEMLOCK, {rlim_cur=1048576, rlim_max=1048576}, NULL) = 0
prlimit64(0, RLIMIT_MEMLOCK, {rlim_cur=1048576, rlim_max=1073741824}, NULL) = ${NOT_PERMITTED}`,
  );
  expect(idsOf(found)[0]).toBe('rlimit.may-not-raise');
  expect(idsOf(found).filter((id) => id.endsWith('security-module'))).toEqual([
    'rlimit.refused-by-security-module',
  ]);
});
