/** One word for one thing in each language: what is not said, because another word is said for it everywhere. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../debug-adapter/words/languages';

const said: readonly (readonly [tag: string, editor: string, unsaid: readonly RegExp[]])[] = [
  // Abbildung, Protokoll, Schutzseite; nobody is addressed.
  ['de', 'de', [/\bSie\b/, /\bIhre?\b/, /eingeblendet/, /Wächter/, /\b(das|ein|im) Log\b/]],
  // proyección, archivo, núcleo.
  ['es', 'es', [/mape[aoó]/, /fichero/, /\b(el|del|al) kernel\b/]],
  // 记录 is the log that strace wrote; the kernel's and the audit system's own are 日志.
  ['zh-Hans', 'zh-cn', [/(?<!内核|审计)日志/, /您/]],
  // 對映, 紀錄; 記錄 is to write one.
  ['zh-Hant', 'zh-tw', [/(?<!核心|稽核)日誌/, /(?<!對)映射/, /內存|進程|線程|文件/, /您/]],
];

const editorWords = (file: string): readonly string[] =>
  Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>);

describe.each(said)('%s', (tag, editor, unsaid) => {
  const language = languages.find((one) => one.tag === tag);
  const all = [
    ...editorWords(`l10n/bundle.l10n.${editor}.json`),
    ...editorWords(`package.nls.${editor}.json`),
    ...Object.values(language?.words ?? {}),
    ...Object.values(language?.demands ?? {}),
  ];

  it('has words', () => expect(all.length).toBeGreaterThan(900));

  it.each(unsaid.map((word) => [word.source, word] as const))('never says %s', (_, word) => {
    expect(all.filter((text) => word.test(text))).toEqual([]);
  });
});
