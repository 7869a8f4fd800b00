import { describe, expect, it, test } from 'vitest';
import { flagTable, namesOf } from '../../../model/kernel/abi/flag-table';
import { flagBits, unknownNames } from '../../../model/kernel/abi/flag-value';
import { madviseAdvice } from '../../../model/kernel/abi/memory-flags';
import { mmapFlags, protFlags } from '../../../model/kernel/abi/mmap-flags';
import { openFlags } from '../../../model/kernel/abi/open-flags';
import { nameOfUnnamed } from '../../../model/kernel/abi/syscall-numbers';
import { memoryCallOf } from '../../../model/kernel/typed-call';
import type { CallEvent } from '../../../model/trace/event';
import type { FlagsValue, Value } from '../../../model/trace/value';
import { eventOf } from './before';

const span = { start: 0, end: 1 };
const flags = (...terms: FlagsValue['terms']): Value => ({ kind: 'flags', terms, span });
const name = (text: string): FlagsValue['terms'][number] => ({ name: text, span });
const number = (value: bigint, comment?: string): Value =>
  comment === undefined
    ? { kind: 'number', value, form: 'hex', span }
    : { kind: 'number', value, form: 'hex', span, comment };

describe('bits of a flags argument', () => {
  const table = mmapFlags('x86-64');
  it.each<[string, Value, bigint | undefined]>([
    ['names', flags(name('MAP_PRIVATE'), name('MAP_ANONYMOUS')), 0x22n],
    ['the type 0 has a name', flags(name('MAP_FILE'), name('MAP_ANONYMOUS')), 0x20n],
    ['bits without a name', flags(name('MAP_PRIVATE'), { bits: 0x200000n, span }), 0x200002n],
    [
      'the size of huge pages',
      flags(name('MAP_PRIVATE'), name('MAP_HUGETLB'), { shifted: 21n, shift: 'MAP_HUGE_SHIFT', span }),
      0x40002n | (21n << 26n),
    ],
    ['a size whose bits pass 2^31', flags({ shifted: 34n, shift: 'MAP_HUGE_SHIFT', span }), 34n << 26n],
    ['a raw number', number(0x22n), 0x22n],
    ['a raw number with its names behind it', number(0x22n, 'MAP_PRIVATE|MAP_ANONYMOUS'), 0x22n],
    ['an unknown type', flags({ bits: 0xfn, span }, name('MAP_FIXED')), 0x1fn],
    ['a name that nobody knows', flags(name('MAP_PRIVATE'), name('MAP_NEWEST')), undefined],
    ['a shift that is not one of flags', flags({ shifted: 1n, shift: 'X_SHIFT', span }), undefined],
    ['an argument of another form', { kind: 'opaque', text: '{...}', span }, undefined],
  ])('%s', (_title, value, bits) => {
    expect(flagBits(value, table)).toBe(bits);
  });

  test('the names that are not known can be told', () => {
    expect(unknownNames(flags(name('MAP_PRIVATE'), name('MAP_NEWEST')), table)).toEqual(['MAP_NEWEST']);
  });

  test('architectures differ', () => {
    expect(mmapFlags('arm64').has('MAP_32BIT')).toBe(false);
    expect(mmapFlags('i386').get('MAP_32BIT')).toBe(0x40);
    expect(protFlags('arm64').get('PROT_MTE')).toBe(0x20);
    expect(protFlags('x86-64').has('PROT_MTE')).toBe(false);
    expect(openFlags('arm64').get('O_DIRECTORY')).toBe(0o40000);
    expect(openFlags('riscv64').get('O_DIRECTORY')).toBe(0o200000);
    expect(madviseAdvice('x86-64').get('MADV_GUARD_INSTALL')).toBe(102);
  });

  test('bits have names again', () => {
    expect(namesOf(0x200022, mmapFlags('x86-64'))).toEqual({
      names: ['MAP_PRIVATE', 'MAP_ANONYMOUS'],
      rest: 0x200000,
    });
    expect(namesOf(3, mmapFlags('x86-64')).names).toEqual(['MAP_SHARED_VALIDATE']);
    expect(namesOf(0x8000_0001, flagTable({ LOW: 1, HIGH: 0x8000_0000 }))).toEqual({
      names: ['LOW', 'HIGH'],
      rest: 0,
    });
  });
});

describe('calls without a name', () => {
  it.each([
    ['syscall_0x1ce', 'x86-64', 'mseal'],
    ['syscall_462', 'x86-64', 'mseal'],
    ['syscall_325', 'x86-64', 'mlock2'],
    ['syscall_0x178', 'i386', 'mlock2'],
    ['syscall_0x11c', 'arm64', 'mlock2'],
    ['syscall_0x11c', 'riscv64', 'mlock2'],
    ['syscall_0x40000145', 'x32', 'mlock2'],
    ['syscall_390', 'arm', 'mlock2'],
  ] as const)('%s on %s is %s', (printed, architecture, expected) => {
    expect(nameOfUnnamed(printed, architecture)).toBe(expected);
  });

  it.each(['syscall_', 'syscall_0xffffffffffffff', 'syscall_1e9x', 'syscall_-1', 'mmap'])(
    '%s is none',
    (printed) => {
      expect(nameOfUnnamed(printed, 'x86-64')).toBeUndefined();
    },
  );

  test('such a call is judged like the named one', () => {
    expect(memoryCallOf(eventOf('syscall_0x145', [0x1000, 4096, 1]), 'x86-64')).toMatchObject({
      call: 'mlock2',
      addr: { value: 4096n },
      flags: { value: 1 },
    });
  });
});

describe('arguments', () => {
  const given = (event: CallEvent, architecture: Parameters<typeof memoryCallOf>[1] = 'x86-64') => {
    const call = memoryCallOf(event, architecture);
    return Object.fromEntries(
      Object.entries(call ?? {}).flatMap(([key, value]: [string, unknown]) =>
        typeof value === 'object' && value !== null && 'value' in value ? [[key, value.value]] : [],
      ),
    );
  };

  test('a negative number is the word that the kernel receives', () => {
    expect(given(eventOf('munmap', [-4096n, -1n]))).toEqual({
      addr: 0xffff_ffff_ffff_f000n,
      length: 0xffff_ffff_ffff_ffffn,
    });
    expect(given(eventOf('munmap', [-4096n, 8192]), 'i386')).toEqual({ addr: 0xffff_f000n, length: 8192n });
  });

  test('a descriptor with its file is a number, and 4294967295 is -1', () => {
    const event = eventOf('mmap', [0, 4096, 1, 2, 0xffff_ffffn, 0]);
    expect(given(event)).toMatchObject({ fd: -1 });
    const [, , , , fd] = event.args;
    const shown: CallEvent = {
      ...event,
      args: event.args.map((arg) =>
        arg === fd
          ? { value: { kind: 'descriptor', fd: 3, target: '/lib/libc.so.6', deleted: false, span }, span }
          : arg,
      ),
    };
    expect(given(shown)).toMatchObject({ fd: 3 });
  });

  test('named arguments are found in any order', () => {
    const event = eventOf('mlock', [8192, 4096]);
    const named = {
      ...event,
      args: event.args.map((arg, at) => ({ ...arg, name: at === 0 ? 'length' : 'addr' })),
    };
    expect(given(named)).toMatchObject({ addr: 4096n, length: 8192n });
  });

  test('what is not shown is unknown, not zero', () => {
    expect(given(eventOf('mremap', [4096, 4096, 8192, 'MREMAP_MAYMOVE|MREMAP_DONTUNMAP']))).toEqual({
      oldAddress: 4096n,
      oldSize: 4096n,
      newSize: 8192n,
      flags: 5,
      newAddress: undefined,
    });
    expect(given(eventOf('mmap', [undefined, 4096]))).toMatchObject({ addr: undefined, flags: undefined });
  });

  test('i386: mmap is the old one, and its block may be unreadable', () => {
    expect(memoryCallOf(eventOf('mmap', [0]), 'i386')).toMatchObject({
      entry: 'old_mmap',
      addr: { value: undefined },
    });
    expect(memoryCallOf(eventOf('mmap', [0, 4096, 1, 0x22, -1n, 0]), 'i386')).toMatchObject({
      entry: 'old_mmap',
      addr: { value: 0n },
    });
    expect(memoryCallOf(eventOf('mmap2', [0, 4096, 1, 2, 3, 0xffff_ffff_f000n]), 'i386')).toMatchObject({
      entry: 'mmap2',
      offset: { value: 0xffff_ffff_f000n },
    });
  });

  test('shared memory through ipc', () => {
    expect(given(eventOf('ipc', ['SHMAT', 7, 'SHM_RDONLY', 0xbfff_0000, 0x1000]), 'i386')).toEqual({
      shmid: 7,
      addr: 0x1000n,
      flags: 0o10000,
    });
    expect(given(eventOf('ipc', ['SHMAT', 7, 0, 'SHM_RDONLY']), 'i386')).toMatchObject({
      shmid: 7,
      addr: 0n,
    });
    expect(given(eventOf('ipc', ['SHMDT', 0, 0, 0, 0x1000]), 'i386')).toEqual({ addr: 0x1000n });
    expect(memoryCallOf(eventOf('ipc', ['SHMGET', 1, 2, 3]), 'i386')).toBeUndefined();
  });

  test('other calls are none of these', () => {
    expect(memoryCallOf(eventOf('read', [3, 4096, 1]), 'x86-64')).toBeUndefined();
  });
});

test('a call becomes typed in a few microseconds', () => {
  const event = eventOf('mmap', [0, 8192, 'PROT_READ|PROT_WRITE', 'MAP_PRIVATE|MAP_ANONYMOUS', -1n, 0]);
  const run = (count: number): number => {
    const start = performance.now();
    for (let n = 0; n < count; n++) memoryCallOf(event, 'x86-64');
    return ((performance.now() - start) * 1000) / count;
  };
  run(20_000);
  expect(Math.min(run(20_000), run(20_000), run(20_000))).toBeLessThan(10);
});
