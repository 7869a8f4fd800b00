import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { allRules } from '../../../model/kernel/rules';
import { eventIndex } from '../../../model/trace/positions';
import { explain } from '../../../model/why/explain';
import type { Explanation } from '../../../model/why/explanation';
import type { Message } from '../../../model/why/message-shape';
import { isFailing } from '../../../model/why/failing';
import { textOf } from '../../../model/why/message';
import { languageOf, languages } from '../../../model/why/words/languages';
import { missingFrom } from '../../../model/why/words/translation';
import { sampleFolder, timelineOf } from './sample-timeline';

const translations = languages.filter(({ tag }) => tag !== 'en');

describe('which language is meant', () => {
  test.each([
    ['de', 'de'],
    ['de-AT', 'de'],
    ['es_MX.UTF-8', 'es'],
    ['ES', 'es'],
    ['zh-cn', 'zh-Hans'],
    ['zh_CN.GB18030', 'zh-Hans'],
    ['zh', 'zh-Hans'],
    ['zh-tw', 'zh-Hant'],
    ['zh_HK.UTF-8', 'zh-Hant'],
    ['zh-Hant-CN', 'zh-Hant'],
    ['zh-Hans-TW', 'zh-Hans'],
    ['C', 'en'],
    ['POSIX', 'en'],
    ['en-GB', 'en'],
    ['tlh', undefined],
    ['', undefined],
  ])('by %s: %s', (tag, expected) => {
    expect(languageOf(tag)?.tag).toBe(expected);
  });
});

describe.each(translations.map((language) => [language.tag, language] as const))('%s', (_tag, language) => {
  test('says all that English says, with the same values', () => {
    expect(missingFrom(language, allRules)).toEqual([]);
  });

  test('leaves no placeholder in what it says of the samples, and says it otherwise than English', async () => {
    let told = 0;
    for (const name of readdirSync(sampleFolder).filter((file) => file.endsWith('.strace'))) {
      const timeline = await timelineOf(name.replace('.strace', ''));
      for (let e = 0; e < timeline.end; e++) {
        const event = eventIndex(e);
        const explanation = isFailing(timeline, event) ? explain(timeline, event) : undefined;
        if (explanation === undefined) continue;
        for (const message of sentencesOf(explanation)) {
          const said = textOf(message, language);
          expect(said).not.toMatch(/\{[a-z]\w*\}/);
          expect(said).not.toBe(textOf(message));
          told++;
        }
      }
    }
    expect(told).toBeGreaterThan(100);
  });
});

/** Whole sentences: parts, such as a range, may read the same in two languages. */
const sentencesOf = ({ headline, causes, checklist }: Explanation): readonly Message[] => [
  headline,
  ...causes.map(({ text }) => text),
  ...checklist.map(({ text }) => text),
];
