// Finds what a language lacks of the words of explanations, and of what the rules demand.
import { build } from 'esbuild';

const ENTRY = `
  import { allRules } from './model/kernel/rules';
  import { languages } from './model/why/words/languages';
  import { missingFrom } from './model/why/words/translation';
  export const missing = languages.flatMap((language) => missingFrom(language, allRules));
`;

/** @returns {Promise<readonly { tag: string, what: string }[]>} */
export async function missingTranslations() {
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: '.', loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    logLevel: 'warning',
  });
  const [program] = outputFiles;
  const code = Buffer.from(program?.contents ?? []).toString('base64');
  const { missing } = await import(`data:text/javascript;base64,${code}`);
  return missing;
}
