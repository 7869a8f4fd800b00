/** Faults and fatal signals of a recorded run of test/kernel/signals/faults.c, each by its cause and the lines that prove it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildTimeline } from '../../../model/timeline/build-timeline';
import { explain } from '../../../model/why/explain';
import type { Explanation } from '../../../model/why/explanation';
import { textOf } from '../../../model/why/message';
import { eventOf, record, textSource } from '../timeline/recorded';
import { explainedFile } from './explained-log';
import { faultCases } from './fault-cases';
import { readFileSync } from 'node:fs';

const LOG = 'test/unit/why/logs/faults.strace';
let explained: ReadonlyMap<string, readonly Explanation[]>;
beforeAll(async () => {
  explained = await explainedFile(LOG);
});

describe('a recorded signal', () => {
  it.each(faultCases)('$name: $id', ({ name, signal, certainty, id, evidence, outcome }) => {
    const found = explained.get(name)?.find(({ call }) => call === signal);
    const [first] = found?.causes ?? [];
    expect({ certainty: found?.certainty, id: first?.id }).toEqual({ certainty, id });
    const lines = (first?.evidence ?? []).map(({ text }) => textOf(text));
    expect(lines).toHaveLength(evidence.length);
    for (const [i, pattern] of evidence.entries()) expect(lines[i]).toMatch(pattern);
    if (outcome !== undefined)
      expect((found?.effects ?? []).map((effect) => textOf(effect)).join(' ')).toMatch(outcome);
  });

  it('names every access that the protection leaves', () => {
    const said = (name: string): string => {
      const found = explained.get(name)?.find(({ call }) => call === 'SIGSEGV');
      return found === undefined ? '' : textOf(found.headline);
    };
    expect(said('jump_nx')).toMatch(/jumped to/);
    expect(said('read_only')).toMatch(/write to .*, or to run code/);
    expect(said('none')).toMatch(/touched/);
  });

  it.each([
    ['bus_short', [/^make the file at least (\d+) bytes long with the ftruncate at line \d+$/]],
    [
      'bus_cut',
      [/with the ftruncate at line \d+$/, /^touch nothing behind 0x[0-9a-f]+09, .*\(it has 4106 bytes\)$/],
    ],
    ['bus_memfd', [/^make the file at least 4097 bytes long with the ftruncate/]],
  ] as const)('says how long the file would have had to be: %s', (name, expected) => {
    const found = explained.get(name)?.find(({ call }) => call === 'SIGBUS');
    const said = (found?.remedies ?? []).map(({ text }) => textOf(text));
    for (const [i, pattern] of expected.entries()) expect(said[i]).toMatch(pattern);
  });

  it('lists what else it can have been where the kernel gives no address', () => {
    const found = explained.get('non_canon')?.[0];
    expect(found?.causes.map(({ id }) => id)).toEqual([
      'signal.not-canonical',
      'signal.unaligned-vector',
      'signal.privileged-instruction',
    ]);
  });
});

describe('the line of a death', () => {
  it('is explained by the signal before it', async () => {
    const timeline = await buildTimeline([{ source: textSource(readFileSync(LOG, 'utf8')) }]);
    const death = explain(timeline, eventOf(timeline, '+++ killed by SIGSEGV', 3));
    expect(death?.causes.map(({ id }) => id)).toEqual(['fault.unmapped']);
    expect(death?.causes[0]?.evidence.map(({ text }) => textOf(text))).toEqual([
      expect.stringMatching(/^munmap\(/),
      expect.stringMatching(/^--- SIGSEGV/),
    ]);
  });
});

const MAP = 'mmap(NULL, 8192, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7f0000000000';
const EXEC = 'execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0';

async function first(log: string): Promise<Explanation | undefined> {
  const timeline = await record(`${EXEC}\n${log}`);
  return explain(timeline, eventOf(timeline, '---'));
}

describe('forms of siginfo', () => {
  it.each([
    ['raw numbers', '--- SIGSEGV {si_signo=11, si_code=0x2, si_addr=0x7f0000000004} ---', 'fault.protected'],
    [
      'numbers with names',
      '--- SIGSEGV {si_signo=11 /* SIGSEGV */, si_code=0x2 /* SEGV_ACCERR */, si_addr=0x7f0000000004} ---',
      'fault.protected',
    ],
    ['a raw SI_USER', '--- SIGSEGV {si_signo=11, si_code=0, si_pid=5, si_uid=0} ---', 'outside.signal-sent'],
    [
      'a raw SI_TKILL',
      '--- SIGSEGV {si_signo=11, si_code=-6, si_pid=5, si_uid=0} ---',
      'outside.signal-sent',
    ],
    ['the form before 4.7', '--- SIGSEGV (Segmentation fault) @ 0 (0) ---', 'outside.signal'],
  ])('%s', async (_, line, id) => {
    const protect = 'mprotect(0x7f0000000000, 4096, PROT_NONE) = 0';
    const found = await first(`${MAP}\n${protect}\n${line}\n+++ killed by SIGSEGV +++`);
    expect(found?.causes[0]?.id).toBe(id);
  });
});

describe('what only some machines can show', () => {
  it('names the protection key, who gave it and who allocated it', async () => {
    const found = await first(`${MAP}
      pkey_alloc(0, PKEY_DISABLE_WRITE) = 1
      pkey_mprotect(0x7f0000000000, 4096, PROT_READ|PROT_WRITE, 1) = 0
      --- SIGSEGV {si_signo=SIGSEGV, si_code=SEGV_PKUERR, si_addr=0x7f0000000010, si_pkey=1} ---`);
    expect(found?.certainty).toBe('proven');
    expect(found?.causes[0]).toMatchObject({ id: 'fault.protection-key' });
    expect(found?.causes[0]?.evidence.map(({ line }) => line)).toEqual([3, 4]);
  });

  it('calls broken memory a cause outside', async () => {
    const found = await first(`${MAP}
      --- SIGBUS {si_signo=SIGBUS, si_code=BUS_MCEERR_AR, si_addr=0x7f0000000000, si_addr_lsb=0xc} ---`);
    expect(found).toMatchObject({ certainty: 'outside' });
    expect(found?.causes[0]?.id).toBe('outside.broken-memory');
  });

  it('says so where the log cannot be all', async () => {
    const found = await first(`${MAP}
      --- SIGSEGV {si_signo=SIGSEGV, si_code=SEGV_MAPERR, si_addr=0x7f0000001000} ---`);
    expect(found).toMatchObject({ certainty: 'likely' });
    expect(found?.causes[0]).toMatchObject({ id: 'signal.disagrees' });
  });

  it('calls an address just past the end of a mapping that', async () => {
    const found = await first(`${MAP}
      --- SIGSEGV {si_signo=SIGSEGV, si_code=SEGV_MAPERR, si_addr=0x7f0000002010} ---`);
    expect(textOf(found?.headline ?? { key: '', values: {} })).toMatch(/16 bytes past the end/);
  });

  it('proves a stack used up where a pointer shows the stack', async () => {
    const found = await first(`
      prlimit64(0, RLIMIT_STACK, NULL, {rlim_cur=8192*1024, rlim_max=RLIM64_INFINITY}) = 0
      ioctl(0, TCGETS, 0x7ffe00900000) = -1 ENOTTY (Inappropriate ioctl for device)
      --- SIGSEGV {si_signo=SIGSEGV, si_code=SEGV_MAPERR, si_addr=0x7ffe00101ff8} ---`);
    expect(found).toMatchObject({ certainty: 'proven' });
    expect(found?.causes[0]?.id).toBe('signal.stack-overflow');
    expect(found?.causes[0]?.evidence.map(({ line }) => line)).toEqual([2, 3]);
  });

  it('proves none by an address where the stack may lie: pointers to nowhere lead there too', async () => {
    const found = await first(`
      prlimit64(0, RLIMIT_STACK, NULL, {rlim_cur=8192*1024, rlim_max=RLIM64_INFINITY}) = 0
      --- SIGSEGV {si_signo=SIGSEGV, si_code=SEGV_MAPERR, si_addr=0x7ffdeadbeef0} ---`);
    expect(found).toMatchObject({ certainty: 'likely' });
    expect(found?.causes[0]?.id).toBe('signal.stack-overflow');
  });

  it.each([
    ['right below its stack', '0x7f0040000ff8', 'signal.thread-stack-overflow'],
    ['far below, where another reservation merged with the guard', '0x7f0000100000', 'fault.protected'],
  ])('takes memory without access for the guard of a thread %s', async (_, address, id) => {
    const found = await first(`
      mmap(NULL, 1073741824, PROT_NONE, MAP_PRIVATE|MAP_ANONYMOUS|MAP_NORESERVE, -1, 0) = 0x7f0000000000
      mmap(NULL, 8392704, PROT_NONE, MAP_PRIVATE|MAP_ANONYMOUS|MAP_STACK, -1, 0) = 0x7f0040000000
      mprotect(0x7f0040001000, 8388608, PROT_READ|PROT_WRITE) = 0
      clone(child_stack=0x7f0040800fb0, flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD|CLONE_SYSVSEM) = 8
      8 --- SIGSEGV {si_signo=SIGSEGV, si_code=SEGV_ACCERR, si_addr=${address}} ---`);
    expect(found?.causes[0]?.id).toBe(id);
  });

  it('knows a jump by the instruction pointer of -i', async () => {
    const timeline = await record(`[00007f8000000000] ${EXEC}
      [00007f8000000000] mmap(NULL, 4096, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7f0000000000
      [00007f0000000000] --- SIGSEGV {si_signo=SIGSEGV, si_code=SEGV_ACCERR, si_addr=0x7f0000000000} ---`);
    const found = explain(timeline, eventOf(timeline, '---'));
    expect(textOf(found?.headline ?? { key: '', values: {} })).toMatch(/jumped to/);
  });
});
