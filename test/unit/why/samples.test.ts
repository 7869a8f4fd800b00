/**
 * Every failing call of the samples is explained by the cause that its C source states, with the lines that prove it.
 */
import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Timeline } from '../../../model/timeline/timeline';
import { eventIndex, fileIndex, lineNumber } from '../../../model/trace/positions';
import { explain } from '../../../model/why/explain';
import { isFailing } from '../../../model/why/failing';
import { textOf } from '../../../model/why/message';
import { sampleFolder, timelineOf } from './sample-timeline';

/** Sample, line, call, errno, certainty, first cause, lines of its evidence. Checked by hand against samples/src. */
const failing: readonly (readonly [
  string,
  number,
  string,
  string | null,
  string,
  string,
  readonly number[],
])[] = [
  ['brk-fails', 25, 'brk', null, 'proven', 'brk.next-mapping-too-close', [16]],
  ['brk-fails', 26, 'brk', null, 'proven', 'brk.next-mapping-too-close', [16]],
  ['brk-fails', 30, 'brk', null, 'proven', 'brk.over-data-limit', [29]],
  ['brk-fails', 31, 'brk', null, 'proven', 'brk.below-start', []],
  ['fork-exec', 22, 'read', 'EFAULT', 'proven', 'fault.unmapped', [21]],
  ['fork-exec', 47, 'mprotect', 'ENOMEM', 'likely', 'mprotect.unmapped', []],
  ['fork-inheritance', 22, 'mlock', 'ENOMEM', 'proven', 'mlock.over-limit', [16, 18, 20]],
  ['fork-inheritance', 43, 'read', 'EFAULT', 'proven', 'fault.not-inherited', [21, 31]],
  ['fork-inheritance', 45, 'mlock', 'ENOMEM', 'proven', 'mlock.unmapped', []],
  ['guard-page', 27, 'read', 'EFAULT', 'proven', 'fault.protected', [16, 17]],
  ['guard-page', 28, 'SIGSEGV', null, 'proven', 'fault.protected', [16, 17]],
  ['i386', 29, 'mmap2', 'ENOMEM', 'proven', 'mmap.no-gap', []],
  ['i386', 32, 'mmap', 'EFAULT', 'proven', 'mmap.block-unreadable', [31]],
  ['i386', 34, 'mremap', 'ENOMEM', 'proven', 'mremap.no-room-in-place', [28, 33]],
  ['int80', 17, 'mmap', 'EFAULT', 'proven', 'mmap.block-unreadable', []],
  ['madvise', 26, 'madvise', 'ENOMEM', 'proven', 'madvise.unmapped', [16]],
  ['madvise', 27, 'madvise', 'EINVAL', 'proven', 'madvise.locked', [15, 17]],
  ['madvise', 28, 'madvise', 'EINVAL', 'proven', 'madvise.address-misaligned', []],
  ['madvise', 29, 'madvise', 'EINVAL', 'proven', 'madvise.unknown-advice', []],
  ['map-fixed', 34, 'read', 'EFAULT', 'proven', 'fault.replaced', [25]],
  ['map-fixed', 35, 'mmap', 'EEXIST', 'proven', 'mmap.range-in-use', [16]],
  ['map-fixed', 36, 'mmap', 'EINVAL', 'proven', 'mmap.address-misaligned', []],
  ['map-fixed', 39, 'mmap', 'EPERM', 'proven', 'mmap.below-mmap-min-addr', [38]],
  ['map-fixed', 40, 'mmap', 'ENOMEM', 'proven', 'mmap.beyond-task-size', []],
  ['mlock-enomem', 20, 'mlock', 'ENOMEM', 'proven', 'mlock.unmapped', [19]],
  ['mlock-enomem', 21, 'mlock', 'ENOMEM', 'proven', 'mlock.unmapped', [19]],
  ['mlock-enomem', 22, 'munlock', 'ENOMEM', 'proven', 'munlock.unmapped', [19]],
  ['mlock-enomem', 24, 'mlock', 'ENOMEM', 'proven', 'mlock.not-populated', [23]],
  ['mlock-enomem', 27, 'mlock', 'ENOMEM', 'proven', 'mlock.over-limit', [15, 17]],
  ['mlock-enomem', 29, 'mlock', 'EPERM', 'proven', 'mlock.not-permitted', [17, 28]],
  ['mlockall-future', 20, 'mmap', 'EAGAIN', 'proven', 'mmap.over-lock-limit', [15, 17, 18, 19]],
  ['mlockall-future', 21, 'mmap', 'EAGAIN', 'proven', 'mmap.over-lock-limit', [15, 17, 18, 19]],
  ['mlockall-future', 22, 'brk', null, 'proven', 'brk.over-lock-limit', [15, 17, 18, 19]],
  ['mlockall-future', 24, 'mlockall', 'ENOMEM', 'proven', 'mlockall.over-limit', [15, 17]],
  ['mmap-errors', 18, 'mmap', 'EINVAL', 'proven', 'mmap.length-zero', []],
  ['mmap-errors', 19, 'mmap', 'EINVAL', 'proven', 'mmap.without-type', []],
  ['mmap-errors', 20, 'mmap', 'EBADF', 'proven', 'mmap.fd-not-open', []],
  ['mmap-errors', 21, 'mmap', 'EACCES', 'proven', 'mmap.fd-not-readable', [15]],
  ['mmap-errors', 22, 'mmap', 'EACCES', 'proven', 'mmap.fd-not-writable', [16]],
  ['mmap-errors', 23, 'mmap', 'ENODEV', 'proven', 'mmap.not-mappable', [17]],
  ['mmap-errors', 24, 'mmap', 'EOVERFLOW', 'proven', 'mmap.beyond-file-maximum', []],
  ['mmap-errors', 25, 'mmap', 'ENOMEM', 'proven', 'mmap.too-long', []],
  ['mmap-errors', 27, 'mmap', 'ENOMEM', 'proven', 'mmap.over-address-space-limit', [26]],
  ['mmap-errors', 29, 'munmap', 'EINVAL', 'proven', 'munmap.length-zero', []],
  ['mmap-errors', 30, 'munmap', 'EINVAL', 'proven', 'munmap.address-misaligned', []],
  ['mmap-manual', 18, 'mmap', 'EINVAL', 'proven', 'mmap.offset-misaligned', []],
  ['mmap-manual', 19, 'mmap', 'EINVAL', 'proven', 'mmap.address-misaligned', []],
  ['mmap-manual', 20, 'mmap', 'ENOMEM', 'proven', 'mmap.beyond-task-size', []],
  ['mmap-manual', 21, 'mmap', 'ENOMEM', 'proven', 'mmap.too-long', []],
  ['mmap-manual', 22, 'mmap', 'EOVERFLOW', 'proven', 'mmap.beyond-file-maximum', []],
  ['mmap-manual', 27, 'mmap', 'ENODEV', 'proven', 'mmap.not-mappable', [16]],
  ['mmap-manual', 29, 'mmap', 'ENOMEM', 'proven', 'mmap.no-gap', []],
  ['mmap-manual', 34, 'mmap', 'EAGAIN', 'proven', 'mmap.over-lock-limit', [30, 32, 33]],
  ['mmap-manual', 35, 'munmap', 'EINVAL', 'proven', 'munmap.address-misaligned', []],
  ['mprotect-hole', 26, 'mprotect', 'ENOMEM', 'proven', 'mprotect.unmapped', [17]],
  ['mprotect-hole', 35, 'read', 'EFAULT', 'proven', 'fault.protected', [16, 26]],
  ['mprotect-hole', 37, 'mprotect', 'ENOMEM', 'proven', 'mprotect.unmapped', [17]],
  ['mprotect-hole', 38, 'mprotect', 'EINVAL', 'proven', 'mprotect.address-misaligned', []],
  ['mremap-eagain', 20, 'mremap', 'EAGAIN', 'proven', 'mremap.over-lock-limit', [15, 17, 19]],
  ['mremap-eagain', 22, 'mremap', 'EAGAIN', 'proven', 'mremap.over-lock-limit', [15, 17, 19, 21]],
  ['mremap-efault', 26, 'mremap', 'EFAULT', 'proven', 'mremap.unmapped', [16]],
  ['mremap-efault', 27, 'mremap', 'EFAULT', 'proven', 'mremap.beyond-vma', [15, 16]],
  ['mremap-efault', 28, 'mremap', 'EFAULT', 'proven', 'mremap.beyond-vma', [15, 17]],
  ['mremap-einval', 24, 'mremap', 'EINVAL', 'proven', 'mremap.old-address-misaligned', []],
  ['mremap-einval', 25, 'mremap', 'EINVAL', 'proven', 'mremap.new-size-zero', []],
  ['mremap-einval', 26, 'mremap', 'EINVAL', 'proven', 'mremap.unknown-flags', []],
  ['mremap-einval', 27, 'mremap', 'EINVAL', 'proven', 'mremap.new-size-too-large', []],
  ['mremap-einval', 28, 'mremap', 'EINVAL', 'proven', 'mremap.fixed-without-maymove', []],
  ['mremap-einval', 29, 'mremap', 'EINVAL', 'proven', 'mremap.new-address-misaligned', []],
  ['mremap-einval', 30, 'mremap', 'EINVAL', 'proven', 'mremap.ranges-overlap', []],
  ['mremap-einval', 31, 'mremap', 'EINVAL', 'proven', 'mremap.new-address-out-of-range', []],
  ['mremap-einval', 32, 'mremap', 'EINVAL', 'proven', 'mremap.old-size-zero-private', [15]],
  ['mremap-enomem', 25, 'mremap', 'ENOMEM', 'proven', 'mremap.no-room-in-place', [15, 16]],
  ['mremap-enomem', 26, 'mremap', 'ENOMEM', 'proven', 'mremap.no-room-in-place', [15]],
  ['mremap-manual', 22, 'mremap', 'EFAULT', 'proven', 'mremap.beyond-vma', [20, 21]],
  ['mremap-manual', 24, 'mremap', 'EFAULT', 'proven', 'mremap.unmapped', [23]],
  ['mremap-manual', 26, 'mremap', 'ENOMEM', 'proven', 'mremap.no-room-in-place', [25]],
  ['mremap-manual', 29, 'mremap', 'ENOMEM', 'proven', 'mremap.no-room-in-place', [28]],
  ['mremap-manual', 30, 'mremap', 'ENOMEM', 'proven', 'mremap.no-gap', []],
  ['mremap-manual', 32, 'mremap', 'ENOMEM', 'proven', 'mremap.over-address-space-limit', [31]],
  ['read-after-munmap', 42, 'read', 'EFAULT', 'proven', 'fault.unmapped', [41]],
  ['read-after-munmap', 44, 'read', 'EFAULT', 'proven', 'fault.protected', [31, 43]],
  ['read-after-munmap', 46, 'write', 'EFAULT', 'proven', 'fault.unmapped', [41]],
  ['read-after-munmap', 49, 'openat', 'EFAULT', 'proven', 'fault.unmapped', [41]],
  ['shm', 28, 'shmat', 'EINVAL', 'proven', 'shmat.address-misaligned', []],
  ['shm', 29, 'shmat', 'EINVAL', 'proven', 'shmat.range-in-use', [17]],
  ['shm', 40, 'read', 'EFAULT', 'proven', 'fault.protected', [19]],
  ['shm', 45, 'shmdt', 'EINVAL', 'proven', 'shmdt.not-attached', [42]],
  ['stack-overflow', 24, 'SIGSEGV', null, 'proven', 'signal.stack-overflow', [15]],
  ['threads', 64, 'read', 'EFAULT', 'proven', 'fault.unmapped', [55]],
  ['use-after-munmap', 18, 'SIGSEGV', null, 'proven', 'fault.unmapped', [17]],
  ['write-to-readonly', 18, 'SIGSEGV', null, 'proven', 'fault.protected', [15, 17]],
  ['write-to-readonly', 24, 'SIGBUS', null, 'proven', 'fault.beyond-file', [21, 22, 23]],
];

const timelines = new Map<string, Timeline>();
beforeAll(async () => {
  for (const name of readdirSync(sampleFolder).filter((file) => file.endsWith('.strace'))) {
    const sample = name.replace('.strace', '');
    timelines.set(sample, await timelineOf(sample));
  }
});

function timeline(sample: string): Timeline {
  const found = timelines.get(sample);
  if (found === undefined) throw new Error(`no sample ${sample}`);
  return found;
}

describe('a failing call of a sample', () => {
  it.each(failing)('%s line %i: %s %s is %s: %s', (sample, line, call, errno, certainty, cause, evidence) => {
    const of = timeline(sample);
    const event = of.recording.events.eventAtLine(fileIndex(0), lineNumber(line));
    const explanation = event === undefined ? undefined : explain(of, event);
    expect(explanation).toMatchObject({ line, call, errno, certainty });
    expect(explanation?.causes[0]?.id).toBe(cause);
    const lines = explanation?.causes[0]?.evidence.map((one) => Number(one.line)) ?? [];
    expect(lines.filter((one) => one !== line)).toEqual(evidence);
  });

  it('is proven by its own line where nothing before it made it fail', () => {
    const of = timeline('mremap-einval');
    const event = of.recording.events.eventAtLine(fileIndex(0), lineNumber(27));
    const explanation = event === undefined ? undefined : explain(of, event);
    expect(explanation?.causes[0]?.evidence.map((one) => Number(one.line))).toEqual([27]);
  });

  it('is found by isFailing, and nothing else is', () => {
    for (const [sample, of] of timelines) {
      const expected = failing.filter(([name]) => name === sample).map(([, line]) => line);
      if (expected.length === 0) continue;
      const { events } = of.recording;
      const found = Array.from({ length: events.length }, (_, i) => eventIndex(i))
        .filter((event) => isFailing(of, event) && events.errno(event) !== 'ENOENT')
        .map((event) => Number(events.line(event)));
      const others = sample === 'shm' ? [46] : [];
      expect(found, sample).toEqual([...expected, ...others]);
    }
  });

  it('is worded with no placeholder left and no key for words', () => {
    for (const of of timelines.values()) {
      for (let i = 0; i < of.end; i += 1) {
        const explanation = explain(of, eventIndex(i));
        if (explanation === undefined) continue;
        const messages = [
          explanation.headline,
          ...explanation.effects,
          ...explanation.causes.map(({ text }) => text),
          ...explanation.checklist.flatMap(({ text, why }) => (why === undefined ? [text] : [text, why])),
        ];
        for (const message of messages) {
          const words = textOf(message);
          expect(words).not.toMatch(/undefined|NaN|\[object/);
          if (message.key !== 'text') expect(words).not.toBe(message.key);
          if (message.key !== 'text') expect(words).not.toMatch(/\{\w+\}/);
        }
      }
    }
  });
});
