/** What lines before a call tell of its failure beyond the state it is judged by; and what they leave open. */
import { describe, expect, it } from 'vitest';
import { explain } from '../../../model/why/explain';
import type { Explanation } from '../../../model/why/explanation';
import { textOf } from '../../../model/why/message';
import { eventOf, record } from '../timeline/recorded';

const EXEC = 'execve("./a", ["./a"], 0x7ffc0 /* 20 vars */) = 0\nset_tid_address(0x7f0000000000) = 1';
const NO_MEMORY = '-1 ENOMEM (Cannot allocate memory)';
const RW = 'PROT_READ|PROT_WRITE';

async function explained(log: string): Promise<Explanation> {
  const timeline = await record(log);
  const found = explain(timeline, eventOf(timeline, '= -1'));
  if (found === undefined) throw new Error('nothing is explained');
  return found;
}
const told = ({ certainty, causes }: Explanation) => [certainty, ...causes.map(({ id }) => id)];
const linesOf = ({ causes }: Explanation) => causes[0]?.evidence.map(({ line }) => Number(line));

/** Mapped at line 3, one page in it unmapped at line 4. */
const WITH_HOLE = `${EXEC}
mmap(0x10000000, 262144, ${RW}, MAP_PRIVATE|MAP_ANONYMOUS|MAP_FIXED, -1, 0) = 0x10000000
munmap(0x10002000, 4096) = 0`;

const MOUNTED = `${EXEC}
mount("none", "here", "tmpfs", MS_NOEXEC, NULL) = 0
openat(AT_FDCWD, "here/code", O_RDWR) = 3`;
const MAPPING =
  'mmap(NULL, 4096, PROT_READ|PROT_EXEC, MAP_PRIVATE, 3, 0) = -1 EPERM (Operation not permitted)';

describe('a limit that no line shows, and a hole behind it', () => {
  it('leaves both possible where that much is more than many a machine allows', async () => {
    const found = await explained(`${WITH_HOLE}\nmlock(0x10000000, 163840) = ${NO_MEMORY}`);
    expect(told(found).slice(0, 3)).toEqual(['likely', 'mlock.unmapped', 'mlock.over-limit']);
  });

  it.each([
    ['any machine allows so little', ''],
    ['as much was allowed before', 'mlock(0x10003000, 200704) = 0\nmunlock(0x10003000, 200704) = 0\n'],
  ])('is no question where %s', async (_, before) => {
    const length = before === '' ? 49152 : 163840;
    const found = await explained(`${WITH_HOLE}\n${before}mlock(0x10000000, ${length}) = ${NO_MEMORY}`);
    expect(told(found)).toEqual(['proven', 'mlock.unmapped']);
    expect(linesOf(found)).toEqual([4]);
  });
});

describe('a filesystem mounted noexec', () => {
  it('is named where its file is mapped', async () => {
    const found = await explained(`${MOUNTED}\n${MAPPING}`);
    expect(told(found)).toEqual(['proven', 'mmap.noexec-mount']);
    expect(linesOf(found)).toContain(3);
  });

  it('is named where a mapping of its file is to become executable', async () => {
    const found = await explained(`${MOUNTED}
mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, 3, 0) = 0x7f1000000000
mprotect(0x7f1000000000, 4096, PROT_READ|PROT_EXEC) = -1 EACCES (Permission denied)`);
    expect(told(found).slice(0, 2)).toEqual(['proven', 'mprotect.not-permitted']);
    expect(linesOf(found)).toContain(3);
  });

  it.each([
    ['elsewhere', 'mount("none", "there", "tmpfs", MS_NOEXEC, NULL) = 0'],
    ['no more', 'mount("none", "here", "tmpfs", MS_NOEXEC, NULL) = 0\numount2("here", 0) = 0'],
    [
      'and then otherwise',
      'mount("none", "here", "tmpfs", MS_NOEXEC, NULL) = 0\nmount("none", "here", NULL, MS_REMOUNT, NULL) = 0',
    ],
  ])('is not blamed if mounted so %s', async (_, mounted) => {
    const found = await explained(
      `${EXEC}\n${mounted}\nopenat(AT_FDCWD, "here/code", O_RDWR) = 3\n${MAPPING}`,
    );
    expect(found.certainty).not.toBe('proven');
  });
});

it('a log without any opening may leave out that a descriptor is one of O_PATH', async () => {
  const call = 'mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, 4, 0) = -1 EBADF (Bad file descriptor)';
  const filtered = await explained(`brk(NULL) = 0x1000000\n${call}`);
  expect(told(filtered)).toEqual(['likely', 'mmap.fd-not-open', 'mmap.fd-path-only']);
  expect(told(await explained(`${EXEC}\n${call}`))).toEqual(['proven', 'mmap.fd-not-open']);
});

it('NULL is no memory, also where the log does not show what is mapped', async () => {
  const found = await explained(`${EXEC}\nmlock(NULL, 4096) = ${NO_MEMORY}`);
  expect(told(found)).toEqual(['proven', 'mlock.unmapped']);
});

it('an address that is what a failed mmap answered', async () => {
  const timeline = await record(`${EXEC}
mmap(NULL, 0, ${RW}, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = -1 EINVAL (Invalid argument)
munmap(0xffffffffffffffff, 4096) = -1 EINVAL (Invalid argument)`);
  const found = explain(timeline, eventOf(timeline, 'munmap'));
  expect(found && textOf(found.headline)).toContain('MAP_FAILED, the answer of line 3');
});

it('a filter that the log shows being set may answer anything', async () => {
  const found = await explained(`${EXEC}
seccomp(SECCOMP_SET_MODE_FILTER, 0, {len=4, filter=0x7ffc0}) = 0
mmap(NULL, 4096, ${RW}, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = ${NO_MEMORY}`);
  expect(told(found)).toContain('outside.seccomp');
});

describe('memory that no line shows', () => {
  it('may be what refuses to be written, as vvar does: no rule outside the address space is blamed alone', async () => {
    const found = await explained(`execve("/bin/true", ["true"], 0x7ffc3f4e56d0 /* 35 vars */) = 0
mmap(NULL, 8192, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7f1000000000
mprotect(0x7f1000000000, 16384, PROT_READ|PROT_WRITE) = -1 EACCES (Permission denied)`);
    expect(told(found).slice(0, 2)).toEqual(['likely', 'mprotect.not-permitted']);
  });
});
