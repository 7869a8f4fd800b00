import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { words } from '../../../extension/views/words';

const read = (path: string): Record<string, string> =>
  JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
const languages = ['es', 'de', 'zh-cn', 'zh-tw'] as const;

function sourcesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? sourcesIn(path) : path.endsWith('.ts') ? [path] : [];
  });
}

/** Every literal given to `l10n.t` anywhere in the extension, and the views' words. */
const said = new Set<string>([
  ...Object.values(words),
  ...sourcesIn('extension').flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, text = '']) => text),
  ),
]);

describe('what the extension says', () => {
  it.each(['', ...languages.map((language) => `.${language}`)])('is all in the bundle%s', (suffix) => {
    const bundle = read(`l10n/bundle.l10n${suffix}.json`);
    expect([...said].filter((text) => bundle[text] === undefined)).toEqual([]);
  });

  it.each(languages)('has its placeholders in every translation: %s', (language) => {
    const holes = (text: string) => [...text.matchAll(/\{\d+\}/g)].map(String).sort();
    for (const [english, translated] of Object.entries(read(`l10n/bundle.l10n.${language}.json`))) {
      expect(holes(translated), english).toEqual(holes(english));
    }
  });
});

describe('the manifest', () => {
  const manifest = readFileSync('package.json', 'utf8');
  const keys = [...new Set([...manifest.matchAll(/"%([\w.]+)%"/g)].map(([, key = '']) => key))].sort();

  it.each(['package.nls.json', ...languages.map((language) => `package.nls.${language}.json`)])(
    'finds every key, and no other, in %s',
    (file) => {
      expect(Object.keys(read(file)).sort()).toEqual(keys);
    },
  );
});
