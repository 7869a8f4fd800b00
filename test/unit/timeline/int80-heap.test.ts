/** A 64-bit program that calls through int 0x80 gets, and strace prints, the lower half of the break. */
import { expect, test } from 'vitest';
import { at, eventOf, record, spaceOf } from './recorded';

const LOG = `
  101 execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0
  101 arch_prctl(ARCH_SET_FS, 0x7fccb5704740) = 0
  101 brk(NULL) = 0x559ea422f000
  101 brk(0x559ea4250000) = 0x559ea4250000
  [ Process PID=101 runs in 32 bit mode. ]
  101 brk(NULL) = 0xa4250000
  101 brk(0xa4300000) = 0xa4250000
  [ Process PID=101 runs in 64 bit mode. ]
  101 brk(0x559ea4251000) = 0x559ea4251000
  101 exit_group(0) = ?`;

test('the heap stays what it is, and each answer is predicted', async () => {
  const timeline = await record(LOG);
  const asked = eventOf(timeline, 'brk(NULL) = 0xa4250000');
  const refused = eventOf(timeline, 'brk(0xa4300000)');
  const grown = eventOf(timeline, 'brk(0x559ea4251000)');
  expect([asked, refused, grown].map((event) => timeline.agreement(event))).toEqual([
    'agrees',
    'agrees',
    'agrees',
  ]);
  expect(timeline.judge(refused)?.predicted).toMatchObject({
    kind: 'error',
    cause: 'brk.below-start',
    value: 0xa425_0000n,
  });
  for (const event of [asked, refused, grown])
    expect(spaceOf(timeline, event)).toMatchObject({ brk: 0x559e_a425_0000n, mapCount: 1, total: 33 });
  expect(spaceOf(timeline, at(grown + 1))).toMatchObject({ brk: 0x559e_a425_1000n, mapCount: 1, total: 34 });
});

test('a break that only such a call shows is not known', async () => {
  const timeline = await record(`
    101 execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0
    101 arch_prctl(ARCH_SET_FS, 0x7fccb5704740) = 0
    101 mmap(NULL, 4096, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7fccb5704000
    [ Process PID=101 runs in 32 bit mode. ]
    101 brk(NULL) = 0xa4250000
    101 getppid() = 1`);
  expect(spaceOf(timeline, eventOf(timeline, 'getppid'))?.brk).toBeUndefined();
});
