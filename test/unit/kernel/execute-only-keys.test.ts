/** Memory that may only be executed, on x86 with protection keys: it has a key of the kernel's own. */
import { describe, expect, test } from 'vitest';
import { eventIndex } from '../../../model/trace/positions';
import { record } from '../timeline/recorded';

const PAGE = 4096;
const A = '0x7f0000000000';
const EXEC = '101 execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0';
const KEYS = ['pkey_alloc(0, 0) = 1', 'pkey_free(1) = 0'];
const NO_KEYS = ['pkey_alloc(0, 0) = -1 EINVAL (Invalid argument)'];
const only = `mmap(NULL, ${PAGE}, PROT_EXEC, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = ${A}`;
const open = `mmap(NULL, ${PAGE}, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = ${A}`;
const protect = (prot: string) => `mprotect(${A}, ${PAGE}, ${prot}) = 0`;
const keyed = (prot: string, key: number) => `pkey_mprotect(${A}, ${PAGE}, ${prot}, ${key}) = 0`;
const GONE = `munmap(${A}, ${PAGE}) = 0`;
const alloc = 'pkey_alloc(0, 0) = 0';
const lock = `mlock(${A}, ${PAGE}) = 0`;

/** What is predicted of the last call. */
async function predicted(...calls: readonly string[]): Promise<string> {
  const timeline = await record([EXEC, ...calls.map((call) => `101 ${call}`), ''].join('\n'));
  const judged = timeline.judge(eventIndex(calls.length))?.predicted;
  if (judged?.kind === 'error') return judged.errno;
  return judged?.kind === 'success'
    ? `success ${judged.value ?? 'of any value'}`
    : (judged?.kind ?? 'nothing');
}

describe('a lock of memory that may only be executed', () => {
  test.each<[string, string, ...string[]]>([
    ['cannot fill it where there are keys', 'ENOMEM', ...KEYS, only, lock],
    ['cannot fill it either once mprotect made it so', 'ENOMEM', ...KEYS, open, protect('PROT_EXEC'), lock],
    ['fills it where there are none', 'success 0', ...NO_KEYS, only, lock],
    ['is open where nothing tells', 'undecidable', only, lock],
    ['fills it by key 0', 'success 0', ...KEYS, open, keyed('PROT_EXEC', 0), lock],
    ['fills what may be read again', 'success 0', ...KEYS, only, protect('PROT_READ'), lock],
    [
      'hangs on a register by any other key',
      'undecidable',
      'pkey_alloc(0, PKEY_DISABLE_ACCESS) = 1',
      open,
      keyed('PROT_READ', 1),
      lock,
    ],
    [
      'cannot fill it when mprotect replaced its key',
      'ENOMEM',
      'pkey_alloc(0, 0) = 1',
      open,
      keyed('PROT_READ', 1),
      protect('PROT_EXEC'),
      lock,
    ],
  ])('%s', async (_what, expected, ...calls) => {
    expect(await predicted(...calls)).toBe(expected);
  });
});

describe('the key of memory that may only be executed', () => {
  test.each<[string, string, ...string[]]>([
    ['is the lowest free one, and not given to others', 'success 2', ...KEYS, only, alloc],
    ['stays the kernel’s when the memory has gone', 'success 2', ...KEYS, only, GONE, alloc],
    ['is taken once', 'success 2', ...KEYS, only, GONE, only, GONE, alloc],
    ['is none as long as there is no such memory', 'success 1', ...KEYS, open, alloc],
    ['cannot be given back', 'EINVAL', ...KEYS, only, 'pkey_free(1) = 0'],
    ['cannot be given to memory', 'EINVAL', ...KEYS, only, keyed('PROT_READ', 1)],
    ['shows in the next that is given', 'EINVAL', only, GONE, 'pkey_alloc(0, 0) = 2', 'pkey_free(1) = 0'],
  ])('%s', async (_what, expected, ...calls) => {
    expect(await predicted(...calls)).toBe(expected);
  });
});
