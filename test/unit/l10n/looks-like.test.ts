/** What a file looks like is found by the model's English phrase: each phrase has its words. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { looksLikeWords } from '../../../debug-adapter/words/english/looks-like';

it('has words for every phrase of the model, and no others', () => {
  const source = ['looks-like', 'verdict']
    .map((file) => readFileSync(`model/trace/index-pass/${file}.ts`, 'utf8'))
    .join('');
  const phrases = Object.values(looksLikeWords).filter((phrase) => phrase !== 'something else');
  expect(phrases.filter((phrase) => !source.includes(`'${phrase}'`))).toEqual([]);
  const quoted = [...source.matchAll(/'((?:an?|the|kernel|perf|plain|ltrace|C|HTML|UTF-16) [^']+)'/g)].map(
    ([, phrase]) => phrase,
  );
  expect(quoted.length).toBeGreaterThan(15);
  expect(quoted.filter((phrase) => !phrases.some((known) => known === phrase))).toEqual([]);
});
