/**
 * What the kernel would answer in samples: calls before a line, each building on those before it, with what was answered,
 * what it changes and, for a refusal, which rule.
 */
import { describe, expect, it } from 'vitest';
import { differences } from '../../../../model/query/what-if/difference';
import { explainStep } from '../../../../model/query/what-if/explain-step';
import { isProblem } from '../../../../model/query/what-if/problem';
import type { ExplainedStep } from '../../../../model/query/what-if/step';
import { spaceOf, tryCalls, whatIfAt, type WhatIfState } from '../../../../model/query/what-if/what-if';
import { fileIndex, lineNumber } from '../../../../model/trace/positions';
import { textOf } from '../../../../model/why/message';
import { plain } from '../../timeline/world-text';
import { ranges, sample } from '../../timeline/recorded';

async function before(name: string, line: number): Promise<WhatIfState> {
  const timeline = await sample(name);
  const { events } = timeline.recording;
  const event = events.eventAtLine(fileIndex(0), lineNumber(line));
  if (event === undefined) throw new Error(`no line ${line} in ${name}`);
  return whatIfAt(timeline, event, events.task(event));
}

function tried(state: WhatIfState, calls: readonly string[]): WhatIfState {
  return calls.reduce((now, text) => {
    const next = tryCalls(now, text);
    if (isProblem(next)) throw new Error(`${text}: ${textOf(next.message)}`);
    return next;
  }, state);
}

const explained = (state: WhatIfState): readonly ExplainedStep[] =>
  state.steps.flatMap((_, i) => explainStep(state, i) ?? []);

const answerOf = ({ answer, explanation }: ExplainedStep): string => {
  switch (answer.kind) {
    case 'value': {
      const [cause] = explanation.causes;
      return `0x${answer.value.toString(16)}${cause === undefined ? '' : ` ${cause.id}`}`;
    }
    case 'error':
      return `${answer.errno} ${explanation.causes[0]?.id ?? 'as given'}`;
    case 'open':
      return `open: ${answer.cause}`;
    default:
      return answer.kind;
  }
};

const MAP = 'PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0';

describe('answers', () => {
  it.each<[sample: string, line: number, calls: readonly (readonly [call: string, answer: string])[]]>([
    [
      'mremap-keeps-lock',
      20,
      [
        [`mmap(NULL, 1 MiB, ${MAP})`, '0x7ffff7eef000'],
        ['mlock($1, 64*1024)', '0x0'],
        ['setrlimit(RLIMIT_MEMLOCK, {rlim_cur=8 MiB, rlim_max=8 MiB})', '0x0'],
        ['munmap($1 + 4096, 4096)', '0x0'],
        ['mprotect($1, 1 MiB, PROT_READ)', 'ENOMEM mprotect.unmapped'],
        ['mremap($1, 4096, 8192, 0)', '0x7ffff7eef000'],
        ['mremap($1, 4096, 1 MiB, 0)', 'ENOMEM mremap.no-room-in-place'],
        ['munmap($1, 1)', '0x0'],
        ['mprotect($1, 4096, PROT_READ)', 'ENOMEM mprotect.unmapped'],
        ['munmap($1, 0)', 'EINVAL munmap.length-zero'],
        ['brk(NULL)', '0x4d6000'],
        ['brk(0x4d7000)', '0x4d7000'],
        ['brk(NULL)', '0x4d7000'],
        ['munlockall()', '0x0'],
        ['madvise(0x7ffff7fef000, 32768, MADV_DONTNEED)', '0x0'],
        ['madvise(0x7ffff7fef000, 32768, 1000)', 'EINVAL madvise.unknown-advice'],
      ],
    ],
    [
      'mremap-eagain',
      20,
      [
        ['mremap(0x7ffff7feb000, 49152, 81920, MREMAP_MAYMOVE)', 'EAGAIN mremap.over-lock-limit'],
        ['munlock(0x7ffff7feb000, 49152)', '0x0'],
        ['mremap(0x7ffff7feb000, 49152, 81920, MREMAP_MAYMOVE) = 0x7ffff7fdb000', '0x7ffff7fdb000'],
        ['mlock($, 81920)', 'ENOMEM mlock.over-limit'],
        ['mlock($, 64 KiB)', '0x0'],
        ['mlockall(MCL_CURRENT)', 'ENOMEM mlockall.over-limit'],
        [
          'prlimit64(0, RLIMIT_MEMLOCK, {rlim_cur=1 MiB, rlim_max=1 MiB}, NULL)',
          'EPERM rlimit.may-not-raise',
        ],
        ['mremap(0x7ffff7fdb001, 1, 1, 0)', 'EINVAL mremap.old-address-misaligned'],
      ],
    ],
    [
      'mmap-errors',
      18,
      [
        ['mmap(NULL, 0, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0)', 'EINVAL mmap.length-zero'],
        ['mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, 1000, 0)', 'open: mmap.fd-not-open'],
        ['openat(AT_FDCWD, "/etc/hostname", O_WRONLY) = 40', '0x28'],
        ['mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, $, 0)', 'EACCES mmap.fd-not-readable'],
        ['close(40) = 0', '0x0'],
        ['mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, 40, 0)', 'EBADF mmap.fd-not-open'],
      ],
    ],
    [
      'mlockall-future',
      20,
      [
        ['munlockall()', '0x0'],
        ['mmap(0x10000000, 1 MiB, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS|MAP_FIXED, -1, 0)', '0x10000000'],
        ['mlockall(MCL_FUTURE|MCL_ONFAULT)', '0x0'],
        [
          'mmap(0x20000000, 1 GiB, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS|MAP_FIXED, -1, 0)',
          'EAGAIN mmap.over-lock-limit',
        ],
        ['exit_group(0)', 'none'],
      ],
    ],
    ['fork-exec', 21, [['fork()', 'success']]],
  ])('%s before line %i', async (name, line, calls) => {
    const state = tried(
      await before(name, line),
      calls.map(([call]) => call),
    );
    expect(explained(state).map((step) => [step.text, answerOf(step)])).toEqual(
      calls.map(([, answer], i) => [state.steps[i]?.text, answer]),
    );
  });
});

describe('a row of calls', () => {
  it('changes neither the recording nor the states before it', async () => {
    const start = await before('mremap-keeps-lock', 20);
    const was = plain(start.timeline.worldAt(start.position));
    const one = tried(start, ['munmap(0x7ffff7fef000, 4096)']);
    const between = ranges(spaceOf(one));
    const two = tried(one, ['mprotect(0x7ffff7ff0000, 4096, PROT_NONE)', 'brk(0x4d8000)', 'exit_group(1)']);
    const other = tried(one, ['munmap(0x7ffff7ff0000, 4096)']);
    expect(plain(start.timeline.worldAt(start.position))).toEqual(was);
    expect(start.steps).toHaveLength(0);
    expect(ranges(spaceOf(one))).toEqual(between);
    expect(spaceOf(two)).toBeUndefined();
    expect(ranges(spaceOf(other))).not.toEqual(between);
    expect(ranges(spaceOf(start))).not.toEqual(between);
  });

  it('ends where the task has ended', async () => {
    const state = tried(await before('mremap-keeps-lock', 20), ['exit_group(0)']);
    const next = tryCalls(state, 'brk(NULL)');
    expect(isProblem(next) && textOf(next.message)).toMatch(/no address space here/);
  });

  it('rests on its own calls by number, and on the log by its lines', async () => {
    const state = tried(await before('mremap-keeps-lock', 20), [
      'setrlimit(RLIMIT_MEMLOCK, {rlim_cur=16 KiB, rlim_max=16 KiB})',
      'munmap(0x7ffff7ff3000, 4096)',
      'mprotect(0x7ffff7fef000, 32768, PROT_READ)',
    ]);
    const last = explained(state).at(-1);
    expect(last?.restsOn).toEqual([2]);
    expect(last && textOf(last.explanation.headline)).toMatch(/call 2 of the what-if/);
    expect(last?.explanation.causes.flatMap(({ evidence }) => evidence.map(({ line }) => line))).toEqual([]);
    const refused = explained(tried(await before('mremap-eagain', 20), ['mlock(0x7ffff7feb000, 1 MiB)'])).at(
      -1,
    );
    expect(refused?.explanation.causes[0]?.evidence.map(({ line }) => line)).toContain(15);
  });

  it('tells what changes beside mappings', async () => {
    const state = tried(await before('mremap-keeps-lock', 20), [
      'setrlimit(RLIMIT_NPROC, {rlim_cur=0, rlim_max=0})',
      'prlimit64(0, RLIMIT_STACK, {rlim_cur=1 MiB, rlim_max=1 MiB}, NULL)',
      'openat(AT_FDCWD, "/tmp/x", O_RDWR) = 9',
      'close(9) = 0',
      'prctl(PR_SET_MDWE, PR_MDWE_REFUSE_EXEC_GAIN, 0, 0, 0)',
      'mincore(0x7ffff7fef000, 4096, [1])',
    ]);
    expect(explained(state).map(({ explanation }) => textOf(explanation.headline))).toEqual([
      'RLIMIT_NPROC is 0 from here on.',
      'RLIMIT_STACK goes from 8 MiB (at most no limit) to 1 MiB.',
      'Descriptor 9 becomes /tmp/x.',
      'Descriptor 9 is closed.',
      'prctl would succeed. No mapping changes; the calls behind it build on what does.',
      'mincore would succeed and change nothing that the model keeps.',
    ]);
  });

  it('takes an answer that is written behind a call for true, and says what the rules say', async () => {
    const [step] = explained(
      tried(await before('mremap-keeps-lock', 20), [
        'munmap(0x7ffff7fef000, 4096) = -1 ENOMEM (no words needed)',
      ]),
    );
    expect(step?.answer).toEqual({ kind: 'error', errno: 'ENOMEM', by: 'person' });
    expect(step?.change).toBeUndefined();
    expect(step?.explanation.divergence && textOf(step.explanation.divergence)).toBe(
      'By the rules it would answer 0.',
    );
  });

  it('says of a heap that grows only what is new', async () => {
    const [grown] = explained(tried(await before('mremap-keeps-lock', 20), ['brk(0x4d8000)']));
    expect(grown?.explanation.effects.map((message) => textOf(message))).toEqual([
      'Maps 8 KiB at 0x4d6000–0x4d8000: rw-p, anonymous memory.',
      'The break moves from 0x4d6000 to 0x4d8000.',
      'The size of the address space (VmSize) goes from 1052 kB to 1060 kB.',
    ]);
  });

  it('says what it leaves other than the recording', async () => {
    const start = await before('mremap-keeps-lock', 20);
    expect(differences(start).map((message) => textOf(message))).toEqual([
      'The address space is the one of the recording.',
    ]);
    const there = tried(start, [`mmap(NULL, 8192, ${MAP})`, 'mlock($1, 4096)', 'brk(0x4d8000)']);
    expect(differences(there).map((message) => textOf(message))).toEqual([
      'Maps 8 KiB at 0x4d6000–0x4d8000: rw-p, anonymous memory.',
      'Maps 8 KiB at 0x7ffff7fed000–0x7ffff7fef000: rw-p, anonymous memory.',
      'Locked memory (VmLck) goes from 16 kB to 20 kB.',
      'The break moves from 0x4d6000 to 0x4d8000.',
      'The number of VMAs goes from 13 to 15.',
      'The size of the address space (VmSize) goes from 1052 kB to 1068 kB.',
    ]);
    const back = tried(there, ['munmap($1, 8192)', 'brk(0x4d6000)']);
    expect(differences(back).map((message) => textOf(message))).toEqual([
      'The address space is the one of the recording.',
    ]);
  });
});
