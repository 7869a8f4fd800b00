/** What calls that ask about memory teach, and what protection keys and process descriptors stand for, line after line. */
import { describe, expect, it, test } from 'vitest';
import type { Prediction } from '../../../model/kernel/check';
import type { AddressSpace } from '../../../model/memory/address-space';
import { pageNumber, pageRange } from '../../../model/memory/page';
import { has, VmFlag } from '../../../model/memory/vma';
import { at, record, spaceOf } from './recorded';

const A = 0x7f0000000;
const START = `
  101 execve("/a", ["/a"], 0x7ffc00000000 /* 0 vars */) = 0
  101 mmap(NULL, 16384, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7f0000000000
  101 mmap(0x7f0000010000, 16384, PROT_READ|PROT_WRITE, MAP_SHARED|MAP_FIXED|MAP_ANONYMOUS, -1, 0) = 0x7f0000010000
`;

interface After {
  readonly predicted: Prediction | undefined;
  readonly agreement: string;
  readonly space: AddressSpace;
}
async function after(calls: string, start = START): Promise<After> {
  const timeline = await record(start + calls);
  const last = at(timeline.end - 1);
  const space = spaceOf(timeline, timeline.end);
  if (space === undefined) throw new Error('the caller has no memory');
  return {
    predicted: timeline.judge(last)?.predicted,
    agreement: timeline.agreement(last),
    space,
  };
}

const states = (space: AddressSpace, first: number, pages: number): string =>
  Array.from({ length: pages }, (_, n) => {
    const state = space.stateAt(pageNumber(first + n));
    return state === 'mapped' ? '#' : state === 'free' ? '.' : '?';
  }).join('');

describe('what is proven mapped or not', () => {
  const U = 0x555550000;
  it.each([
    ['msync(0x555550001000, 8192, MS_ASYNC) = 0', '?##?'],
    ['msync(0x555550001000, 4096, MS_ASYNC) = -1 ENOMEM (Cannot allocate memory)', '?.??'],
    ['msync(0x555550001000, 8192, MS_ASYNC) = -1 ENOMEM (Cannot allocate memory)', '????'],
    ['msync(0x555550001000, 8192, MS_ASYNC|MS_SYNC) = -1 EINVAL (Invalid argument)', '????'],
    ['msync(0x555550001000, -4096, MS_ASYNC) = -1 ENOMEM (Cannot allocate memory)', '????'],
    ['mincore(0x555550001000, 8192, [1, 0]) = 0', '?##?'],
    ['mincore(0x555550001000, 4096, 0x7f0000000000) = -1 ENOMEM (Cannot allocate memory)', '?.??'],
    ['mincore(0x555550001000, 4096, 0x7f0000000000) = -1 EAGAIN (Resource temporarily unavailable)', '????'],
    ['remap_file_pages(0x555550001000, 8192, PROT_NONE, 7, MAP_FILE) = 0', '?##?'],
    [
      'process_madvise(-10000, [{iov_base=0x555550001000, iov_len=8192}], 1, MADV_DONTNEED, 0) = 8192',
      '?##?',
    ],
    [
      'process_madvise(7, [{iov_base=0x555550001000, iov_len=4096}, {iov_base=0x555550002000, iov_len=4096}], 2, MADV_DONTNEED, 0) = 4096',
      '?#??',
    ],
    ['process_madvise(7, [{iov_base=0x555550001000, iov_len=8192}], 1, MADV_COLD, 0) = 8192', '????'],
  ])('%s', async (call, pages) => {
    const { space } = await after(`101 ${call}\n`);
    expect(states(space, U, 4)).toBe(pages);
  });
});

test('mincore shows pages of private anonymous memory present, and nothing of shared memory', async () => {
  const { space } = await after(
    '101 mincore(0x7f0000000000, 16384, [1, 0, 1, 1]) = 0\n101 mincore(0x7f0000010000, 16384, [1, 1, 1, 1]) = 0\n',
  );
  const present = (first: number) =>
    space.pagesIn(pageRange(first, first + 4)).filter(({ kind }) => kind === 'read');
  expect(present(A).map(({ start, end }) => [start - A, end - A])).toEqual([
    [0, 1],
    [2, 4],
  ]);
  expect(present(A + 16)).toEqual([]);
});

describe('remap_file_pages', () => {
  const offsets = (space: AddressSpace) =>
    [...space.vmasIn(pageRange(A + 16, A + 20))].map(({ start, end, pgoff }) => [start - A, end - A, pgoff]);
  const remap = (page: number, pages: number, pgoff: number, flags = 'MAP_FILE') =>
    `101 remap_file_pages(0x7f00000${(16 + page).toString(16)}000, ${pages * 4096}, PROT_NONE, ${pgoff}, ${flags}) = 0\n`;

  test('cuts the mapping, and joins it again', async () => {
    const cut = await after(remap(1, 1, 3));
    expect(cut.agreement).toBe('agrees');
    expect(offsets(cut.space)).toEqual([
      [16, 17, 0],
      [17, 18, 3],
      [18, 20, 2],
    ]);
    expect(offsets((await after(remap(1, 1, 3) + remap(1, 1, 1))).space)).toEqual([[16, 20, 0]]);
  });

  test('populates, unless told not to', async () => {
    const runs = async (flags: string, pgoff = 3) =>
      (await after(remap(1, 1, pgoff, flags))).space
        .pagesIn(pageRange(A + 17, A + 18))
        .filter(({ kind }) => kind === 'file').length;
    expect(await runs('MAP_FILE')).toBe(1);
    expect(await runs('MAP_NONBLOCK')).toBe(0);
    // The object has four pages.
    expect(await runs('MAP_FILE', 4)).toBe(0);
  });

  test('asks for the lock anew, and forgets advice', async () => {
    const { space } = await after(
      '101 mlock(0x7f0000010000, 16384) = 0\n101 madvise(0x7f0000010000, 16384, MADV_DONTFORK) = 0\n' +
        remap(1, 1, 3),
    );
    const vma = space.vmaAt(pageNumber(A + 17));
    expect(vma !== undefined && has(vma, VmFlag.locked)).toBe(true);
    expect(vma !== undefined && has(vma, VmFlag.dontCopy)).toBe(false);
    expect(space.locked).toBe(4);
  });

  test('before 4.0 the mapping stayed in one piece', async () => {
    const uname = '101 uname({sysname="Linux", nodename="h", release="3.10.0", ...}) = 0\n';
    expect(offsets((await after(uname + remap(1, 1, 3))).space)).toEqual([[16, 20, 0]]);
  });
});

describe('process_madvise', () => {
  const forked = async (call: string) => {
    const { space, agreement } = await after(`101 pidfd_open(101, 0) = 3\n101 ${call}\n`);
    const flags = [0, 1, 2, 3].map((page) => {
      const vma = space.vmaAt(pageNumber(A + page));
      return vma !== undefined && has(vma, VmFlag.dontCopy) ? 'd' : '-';
    });
    return [flags.join(''), agreement];
  };
  const ranges = '[{iov_base=0x7f0000001000, iov_len=4096}, {iov_base=0x7f0000003000, iov_len=8192}]';

  it.each([
    [`process_madvise(3, ${ranges}, 2, MADV_DONTFORK, 0) = 4096`, '-d-d', 'agrees'],
    [`process_madvise(3<anon_inode:[pidfd]>, ${ranges}, 2, MADV_DONTFORK, 0) = 4096`, '-d-d', 'agrees'],
    [`process_madvise(PIDFD_SELF, ${ranges}, 2, MADV_DONTFORK, 0) = 4096`, '-d-d', 'agrees'],
    [`process_madvise(3, ${ranges}, 2, MADV_DONTFORK, 1) = -1 EINVAL (Invalid argument)`, '----', 'agrees'],
    [
      'process_madvise(3, [{iov_base=0x7f0000003000, iov_len=8192}, {iov_base=0x7f0000001000, iov_len=4096}], 2, MADV_DONTFORK, 0) = -1 ENOMEM (Cannot allocate memory)',
      '---d',
      'agrees',
    ],
    // A single range is cut to 2 GiB less a page.
    [
      'process_madvise(3, [{iov_base=0x7f0000001000, iov_len=4294967296}], 1, MADV_DONTFORK, 0) = -1 ENOMEM (Cannot allocate memory)',
      '-ddd',
      'agrees',
    ],
  ])('%s', async (call, flags, agreement) => {
    const free = '101 munmap(0x7f0000004000, 49152) = 0\n101 munmap(0x7f0000014000, 4294967296) = 0\n';
    const { space, agreement: said } = await after(`101 pidfd_open(101, 0) = 3\n${free}101 ${call}\n`);
    const seen = [0, 1, 2, 3].map((page) => {
      const vma = space.vmaAt(pageNumber(A + page));
      return vma !== undefined && has(vma, VmFlag.dontCopy) ? 'd' : '-';
    });
    expect([seen.join(''), said]).toEqual([flags, agreement]);
  });

  test('a descriptor of a child is not the caller', async () => {
    const child = '101 fork() = 102\n101 pidfd_open(102, 0) = 3\n';
    const { predicted } = await after(
      `${child}101 process_madvise(3, ${ranges}, 2, MADV_DONTFORK, 0) = -1 EINVAL (Invalid argument)\n`,
    );
    expect(predicted).toMatchObject({ errno: 'EINVAL', cause: 'process-madvise.not-for-others' });
    expect(
      await forked(`process_madvise(3, ${ranges}, 1025, MADV_COLD, 0) = -1 EINVAL (Invalid argument)`),
    ).toEqual(['----', 'agrees']);
  });
});

describe('process_vm_readv', () => {
  const child = '101 fork() = 102\n102 munmap(0x7f0000002000, 4096) = 0\n';
  const move = (remote: string, length: number, answer: string) =>
    `101 process_vm_readv(102, [{iov_base=0x7f0000000000, iov_len=${length}}], 1, [{iov_base=${remote}, iov_len=${length}}], 1, 0) = ${answer}\n`;

  it.each([
    ['0x7f0000000000', 16, '16', { kind: 'success', value: 16n }],
    ['0x7f0000001ff8', 16, '8', { kind: 'success', value: 8n }],
    [
      '0x7f0000002000',
      16,
      '-1 EFAULT (Bad address)',
      { errno: 'EFAULT', cause: 'process-vm.remote-unreachable' },
    ],
  ])('of the child at %s', async (remote, length, answer, predicted) => {
    expect((await after(child + move(remote, length, answer))).predicted).toMatchObject(predicted);
  });

  test('of a child that has ended', async () => {
    const gone = `${child}102 exit_group(0) = ?\n102 +++ exited with 0 +++\n`;
    const { predicted } = await after(gone + move('0x7f0000000000', 16, '-1 ESRCH (No such process)'));
    expect(predicted).toMatchObject({ errno: 'ESRCH', cause: 'process-vm.no-such-process' });
  });
});

describe('protection keys', () => {
  const alloc = (answer: string) => `101 pkey_alloc(0, PKEY_DISABLE_WRITE) = ${answer}\n`;
  const NONE = '-1 ENOSPC (No space left on device)';
  const INVALID = '-1 EINVAL (Invalid argument)';

  test('the first answer tells whether the machine has them', async () => {
    expect((await after(alloc('1'))).predicted).toMatchObject({ kind: 'undecidable' });
    expect((await after(alloc('1') + alloc('2'))).predicted).toEqual({ kind: 'success', value: 2n });
    expect((await after(alloc(INVALID) + alloc(NONE))).predicted).toMatchObject({ errno: 'ENOSPC' });
  });

  test('one given back is given again, the lowest first', async () => {
    const three = alloc('1') + alloc('2') + alloc('3');
    const { predicted } = await after(`${three}101 pkey_free(1) = 0\n101 pkey_free(2) = 0\n${alloc('1')}`);
    expect(predicted).toEqual({ kind: 'success', value: 1n });
  });

  test('after the fifteenth there are none left', async () => {
    const all = Array.from({ length: 15 }, (_, n) => alloc(String(n + 1))).join('');
    expect((await after(all + alloc(NONE))).predicted).toMatchObject({
      errno: 'ENOSPC',
      cause: 'pkey-alloc.none-left',
    });
  });

  test('memory can be given a key that is allocated, and no other', async () => {
    const give = (key: number, answer: string) =>
      `101 pkey_mprotect(0x7f0000000000, 4096, PROT_READ|PROT_WRITE, ${key}) = ${answer}\n`;
    expect((await after(alloc('1') + give(1, '0'))).agreement).toBe('agrees');
    expect((await after(alloc('1') + give(2, INVALID))).predicted).toMatchObject({
      cause: 'mprotect.unknown-key',
    });
    const { space } = await after(alloc('1') + give(1, '0') + give(0, '0'));
    expect([...space.vmasIn(pageRange(A, A + 4))]).toHaveLength(1);
  });

  test('a forked child has them too; a new program has none', async () => {
    const { predicted } = await after(`${alloc('1')}101 fork() = 102\n102 pkey_free(1) = 0\n`);
    expect(predicted).toMatchObject({ kind: 'success' });
    const anew = `${alloc('1')}101 execve("/b", ["/b"], 0x7ffc00000000 /* 0 vars */) = 0\n`;
    expect((await after(`${anew}101 pkey_free(1) = ${INVALID}\n`)).predicted).toMatchObject({
      errno: 'EINVAL',
    });
    expect((await after(anew + alloc('1'))).predicted).toEqual({ kind: 'success', value: 1n });
  });

  test('of a process that was there before, nothing is known', async () => {
    const { predicted } = await after(`101 pkey_free(1) = 0\n`, '101 getpid() = 101\n');
    expect(predicted).toMatchObject({ kind: 'undecidable' });
  });
});
