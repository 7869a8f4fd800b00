/** What the debug adapter and the command line say, in every language with the same values. */
import { describe, expect, it } from 'vitest';
import { english } from '../../../debug-adapter/words/english';
import type { WordKey } from '../../../debug-adapter/words/language';
import { ENGLISH, languageOf, languages } from '../../../debug-adapter/words/languages';
import { counted, tell, told } from '../../../debug-adapter/words/tell';
import { english as explained } from '../../../model/why/words/english';
import { textOf } from '../../../model/why/message';

const keys = Object.keys(english) as WordKey[];
const placeholders = (template: string): readonly string[] =>
  [...new Set([...template.matchAll(/\{\w+\}/g)].map(String))].sort();

const wordsOf = (template: string): readonly string[] =>
  template.replaceAll(/\{\w+\}/g, '').match(/[a-z]{2,}/gi) ?? [];

it('has keys of its own, beside those of explanations', () => {
  expect(keys.filter((key) => Object.hasOwn(explained, key))).toEqual([]);
});

describe.each(languages.map((language) => [language.tag, language] as const))('%s', (tag, language) => {
  it('has the placeholders of English, and no empty text', () => {
    const odd = keys.filter(
      (key) =>
        language.words[key] === '' ||
        placeholders(language.words[key]).join() !== placeholders(english[key]).join(),
    );
    expect(odd).toEqual([]);
  });

  it('says its sentences otherwise than English', () => {
    const sentences = keys.filter((key) => wordsOf(english[key]).length > 3);
    const same = sentences.filter((key) => language.words[key] === english[key]);
    expect(same).toEqual(tag === 'en' ? sentences : []);
  });

  it('lists the same commands and options in its help', () => {
    const commands = (text: string): readonly string[] => text.match(/^ {2}(pagewalk \w+|--[\w-]+)/gm) ?? [];
    expect(commands(language.words['cli.help'])).toEqual(commands(english['cli.help']));
    const console = (text: string): readonly string[] => text.match(/^[a-z]+(?= )/gm) ?? [];
    expect(console(language.words['console.help'])).toEqual(console(english['console.help']));
  });

  it('names itself as the language of its tag', () => expect(languageOf(tag)).toBe(language));
});

it('counts as the language writes numbers', () => {
  const german = languageOf('de')!;
  expect(counted(1, 'event', ENGLISH)).toBe('1 event');
  expect(counted(1234, 'event', ENGLISH)).toBe('1,234 events');
  expect(counted(1234, 'event', german)).toBe('1.234 Ereignisse');
});

it('puts messages into messages, all in one language', () => {
  const problem = tell('file.ENOENT');
  expect(told(languageOf('es')!, 'error.cannot-open', { path: '/a', problem })).toBe(
    "No se puede abrir el registro '/a': no existe tal archivo.",
  );
  expect(textOf(tell('error.cannot-open', { path: '/a', problem }), ENGLISH)).toBe(
    "The log '/a' cannot be opened: there is no such file.",
  );
});
