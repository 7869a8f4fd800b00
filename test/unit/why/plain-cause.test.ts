/** A broken rule is said in plain words first, in every language. */
import { describe, expect, it } from 'vitest';
import { fileIndex, lineNumber } from '../../../model/trace/positions';
import { explain } from '../../../model/why/explain';
import { quote, textOf } from '../../../model/why/message';
import type { Language } from '../../../model/why/words/language';
import { languages } from '../../../model/why/words/languages';
import { eventOf, record } from '../timeline/recorded';
import { timelineOf } from './sample-timeline';

const plainAt = async (sample: string, line: number, language?: Language): Promise<string | undefined> => {
  const timeline = await timelineOf(sample);
  const event = timeline.recording.events.eventAtLine(fileIndex(0), lineNumber(line));
  const plain = event === undefined ? undefined : explain(timeline, event)?.causes[0]?.plain;
  return plain && textOf(plain, language);
};

describe('a broken rule in plain words', () => {
  it.each([
    ['brk-fails', 25, 'The heap cannot grow that far: the next mapping is in the way.'],
    ['brk-fails', 31, 'The heap would end before it starts.'],
    // 16 KiB locked of 64, and 4 KiB too much.
    ['fork-inheritance', 22, 'That would be 4 KiB more than RLIMIT_MEMLOCK allows.'],
    ['mlockall-future', 24, 'That would be 24 KiB more than RLIMIT_MEMLOCK allows.'],
    ['mmap-errors', 27, 'That would be 152 KiB more than RLIMIT_AS allows.'],
    [
      'mlock-enomem',
      20,
      'Not all of the range is mapped: there is a hole of 16 KiB at 0x7ffff7fef000, since line 19.',
    ],
    ['fork-inheritance', 45, 'Not all of the range is mapped: there is a hole of 8 KiB at 0x7ffff7fef000.'],
    ['mremap-efault', 26, 'Nothing is mapped at 0x7ffff7fec000 any more, since line 16.'],
    ['madvise', 28, 'addr is not at the start of a page, but 100 bytes past it.'],
    [
      'mmap-errors',
      20,
      'A file was to be mapped, but none was given: fd is -1, and MAP_ANONYMOUS is missing.',
    ],
    [
      'mremap-enomem',
      25,
      'The mapping cannot grow where it is: another one begins right behind it, and without MREMAP_MAYMOVE it may not move.',
    ],
    [
      'mremap-enomem',
      26,
      'Only a part of the mapping was to grow: its own rest is in the way, and without MREMAP_MAYMOVE the part may not move.',
    ],
    [
      'mseal',
      26,
      'The mapping 0x7ffff7ff3000–0x7ffff7ff5000 is sealed: it can no longer be changed, moved or unmapped.',
    ],
  ])('%s, line %i', async (sample, line, words) => {
    expect(await plainAt(sample, line)).toBe(words);
  });

  it('counts what the longest gap is short of in bytes', async () => {
    // 3584 MiB asked for, 2646220 KiB free in one piece.
    expect(await plainAt('i386', 29)).toContain(`is ${3584 * 1024 - 2646220} KiB too short`);
  });

  const protecting = async (opened: string): Promise<string> => {
    const timeline = await record(`
      openat(AT_FDCWD, "/etc/passwd", ${opened}) = 3
      mmap(NULL, 4096, PROT_READ, MAP_SHARED, 3, 0) = 0x7ffba832d000
      mprotect(0x7ffba832d000, 4096, PROT_READ|PROT_WRITE) = -1 EACCES (Permission denied)`);
    const plain = explain(timeline, eventOf(timeline, 'mprotect'))?.causes[0]?.plain;
    return plain === undefined ? '' : textOf(plain);
  };

  it('says that a file was opened for reading only where the log shows it', async () => {
    expect(await protecting('O_RDONLY')).toBe(
      'The file was not opened for writing, which a shared writable mapping needs.',
    );
    expect(await protecting('O_RDWR')).not.toContain('not opened');
  });

  it('claims nothing where the log leaves open whether the rule was broken', async () => {
    expect(await plainAt('fork-exec', 47)).toBeUndefined();
  });

  it.each(languages.map((language) => [language.tag, language] as const))(
    'leaves no placeholder open in %s',
    async (_, language) => {
      const said = [
        await plainAt('mlock-enomem', 20, language),
        await plainAt('mlockall-future', 24, language),
        await plainAt('madvise', 28, language),
      ];
      for (const words of said) expect(words).not.toMatch(/[{}]/);
      expect(said[0]).toContain('0x7ffff7fef000');
      expect(said[1]).toContain('24 KiB');
    },
  );
});

it('names a path of 4,000 characters by both of its ends', () => {
  const words = textOf(quote(`/${'a'.repeat(4000)}/libx.so`));
  expect(words.length).toBeLessThan(220);
  expect(words).toMatch(/^\/a+…a+\/libx\.so$/);
});
