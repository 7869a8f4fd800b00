/** A rule that not all kernels have says so, unless the log tells which kernel it was. */
import { expect, test } from 'vitest';
import { kernelVersion } from '../../../model/kernel/versions';
import { explain } from '../../../model/why/explain';
import { textOf } from '../../../model/why/message';
import { eventOf, record } from '../timeline/recorded';

const EXEC = 'execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0';
const DROPPABLE =
  'mmap(NULL, 4096, PROT_READ, MAP_DROPPABLE|MAP_ANONYMOUS|MAP_LOCKED, -1, 0) = -1 EINVAL (Invalid argument)';

async function cause(log: string, kernel?: readonly [number, number]): Promise<string> {
  const machine = kernel === undefined ? {} : { kernel: kernelVersion(...kernel) };
  const timeline = await record(`${EXEC}\n${log}`, { machine });
  const [first] = explain(timeline, eventOf(timeline, 'EINVAL'))?.causes ?? [];
  return first === undefined ? '' : textOf(first.text);
}

test('where the kernel is assumed', async () => {
  expect(await cause(DROPPABLE)).toMatch(/, a rule of kernel 6\.11 and later, 6\.18 being assumed\.$/);
});

test('not where a proof shows that the kernel has the rule', async () => {
  expect(await cause(`madvise(0x10000000, 4096, MADV_GUARD_INSTALL) = 0\n${DROPPABLE}`)).not.toContain(
    'assumed',
  );
});

test('not where the kernel is known', async () => {
  expect(await cause(DROPPABLE, [6, 12])).not.toContain('assumed');
});

test('not of a rule that all kernels of today have', async () => {
  const text = await cause('munmap(0x10000001, 4096) = -1 EINVAL (Invalid argument)');
  expect(text).toMatch(/^Broken rule: “the address is a multiple/);
  expect(text).not.toContain('assumed');
});
